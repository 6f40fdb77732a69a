import { z } from 'zod';

const milliseconds = z.int().min(0);

const operationEnd = z.enum(['completed', 'failed', 'timeout', 'never']);

/**
 * What Dintero's documents leave open, each as a named option, and the few documented choices that tests need to move.
 * Times are in ms. Where a docstring says *assumed*, nothing is documented; no client may rely on it.
 */
export const optionsSchema = z.strictObject({
  /** `expires_in` of a token, in seconds. Documented examples are 14400 and 86400; a client must read the field. */
  tokenLifeSeconds: z.int().min(1),
  /** Added to the clock in the `Date` header, to stand for a till whose clock is wrong. */
  dateOffsetMs: z.int(),

  /** Status for a terminal that is unknown, not ACTIVE, or not this store's. That it is rejected is documented, with what is assumed. */
  terminalRefusedStatus: z.union([z.literal(400), z.literal(403), z.literal(404), z.literal(409)]),
  /** A session that does not enable in-person payments alone: refused, or taken as a session that no terminal hears of. Assumed. */
  otherMethods: z.enum(['reject-400', 'no-prompt']),
  /** Whether `order.amount` must equal its items. Documented: only with the `strict-session-amounts` toggle. */
  strictAmounts: z.enum(['by-toggle', 'always']),
  /** How long a session without `expires_at` lasts. The default is not documented; it has no effect on a prompt here. */
  sessionLifeMs: milliseconds,
  /** `GET /v1/sessions`: a plain array, wrapped in an object, or 404. It is not in the published specification. */
  sessionList: z.enum(['array', 'wrapped', 'off']),

  /** Whether the terminal waits for its buttons, or answers by itself as Dintero's simulated terminals do. */
  answers: z.enum(['by-button', 'by-itself']),
  /** How long a terminal that answers by itself takes. Assumed. */
  answerDelayMs: milliseconds,
  /** How long it takes until the terminal prompts. Assumed; 0 prompts before create-session replies. */
  promptDelayMs: milliseconds,
  /** The same for the slow-prompt scenario. */
  slowPromptMs: milliseconds,
  /** When the transaction comes about: as the terminal prompts, or as a card is presented. Not documented. */
  transactionOpens: z.enum(['at-prompt', 'at-card']),
  /** What a second session does to a terminal that is occupied. Not documented. */
  busyPolicy: z.enum(['reject-409', 'reject-400', 'queue', 'replace']),
  /** A session for a terminal that is off: no transaction, or one that stays INITIATED. Not documented. */
  unpluggedSession: z.enum(['no-transaction', 'initiated']),
  /** What becomes of an unanswered prompt when its terminal is plugged in again. Not documented. */
  plugInAgain: z.enum(['continue', 'drop']),
  /** How long a terminal prompts before it gives up. Not documented. */
  promptTimeoutMs: milliseconds,
  /** The status after that. Not documented. */
  promptTimeoutStatus: z.enum(['FAILED', 'DECLINED', 'AUTHORIZATION_VOIDED']),
  /** The status of a declined card: the documents can be read either way. */
  declinedStatus: z.enum(['FAILED', 'DECLINED']),
  /** The status after the customer cancels on the terminal. DECLINED and AUTHORIZATION_VOIDED are both described so. */
  cancelledOnTerminalStatus: z.enum(['AUTHORIZATION_VOIDED', 'DECLINED', 'FAILED']),

  /** Status when a session can no longer be cancelled. That it is refused is documented, with what is not. */
  cancelRefusedStatus: z.union([z.literal(400), z.literal(403)]),
  /** How long the terminal goes on prompting after its session was cancelled. Not documented. */
  cancelStopsPromptAfterMs: milliseconds,
  /** Whether a card that is presented in that time is charged all the same. Not documented. */
  cardBeatsCancel: z.boolean(),

  /** From AUTHORIZED to CAPTURED, when the capture is automatic. Documented as short, up to 48 h. */
  captureDelayMs: milliseconds,
  /** The same for the authorized-that-stays scenario; `null` never captures. */
  lingeringCaptureMs: milliseconds.nullable(),
  /** How long scenarios whose outcome changes later take to change. Ours. */
  laterMs: milliseconds,
  /** Status after a partial approval. Not documented in person. */
  partialApprovalStatus: z.enum(['PARTIALLY_CAPTURED', 'CAPTURED']),
  /** Whether a tip also raises the transaction's amount, or only what is captured. Not documented. */
  tipRaisesAmount: z.boolean(),

  /** How far reads of sessions and transactions are behind, as from a copy that is kept up late. Not documented. */
  statusLagMs: milliseconds,
  /** Whether a read may tell what stood before the one before it: each second one does. Not documented. */
  statusOrder: z.enum(['in-order', 'every-second-older']),
  /** How a transaction lists its events: as they came, the other way round, or each of them twice. Not documented. */
  eventList: z.enum(['in-order', 'newest-first', 'each-twice']),
  /** How long a new transaction or session is missing from the lists. Not documented. */
  indexingDelayMs: milliseconds,
  /** The order of `GET /v1/transactions`. Not documented. */
  listOrder: z.enum(['newest-first', 'oldest-first']),

  /** Whether a refund must name a terminal: required in the newest reference, absent from the older guide. */
  refundNeedsTerminal: z.boolean(),
  /** 202 and a later event, or 200 once it is done: both documented, which one comes in person is not. */
  refundReply: z.union([z.literal(200), z.literal(202)]),
  /** Whether the customer confirms on the terminal. Documented: simulated terminals approve by themselves, real ones ask. */
  refundConfirmed: z.enum(['by-itself', 'by-customer']),
  /** How long a refund takes, after the customer confirmed if need be. Assumed. */
  refundDelayMs: milliseconds,
  /** Status of the held reply (`refundReply` 200) when the refund fails. Assumed. */
  refundFailedStatus: z.union([z.literal(200), z.literal(400)]),
  /** Whether refunds that still run count against what is left. Assumed. */
  countRunningRefunds: z.boolean(),
  /** Whether a line can't be refunded above its own amount. Assumed. */
  refundLineCeiling: z.boolean(),
  /** Status for a refund, void or capture that the transaction does not allow. 400 and 403 are both plausible. */
  operationRefusedStatus: z.union([z.literal(400), z.literal(403)]),

  /** How long a terminal takes to check for an update. Assumed, as for the other operations. */
  checkUpdateMs: milliseconds,
  /** How that ends; `never` stays pending. The ends are documented, which one comes when is not. */
  checkUpdateEnds: operationEnd,
  sendLogsMs: milliseconds,
  sendLogsEnds: operationEnd,
  openMenuMs: milliseconds,
  openMenuEnds: operationEnd,
  endOfDayMs: milliseconds,
  endOfDayEnds: operationEnd,
  /** Status of an operation that runs; the other word is one that Dintero does not have, for clients that must bear with one. */
  runningOperationStatus: z.enum(['PENDING', 'IN_PROGRESS']),
  /** `Retry-After` of the 409 while an operation is pending on the terminal, in seconds; `null` leaves it out. Documented without a figure. */
  operationRetryAfterSeconds: z.int().min(0).nullable(),
  /** Whether the same `Idempotency-Key` gives the operation that it started. Documented as optional, without its life. */
  operationKeys: z.enum(['honoured', 'ignored']),
  /** Whether a completed check for an update tells the terminal's software. Not documented. */
  firmwareTold: z.boolean(),

  /** `GET /v1/admin/session/profiles`: wrapped in an object, or a plain array. Not documented. */
  profileList: z.enum(['wrapped', 'array']),

  /** Which of a store's two ids `store_id` of a terminal is: the newest reference says the merchant's, an older guide Dintero's. */
  terminalStoreId: z.enum(['merchant', 'dintero']),
  /** Status for a store or a payout destination that is not known, in a body that names one. Not documented. */
  unknownReferenceStatus: z.union([z.literal(400), z.literal(404)]),
  /** Status for a `store_id` or a serial number that is there already. Not documented. */
  alreadyThereStatus: z.union([z.literal(400), z.literal(409)]),
  /** Status for an organisation number that is not the payout destination's. That they must match is documented, with what is not. */
  organizationRefusedStatus: z.union([z.literal(400), z.literal(409)]),
  /** A store with a payout destination that is not ACTIVE: refused, or taken as it is. Not documented. */
  waitingDestination: z.enum(['reject-400', 'take']),
  /** A new simulated terminal: ACTIVE at once, as documented, or set up like a real one. */
  simulatedTerminals: z.enum(['active-at-once', 'as-real-ones']),
  /** How long a new terminal is PENDING. That it changes by itself is documented; 0 skips it. */
  pendingMs: milliseconds,
  /** What follows on PENDING: ACTION_REQUIRED until an update has been checked, or ACTIVE. Documented: either can be met. */
  afterPending: z.enum(['needs-update', 'active']),

  /** The statuses that the case of a new seller goes through. All ten are documented, the order is not; others may be told. */
  approvalPath: z.array(z.string().min(1)).min(1),
  /** How long the signer takes for the declaration, and again for the signature; `null` waits until somebody does it. Assumed. */
  approvalSignerMs: milliseconds.nullable(),
  /** How long Dintero takes for each of its own steps. Assumed; in truth it is minutes to days. */
  approvalReviewMs: milliseconds,
  /** When the signer's links are there: from the start, or each while its page is waited for. Not documented. */
  approvalLinks: z.enum(['at-once', 'as-needed']),
  /** Where the links lead. Not documented. */
  approvalLinkBase: z.string().min(1),
  /** Whether sellers whose case runs are payout destinations already. Documented: they are added when approved; older accounts list others. */
  pendingDestinations: z.enum(['absent', 'listed']),
});

