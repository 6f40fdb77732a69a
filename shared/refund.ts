import { z } from 'zod';
import { type FaultCode, faultCodeSchema } from './fault.ts';
import { millisecondsSchema } from './moment.ts';
import { minorUnitsSchema, moneySchema } from './money.ts';
import { actorSchema } from './person.ts';
import { assertNever } from './result.ts';

/** `running` means that Dintero has it and the customer may still have to act (rule R3). */
export const refundStateSchema = z.enum(['sending', 'running', 'done', 'failed', 'refused', 'unknown']);
export type RefundState = z.infer<typeof refundStateSchema>;

export const refundItemSchema = z
  .object({
    lineId: z.string(),
    description: z.string(),
    amount: minorUnitsSchema,
    quantity: z.number().positive().optional(),
    /** The VAT inside `amount`, in minor units. */
    vat: minorUnitsSchema,
  })
  .readonly();

/** What a refund keeps of a payment that another till took, or another app. */
export const paidElsewhereSchema = z
  .object({
    /** Its `merchant_reference`; the transaction's id where it has none. */
    reference: z.string(),
    storeId: z.string().optional(),
    terminalId: z.string().optional(),
    paidAt: millisecondsSchema.optional(),
  })
  .readonly();
export type PaidElsewhere = z.infer<typeof paidElsewhereSchema>;

/** What is fixed when a refund starts (rule R2). */
export const refundStartSchema = z
  .object({
    refundId: z.string().min(1),
    /** The `refund_reference`, as sent. */
    reference: z.string().min(1),
    /** The attempt whose money goes back, and its sale; absent when it was paid elsewhere. */
    attemptId: z.string().min(1).optional(),
    saleId: z.string().min(1).optional(),
    elsewhere: paidElsewhereSchema.optional(),
    transactionId: z.string().min(1),
    amount: moneySchema,
    items: z.array(refundItemSchema).readonly(),
    reason: z.string().min(1),
    /** Where the customer confirms; absent when the account refunds without a terminal. */
    terminalId: z.string().optional(),
    person: actorSchema,
    approver: actorSchema,
    /** What identifies the refunds that Dintero had before this one, to see after a crash too that another came (rule R4). */
    knownRefunds: z.array(z.string()).readonly().optional(),
    startedAt: millisecondsSchema,
    deadlineAt: millisecondsSchema,
  })
  .readonly();
export type RefundStart = z.infer<typeof refundStartSchema>;

/** What a manager says of a refund whose end Dintero does not tell. Evidence that comes later still decides. */
export const refundMarkSchema = z
  .object({
    verdict: z.enum(['done', 'not-done']),
    reason: z.string().min(1),
    approver: actorSchema,
    at: millisecondsSchema,
  })
  .readonly();
export type RefundMark = z.infer<typeof refundMarkSchema>;

/** Money back on an approved attempt. Times are milliseconds since 1970. */
export const refundSchema = z
  .object({
    ...refundStartSchema.unwrap().shape,
    state: refundStateSchema,
    /** Dintero's `event-request-id`, by which the final event is found. */
    requestId: z.string().optional(),
    replyLostAt: millisecondsSchema.optional(),
    settledAt: millisecondsSchema.optional(),
    /** Why it ended as it did, or why it is unknown. */
    cause: faultCodeSchema.optional(),
    terminalFreedAt: millisecondsSchema.optional(),
    /** When the read after the refund showed another one that was taken at the same time (rule R4). */
    overlapAt: millisecondsSchema.optional(),
    overlapSeenAt: millisecondsSchema.optional(),
    mark: refundMarkSchema.optional(),
    /** When a person saw that the end is not what the mark said. */
    contradictionSeenAt: millisecondsSchema.optional(),
  })
  .readonly();
export type Refund = z.infer<typeof refundSchema>;

