import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../shared/attempt.ts';
import { createCall, transactionList } from '../payments/calls.ts';
import { type OpenTill, type SetUp, openTill } from '../payments/open-till.ts';
import { approved, notApproved } from './approval.ts';

const deadlineMs = 180_000;

/** A charge whose reply was lost, after the deadline. Dintero has it, and shows it in no list until `foundAfterMs`. */
async function unknown(
  foundAfterMs: number,
  setUp: SetUp = {},
): Promise<{ readonly till: OpenTill; readonly attempt: Attempt }> {
  const sandbox = { promptTimeoutMs: 3_600_000, indexingDelayMs: foundAfterMs, ...setUp.sandbox };
  const till = await openTill({ ...setUp, sandbox });
  till.disturb(createCall, { kind: 'lose-reply' });
  const attempt = await till.charge(39_900);
  await till.pass(deadlineMs);
  return { till, attempt };
}

/** A charge that Dintero never got. */
async function neverArrived(): Promise<{ readonly till: OpenTill; readonly attempt: Attempt }> {
  const till = await openTill();
  till.disturb(createCall, { kind: 'reset' });
  const attempt = await till.charge(39_900);
  await till.pass(deadlineMs);
  return { till, attempt };
}

describe('P20: a payment that a manager marked', () => {
  it.each(notApproved)('needs more than %s', async (_what, request, code, field) => {
    const { till, attempt } = await neverArrived();
    expect(await till.markPayment(attempt.attemptId, 'paid', request)).toMatchObject({
      error: { code, field },
    });
    expect(till.attempt(attempt.attemptId).mark).toBeUndefined();
  });

  it('names who approved it and why', async () => {
    const { till, attempt } = await neverArrived();
    await till.markPayment(attempt.attemptId, 'paid', approved);
    expect(till.attempt(attempt.attemptId).mark).toEqual({
      verdict: 'paid',
      reason: approved.reason,
      approver: { id: approved.approverId, name: 'Kari' },
      at: till.clock.now(),
    });
  });

  it('as paid makes the sale a paid one, and the basket a new one', async () => {
    const { till, attempt } = await neverArrived();
    await till.markPayment(attempt.attemptId, 'paid', approved);
    expect(till.paired.baskets.open.lines).toEqual([]);
    expect(till.journal.sales.get(attempt.saleId)?.state).toBe('marked-paid');
  });

  it('as paid is never charged again', async () => {
    const { till, attempt } = await neverArrived();
    await till.markPayment(attempt.attemptId, 'paid', approved);
    await till.pass(80_000);
    const { attemptNumber, reference, saleNumber, ...draft } = attempt;
    const again = { ...draft, attemptId: 'again', tillName: 'Counter 7' };
    expect(till.journal.attempts.start(again, true)).toMatchObject({ error: { code: 'input.sale-paid' } });
  });

  it('as not paid may be charged again without a word about the risk', async () => {
    const { till, attempt } = await neverArrived();
    await till.markPayment(attempt.attemptId, 'not-paid', approved);
    await till.pass(80_000);
    expect(await till.chargeBasket(false)).toMatchObject({ saleId: attempt.saleId, attemptNumber: 2 });
  });

  it('leaves the desk when it no longer holds the terminal', async () => {
    const { till, attempt } = await neverArrived();
    await till.markPayment(attempt.attemptId, 'not-paid', approved);
    expect(till.paired.desk.view().matters).toMatchObject([{ mark: 'not-paid', holdsTerminal: true }]);
    await till.pass(80_000);
    expect(till.paired.desk.view().matters).toEqual([]);
  });

  it('is still asked about, also after a restart', async () => {
    const { till, attempt } = await neverArrived();
    await till.markPayment(attempt.attemptId, 'not-paid', approved);
    await till.restart();
    const before = till.requests('GET', transactionList).length;
    await till.payments.checkNow(attempt.attemptId);
    expect(till.requests('GET', transactionList).length).toBeGreaterThan(before);
  });

  it('as not paid alarms when Dintero says that it was', async () => {
    const { till, attempt } = await unknown(200_000);
    await till.markPayment(attempt.attemptId, 'not-paid', approved);
    till.press('tap');
    await till.pass(40_000);
    expect(till.attempt(attempt.attemptId).state).toBe('approved');
    expect(till.paired.desk.view().alarms).toMatchObject([
      { kind: 'late-approval', reference: attempt.reference },
    ]);
  });

  it('as paid is quiet when Dintero says so too', async () => {
    const { till, attempt } = await unknown(200_000);
    await till.markPayment(attempt.attemptId, 'paid', approved);
    till.press('tap');
    await till.pass(40_000);
    expect([till.attempt(attempt.attemptId).state, till.paired.desk.view().alarms]).toEqual(['approved', []]);
  });

  it('as paid alarms when Dintero says that no money came', async () => {
    const { till, attempt } = await unknown(200_000);
    await till.markPayment(attempt.attemptId, 'paid', approved);
    till.press('decline');
    await till.pass(40_000);
    expect(till.paired.desk.view().alarms).toMatchObject([
      { kind: 'not-paid', reference: attempt.reference },
    ]);
  });

  it('can’t be one that waits for its customer', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    expect(await till.markPayment(attemptId, 'paid', approved)).toMatchObject({
      error: { code: 'input.changed-meanwhile' },
    });
  });
});
