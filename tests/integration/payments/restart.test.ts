import { describe, expect, it } from 'vitest';
import { amount, paidSale } from '../refunds/refund-desk.ts';
import { cancelCall, createCall, refundCall } from './calls.ts';
import { openTill } from './open-till.ts';
import { terminalId } from './till-parts.ts';
import { holding } from './network.ts';

describe('P19: a till that starts again', () => {
  it('takes up a sale that was being sent, and finds it paid', async () => {
    const till = await openTill();
    const held = holding('reply');
    till.disturb(createCall, held.trouble);
    till.enter(39_900);
    till.payments.charge(false);
    await held.arrived;
    const { attemptId } = till.attempt();
    till.press('tap');
    await till.restart();
    await till.until(() => till.attempt(attemptId).state === 'approved');
    expect(till.requests('POST', createCall)).toHaveLength(1);
    held.letGo();
  });

  it('takes a sale that was being sent for one that may have been taken (P1)', async () => {
    const till = await openTill();
    const held = holding('request');
    till.disturb(createCall, held.trouble);
    till.enter(39_900);
    till.payments.charge(false);
    await held.arrived;
    await till.restart();
    expect(till.view).toMatchObject({ shown: 'sending', fault: { code: 'unknown.reply-lost' } });
    held.letGo();
  });

  it('takes up a sale that waited for its customer', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    await till.restart();
    till.press('tap');
    await till.pass(1_000);
    expect(till.attempt(attemptId)).toMatchObject({ state: 'approved', captured: 39_900 });
  });

  it('shows the sale that waited before the first look is answered', async () => {
    const till = await openTill();
    const { reference } = await till.charge(39_900);
    await till.restart();
    expect(till.view.attempt.reference).toBe(reference);
  });

  it('P21: lets a cancel be asked for again whose answer nobody heard', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    const held = holding('request');
    till.disturb(cancelCall, held.trouble);
    void till.payments.cancel(attemptId);
    await held.arrived;
    await till.restart();
    expect(till.view.can.cancel).toBe(true);
    held.letGo();
  });

  it('P10: knows its deadline although it passed while the till was off', async () => {
    const till = await openTill({ sandbox: { promptTimeoutMs: 3_600_000 } });
    const { attemptId } = await till.charge(39_900);
    await till.close();
    await till.pass(200_000);
    await till.start();
    await till.payments.checkNow(attemptId);
    expect(till.attempt(attemptId).state).toBe('unknown');
  });

  it('has its terminal still reserved', async () => {
    const till = await openTill();
    const { reference } = await till.charge(39_900);
    await till.restart();
    expect(till.payments.charge(true)).toEqual({
      ok: false,
      error: { code: 'terminal.reserved', detail: { reference } },
    });
  });

  it('finds out what was decided while it was off', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    till.press('decline');
    await till.restart();
    await till.until(() => till.attempt(attemptId).state === 'declined');
    expect(till.sandbox.display(terminalId)?.prompt).toBeUndefined();
  });

  it('keeps the deadline that the attempt began with (P10)', async () => {
    const till = await openTill({ sandbox: { promptTimeoutMs: 3_600_000 } });
    const { attemptId, deadlineAt } = await till.charge(39_900);
    await till.pass(100_000);
    await till.restart();
    await till.pass(deadlineAt - till.clock.now());
    expect(till.attempt(attemptId).state).toBe('unknown');
  });

  it('after the deadline calls what is open unknown at once', async () => {
    const till = await openTill({ sandbox: { promptTimeoutMs: 3_600_000 } });
    const { attemptId } = await till.charge(39_900);
    await till.close();
    await till.clock.pass(200_000);
    await till.start();
    await till.pass(0);
    expect(till.attempt(attemptId).state).toBe('unknown');
  });

  it('follows what is unknown', async () => {
    const till = await openTill({ sandbox: { promptTimeoutMs: 3_600_000 } });
    const { attemptId } = await till.charge(39_900);
    await till.pass(200_000);
    await till.restart();
    till.press('tap');
    await till.pass(10_000);
    expect(till.attempt(attemptId).state).toBe('approved');
  });

  it('follows what is authorized, to its capture', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(111);
    await till.restart();
    await till.pass(65_000);
    expect(till.attempt(attemptId).state).toBe('approved');
  });

  it('finds its basket again', async () => {
    const till = await openTill();
    till.enter(39_900);
    await till.restart();
    expect(till.paired.basketView()).toMatchObject({ total: 39_900 });
  });

  it('numbers its next sale after the last', async () => {
    const till = await openTill();
    await till.sell(39_900);
    await till.restart();
    expect(await till.charge(39_900)).toMatchObject({ saleNumber: 2 });
  });

  it('sends a cancel that was asked for before its session was known', async () => {
    const till = await openTill();
    const held = holding('reply');
    till.disturb(createCall, held.trouble);
    till.enter(39_900);
    till.payments.charge(false);
    await held.arrived;
    const { attemptId } = till.attempt();
    await till.payments.cancel(attemptId);
    await till.restart();
    await till.until(() => till.attempt(attemptId).state === 'cancelled');
    expect(till.sandbox.display(terminalId)?.prompt).toBeUndefined();
    held.letGo();
  });
});

describe('A till whose journal’s rows are made anew while a request is on its way', () => {
  it('does not take the reply of a charge for lost', async () => {
    const till = await openTill();
    const held = holding('reply');
    till.disturb(createCall, held.trouble);
    till.enter(39_900);
    till.payments.charge(false);
    await held.arrived;
    till.journal.rebuild();
    till.paired.followOpen();
    expect(till.view).toMatchObject({ attempt: { state: 'sending' }, can: { setAside: false } });
    held.letGo();
    await till.until(() => till.attempt().state === 'waiting');
    expect(till.attempt().replyLostAt).toBeUndefined();
  });

  it('does not take the reply of a refund for lost', async () => {
    const desk = await paidSale();
    const held = holding('reply');
    desk.till.disturb(refundCall, held.trouble);
    await desk.order(amount(100));
    await held.arrived;
    desk.till.journal.rebuild();
    desk.till.paired.followOpen();
    held.letGo();
    await desk.till.until(() => desk.last().state !== 'sending');
    expect(desk.last().replyLostAt).toBeUndefined();
  });
});
