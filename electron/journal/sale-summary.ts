import { type Attempt, paymentState } from '../../shared/attempt.ts';
import { sum, zero } from '../../shared/money.ts';
import type { Refund } from '../../shared/refund.ts';
import type { SaleState, SaleSummary } from '../../shared/views/sale.ts';

/** The attempt that speaks for a sale: the approved one, else the latest. */
export function leadingAttempt(attempts: readonly Attempt[]): Attempt | undefined {
  return attempts.find((attempt) => attempt.state === 'approved') ?? attempts.at(-1);
}

/** A sale as lists show it, from all of its attempts (oldest first) and refunds. */
export function summarise(attempts: readonly Attempt[], refunds: readonly Refund[]): SaleSummary | undefined {
  const first = attempts[0];
  const leading = leadingAttempt(attempts);
  if (!first || !leading) return undefined;
  const refunded = sum(
    refunds.filter((refund) => refund.state === 'done').map((refund) => refund.amount.amount),
  );
  const captured = leading.captured ?? zero;
  return {
    saleId: leading.saleId,
    number: leading.saleNumber,
    reference: leading.reference,
    state: saleState(leading, captured, refunded),
    amount: { amount: leading.captured ?? leading.amount.amount, currency: leading.amount.currency },
    refunded,
    startedAt: first.startedAt,
    person: leading.person,
    ...(leading.card && { card: leading.card }),
  };
}

function saleState(leading: Attempt, captured: number, refunded: number): SaleState {
  if (leading.state === 'approved' && refunded > 0) {
    return refunded >= captured ? 'refunded' : 'partly-refunded';
  }
  return paymentState(leading);
}
