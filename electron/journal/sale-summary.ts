import { type Attempt, countsAsPaid, paymentState, standingMark } from '../../shared/attempt.ts';
import { minorUnits, sum } from '../../shared/money.ts';
import { type Refund, countsAsRefunded } from '../../shared/refund.ts';
import { type SearchedSale, lastDigits } from '../../shared/sale-search.ts';
import type { SaleState, SaleSummary } from '../../shared/views/sale.ts';

/** The attempt that speaks for a sale: the one that paid it, else the latest. */
export function leadingAttempt(attempts: readonly Attempt[]): Attempt | undefined {
  return (
    attempts.find((attempt) => attempt.state === 'approved') ?? attempts.find(countsAsPaid) ?? attempts.at(-1)
  );
}

/** A sale as lists show it, from all of its attempts (oldest first) and refunds. */
export function summarise(attempts: readonly Attempt[], refunds: readonly Refund[]): SaleSummary | undefined {
  const first = attempts[0];
  const leading = leadingAttempt(attempts);
  if (!first || !leading) return undefined;
  const refunded = sum(refunds.filter(countsAsRefunded).map((refund) => refund.amount.amount));
  // After a double payment both were taken, and both can be given back.
  const taken = sum(
    attempts
      .filter((attempt) => attempt.state === 'approved')
      .map((attempt) => attempt.captured ?? attempt.amount.amount),
  );
  return {
    saleId: leading.saleId,
    number: leading.saleNumber,
    reference: leading.reference,
    state: saleState(leading, taken, refunded),
    amount: { ...leading.amount, amount: minorUnits(taken > 0 ? taken : leading.amount.amount) },
    refunded,
    startedAt: first.startedAt,
    person: leading.person,
    ...(leading.card && { card: leading.card }),
  };
}

/** What of a sale is searched. */
export const searchedSale = (attempts: readonly Attempt[], { amount }: SaleSummary): SearchedSale => ({
  references: attempts.map(({ reference }) => reference),
  amount: amount.amount,
  cardDigits: attempts.flatMap(({ card }) => lastDigits(card?.maskedPan) ?? []),
});

function saleState(leading: Attempt, taken: number, refunded: number): SaleState {
  if (leading.state === 'approved' && refunded > 0) {
    return refunded >= taken ? 'refunded' : 'partly-refunded';
  }
  const mark = standingMark(leading);
  if (mark) return mark.verdict === 'paid' ? 'marked-paid' : 'marked-not-paid';
  return paymentState(leading);
}
