import type { AttemptEvent } from '../../shared/attempt-events.ts';
import type { RefundJournalEvent } from '../../shared/refund.ts';
import type { TimelineStep } from '../../shared/views/sale.ts';
import type { Journal } from '../journal/journal.ts';

/** What happened to an attempt, oldest first, as the journal has it. */
export const attemptTimeline = (journal: Journal, attemptId: string): TimelineStep[] =>
  journal.attempts.events(attemptId).map(({ at, event }) => timelineStep(at, event, attemptWord(event)));

/** What happened to a refund, oldest first. */
export const refundTimeline = (journal: Journal, refundId: string): TimelineStep[] =>
  journal.refunds.events(refundId).map(({ at, event }) => timelineStep(at, event, refundWord(event)));

function timelineStep(
  at: number,
  event: AttemptEvent | RefundJournalEvent,
  word: string | undefined,
): TimelineStep {
  const by = 'by' in event ? event.by?.name : undefined;
  return {
    at,
    step: event.kind === 'evidence' ? `evidence.${event.evidence.kind}` : event.kind,
    ...(word !== undefined && { word }),
    ...(by !== undefined && { by }),
  };
}

/** Dintero's own word, or our code, for what an event brought. */
function attemptWord(event: AttemptEvent): string | undefined {
  if (event.kind === 'cancel-refused' || event.kind === 'void-ended') return event.code;
  if (event.kind === 'terminal-freed') return event.why;
  if (event.kind === 'marked') return event.verdict;
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

function refundWord(event: RefundJournalEvent): string | undefined {
  if (event.kind === 'marked') return event.verdict;
  if (event.kind !== 'evidence') return undefined;
  const { evidence } = event;
  return evidence.kind === 'refused' || evidence.kind === 'reply-lost' ? evidence.code : undefined;
}
