import { describe, expect, it } from 'vitest';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import type { Transaction } from '../../../electron/sandbox/records.ts';
import { differenceOf } from '../../../shared/attempt.ts';
import { type OpenTill, openTill } from './open-till.ts';

/** The newest transaction, as Dintero has it: a change is what Dintero serves from then on. */
function atDintero(till: OpenTill): Transaction {
  const transaction = till.sandbox.transactions().at(-1);
  if (!transaction) throw new Error('There is no transaction');
  return transaction;
}

/** Charges, changes what Dintero will say of it, and presents a card. */
async function paidButChanged(change: (transaction: Transaction) => void): Promise<OpenTill> {
  const till = await openTill();
  await till.charge(39_900);
  change(atDintero(till));
  till.press('tap');
  await till.pass(1_000);
  return till;
}

describe('P11: a captured transaction', () => {
  it.each<[string, (transaction: Transaction) => void]>([
    ['of another session', (transaction) => (transaction.session_id = 'T00000001.another')],
    ['with another reference', (transaction) => (transaction.merchant_reference = 'another-till-1')],
    ['in another currency', (transaction) => (transaction.currency = 'SEK')],
    ['of another store', (transaction) => (transaction.store = { ...transaction.store, id: 'bergen' })],
    [
      'of another terminal',
      (transaction) => (transaction.store = { ...transaction.store, terminal_id: 'T00000001-T0002' }),
    ],
  ])('%s is a contradiction: unknown, never paid', async (_, change) => {
    const till = await paidButChanged(change);
    expect(till.attempt()).toMatchObject({ state: 'unknown', reason: 'unknown.contradiction' });
  });

  it('whose capture is listed twice was taken once', async () => {
    const till = await openTill({ sandbox: { eventList: 'each-twice' } });
    expect(await till.sell(39_900)).toMatchObject({ state: 'approved', captured: 39_900 });
  });

  it('that contradicts is not forgotten at the deadline', async () => {
    const till = await paidButChanged((transaction) => (transaction.currency = 'SEK'));
    await till.pass(180_000);
    expect(till.attempt().reason).toBe('unknown.contradiction');
  });

  it('that contradicted and then fits is paid', async () => {
    const till = await paidButChanged((transaction) => (transaction.currency = 'SEK'));
    atDintero(till).currency = 'NOK';
    await till.pass(10_000);
    expect(till.attempt().state).toBe('approved');
  });

  it('with a tip is approved with a difference', async () => {
    const till = await openTill();
    const attempt = await till.sell(113);
    expect([attempt.state, attempt.captured, differenceOf(attempt)]).toEqual(['approved', 124, 11]);
  });

  it('with a tip that also raises the transaction is approved with the same difference', async () => {
    const till = await openTill({ sandbox: { tipRaisesAmount: true } });
    expect(differenceOf(await till.sell(113))).toBe(11);
  });

  it.each(['PARTIALLY_CAPTURED', 'CAPTURED'] as const)(
    'of half the amount (%s) is approved with a difference',
    async (partialApprovalStatus) => {
      const till = await openTill({ sandbox: { partialApprovalStatus } });
      const attempt = await till.sell(114);
      expect([attempt.state, attempt.captured, differenceOf(attempt)]).toEqual(['approved', 57, -57]);
    },
  );

  it('with a difference shows in the list of sales with what was taken', async () => {
    const till = await openTill();
    await till.sell(114);
    expect(till.paired.sales({ text: '' }, 10).sales).toMatchObject([
      { state: 'approved', amount: { amount: 57 } },
    ]);
  });
});

