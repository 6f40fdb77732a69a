import { z } from 'zod';
import { attemptSchema } from './attempt.ts';
import { basketSchema, lineSchema } from './basket.ts';
import { faultSchema } from './fault.ts';
import { currencySchema, minorUnitsSchema, moneySchema } from './money.ts';
import { cardFactsSchema } from './payment-facts.ts';
import { actorSchema, personSchema } from './person.ts';
import { refundSchema } from './refund.ts';
import { vatRateSchema } from './vat.ts';

/**
 * What main shows the renderer, slice by slice. Times are milliseconds since 1970, amounts minor units. No secret is
 * part of any view; the router drops every member that is not named here.
 */

const millisecondsSchema = z.int();

export const localeSchema = z.enum(['en', 'nb']);
export type Locale = z.infer<typeof localeSchema>;

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

/** Something that happened to the till itself and must be read: a file set aside, a wrong clock. */
export const noticeSchema = z.object({ id: z.string(), fault: faultSchema }).readonly();
export type Notice = z.infer<typeof noticeSchema>;

export const appViewSchema = z
  .object({
    version: z.string(),
    /** What carries the window: Electron, or the stand-in in the system's browser. */
    host: z.enum(['electron', 'stand-in']),
    mode: z.enum(['live', 'training']),
    /** Which part of the app is open. */
    stage: z.enum(['welcome', 'pairing', 'till']),
    notices: z.array(noticeSchema).readonly(),
    /** Payments that still run in the live profile while this is training. */
    liveMatters: z.int(),
  })
  .readonly();
export type AppView = z.infer<typeof appViewSchema>;

export const networkViewSchema = z
  .object({
    online: z.boolean(),
    /** Why not, when offline. */
    fault: faultSchema.optional(),
    retryAt: millisecondsSchema.optional(),
  })
  .readonly();
export type NetworkView = z.infer<typeof networkViewSchema>;

export const settingsViewSchema = z
  .object({
    locale: localeSchema,
    theme: themeSchema,
    returnUrl: z.string(),
    callbackUrl: z.string(),
    deadlineSeconds: z.int(),
    /** Whether refunds name a terminal on which the customer confirms. */
    refundsOnTerminal: z.boolean(),
  })
  .readonly();
export type SettingsView = z.infer<typeof settingsViewSchema>;

export const pairingStepSchema = z.enum(['account', 'store', 'profile', 'terminal', 'till', 'manager']);
export type PairingStep = z.infer<typeof pairingStepSchema>;

export const pairedStoreSchema = z
  .object({ storeId: z.string(), name: z.string(), payoutDestinationId: z.string() })
  .readonly();
export type PairedStore = z.infer<typeof pairedStoreSchema>;

export const pairedTerminalSchema = z
  .object({ terminalId: z.string(), serialNumber: z.string().optional(), model: z.string().optional() })
  .readonly();
export type PairedTerminal = z.infer<typeof pairedTerminalSchema>;

export const pairedProfileSchema = z
  .object({
    profileId: z.string(),
    /** The profile itself switches in-person payments on, so that a session need not say it. */
    enablesInPerson: z.boolean(),
  })
  .readonly();
export type PairedProfile = z.infer<typeof pairedProfileSchema>;

/** A wizard that was left and can be gone on with. Holds no secret: those went to the keychain. */
export const pairingDraftSchema = z
  .object({
    step: pairingStepSchema,
    accountId: z.string().optional(),
    store: pairedStoreSchema.optional(),
    profile: pairedProfileSchema.optional(),
    terminal: pairedTerminalSchema.optional(),
    tillName: z.string().optional(),
  })
  .readonly();
export type PairingDraft = z.infer<typeof pairingDraftSchema>;

/** Which account, store, payout destination, profile and terminal this till uses. */
export const pairingSchema = z
  .object({
    accountId: z.string(),
    store: pairedStoreSchema,
    profile: pairedProfileSchema,
    terminal: pairedTerminalSchema,
    tillName: z.string(),
    currency: currencySchema,
    pairedAt: millisecondsSchema,
  })
  .readonly();
export type Pairing = z.infer<typeof pairingSchema>;

export const pairingViewSchema = z
  .object({
    draft: pairingDraftSchema.optional(),
    paired: pairingSchema.optional(),
    /** In training, what the practice account is called and how it logs in. Never a real credential. */
    practice: z
      .object({ accountId: z.string(), clientId: z.string(), clientSecret: z.string() })
      .readonly()
      .optional(),
  })
  .readonly();
export type PairingView = z.infer<typeof pairingViewSchema>;

