import { z } from 'zod';
import { lineSchema } from './basket.ts';
import { faultCodeSchema } from './fault.ts';
import { millisecondsSchema } from './moment.ts';
import { minorUnitsSchema, moneySchema } from './money.ts';
import { actorSchema } from './person.ts';
import { cardFactsSchema } from './payment-facts.ts';
import { assertNever } from './result.ts';

/** The states of an attempt. Only `decide` moves between them. */
export const attemptStateSchema = z.enum([
  'sending',
  'waiting',
  'authorized',
  'approved',
  'declined',
  'cancelled',
  'failed',
  'refused',
  'unknown',
]);
export type AttemptState = z.infer<typeof attemptStateSchema>;

/** What is fixed when an attempt starts (rules P1, P4, P5). */
export const attemptStartSchema = z
  .object({
    attemptId: z.string().min(1),
    saleId: z.string().min(1),
    saleNumber: z.int().min(1),
    /** 1 for the sale's first attempt. */
    attemptNumber: z.int().min(1),
    /** The `merchant_reference`, as sent. */
    reference: z.string().min(1),
    terminalId: z.string().min(1),
    storeId: z.string().min(1),
    amount: moneySchema,
    lines: z.array(lineSchema).readonly(),
    person: actorSchema,
    startedAt: millisecondsSchema,
    /** When the till stops hoping and calls it unknown (rule P10). */
    deadlineAt: millisecondsSchema,
  })
  .readonly();
export type AttemptStart = z.infer<typeof attemptStartSchema>;

/**
 * Why an outcome is news that must be shown wherever the person is (rules P13, P18): an approval after the till had said
 * otherwise, or after the basket went on without it; or no money after all for a sale that left the counter as paid.
 */
export const alarmKindSchema = z.enum(['late-approval', 'double-payment', 'not-paid']);
export type AlarmKind = z.infer<typeof alarmKindSchema>;

export const alarmSchema = z
  .object({
    kind: alarmKindSchema,
    raisedAt: millisecondsSchema,
    seenAt: millisecondsSchema.optional(),
  })
  .readonly();
export type Alarm = z.infer<typeof alarmSchema>;

/** What a manager says of an outcome that Dintero does not tell (rule P20). Evidence that comes later still decides. */
export const attemptMarkSchema = z
  .object({
    verdict: z.enum(['paid', 'not-paid']),
    reason: z.string().min(1),
    approver: actorSchema,
    at: millisecondsSchema,
  })
  .readonly();
export type AttemptMark = z.infer<typeof attemptMarkSchema>;

/** A manager asked to release the reservation of an attempt that is not captured (rule R6). */
export const attemptVoidSchema = z
  .object({
    reason: z.string().min(1),
    approver: actorSchema,
    requestedAt: millisecondsSchema,
    sentAt: millisecondsSchema.optional(),
    /** Nobody waits for an answer any more: Dintero would not, or its reply was lost. Only evidence decides. */
    endedAt: millisecondsSchema.optional(),
    /** Dintero said definitely that it would not. */
    refused: z.boolean().optional(),
  })
  .readonly();
export type AttemptVoid = z.infer<typeof attemptVoidSchema>;

/** One try to charge a sale on one terminal: one Dintero session. Times are milliseconds since 1970. */
export const attemptSchema = z
  .object({
    ...attemptStartSchema.unwrap().shape,
    state: attemptStateSchema,
    sessionId: z.string().optional(),
    transactionId: z.string().optional(),
    /** The create call went unanswered. */
    replyLostAt: millisecondsSchema.optional(),
    /** When the till first saw that Dintero had opened the transaction. */
    openedAt: millisecondsSchema.optional(),
    settledAt: millisecondsSchema.optional(),
    /** Taken, in minor units. Differs from the asked amount after a tip or a partial approval. */
    captured: minorUnitsSchema.optional(),
    card: cardFactsSchema.optional(),
    receiptNumber: z.string().optional(),
    /** Dintero's own word for where the transaction stands, as last seen. */
    providerStatus: z.string().optional(),
    /** Why it ended as it did, or why it is unknown. */
    reason: faultCodeSchema.optional(),
    cancelRequestedAt: millisecondsSchema.optional(),
    cancelSentAt: millisecondsSchema.optional(),
    cancelRefusedAt: millisecondsSchema.optional(),
    void: attemptVoidSchema.optional(),
    setAsideAt: millisecondsSchema.optional(),
    /** When the terminal was let go although the outcome is not known (rule P16). */
    terminalFreedAt: millisecondsSchema.optional(),
    /** When the person left the outcome behind: new sale, or back to the basket. */
    closedAt: millisecondsSchema.optional(),
    alarm: alarmSchema.optional(),
    mark: attemptMarkSchema.optional(),
    /** When it was found at Dintero although this journal did not know it (rule P14). */
    foundAt: millisecondsSchema.optional(),
    /** When a manager took the found payment over. */
    adoptedAt: millisecondsSchema.optional(),
  })
  .readonly();