/** A REFUND or INITIATE_REFUND event of a transaction, as Dintero reports it. */
export const refundEventSchema = z
  .object({
    final: z.boolean(),
    /** Absent when the event does not say: then it is still running (rule R3). */
    success: z.boolean().optional(),
    reference: z.string().optional(),
    requestId: z.string().optional(),
    correlationRequestId: z.string().optional(),
    /** Dintero's own words for why it failed. */
    errorTypes: z.array(z.string()).readonly().optional(),
  })
  .readonly();
export type RefundEvent = z.infer<typeof refundEventSchema>;

export const refundEvidenceSchema = z.discriminatedUnion('kind', [
  /** 200 or 202: Dintero has it. Not an outcome (rule R3). */
  z.object({ kind: z.literal('accepted'), requestId: z.string().optional() }).readonly(),
  z.object({ kind: z.literal('refused'), code: z.string() }).readonly(),
  z.object({ kind: z.literal('reply-lost'), code: z.string() }).readonly(),
  /** The events of a transaction that was read. Those of other refunds are left aside. */
  z.object({ kind: z.literal('events'), events: z.array(refundEventSchema).readonly() }).readonly(),
  z.object({ kind: z.literal('deadline') }).readonly(),
]);
export type RefundEvidence = z.infer<typeof refundEvidenceSchema>;

/** What the journal keeps of a refund; its present state is the fold of these. */
export const refundJournalEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), start: refundStartSchema }).readonly(),
  z.object({ kind: z.literal('evidence'), evidence: refundEvidenceSchema }).readonly(),
  z.object({ kind: z.literal('terminal-freed'), by: actorSchema }).readonly(),
  z.object({ kind: z.literal('overlap') }).readonly(),
  z.object({ kind: z.literal('overlap-seen'), by: actorSchema }).readonly(),
  z
    .object({
      kind: z.literal('marked'),
      ...refundMarkSchema.unwrap().pick({ verdict: true, reason: true, approver: true }).shape,
      by: actorSchema,
    })
    .readonly(),
  z.object({ kind: z.literal('contradiction-seen'), by: actorSchema }).readonly(),
]);
export type RefundJournalEvent = z.infer<typeof refundJournalEventSchema>;

/** The strongest evidence wins, whatever the order of arrival. */
const strength: Readonly<Record<RefundState, number>> = {
  sending: 0,
  running: 1,
  unknown: 2,
  refused: 3,
  failed: 4,
  done: 5,
};

export const isRefundSettled = (refund: Refund): boolean => {
  switch (refund.state) {
    case 'done':
    case 'failed':
    case 'refused':
      return true;
    case 'sending':
    case 'running':
    case 'unknown':
      return false;
    default:
      return assertNever(refund.state);
  }
};

/** Bars another refund of the same payment: its end is not known, and no manager has said it. */
export const isRefundOpen = (refund: Refund): boolean =>
  !isRefundSettled(refund) && refund.mark === undefined;

/** Nobody else will tell for a while what became of it: a manager may. */
export const canMarkRefund = (refund: Refund): boolean => refund.state === 'unknown';

/** The money is back: Dintero says so, or a manager does and Dintero says nothing. */
export const countsAsRefunded = (refund: Refund): boolean =>
  isRefundSettled(refund) ? refund.state === 'done' : refund.mark?.verdict === 'done';

/** Dintero's word is not what a manager said before it came. */
const contradictsMark = (refund: Refund): boolean =>
  refund.mark !== undefined &&
  isRefundSettled(refund) &&
  (refund.state === 'done') !== (refund.mark.verdict === 'done');

/** Why a person must look at a refund beyond its state: two at the same time (rule R4), or a manager was wrong. */
export function refundAttention(refund: Refund): 'overlap' | 'contradiction' | undefined {
  if (contradictsMark(refund) && refund.contradictionSeenAt === undefined) return 'contradiction';
  return refund.overlapAt !== undefined && refund.overlapSeenAt === undefined ? 'overlap' : undefined;
}

/** Whether the refund may still occupy its terminal (rule P2). */
export const refundHoldsTerminal = (refund: Refund): boolean =>
  refund.terminalId !== undefined && !isRefundSettled(refund) && refund.terminalFreedAt === undefined;

