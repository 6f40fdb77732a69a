import { describe, expect, it } from 'vitest';
import { cancelCall, createCall } from './calls.ts';
import { openTill } from './open-till.ts';
import { terminalId } from './till-parts.ts';
import { holding } from './network.ts';

describe('P21: a cancel that wins', () => {
  it('ends the payment as cancelled at the till', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().state === 'cancelled');
    expect(till.attempt().reason).toBe('cancelled.at-till');
  });

  it('clears the terminal’s display', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().state === 'cancelled');
    expect(till.sandbox.display(terminalId)?.prompt).toBeUndefined();
  });

  it('reads first, then cancels, then reads again', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    const before = till.sandbox.requests().length;
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().state === 'cancelled');
    const after = till.sandbox.requests().slice(before);
    expect(after.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  });

  it('ends a wait for a terminal that is off', async () => {
    const till = await openTill();
    till.press('unplug');
    const { attemptId } = await till.charge(39_900);
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().state === 'cancelled');
    expect(till.attempt().reason).toBe('cancelled.at-till');
  });

  it('leaves the basket to be charged again', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().state === 'cancelled');
    expect(await till.chargeBasket()).toMatchObject({ state: 'waiting', attemptNumber: 2 });
  });

  it('that was asked for while the sale was being sent goes out when the session is known', async () => {
    const till = await openTill();
    const held = holding('reply');
    till.disturb(createCall, held.trouble);
    till.enter(39_900);
    till.payments.charge(false);
    await held.arrived;
    await till.payments.cancel(till.attempt().attemptId);
    held.letGo();
    await till.until(() => till.attempt().state === 'cancelled');
    expect(till.requests('POST', cancelCall)).toHaveLength(1);
  });
});

describe('P21: a cancel', () => {
  it('is shown as asked for until Dintero has said more', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    const held = holding('request');
    till.disturb(cancelCall, held.trouble);
    void till.payments.cancel(attemptId);
    await held.arrived;
    expect(till.view).toMatchObject({ shown: 'cancelling', can: { cancel: false } });
    held.letGo();
  });

  it('is sent once, however often it is pressed', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    await Promise.all([
      till.payments.cancel(attemptId),
      till.payments.cancel(attemptId),
      till.payments.cancel(attemptId),
    ]);
    await till.until(() => till.attempt().state === 'cancelled');
    expect(till.requests('POST', cancelCall)).toHaveLength(1);
  });

  it('that loses against a card ends as a paid sale', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    const held = holding('request');
    till.disturb(cancelCall, held.trouble);
    void till.payments.cancel(attemptId);
    await held.arrived;
    till.press('tap');
    held.letGo();
    await till.until(() => till.attempt().state === 'approved');
    expect(till.attempt()).toMatchObject({ captured: 39_900, cancelRequestedAt: till.clock.now() });
  });

  it('that loses against a card that awaits its capture takes the authorization back', async () => {
    const till = await openTill({ sandbox: { captureDelayMs: 5_000 } });
    const { attemptId } = await till.charge(39_900);
    const held = holding('request');
    till.disturb(cancelCall, held.trouble);
    void till.payments.cancel(attemptId);
    await held.arrived;
    till.press('tap');
    held.letGo();
    await till.until(() => till.attempt().state === 'cancelled');
    expect(till.sandbox.ledger().map(({ what }) => what)).toEqual([
      'session',
      'prompt',
      'authorized',
      'voided',
    ]);
  });

  it('that Dintero refuses leaves the payment waiting', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    till.disturb(cancelCall, { kind: 'answer', status: 403 });
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().cancelRefusedAt !== undefined);
    expect(till.view).toMatchObject({ shown: 'waiting-customer', can: { cancel: true } });
  });

  it('that Dintero refused can be asked for again', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    till.disturb(cancelCall, { kind: 'answer', status: 403 });
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().cancelRefusedAt !== undefined);
    await till.pass(1_000);
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().state === 'cancelled');
    expect(till.requests('POST', cancelCall)).toHaveLength(2);
  });

  it('whose reply is lost is decided by what Dintero then says', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    till.disturb(cancelCall, { kind: 'lose-reply' });
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().state === 'cancelled');
    expect(till.attempt().reason).toBe('cancelled.at-till');
  });

  it('whose reply is lost is not sent again by itself', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    till.disturb(cancelCall, { kind: 'reset' });
    await till.payments.cancel(attemptId);
    await till.pass(30_000);
    expect(till.requests('POST', cancelCall)).toHaveLength(1);
  });

  it('of an unknown outcome can still be asked for, and ends it', async () => {
    const till = await openTill({ sandbox: { promptTimeoutMs: 3_600_000 } });
    const { attemptId } = await till.charge(39_900);
    await till.pass(180_000);
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().state === 'cancelled');
    expect(till.paired.openMatters()).toBe(0);
  });
});

describe('P22: an open payment', () => {
  it('is not left behind by a new sale', async () => {
    const till = await openTill();
    const { attemptId, reference } = await till.charge(39_900);
    expect(till.payments.newSale(attemptId)).toEqual({
      ok: false,
      error: { code: 'terminal.reserved', detail: { reference } },
    });
  });

  it('is not left behind by going back to the basket', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    expect(till.payments.backToBasket(attemptId)).toMatchObject({ error: { code: 'terminal.reserved' } });
  });

  it('keeps its basket when that is to be emptied', async () => {
    const till = await openTill();
    await till.charge(39_900);
    expect(till.paired.baskets.startNew()).toMatchObject({ error: { code: 'terminal.reserved' } });
  });

  it('is not touched by a cancel that names an earlier attempt', async () => {
    const till = await openTill();
    const first = await till.sell(101);
    await till.chargeBasket();
    await till.payments.cancel(first.attemptId);
    await till.pass(5_000);
    expect(till.requests('POST', cancelCall)).toHaveLength(0);
  });

  it('that was declined goes back to its basket', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(101);
    till.payments.backToBasket(attemptId);
    expect([till.payments.view(), till.paired.basketView().total]).toEqual([null, 101]);
  });

  it('that was declined is not tried again with the next customer’s basket', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(101);
    till.paired.baskets.startNew();
    till.enter(39_900);
    expect(till.payments.tryAgain(attemptId)).toEqual({
      ok: false,
      error: { code: 'input.changed-meanwhile' },
    });
  });

  it('that nobody knows is not tried again', async () => {
    const till = await openTill();
    till.enter(39_900);
    expect(till.payments.tryAgain('no-such-attempt')).toMatchObject({ ok: false });
  });
});