describe('P12: a card that is tapped', () => {
  it.each<[number, string, string | undefined, string]>([
    [101, 'declined', 'declined.insufficient-funds', 'no money on the card'],
    [102, 'declined', 'declined.expired-card', 'an expired card'],
    [103, 'declined', 'declined.pin', 'a wrong PIN'],
    [104, 'cancelled', 'cancelled.at-terminal', 'the red key'],
    [105, 'failed', 'terminal.failed', 'a technical failure'],
    [106, 'waiting', undefined, 'UNKNOWN'],
    [108, 'waiting', undefined, 'ON_HOLD'],
    [111, 'authorized', undefined, 'AUTHORIZED'],
    [112, 'waiting', undefined, 'a word that nobody knows'],
    [120, 'approved', undefined, 'a Mastercard'],
    [39_900, 'approved', undefined, 'a Visa card'],
  ])('for %i øre is %s (%s): %4$s', async (amount, state, reason) => {
    const till = await openTill();
    const attempt = await till.sell(amount);
    expect([attempt.state, attempt.reason]).toEqual([state, reason]);
  });

  it.each([106, 108, 112])('for %i øre is still running, until Dintero says captured', async (amount) => {
    const till = await openTill();
    await till.sell(amount);
    await till.pass(4_000);
    expect(till.attempt()).toMatchObject({ state: 'approved', captured: amount });
  });

  it('for 1.07 stays UNKNOWN at Dintero, and is unknown after the deadline', async () => {
    const till = await openTill();
    await till.sell(107);
    await till.pass(180_000);
    expect(till.attempt()).toMatchObject({ state: 'unknown', providerStatus: 'UNKNOWN' });
  });

  it('for 1.11 is paid when the capture follows', async () => {
    const till = await openTill();
    await till.sell(111);
    await till.pass(61_000);
    expect(till.attempt()).toMatchObject({ state: 'approved', captured: 111 });
  });

  it('for 1.11 lets the next customer be served before the capture', async () => {
    const till = await openTill();
    const first = await till.sell(111);
    till.payments.newSale(first.attemptId);
    expect(await till.charge(39_900)).toMatchObject({ state: 'waiting', saleNumber: 2 });
  });

  it('for 1.11 is paid even when the capture comes after the deadline', async () => {
    const till = await openTill({ sandbox: { lingeringCaptureMs: 600_000 } });
    await till.sell(111);
    await till.pass(660_000);
    expect(till.attempt().state).toBe('approved');
  });

  it('for 1.10 waits for a slow terminal, and is paid', async () => {
    const till = await openTill();
    await till.charge(110);
    await till.pass(16_000);
    till.press('tap');
    await till.pass(1_000);
    expect(till.attempt().state).toBe('approved');
  });

  it('tells the card and the terminal’s receipt number', async () => {
    const till = await openTill();
    expect(await till.sell(120)).toMatchObject({
      card: { brand: 'Mastercard', maskedPan: '541333******9130', entryMethod: 'chip' },
      receiptNumber: '000001',
    });
  });
});

describe('P12: what the documents leave open means the same:', () => {
  it.each<[string, OptionsChange, 'tap' | 'decline' | 'cancel', number, string, string]>([
    ['a decline that is FAILED', {}, 'decline', 39_900, 'declined', 'declined.generic'],
    [
      'a decline that is DECLINED',
      { declinedStatus: 'DECLINED' },
      'tap',
      101,
      'declined',
      'declined.insufficient-funds',
    ],
    ['a red key that is a void', {}, 'cancel', 39_900, 'cancelled', 'cancelled.at-terminal'],
    [
      'a red key that is DECLINED',
      { cancelledOnTerminalStatus: 'DECLINED' },
      'cancel',
      39_900,
      'declined',
      'declined.generic',
    ],
    [
      'a red key that is FAILED',
      { cancelledOnTerminalStatus: 'FAILED' },
      'cancel',
      39_900,
      'failed',
      'terminal.failed',
    ],
  ])('%s', async (_, sandbox, button, amount, state, reason) => {
    const till = await openTill({ sandbox });
    await till.charge(amount);
    till.press(button);
    await till.pass(1_000);
    expect(till.attempt()).toMatchObject({ state, reason });
  });

  it.each([
    ['FAILED', 'failed'],
    ['DECLINED', 'declined'],
    ['AUTHORIZATION_VOIDED', 'cancelled'],
  ] as const)('a terminal that gives up with %s', async (promptTimeoutStatus, state) => {
    const till = await openTill({ sandbox: { promptTimeoutStatus } });
    await till.charge(39_900);
    await till.pass(123_000);
    expect(till.attempt().state).toBe(state);
  });

  it('an outcome that took nothing frees the terminal for another try', async () => {
    const till = await openTill();
    await till.sell(101);
    expect(await till.chargeBasket()).toMatchObject({ state: 'waiting', attemptNumber: 2 });
  });
});
