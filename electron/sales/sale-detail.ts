import { type Attempt, paymentState } from '../../shared/attempt.ts';
import { vatTotals } from '../../shared/basket.ts';
import { inputFault } from '../../shared/fault.ts';
import { sum } from '../../shared/money.ts';
import { type Refund, countsAsRefunded } from '../../shared/refund.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { SaleDetail } from '../../shared/views/sale.ts';
import type { Journal } from '../journal/journal.ts';
import { leadingAttempt } from '../journal/sale-summary.ts';
import { attemptTimeline } from './timeline.ts';

/** Everything the till knows of a sale, from its journal. */
export function saleDetail(journal: Journal, saleId: string): Result<SaleDetail> {
  const summary = journal.sales.get(saleId);
  const attempts = journal.attempts.ofSale(saleId);
  const refunds = journal.refunds.ofSale(saleId);
  const leading = leadingAttempt(attempts);
  if (!summary || !leading) return err(inputFault('input.changed-meanwhile'));
  return ok({
    summary,
    lines: [...leading.lines],
    vat: [...vatTotals(leading.lines)],
    attempts: attempts.map((attempt) => ({
      attempt,
      shown: paymentState(attempt),
      timeline: attemptTimeline(journal, attempt.attemptId),
    })),
    refunds: [...refunds],
    refundable: attempts
      .filter((attempt) => attempt.state === 'approved' && isLeftOf(attempt, refunds))
      .map(({ attemptId }) => attemptId),
  });
}

/** Whether the journal leaves anything of an approved attempt to give back; what is really left is read from Dintero. */
function isLeftOf(attempt: Attempt, refunds: readonly Refund[]): boolean {
  const refunded = refunds
    .filter((refund) => refund.attemptId === attempt.attemptId && countsAsRefunded(refund))
    .map((refund) => refund.amount.amount);
  return sum(refunded) < (attempt.captured ?? attempt.amount.amount);
}
