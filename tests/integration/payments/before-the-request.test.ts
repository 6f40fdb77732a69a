import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createCall, loginCall } from './calls.ts';
import { openTill } from './open-till.ts';
import { holding } from './network.ts';
import { terminalId } from './till-parts.ts';

describe('P1: while the request is on its way, the journal file', () => {
  it('holds the attempt as sending, for any other reader', async () => {
    const till = await openTill();
    const held = holding('request');
    till.disturb(createCall, held.trouble);
    till.enter(39_900);
    till.payments.charge(false);
    await held.arrived;
    const reader = new DatabaseSync(till.journalFile, { readOnly: true });
    const events = reader.prepare('SELECT payload FROM attempt_events').all();
    reader.close();
    expect(events.map(({ payload }) => JSON.parse(String(payload)) as unknown)).toMatchObject([
      { kind: 'started', start: { reference: till.attempt().reference, amount: { amount: 39_900 } } },
    ]);
    held.letGo();
  });

  it('reserves the terminal for the attempt', async () => {
    const till = await openTill();
    const held = holding('request');
    till.disturb(createCall, held.trouble);
    till.enter(39_900);
    till.payments.charge(false);
    await held.arrived;
    expect(till.terminalView().heldBy).toBe(till.attempt().reference);
    held.letGo();
  });
});

describe('P2: a second charge', () => {
  it('of the same click is refused, and one request leaves', async () => {
    const till = await openTill();
    till.enter(39_900);
    expect([till.payments.charge(false), till.payments.charge(false)]).toMatchObject([
      { ok: true },
      { ok: false, error: { code: 'terminal.reserved' } },
    ]);
    await till.until(() => till.attempt().state === 'waiting');
    expect(till.requests('POST', createCall)).toHaveLength(1);
  });

  it('while the customer is asked is refused with the reference of the first', async () => {
    const till = await openTill();
    const { reference } = await till.charge(39_900);
    expect(till.payments.charge(true)).toEqual({
      ok: false,
      error: { code: 'terminal.reserved', detail: { reference } },
    });
  });

  it('from a second window on the same journal is refused', async () => {
    const till = await openTill();
    till.enter(39_900);
    const window = await openTill({ beside: till, sameJournal: true });
    await till.chargeBasket();
    expect(window.payments.charge(false)).toMatchObject({ error: { code: 'terminal.reserved' } });
  });

  it('from a second window prompts nobody', async () => {
    const till = await openTill();
    till.enter(39_900);
    const window = await openTill({ beside: till, sameJournal: true });
    await till.chargeBasket();
    window.payments.charge(true);
    expect(till.sandbox.ledger().filter(({ what }) => what === 'prompt')).toHaveLength(1);
  });
});

describe('P2: a basket that a second window has charged', () => {
  it('and that was paid is not charged by the first, which goes on with the basket that is open now', async () => {
    const window = await openTill();
    window.enter(39_900);
    const till = await openTill({ beside: window, sameJournal: true });
    const paid = await till.chargeBasket();
    till.press('tap');
    await till.payments.checkNow(paid.attemptId);
    expect(till.attempt(paid.attemptId).state).toBe('approved');
    expect(window.payments.charge(true)).toMatchObject({ error: { code: 'input.changed-meanwhile' } });
    expect(window.paired.baskets.open).toEqual(till.paired.baskets.open);
    expect(till.sandbox.ledger().filter(({ what }) => what === 'prompt')).toHaveLength(1);
  });

  it('and that was declined is one sale for both', async () => {
    const window = await openTill();
    window.enter(39_900);
    const till = await openTill({ beside: window, sameJournal: true });
    const { attemptId, saleId } = await till.chargeBasket();
    till.press('decline');
    await till.payments.checkNow(attemptId);
    window.payments.charge(false);
    expect(await window.chargeBasket()).toMatchObject({ saleId, attemptNumber: 2 });
  });
});

describe('P4: the reference', () => {
  it('that Dintero gets is the one in the journal', async () => {
    const till = await openTill();
    const { reference } = await till.charge(39_900);
    expect(till.requests('POST', createCall)).toMatchObject([
      { body: { order: { merchant_reference: reference } } },
    ]);
  });

  it('is another one for each attempt of a sale', async () => {
    const till = await openTill();
    const first = await till.charge(39_900);
    till.press('decline');
    await till.payments.checkNow(first.attemptId);
    const second = await till.chargeBasket();
    expect([first.reference, second.reference]).toEqual([
      `counter7-${till.journal.part.current}-20261120-000001-1`,
      `counter7-${till.journal.part.current}-20261120-000001-2`,
    ]);
  });

  it('is another one for the first sale of another till of the same name', async () => {
    const till = await openTill();
    const other = await openTill({ beside: till });
    const first = await till.sell(39_900);
    const second = await other.sell(39_900);
    expect(first.reference).not.toBe(second.reference);
  });
});