export type Attempt = z.infer<typeof attemptSchema>;

/** The outcome is known and will not change by waiting (a late approval may still beat a refusal, rule P13). */
export const isSettled = (attempt: Attempt): boolean => {
  switch (attempt.state) {
    case 'approved':
    case 'declined':
    case 'cancelled':
    case 'failed':
    case 'refused':
      return true;
    case 'sending':
    case 'waiting':
    case 'authorized':
    case 'unknown':
      return false;
    default:
      return assertNever(attempt.state);
  }
};

/**
 * Open attempts bar a second attempt of the same sale (rule P2). One that was settled never does again, for there may be
 * another by now: a refusal that turns out to be authorized is not open, but charging its sale again needs a clear yes.
 */
export const isOpen = (attempt: Attempt): boolean =>
  !isSettled(attempt) &&
  attempt.settledAt === undefined &&
  attempt.setAsideAt === undefined &&
  attempt.mark === undefined;

/** What a manager said, for as long as no evidence has settled it. */
export const standingMark = (attempt: Attempt): AttemptMark | undefined =>
  isSettled(attempt) ? undefined : attempt.mark;

/** The sale is paid by it: Dintero says so, or a manager does and Dintero says nothing. */
export const countsAsPaid = (attempt: Attempt): boolean =>
  attempt.state === 'approved' || standingMark(attempt)?.verdict === 'paid';

/**
 * Whether the terminal may still be asking for this attempt's card (rule P2). With an authorization the terminal has
 * done its part, however long the capture takes; so it has with a payment that was found because it took money.
 */
export const holdsTerminal = (attempt: Attempt): boolean =>
  !isSettled(attempt) &&
  attempt.state !== 'authorized' &&
  attempt.terminalFreedAt === undefined &&
  attempt.foundAt === undefined;

/**
 * From the create call to the opened transaction, in ms, as this till saw it (rule P9). Absent where that tells nothing of
 * the terminal: it has not opened, its reply was lost, or the till was not there to see it.
 */
export const openMs = ({
  startedAt,
  openedAt,
  deadlineAt,
  replyLostAt,
  foundAt,
}: Attempt): number | undefined =>
  openedAt === undefined || replyLostAt !== undefined || foundAt !== undefined || openedAt > deadlineAt
    ? undefined
    : openedAt - startedAt;

/** Whether this attempt's money may have been taken: charging the sale again needs a clear yes (rule P16). */
export const mayHaveTaken = (attempt: Attempt): boolean =>
  isSettled(attempt) ? attempt.state === 'approved' : attempt.mark?.verdict !== 'not-paid';

/** A manager may say what became of it: nobody else will tell for a while, or it was left behind unknown (rule P20). */
export const canMark = (attempt: Attempt): boolean =>
  attempt.state === 'unknown' || (attempt.setAsideAt !== undefined && !isSettled(attempt));

/**
 * Whether the reservation may be released (rule R6): nothing is captured, and no void is on its way. A captured sale is
 * refunded.
 */
export const canVoid = (attempt: Attempt): boolean =>
  attempt.state === 'authorized' && (attempt.void === undefined || attempt.void.endedAt !== undefined);

/** Found at Dintero, and not taken over yet (rule P14). */
export const isOrphan = (attempt: Attempt): boolean =>
  attempt.foundAt !== undefined && attempt.adoptedAt === undefined;

/** The states of the pay screen. */
export const paymentStateSchema = z.enum([
  'sending',
  'waiting-terminal',
  'waiting-customer',
  'cancelling',
  'authorized',
  'approved',
  'declined',
  'cancelled',
  'failed',
  'refused',
  'unknown',
]);
export type PaymentState = z.infer<typeof paymentStateSchema>;

export function paymentState(attempt: Attempt): PaymentState {
  const cancelling = attempt.cancelRequestedAt !== undefined && attempt.cancelRefusedAt === undefined;
  switch (attempt.state) {
    case 'sending':
      return cancelling ? 'cancelling' : 'sending';
    case 'waiting':
      if (cancelling) return 'cancelling';
      return attempt.transactionId === undefined ? 'waiting-terminal' : 'waiting-customer';
    case 'authorized':
    case 'approved':
    case 'declined':
    case 'cancelled':
    case 'failed':
    case 'refused':
    case 'unknown':
      return attempt.state;
    default:
      return assertNever(attempt.state);
  }
}

/** A captured amount that is not the asked one: a tip, or a partial approval. In minor units; 0 when they agree. */
export const differenceOf = (attempt: Attempt): number =>
  attempt.captured === undefined ? 0 : attempt.captured - attempt.amount.amount;

export function beginAttempt(start: AttemptStart): Attempt {
  return { ...start, state: 'sending' };
}