export const beginRefund = (start: RefundStart): Refund => ({ ...start, state: 'sending' });

/** What a refund is after a piece of evidence. Pure; evidence that adds nothing gives back the same object. */
export function decideRefund(refund: Refund, evidence: RefundEvidence, at: number): Refund {
  switch (evidence.kind) {
    case 'accepted': {
      const known =
        evidence.requestId !== undefined && refund.requestId === undefined
          ? { ...refund, requestId: evidence.requestId }
          : refund;
      return moved(known, 'running', undefined, at);
    }
    case 'refused': {
      const code = faultCodeSchema.safeParse(evidence.code);
      return moved(refund, 'refused', code.success ? code.data : 'terminal.refund-refused', at);
    }
    case 'reply-lost':
      return refund.replyLostAt === undefined ? { ...refund, replyLostAt: at } : refund;
    case 'events':
      return fromEvents(refund, evidence.events, at);
    case 'deadline':
      return moved(refund, 'unknown', 'unknown.deadline', at);
    default:
      return assertNever(evidence);
  }
}

function fromEvents(refund: Refund, events: readonly RefundEvent[], at: number): Refund {
  const started = events.find((event) => !event.final && event.reference === refund.reference);
  const requestId = refund.requestId ?? started?.requestId;
  const final = events.filter(
    (event) =>
      event.final &&
      (event.reference === refund.reference ||
        (requestId !== undefined && event.correlationRequestId === requestId)),
  );
  const known = requestId !== undefined && refund.requestId === undefined ? { ...refund, requestId } : refund;
  if (final.some((event) => event.success === true)) return moved(known, 'done', undefined, at);
  const failure =
    final.find((event) => event.success === false) ?? (started?.success === false ? started : undefined);
  if (failure) return moved(known, 'failed', failureCode(failure), at);
  return started || final.length > 0 ? moved(known, 'running', undefined, at) : known;
}

/** Error types that mean that the card can take nothing any more. */
const deadCard: ReadonlySet<string> = new Set([
  'EXPIRED_CARD',
  'CLOSED_ACCOUNT',
  'RESTRICTED_CARD',
  'PICK_UP_CARD',
]);

/** Why Dintero says that a refund failed: the card, its issuer or the customer, or something that broke. */
function failureCode({ errorTypes = [] }: RefundEvent): FaultCode {
  if (errorTypes.some((type) => deadCard.has(type))) return 'terminal.refund-card';
  return errorTypes.some((type) => type !== 'ERROR' && type !== 'UNKNOWN')
    ? 'terminal.refund-declined'
    : 'terminal.refund-failed';
}

function moved(refund: Refund, state: RefundState, cause: FaultCode | undefined, at: number): Refund {
  if (strength[state] <= strength[refund.state]) return refund;
  const { cause: _, ...rest } = refund;
  const next: Refund = { ...rest, state, ...(cause !== undefined && { cause }) };
  return isRefundSettled(next) ? { ...next, settledAt: at } : next;
}

export function applyRefundEvent(refund: Refund, event: RefundJournalEvent, at: number): Refund {
  switch (event.kind) {
    case 'started':
      return beginRefund(event.start);
    case 'evidence':
      return decideRefund(refund, event.evidence, at);
    case 'terminal-freed':
      return refund.terminalFreedAt === undefined ? { ...refund, terminalFreedAt: at } : refund;
    case 'overlap':
      return refund.overlapAt === undefined ? { ...refund, overlapAt: at } : refund;
    case 'overlap-seen':
      return refund.overlapSeenAt === undefined ? { ...refund, overlapSeenAt: at } : refund;
    case 'marked': {
      const { verdict, reason, approver } = event;
      return canMarkRefund(refund) ? { ...refund, mark: { verdict, reason, approver, at } } : refund;
    }
    case 'contradiction-seen':
      return refund.contradictionSeenAt === undefined ? { ...refund, contradictionSeenAt: at } : refund;
    default:
      return assertNever(event);
  }
}