/** A store as the wizard lists it. */
export const storeChoiceSchema = z
  .object({
    storeId: z.string(),
    name: z.string(),
    payoutDestinationId: z.string().optional(),
    /** The payout destination's case status, when it may be read. Only ACTIVE can take payments. */
    payoutStatus: z.string().optional(),
  })
  .readonly();
export type StoreChoice = z.infer<typeof storeChoiceSchema>;

export const profileChoiceSchema = z
  .object({
    profileId: z.string(),
    description: z.string().optional(),
    enablesInPerson: z.boolean(),
  })
  .readonly();
export type ProfileChoice = z.infer<typeof profileChoiceSchema>;

export const terminalChoiceSchema = z
  .object({
    terminalId: z.string(),
    serialNumber: z.string().optional(),
    model: z.string().optional(),
    status: z.string(),
    statusReason: z.string().optional(),
  })
  .readonly();
export type TerminalChoice = z.infer<typeof terminalChoiceSchema>;

/** A list, or word that this API client may not read it, so that ids are typed by hand. */
export const choicesSchema = <Choice extends z.ZodType>(choice: Choice) =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('listed'), choices: z.array(choice).readonly() }).readonly(),
    z.object({ kind: z.literal('not-allowed') }).readonly(),
  ]);

export const terminalViewSchema = z
  .object({
    terminalId: z.string(),
    serialNumber: z.string().optional(),
    model: z.string().optional(),
    /** Dintero's status; absent when it can't be read, which does not block a sale. */
    status: z.string().optional(),
    statusReason: z.string().optional(),
    checkedAt: millisecondsSchema.optional(),
    /** Why the status is not known, or why the terminal can't be used. */
    fault: faultSchema.optional(),
    /** Usual time from request to opened transaction, once there is some history. */
    usualOpenMs: z.int().optional(),
    /** The reference of the attempt or refund that holds it. */
    heldBy: z.string().optional(),
  })
  .readonly();
export type TerminalView = z.infer<typeof terminalViewSchema>;

export const staffViewSchema = z
  .object({
    people: z.array(personSchema).readonly(),
    signedIn: personSchema.optional(),
    locked: z.boolean(),
  })
  .readonly();
export type StaffView = z.infer<typeof staffViewSchema>;

export const vatTotalSchema = z
  .object({ rate: vatRateSchema, amount: minorUnitsSchema, vat: minorUnitsSchema })
  .readonly();

export const basketViewSchema = z
  .object({
    basket: basketSchema,
    currency: currencySchema,
    total: minorUnitsSchema,
    vat: z.array(vatTotalSchema).readonly(),
    canUndo: z.boolean(),
    /** Why Charge would be refused now, other than an empty basket. */
    blocked: faultSchema.optional(),
  })
  .readonly();
export type BasketView = z.infer<typeof basketViewSchema>;

export const productSchema = z
  .object({
    productId: z.string(),
    name: z.string(),
    unitPrice: minorUnitsSchema,
    vatRate: vatRateSchema,
    group: z.string(),
  })
  .readonly();
export type Product = z.infer<typeof productSchema>;

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

/** The payment that is in front of the cashier. */
export const paymentViewSchema = z
  .object({
    attempt: attemptSchema,
    shown: paymentStateSchema,
    /** When the wait for the terminal counts as long, and the screen says what to check (rule P9). */
    longWaitAt: millisecondsSchema,
    usualOpenMs: z.int().optional(),
    lastCheckedAt: millisecondsSchema.optional(),
    /** Why the last look at Dintero brought nothing. */
    checkFault: faultSchema.optional(),
    /** What the outcome says: why declined, refused, or unknown. */
    fault: faultSchema.optional(),
    can: z
      .object({
        cancel: z.boolean(),
        checkNow: z.boolean(),
        setAside: z.boolean(),
        tryAgain: z.boolean(),
        newSale: z.boolean(),
        freeTerminal: z.boolean(),
      })
      .readonly(),
  })
  .readonly();
export type PaymentView = z.infer<typeof paymentViewSchema>;

/** Something whose money is not certain, or that must be looked at. */
export const deskMatterSchema = z
  .object({
    kind: z.enum(['attempt', 'refund']),
    /** The attempt's or the refund's id. */
    id: z.string(),
    saleId: z.string(),
    saleNumber: z.int(),
    reference: z.string(),
    state: z.string(),
    amount: moneySchema,
    terminalId: z.string().optional(),
    holdsTerminal: z.boolean(),
    setAside: z.boolean(),
    /** A refund that met another one taken at the same time (rule R4). */
    overlap: z.boolean(),
    startedAt: millisecondsSchema,
    lastCheckedAt: millisecondsSchema.optional(),
    fault: faultSchema.optional(),
  })
  .readonly();
