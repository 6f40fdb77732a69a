import { z } from 'zod';
import { lineSchema } from './basket.ts';
import { type FaultCode, faultSchema } from './fault.ts';
import { millisecondsSchema } from './moment.ts';
import { minorUnitsSchema, moneySchema } from './money.ts';
import { actorSchema } from './person.ts';
import { type Evidence, type TransactionFacts, cardFactsSchema } from './payment-facts.ts';
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

const codeSchema = faultSchema.unwrap().shape.code;

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

/** Why an approval is news that must be shown wherever the person is (rules P13, P18). */
export const alarmSchema = z
  .object({
    kind: z.enum(['late-approval', 'double-payment']),
    raisedAt: millisecondsSchema,
    seenAt: millisecondsSchema.optional(),
  })
  .readonly();
export type Alarm = z.infer<typeof alarmSchema>;

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
    reason: codeSchema.optional(),
    cancelRequestedAt: millisecondsSchema.optional(),
    cancelSentAt: millisecondsSchema.optional(),
    cancelRefusedAt: millisecondsSchema.optional(),
    setAsideAt: millisecondsSchema.optional(),
    /** When the terminal was let go although the outcome is not known (rule P16). */
    terminalFreedAt: millisecondsSchema.optional(),
    /** When the person left the outcome behind: new sale, or back to the basket. */
    closedAt: millisecondsSchema.optional(),
    alarm: alarmSchema.optional(),
  })
  .readonly();
export type Attempt = z.infer<typeof attemptSchema>;

/**
 * How strong each state is as evidence (rule P13): the strongest seen wins, so that the end does not depend on the
 * order of arrival. `authorized` stands below every outcome that takes it back, and above everything less certain.
 */
const strength: Readonly<Record<AttemptState, number>> = {
  sending: 0,
  waiting: 0,
  unknown: 1,
  refused: 2,
  authorized: 3,
  failed: 4,
  cancelled: 5,
  declined: 6,
  approved: 7,
};

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

/** Open attempts bar a second attempt of the same sale (rule P2). */
export const isOpen = (attempt: Attempt): boolean => !isSettled(attempt) && attempt.setAsideAt === undefined;

/**
 * Whether the terminal may still be asking for this attempt's card (rule P2). With an authorization the terminal has
 * done its part, however long the capture takes.
 */
export const holdsTerminal = (attempt: Attempt): boolean =>
  !isSettled(attempt) && attempt.state !== 'authorized' && attempt.terminalFreedAt === undefined;

/** Whether this attempt's money may have been taken: charging the sale again needs a clear yes (rule P16). */
export const mayHaveTaken = (attempt: Attempt): boolean =>
  !isSettled(attempt) || attempt.state === 'approved';

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

/**
 * The one reconciler (rule P11): what an attempt is after a piece of evidence. Pure; evidence that adds nothing gives
 * back the same object. `at` is when the till learned it.
 */
export function decide(attempt: Attempt, evidence: Evidence, at: number): Attempt {
  switch (evidence.kind) {
    case 'created':
      return isOtherSession(attempt, evidence.sessionId)
        ? contradicted(attempt, at)
        : learned(attempt, { sessionId: evidence.sessionId }, at);
    case 'refused':
      return learned(attempt, { state: 'refused', reason: refusalCode(evidence.code) }, at);
    case 'reply-lost':
      return attempt.replyLostAt === undefined ? { ...attempt, replyLostAt: at } : attempt;
    case 'deadline':
      return learned(attempt, { state: 'unknown', reason: 'unknown.deadline' }, at);
    case 'session': {
      const { session } = evidence;
      const foreign =
        isOtherSession(attempt, session.id) ||
        (session.reference !== undefined && session.reference !== attempt.reference);
      if (foreign) return contradicted(attempt, at);
      const cancelled = session.cancelled && session.transactionId === undefined;
      return learned(
        attempt,
        {
          sessionId: session.id,
          ...(session.transactionId !== undefined && { transactionId: session.transactionId }),
          ...(cancelled && { state: 'cancelled' as const, reason: cancelReason(attempt) }),
        },
        at,
      );
    }
    case 'transaction':
      return isOurs(attempt, evidence.transaction)
        ? learned(attempt, fromTransaction(attempt, evidence.transaction), at)
        : contradicted(attempt, at);
    default:
      return assertNever(evidence);
  }
}

/** Session, reference and currency must be ours; a store or terminal that is named must be ours too (rule P11). */
export function isOurs(attempt: Attempt, transaction: TransactionFacts): boolean {
  const { sessionId, reference, currency, storeId, terminalId } = transaction;
  return (
    reference === attempt.reference &&
    sessionId !== undefined &&
    !isOtherSession(attempt, sessionId) &&
    currency === attempt.amount.currency &&
    (storeId === undefined || storeId === attempt.storeId) &&
    (terminalId === undefined || terminalId === attempt.terminalId)
  );
}

type Learning = Partial<
  Pick<
    Attempt,
    | 'state'
    | 'sessionId'
    | 'transactionId'
    | 'captured'
    | 'card'
    | 'receiptNumber'
    | 'providerStatus'
    | 'reason'
  >
>;

