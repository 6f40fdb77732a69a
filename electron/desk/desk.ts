import type { AttemptMark } from '../../shared/attempt.ts';
import { isOrphan } from '../../shared/attempt.ts';
import { inputFault } from '../../shared/fault.ts';
import type { Approval } from '../../shared/person.ts';
import type { RefundMark } from '../../shared/refund.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { DeskMatter, DeskView } from '../../shared/views/desk.ts';
import type { SaleSummary, TimelineStep } from '../../shared/views/sale.ts';
import { mayJoin } from '../journal/attempts.ts';
import type { Journal } from '../journal/journal.ts';
import type { Payments } from '../payments/payments.ts';
import type { Refunds } from '../refunds/refunds.ts';
import { attemptTimeline, refundTimeline } from '../sales/timeline.ts';
import { isPaymentMatter, paymentMatter } from './payment-matter.ts';
import { isRefundMatter, refundMatter } from './refund-matter.ts';

export interface DeskOptions {
  readonly journal: Journal;
  readonly payments: Payments;
  readonly refunds: Refunds;
}

/** How far back sales are offered to which an orphan may belong. */
const newestSales = 200;

/** The one place for everything whose money is not certain, and for what only a manager may say about it. */
export class Desk {
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  view(): DeskView {
    return {
      matters: [...this.#payments(), ...this.#refunds()],
      alarms: [...this.#options.payments.alarms()],
    };
  }

  /** Everything that happened to a matter, oldest first. */
  evidence(kind: DeskMatter['kind'], id: string): TimelineStep[] {
    const { journal } = this.#options;
    return kind === 'refund' ? refundTimeline(journal, id) : attemptTimeline(journal, id);
  }

  markPayment(attemptId: string, verdict: AttemptMark['verdict'], approval: Approval): Result<null> {
    return this.#options.payments.mark(attemptId, verdict, approval);
  }

  markRefund(refundId: string, verdict: RefundMark['verdict'], approval: Approval): Result<null> {
    return this.#options.refunds.mark(refundId, verdict, approval);
  }

  /** Unpaid sales of the same amount, newest first. None once something of the orphan was refunded. */
  adoptableSales(attemptId: string): Result<SaleSummary[]> {
    const { journal } = this.#options;
    const orphan = journal.attempts.get(attemptId);
    if (!orphan || !isOrphan(orphan)) return err(inputFault('input.changed-meanwhile'));
    if (journal.refunds.ofSale(orphan.saleId).length > 0) return ok([]);
    return ok(
      journal.sales
        .page(newestSales)
        .filter(
          ({ saleId, amount }) =>
            saleId !== orphan.saleId &&
            amount.amount === orphan.amount.amount &&
            amount.currency === orphan.amount.currency &&
            mayJoin(journal.attempts.ofSale(saleId)),
        ),
    );
  }

  /** Takes an orphan over, as a sale of its own when no sale is named (rule P14). */
  adopt(attemptId: string, saleId: string | undefined, approval: Approval): Result<null> {
    return this.#options.payments.adopt(attemptId, saleId, approval);
  }

  #payments(): readonly DeskMatter[] {
    const { journal, payments } = this.#options;
    const attempts = new Map(
      [...journal.attempts.unsettled(), ...journal.attempts.orphans()].map((attempt) => [
        attempt.attemptId,
        attempt,
      ]),
    );
    return [...attempts.values()].flatMap((attempt) => {
      const holds = journal.holds.holderOf(attempt.terminalId) === attempt.reference;
      return isPaymentMatter(attempt, holds)
        ? [paymentMatter(attempt, holds, payments.lastLook(attempt.attemptId))]
        : [];
    });
  }

  #refunds(): readonly DeskMatter[] {
    const { journal, refunds } = this.#options;
    const open = new Map(
      [...journal.refunds.unsettled(), ...journal.refunds.wantingAttention()].map((refund) => [
        refund.refundId,
        refund,
      ]),
    );
    return [...open.values()].flatMap((refund) => {
      const { attemptId } = refund;
      const attempt = attemptId === undefined ? undefined : journal.attempts.get(attemptId);
      const holds =
        refund.terminalId !== undefined && journal.holds.holderOf(refund.terminalId) === refund.reference;
      return isRefundMatter(refund, holds)
        ? [refundMatter(refund, attempt?.saleNumber, holds, refunds.lastLook(refund.refundId))]
        : [];
    });
  }
}