export type DeskMatter = z.infer<typeof deskMatterSchema>;

export const alarmViewSchema = z
  .object({
    attemptId: z.string(),
    kind: z.enum(['late-approval', 'double-payment']),
    saleId: z.string(),
    saleNumber: z.int(),
    reference: z.string(),
    amount: moneySchema,
    raisedAt: millisecondsSchema,
  })
  .readonly();
export type AlarmView = z.infer<typeof alarmViewSchema>;

export const deskViewSchema = z
  .object({
    matters: z.array(deskMatterSchema).readonly(),
    alarms: z.array(alarmViewSchema).readonly(),
  })
  .readonly();
export type DeskView = z.infer<typeof deskViewSchema>;

export const saleStateSchema = z.enum([...paymentStateSchema.options, 'refunded', 'partly-refunded']);
export type SaleState = z.infer<typeof saleStateSchema>;

export const saleSummarySchema = z
  .object({
    saleId: z.string(),
    number: z.int(),
    /** Of the approved attempt, else of the latest. */
    reference: z.string(),
    state: saleStateSchema,
    amount: moneySchema,
    /** What has gone back, in minor units. */
    refunded: minorUnitsSchema,
    startedAt: millisecondsSchema,
    person: actorSchema,
    card: cardFactsSchema.optional(),
  })
  .readonly();
export type SaleSummary = z.infer<typeof saleSummarySchema>;

/** A step in the life of an attempt or refund, for the timeline. */
export const timelineStepSchema = z
  .object({
    at: millisecondsSchema,
    /** The kind of journal event, with what it brought: `started`, `evidence.transaction`, … */
    step: z.string(),
    /** Dintero's own word, where there is one. */
    word: z.string().optional(),
    by: z.string().optional(),
  })
  .readonly();
export type TimelineStep = z.infer<typeof timelineStepSchema>;

export const saleDetailSchema = z
  .object({
    summary: saleSummarySchema,
    lines: z.array(lineSchema).readonly(),
    vat: z.array(vatTotalSchema).readonly(),
    attempts: z
      .array(
        z
          .object({
            attempt: attemptSchema,
            shown: paymentStateSchema,
            timeline: z.array(timelineStepSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    refunds: z.array(refundSchema).readonly(),
    refundable: z.boolean(),
  })
  .readonly();
export type SaleDetail = z.infer<typeof saleDetailSchema>;

export const refundLineSchema = z
  .object({
    lineId: z.string(),
    description: z.string(),
    quantity: z.number(),
    amount: minorUnitsSchema,
    vatRate: vatRateSchema,
    taken: minorUnitsSchema,
    remaining: minorUnitsSchema,
    remainingQuantity: z.number(),
    reckoned: z.boolean(),
  })
  .readonly();

/** What can be refunded on a sale, read from Dintero at `readAt`. */
export const refundOfferSchema = z
  .object({
    saleId: z.string(),
    attemptId: z.string(),
    reference: z.string(),
    currency: currencySchema,
    captured: minorUnitsSchema,
    refunded: minorUnitsSchema,
    running: minorUnitsSchema,
    remaining: minorUnitsSchema,
    lines: z.array(refundLineSchema).readonly(),
    card: cardFactsSchema.optional(),
    readAt: millisecondsSchema,
    approvers: z.array(personSchema).readonly(),
    /** Where the customer confirms; absent when no terminal takes part. */
    terminalId: z.string().optional(),
  })
  .readonly();
export type RefundOffer = z.infer<typeof refundOfferSchema>;

export const refundViewSchema = z
  .object({
    refund: refundSchema,
    lastCheckedAt: millisecondsSchema.optional(),
    fault: faultSchema.optional(),
  })
  .readonly();
export type RefundView = z.infer<typeof refundViewSchema>;

/** The simulated terminal of training mode, as it stands on the counter. */
export const simulatedTerminalSchema = z
  .object({
    terminalId: z.string(),
    serialNumber: z.string(),
    storeName: z.string(),
    plugged: z.boolean(),
    prompt: z
      .object({ kind: z.enum(['sale', 'refund']), amount: moneySchema })
      .readonly()
      .optional(),
    /** What its display says after the last prompt, for a few seconds. */
    lastResult: z.enum(['approved', 'declined', 'cancelled', 'refunded', 'timed-out']).optional(),
  })
  .readonly();
export type SimulatedTerminal = z.infer<typeof simulatedTerminalSchema>;
