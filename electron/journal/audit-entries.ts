import type { AttemptEvent } from '../../shared/attempt-events.ts';
import type { Attempt } from '../../shared/attempt.ts';
import type { AuditEntry } from '../../shared/audit.ts';
import type { Refund, RefundJournalEvent } from '../../shared/refund.ts';

/**
 * What the audit log tells of the events of payments and refunds. They are read from there, and not written once more:
 * who approved a refund stands in one place of the journal. Selling and cancelling, which every cashier may, are told by
 * the list of sales.
 */

/** `undefined` for what is no use of a right. Takes only what is fixed of an attempt. */
export function entryOfAttemptEvent(
  event: AttemptEvent,
  { reference, amount, terminalId }: Pick<Attempt, 'reference' | 'amount' | 'terminalId'>,
): AuditEntry | undefined {
  switch (event.kind) {
    case 'set-aside':
      return { kind: 'payment-set-aside', person: event.by, reference, amount };
    case 'void-requested': {
      const { by: person, approver, reason } = event;
      return { kind: 'void-requested', person, approver, reason, reference, amount };
    }
    case 'terminal-freed':
      return event.by && { kind: 'terminal-freed', person: event.by, reference, amount, terminalId };
    case 'alarm-seen':
      return { kind: 'warning-seen', person: event.by, reference, amount, what: 'late-approval' };
    case 'marked': {
      const { by: person, approver, reason, verdict } = event;
      return { kind: 'outcome-marked', person, approver, reason, reference, amount, of: 'payment', verdict };
    }
    case 'adopted': {
      const { by: person, approver, reason } = event;
      return { kind: 'payment-taken-over', person, approver, reason, reference, amount };
    }
    default:
      return undefined;
  }
}

/** `undefined` for what is no use of a right. Takes only what is fixed of a refund. */
export function entryOfRefundEvent(
  event: RefundJournalEvent,
  { reference, amount, terminalId }: Pick<Refund, 'reference' | 'amount' | 'terminalId'>,
): AuditEntry | undefined {
  switch (event.kind) {
    case 'started': {
      const { person, approver, reason, attemptId } = event.start;
      return {
        kind: 'refund-started',
        person,
        approver,
        reason,
        reference,
        amount,
        ...(attemptId !== undefined && { attemptId }),
      };
    }
    case 'terminal-freed':
      return terminalId === undefined
        ? undefined
        : { kind: 'terminal-freed', person: event.by, reference, amount, terminalId };
    case 'overlap-seen':
      return { kind: 'warning-seen', person: event.by, reference, amount, what: 'overlap' };
    case 'contradiction-seen':
      return { kind: 'warning-seen', person: event.by, reference, amount, what: 'contradiction' };
    case 'marked': {
      const { by: person, approver, reason, verdict } = event;
      return { kind: 'outcome-marked', person, approver, reason, reference, amount, of: 'refund', verdict };
    }
    default:
      return undefined;
  }
}