export type SandboxOptions = Readonly<z.infer<typeof optionsSchema>>;

/** A change of some options. */
export const optionsChangeSchema = optionsSchema.partial();
export type OptionsChange = Readonly<z.infer<typeof optionsChangeSchema>>;

/** What the documents say, or suggest; each with its reason at the option. */
export const defaultOptions: SandboxOptions = {
  tokenLifeSeconds: 14_400,
  dateOffsetMs: 0,
  terminalRefusedStatus: 400,
  otherMethods: 'reject-400',
  strictAmounts: 'by-toggle',
  sessionLifeMs: 4 * 60 * 60_000,
  sessionList: 'array',
  answers: 'by-button',
  answerDelayMs: 500,
  promptDelayMs: 0,
  slowPromptMs: 15_000,
  transactionOpens: 'at-prompt',
  busyPolicy: 'reject-409',
  unpluggedSession: 'no-transaction',
  plugInAgain: 'continue',
  promptTimeoutMs: 120_000,
  promptTimeoutStatus: 'FAILED',
  declinedStatus: 'FAILED',
  cancelledOnTerminalStatus: 'AUTHORIZATION_VOIDED',
  cancelRefusedStatus: 400,
  cancelStopsPromptAfterMs: 0,
  cardBeatsCancel: true,
  captureDelayMs: 500,
  lingeringCaptureMs: 60_000,
  laterMs: 3_000,
  partialApprovalStatus: 'PARTIALLY_CAPTURED',
  tipRaisesAmount: false,
  statusLagMs: 0,
  statusOrder: 'in-order',
  eventList: 'in-order',
  indexingDelayMs: 0,
  listOrder: 'newest-first',
  refundNeedsTerminal: true,
  refundReply: 202,
  refundConfirmed: 'by-itself',
  refundDelayMs: 500,
  refundFailedStatus: 200,
  countRunningRefunds: true,
  refundLineCeiling: true,
  operationRefusedStatus: 400,
  checkUpdateMs: 3_000,
  checkUpdateEnds: 'completed',
  sendLogsMs: 2_000,
  sendLogsEnds: 'completed',
  openMenuMs: 500,
  openMenuEnds: 'completed',
  endOfDayMs: 4_000,
  endOfDayEnds: 'completed',
  runningOperationStatus: 'PENDING',
  operationRetryAfterSeconds: 5,
  operationKeys: 'honoured',
  firmwareTold: false,
  profileList: 'wrapped',
  terminalStoreId: 'merchant',
  unknownReferenceStatus: 400,
  alreadyThereStatus: 409,
  organizationRefusedStatus: 400,
  waitingDestination: 'reject-400',
  simulatedTerminals: 'active-at-once',
  pendingMs: 5_000,
  afterPending: 'needs-update',
  approvalPath: ['WAITING_FOR_DECLARATION', 'WAITING_FOR_SIGNATURE', 'AUTOMATIC_REVIEW', 'ACTIVE'],
  approvalSignerMs: null,
  approvalReviewMs: 3_000,
  approvalLinks: 'at-once',
  approvalLinkBase: 'https://sandbox.dintero.com',
  pendingDestinations: 'absent',
};
