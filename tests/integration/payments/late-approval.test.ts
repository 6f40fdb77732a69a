import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../../electron/sandbox/records.ts';
import { factsOf } from '../journal/journal-file.ts';
import { createCall } from './calls.ts';
import { type OpenTill, openTill } from './open-till.ts';

/** What Dintero says from now on: the money was taken after all. */
function captureLate(till: OpenTill, reference: string): void {
  const transaction = till.sandbox.transactions().find((one) => one.merchant_reference === reference);
  if (!transaction) throw new Error(`No transaction of ${reference}`);
  const capture: Transaction['events'][number] = {
    id: 'late-capture',
    event: 'CAPTURE',
    transaction_status: 'CAPTURED',
    success: true,
    created_at: transaction.updated_at,
    amount: transaction.amount,
  };
  transaction.events.push(capture);
  transaction.status = 'CAPTURED';
}

describe('P13: an approval that comes after', () => {
  it('a failure wins', async () => {
    const till = await openTill();
    await till.sell(115);
    expect(till.attempt().state).toBe('failed');
    await till.pass(4_000);
    expect(till.attempt()).toMatchObject({ state: 'approved', captured: 115 });
  });

  it('a decline wins', async () => {
    const till = await openTill();
    const { reference } = await till.sell(101);
    captureLate(till, reference);
    await till.pass(1_000);
    expect(till.attempt()).toMatchObject({ state: 'approved', captured: 101 });
  });

  it('a cancel wins: the card was faster than the terminal’s display', async () => {
    const till = await openTill({ sandbox: { cancelStopsPromptAfterMs: 3_000 } });
    const { attemptId } = await till.charge(39_900);
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().state === 'cancelled');
    till.press('tap');
    await till.pass(1_000);
    expect(till.attempt()).toMatchObject({ state: 'approved', captured: 39_900 });
  });

  it('a cancel wins where the account opens the transaction at the card', async () => {
    const till = await openTill({
      sandbox: { cancelStopsPromptAfterMs: 3_000, transactionOpens: 'at-card' },
    });
    const { attemptId } = await till.charge(39_900);
    await till.payments.cancel(attemptId);
    await till.until(() => till.attempt().state === 'cancelled');
    till.press('tap');
    await till.pass(1_000);
    expect(till.attempt()).toMatchObject({ state: 'approved', captured: 39_900 });
  });

  it('a refusal is found 15 s later too, as long as the deadline is not over', async () => {
    const till = await openTill();
    const { reference } = await till.sell(101);
    await till.pass(100_000);
    captureLate(till, reference);
    await till.pass(15_000);
    expect(till.attempt().state).toBe('approved');
  });

  it('a refusal is found after a restart', async () => {
    const till = await openTill();
    const { reference } = await till.sell(101);
    captureLate(till, reference);
    await till.restart();
    await till.until(() => till.attempt().state === 'approved');
    expect(till.paired.desk.view().alarms).toMatchObject([{ kind: 'late-approval', reference }]);
  });

  it('raises an alarm that names sale and amount', async () => {
    const till = await openTill();
    const { attemptId, saleId, reference } = await till.sell(115);
    await till.pass(4_000);
    expect(till.paired.desk.view().alarms).toMatchObject([
      { attemptId, kind: 'late-approval', saleId, saleNumber: 1, reference, amount: { amount: 115 } },
    ]);
  });

  it('alarms until somebody has seen it, also over a restart', async () => {
    const till = await openTill();
    await till.sell(115);
    await till.pass(4_000);
    await till.restart();
    expect(till.paired.desk.view().alarms).toHaveLength(1);
  });

  it('alarms no more when somebody has seen it', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(115);
    await till.pass(4_000);
    till.payments.alarmSeen(attemptId);
    expect(till.paired.desk.view().alarms).toEqual([]);
  });

  it('takes the sale off the counter, so that it is not charged again', async () => {
    const till = await openTill();
    await till.sell(115);
    await till.pass(4_000);
    expect(till.payments.charge(false)).toMatchObject({ error: { code: 'input.basket-empty' } });
  });

  it('is found when the person tries again, before a second charge leaves', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(115);
    await till.pass(4_000);
    expect(till.payments.tryAgain(attemptId)).toMatchObject({ ok: false });
  });
});

describe('P13, P18: two payments of one sale', () => {
  it('alarm when the first was refused, and is authorized while the second waits', async () => {
    const till = await openTill();
    till.disturb(createCall, { kind: 'answer', status: 400 });
    const first = await till.charge(39_900);
    const says = (status: string): void =>
      till.payments.learn(first.attemptId, { kind: 'transaction', transaction: factsOf(first, status) });
    till.payments.tryAgain(first.attemptId);
    await till.until(() => till.attempt().state === 'waiting');
    const second = till.attempt();
    says('AUTHORIZED');
    expect(till.paired.desk.view().matters).toMatchObject([{ id: first.attemptId, state: 'authorized' }]);
    till.press('tap');
    await till.payments.checkNow(second.attemptId);
    says('CAPTURED');
    expect([till.attempt(first.attemptId).state, till.attempt(second.attemptId).state]).toEqual([
      'approved',
      'approved',
    ]);
    expect(till.paired.desk.view().alarms).toMatchObject([{ attemptId: first.attemptId }]);
  });
});

describe('P13: nothing beats approved:', () => {
  it('a transaction that is refunded later stays a paid sale', async () => {
    const till = await openTill({ sandbox: { captureDelayMs: 5_000 } });
    await till.charge(39_900);
    till.press('tap');
    await till.pass(5_000);
    const [transaction] = till.sandbox.transactions();
    if (transaction) transaction.status = 'REFUNDED';
    await till.pass(1_000);
    expect(till.attempt().state).toBe('approved');
  });

  it.each(['REFUNDED', 'PARTIALLY_REFUNDED', 'PARTIALLY_CAPTURED_REFUNDED'])(
    'a transaction first seen as %s was paid (P12)',
    async (status) => {
      const till = await openTill();
      const { reference } = await till.charge(39_900);
      captureLate(till, reference);
      const [transaction] = till.sandbox.transactions();
      if (transaction) transaction.status = status;
      await till.pass(1_000);
      expect(till.attempt()).toMatchObject({ state: 'approved', captured: 39_900 });
    },
  );
});

describe('P14: a result', () => {
  it('that comes late lands on its own attempt, not on the one that waits', async () => {
    const till = await openTill();
    const first = await till.sell(115);
    till.payments.tryAgain(first.attemptId);
    await till.until(() => till.attempt().state === 'waiting');
    const second = till.attempt();
    await till.pass(4_000);
    expect([till.attempt(first.attemptId).state, till.attempt(second.attemptId).state]).toEqual([
      'approved',
      'waiting',
    ]);
  });

  it('of another till on the same terminal says nothing of this till’s sale', async () => {
    const till = await openTill({ sandbox: { busyPolicy: 'queue' } });
    const other = await openTill({ beside: till });
    await other.charge(1_000);
    const { attemptId } = await till.charge(39_900);
    till.press('tap');
    await till.pass(1_000);
    expect(till.attempt(attemptId).state).toBe('waiting');
  });

  it('of a sale that waited behind another till’s is found when its turn has come', async () => {
    const till = await openTill({ sandbox: { busyPolicy: 'queue' } });
    const other = await openTill({ beside: till });
    await other.charge(1_000);
    const { attemptId } = await till.charge(39_900);
    till.press('tap');
    till.press('tap');
    await till.pass(1_000);
    expect(till.attempt(attemptId)).toMatchObject({ state: 'approved', captured: 39_900 });
  });
});
