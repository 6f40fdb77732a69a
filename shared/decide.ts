import {
  type Alarm,
  type AlarmKind,
  type Attempt,
  type AttemptState,
  countsAsPaid,
  isSettled,
} from './attempt.ts';
import { type FaultCode, faultCodeSchema } from './fault.ts';
import type { Evidence, TransactionFacts } from './payment-facts.ts';
import { assertNever } from './result.ts';

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
  const kind = newsOf(attempt, settled);
  return kind === undefined ? settled : { ...settled, alarm: alarmOf(kind, at) };
}

/**
 * What surprises: an approval when the till had already said otherwise, or the basket had gone on without it; and no
 * money after all for a sale that left the counter as paid.
 */
function newsOf(before: Attempt, after: Attempt): AlarmKind | undefined {
  // Left for the next customer as good as paid; what was refused, set aside or marked before was left for another reason.
  const leftAuthorized =
    before.state === 'authorized' &&
    !mayBeVoided(before) &&
    before.closedAt !== undefined &&
    before.settledAt === undefined &&
    before.setAsideAt === undefined &&
    before.mark === undefined;
  const leftAsPaid = countsAsPaid(before) || leftAuthorized;
  if (after.state !== 'approved') return leftAsPaid && isSettled(after) ? 'not-paid' : undefined;
  // What was found without a record is on the desk for that alone.
  if (leftAsPaid || before.foundAt !== undefined) return undefined;
  if (before.setAsideAt !== undefined) return 'double-payment';
  return before.settledAt !== undefined || before.closedAt !== undefined ? 'late-approval' : undefined;
}

const alarmOf = (kind: AlarmKind, raisedAt: number): Alarm => ({ kind, raisedAt });

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

const paidStatuses: ReadonlySet<string> = new Set([
  'CAPTURED',
  'REFUNDED',
  'PARTIALLY_CAPTURED',
  'PARTIALLY_REFUNDED',
  'PARTIALLY_CAPTURED_REFUNDED',
]);

/** Whether a transaction's status means that the sale was paid, whatever went back since (rule P12). */
export const isPaid = (status: string): boolean => paidStatuses.has(status);

/** Whether the customer's money is taken or reserved. */
export const tookMoney = (status: string): boolean => isPaid(status) || status === 'AUTHORIZED';

/** What a transaction's status says of the outcome (rule P12). Every word that we do not know is *still running*. */
function verdictOf(
  attempt: Attempt,
  transaction: TransactionFacts,
): { readonly state?: AttemptState; readonly reason?: FaultCode } {
  if (isPaid(transaction.status)) return { state: 'approved' };
  switch (transaction.status) {
    case 'AUTHORIZED':
      return { state: 'authorized' };
    case 'AUTHORIZATION_VOIDED':
      return { state: 'cancelled', reason: voidReason(attempt) };
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

/** A manager had the reservation released, and Dintero has not said that it would not. */
const mayBeVoided = (attempt: Attempt): boolean =>
  attempt.void !== undefined && attempt.void.refused !== true;

const voidReason = (attempt: Attempt): FaultCode =>
  mayBeVoided(attempt) ? 'cancelled.voided' : cancelReason(attempt);

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
  const parsed = faultCodeSchema.safeParse(code);
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
