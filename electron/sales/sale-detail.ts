import type { AttemptEvent } from '../../shared/attempt-events.ts';
import { paymentState } from '../../shared/attempt.ts';
import { vatTotals } from '../../shared/basket.ts';
import { inputFault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { SaleDetail, TimelineStep } from '../../shared/views/sale.ts';
import type { KeptAttemptEvent } from '../journal/attempts.ts';
import type { Journal } from '../journal/journal.ts';
import { leadingAttempt } from '../journal/sale-summary.ts';

/** Everything the till knows of a sale, from its journal. */
export function saleDetail(journal: Journal, saleId: string): Result<SaleDetail> {
  const summary = journal.sales.get(saleId);
  const attempts = journal.attempts.ofSale(saleId);
  const leading = leadingAttempt(attempts);
  if (!summary || !leading) return err(inputFault('input.changed-meanwhile'));
  return ok({
    summary,
    lines: [...leading.lines],
    vat: [...vatTotals(leading.lines)],
    attempts: attempts.map((attempt) => ({
      attempt,
      shown: paymentState(attempt),
      timeline: journal.attempts.events(attempt.attemptId).map(timelineStep),
    })),
    refunds: [...journal.refunds.ofSale(saleId)],
    refundable: leading.state === 'approved' && summary.state !== 'refunded',
  });
}

function timelineStep({ at, event }: KeptAttemptEvent): TimelineStep {
  const by = 'by' in event ? event.by?.name : undefined;
  const word = wordOf(event);
  return {
    at,
    step: event.kind === 'evidence' ? `evidence.${event.evidence.kind}` : event.kind,
    ...(word !== undefined && { word }),
    ...(by !== undefined && { by }),
  };
}

/** Dintero's own word, or our code, for what an event brought. */
function wordOf(event: AttemptEvent): string | undefined {
  if (event.kind === 'cancel-refused') return event.code;
  if (event.kind === 'terminal-freed') return event.why;
  if (event.kind !== 'evidence') return undefined;
  const { evidence } = event;
  switch (evidence.kind) {
    case 'transaction':
      return evidence.transaction.status;
    case 'session':
      return evidence.session.cancelled ? 'cancelled' : undefined;
    case 'refused':
    case 'reply-lost':
      return evidence.code;
    case 'created':
    case 'deadline':
      return undefined;
  }
}