describe('P5: the lines', () => {
  it('are worked out again from price and quantity, whatever total is stored', async () => {
    const till = await openTill();
    till.enter(19_950, 2);
    const writer = new DatabaseSync(till.journalFile);
    writer.exec(`UPDATE baskets SET body = json_set(body, '$.basket.lines[0].amount', 1)`);
    writer.close();
    await till.restart();
    await till.chargeBasket();
    expect(till.requests('POST', createCall)).toMatchObject([
      { body: { order: { amount: 39_900, items: [{ quantity: 2, amount: 39_900 }] } } },
    ]);
  });

  it('add up to the amount that is asked for', async () => {
    const till = await openTill();
    till.enter(3_333, 3);
    till.enter(1);
    await till.chargeBasket();
    expect(till.requests('POST', createCall)).toMatchObject([
      { body: { order: { amount: 10_000, items: [{ amount: 9_999 }, { amount: 1 }] } } },
    ]);
  });

  it('can’t be changed while the attempt is open', async () => {
    const till = await openTill();
    const { reference } = await till.charge(39_900);
    expect(till.paired.baskets.setQuantity('1', 5)).toEqual({
      ok: false,
      error: { code: 'terminal.reserved', detail: { reference } },
    });
  });

  it('of an attempt stay as they were when the basket changes afterwards', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    till.press('decline');
    await till.payments.checkNow(attemptId);
    till.paired.baskets.setQuantity('1', 5);
    expect(till.attempt(attemptId).lines).toMatchObject([{ quantity: 1, amount: 39_900 }]);
  });
});

describe('P6: the login', () => {
  it('that is not there yet refuses the charge before anything is sent', async () => {
    const held = holding('reply');
    const till = await openTill({ trouble: { path: loginCall, times: 2, trouble: held.trouble } });
    till.enter(39_900);
    expect(till.payments.charge(false)).toEqual({ ok: false, error: { code: 'setup.not-ready' } });
    held.letGo();
    await till.loggedIn();
    expect(till.requests('POST', createCall)).toHaveLength(0);
  });

  it('that is refused leaves no attempt behind', async () => {
    const till = await openTill({
      trouble: { path: loginCall, times: 9, trouble: { kind: 'answer', status: 401 } },
    });
    await till.until(() => till.paired.basketView().blocked?.code === 'setup.login');
    till.enter(39_900);
    till.payments.charge(false);
    expect(till.payments.view()).toBeNull();
  });

  it('is renewed when half of its life is over', async () => {
    const till = await openTill({ sandbox: { tokenLifeSeconds: 1_200 } });
    await till.pass(600_000);
    await till.until(() => till.requests('POST', loginCall).length === 2);
    expect(till.paired.basketView().blocked).toBeUndefined();
  });

  it('is not asked for during a charge', async () => {
    const till = await openTill();
    const before = till.requests('POST', loginCall).length;
    await till.sell(39_900);
    expect(till.requests('POST', loginCall)).toHaveLength(before);
  });

  it('that Dintero takes back refuses the charge: nothing was started, and the login is renewed', async () => {
    const till = await openTill();
    till.sandbox.revokeTokens();
    const { state, reason } = await till.charge(39_900);
    await till.until(() => till.requests('POST', loginCall).length === 2);
    expect({ state, reason }).toEqual({ state: 'refused', reason: 'setup.login' });
  });
});

describe('P5: a charge of what a person saw', () => {
  it('is refused when the basket is another one by now', async () => {
    const till = await openTill();
    till.enter(39_900);
    const { basket, total } = till.paired.basketView();
    till.enter(5_000);
    expect(till.payments.charge(false, { basketId: basket.id, total, terminalId })).toEqual({
      ok: false,
      error: { code: 'input.changed-meanwhile' },
    });
    expect(till.requests('POST', createCall)).toEqual([]);
  });

  it('is taken when it is still so', async () => {
    const till = await openTill();
    till.enter(39_900);
    const { basket, total } = till.paired.basketView();
    expect(till.payments.charge(false, { basketId: basket.id, total, terminalId })).toEqual({
      ok: true,
      value: null,
    });
  });
});