function learned(attempt: Attempt, learning: Learning, at: number): Attempt {
  const verdict = learning.state;
  const stronger = verdict !== undefined && strength[verdict] > strength[attempt.state];
  const weaker = verdict !== undefined && strength[verdict] < strength[attempt.state];
  const { state, reason, ...facts } = learning;
  const known: Attempt = {
    ...attempt,
    ...withoutUndefined(facts),
    // Identities are learned once; what is known of an outcome is not undone by a weaker word about it.
    ...pick(attempt, ['sessionId', 'transactionId']),
    ...(weaker && pick(attempt, ['captured', 'card', 'receiptNumber', 'providerStatus'])),
    ...(learning.captured !== undefined &&
      attempt.captured !== undefined &&
      attempt.captured > learning.captured && { captured: attempt.captured }),
  };
  const opened: Attempt =
    known.transactionId !== undefined && known.openedAt === undefined ? { ...known, openedAt: at } : known;
  const next = stronger
    ? moved(opened, verdict, reason, at)
    : isRunning(opened)
      ? { ...opened, state: opened.sessionId === undefined ? ('sending' as const) : ('waiting' as const) }
      : opened;
  return sameAttempt(attempt, next) ? attempt : next;
}

function moved(attempt: Attempt, state: AttemptState, reason: FaultCode | undefined, at: number): Attempt {
  const { reason: _, ...rest } = attempt;
  const next: Attempt = { ...rest, state, ...(reason !== undefined && { reason }) };
  const settled = isSettled(next) ? { ...next, settledAt: at } : next;
  return state === 'approved' && isNews(attempt) ? { ...settled, alarm: alarmFor(attempt, at) } : settled;
}

/** An approval surprises when the till had already said otherwise, or the basket had gone on without it. */
const isNews = (before: Attempt): boolean =>
  before.setAsideAt !== undefined ||
  isSettled(before) ||
  (before.closedAt !== undefined && before.state !== 'authorized');

const alarmFor = (before: Attempt, at: number): Alarm => ({
  kind: before.setAsideAt === undefined ? 'late-approval' : 'double-payment',
  raisedAt: at,
});

function contradicted(attempt: Attempt, at: number): Attempt {
  return learned(attempt, { state: 'unknown', reason: 'unknown.contradiction' }, at);
}

function fromTransaction(attempt: Attempt, transaction: TransactionFacts): Learning {
  const { state, reason } = verdictOf(attempt, transaction);
  return {
    ...(state && { state }),
    ...(reason && { reason }),
    ...(transaction.sessionId !== undefined && { sessionId: transaction.sessionId }),
    transactionId: transaction.id,
    providerStatus: transaction.status,
    ...(transaction.card && { card: transaction.card }),
    ...(transaction.receiptNumber !== undefined && { receiptNumber: transaction.receiptNumber }),
    ...(state === 'approved' && { captured: transaction.captured ?? transaction.amount }),
  };
}

/** What a transaction's status says of the outcome (rule P12). Every word that we do not know is *still running*. */
function verdictOf(
  attempt: Attempt,
  transaction: TransactionFacts,
): { readonly state?: AttemptState; readonly reason?: FaultCode } {
  switch (transaction.status) {
    case 'CAPTURED':
    case 'REFUNDED':
    case 'PARTIALLY_CAPTURED':
    case 'PARTIALLY_REFUNDED':
    case 'PARTIALLY_CAPTURED_REFUNDED':
      return { state: 'approved' };
    case 'AUTHORIZED':
      return { state: 'authorized' };
    case 'AUTHORIZATION_VOIDED':
      return { state: 'cancelled', reason: cancelReason(attempt) };
    case 'DECLINED':
      return { state: 'declined', reason: declineCode(transaction.declineTypes) };
    case 'FAILED':
      return transaction.declineTypes.length > 0
        ? { state: 'declined', reason: declineCode(transaction.declineTypes) }
        : { state: 'failed', reason: 'terminal.failed' };
    default:
      return {};
  }
}

const cancelReason = (attempt: Attempt): FaultCode =>
  attempt.cancelRequestedAt === undefined ? 'cancelled.at-terminal' : 'cancelled.at-till';

const declineCodes: Readonly<Record<string, FaultCode>> = {
  INSUFFICIENT_FUNDS: 'declined.insufficient-funds',
  EXPIRED_CARD: 'declined.expired-card',
  PIN_REQUIRED: 'declined.pin',
  EXCEEDS_APPROVAL_LIMIT: 'declined.limit',
  EXCEEDS_WITHDRAWAL_FREQUENCY_LIMIT: 'declined.limit',
  RESTRICTED_CARD: 'declined.restricted-card',
  PICK_UP_CARD: 'declined.restricted-card',
  CLOSED_ACCOUNT: 'declined.restricted-card',
  FAILED_VERIFICATION: 'declined.verification',
  ADDITIONAL_VERIFICATION_REQUIRED: 'declined.verification',
};

/** The most telling reason that Dintero gave for a refusal by issuer or customer. */
const declineCode = (types: readonly string[]): FaultCode =>
  types.map((type) => declineCodes[type]).find((code) => code !== undefined) ?? 'declined.generic';

const refusalCode = (code: string): FaultCode => {
  const parsed = codeSchema.safeParse(code);
  return parsed.success ? parsed.data : 'setup.rejected';
};

const isOtherSession = (attempt: Attempt, sessionId: string): boolean =>
  attempt.sessionId !== undefined && attempt.sessionId !== sessionId;

const isRunning = (attempt: Attempt): boolean => attempt.state === 'sending' || attempt.state === 'waiting';

function pick<Key extends keyof Attempt>(
  attempt: Attempt,
  keys: readonly Key[],
): Partial<Pick<Attempt, Key>> {
  return withoutUndefined(Object.fromEntries(keys.map((key) => [key, attempt[key]]))) as Partial<
    Pick<Attempt, Key>
  >;
}

const withoutUndefined = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Value;

const sameAttempt = (a: Attempt, b: Attempt): boolean => JSON.stringify(a) === JSON.stringify(b);
