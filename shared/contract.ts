import { z } from 'zod';
import { auditFilterSchema, auditFormatSchema } from './audit.ts';
import { longestDescription } from './basket.ts';
import { discountSchema } from './discount.ts';
import { faultSchema } from './fault.ts';
import { minorUnitsSchema } from './money.ts';
import { actorSchema, roleSchema } from './person.ts';
import { quantitySchema } from './quantity.ts';
import { type Result } from './result.ts';
import { type Permit, type Right, type SignedPermit, rulesSchema } from './rights.ts';
import { saleSearchSchema } from './sale-search.ts';
import { sellerFormSchema } from './seller-form.ts';
import { vatRateSchema } from './vat.ts';
import {
  appViewSchema,
  localeSchema,
  lockRulesSchema,
  longestRefundReason,
  mostRefundReasons,
  networkViewSchema,
  settingsViewSchema,
  staffViewSchema,
  themeSchema,
} from './views/app.ts';
import { auditPageSchema, auditViewSchema } from './views/audit.ts';
import { basketViewSchema, productSchema } from './views/basket.ts';
import { deskMatterSchema, deskViewSchema } from './views/desk.ts';
import { terminalHealthSchema } from './views/health.ts';
import {
  choicesSchema,
  pairedTerminalSchema,
  pairingStepSchema,
  pairingViewSchema,
  profileChoiceSchema,
  storeChoiceSchema,
  terminalChoiceSchema,
} from './views/pairing.ts';
import { operationKindSchema, operationsViewSchema } from './views/operations.ts';
import { paymentViewSchema } from './views/payment.ts';
import { paymentKeySchema, refundOfferSchema, refundViewSchema } from './views/refund.ts';
import { saleDetailSchema, saleSummarySchema, timelineStepSchema } from './views/sale.ts';
import {
  foundSaleSchema,
  saleTerminalSchema,
  storePageSchema,
  storeQuerySchema,
  transactionViewSchema,
} from './views/store-sale.ts';
import { storeSchema, storeSellerSchema } from './views/stores.ts';
import { linkOutcomeSchema, sellerSchema, sellerViewSchema, signerPageSchema } from './views/sellers.ts';
import { trainingScenarioSchema, trainingScenariosSchema } from './views/training.ts';
import { fleetPageSchema, followedTerminalSchema, terminalWrittenSchema } from './views/terminals.ts';
import { otherTillSchema, simulatedTerminalSchema, tillTerminalsSchema } from './views/terminal.ts';

/**
 * Everything that crosses between main and the renderer. The router, the bridge and the test doubles are derived from
 * this object; there is no other channel. Arguments and results are plain JSON.
 */

const call = <Argument extends z.ZodType, Value extends z.ZodType>(argument: Argument, value: Value) => ({
  argument,
  value,
});

const nothing = z.null();
/** Of a call that needs a right and nothing else. */
const noOrder: z.ZodType<object> = z.object({});

const attemptArgument = z.object({ attemptId: z.string() });
const refundArgument = z.object({ refundId: z.string() });
const saleArgument = z.object({ saleId: z.string() });
const textField = z.string().max(200);
/** How many terminals a till may have, or a screen may follow at once. */
const mostTerminals = 50;
const secretField = z.string().max(1000);
/** Dintero's, and of a length that only Dintero knows. */
const pageToken = z.string().max(10_000);
const typedClient = z.object({ clientId: textField, clientSecret: secretField });
const pinField = z.string().max(64);
/** A PIN that is chosen, typed twice. */
const newPin = { newPin: pinField, repeatPin: pinField };

/** A named person's yes, with their own PIN, and why (rules R5, P20). */
export const approvalSchema = z
  .object({ reason: textField, approverId: z.string(), pin: pinField })
  .readonly();
export type ApprovalRequest = z.infer<typeof approvalSchema>;

/** What a call needs a right for. `signed`: somebody answers for it with their PIN, whoever asks. */
export interface Guard {
  readonly right: Right;
  readonly signed: boolean;
}

/** A call that needs a right. Where the right needs approval, the call is made with one; the router sees to both. */
const guarded = <Argument extends z.ZodType, Value extends z.ZodType>(
  right: Right,
  own: Argument,
  value: Value,
) => ({
  own,
  argument: z.intersection(own, z.object({ approval: approvalSchema.optional() })),
  value,
  guard: { right, signed: false as const },
});

/** A call for which somebody always answers with their own PIN. */
const signed = <Argument extends z.ZodType, Value extends z.ZodType>(
  right: Right,
  own: Argument,
  value: Value,
) => ({
  own,
  argument: z.intersection(own, z.object({ approval: approvalSchema })),
  value,
  guard: { right, signed: true as const },
});

/**
 * The state that main owns and the renderer mirrors: one snapshot at start, then a push of a slice whenever it changes.
 */
export const slices = {
  app: appViewSchema,
  settings: settingsViewSchema,
  network: networkViewSchema,
  pairing: pairingViewSchema,
  tillTerminals: tillTerminalsSchema.nullable(),
  operations: operationsViewSchema,
  staff: staffViewSchema,
  basket: basketViewSchema,
  payment: paymentViewSchema.nullable(),
  desk: deskViewSchema,
  /** Goes up whenever a list of sales may have changed. */
  sales: z.object({ revision: z.int() }).readonly(),
  refund: refundViewSchema.nullable(),
  /** The terminals that a screen follows until they are ready. */
  followedTerminals: z.array(followedTerminalSchema).readonly(),
  /** The seller whose screen is open, followed until its case is settled. */
  seller: sellerViewSchema.nullable(),
  /** What can be practised; only in training. */
  trainingScenarios: trainingScenariosSchema.nullable(),
  audit: auditViewSchema,
  simulatedTerminal: simulatedTerminalSchema.nullable(),
} as const;

export type SliceName = keyof typeof slices;
export type Snapshot = { readonly [Name in SliceName]: z.infer<(typeof slices)[Name]> };

export const snapshotSchema = z.object(slices).readonly();

export const contract = {
  app: {
    snapshot: call(nothing, snapshotSchema),
    enterTraining: call(nothing, nothing),
    leaveTraining: call(nothing, nothing),
    dismissNotice: call(z.object({ id: z.string() }), nothing),
  },
  settings: {
    /** Language and look: anybody's. */
    look: call(z.object({ locale: localeSchema, theme: themeSchema }).partial(), nothing),
    save: guarded(
      'change-settings',
      z
        .object({
          returnUrl: textField,
          callbackUrl: textField,
          deadlineSeconds: z.int(),
          refundsOnTerminal: z.boolean(),
          refundReasons: z.array(z.string().max(longestRefundReason)).max(mostRefundReasons),
        })
        .partial(),
      nothing,
    ),
  },
  pairing: {
    begin: guarded('change-pairing', noOrder, nothing),
    /** Closes the wizard; what was done in it is kept, and `begin` goes on from there. */
    leave: call(nothing, nothing),
    goTo: call(z.object({ step: pairingStepSchema }), nothing),
    connect: call(
      z.object({ accountId: textField, clientId: textField, clientSecret: secretField }),
      nothing,
    ),
    stores: call(nothing, choicesSchema(storeChoiceSchema)),
    chooseStore: call(
      z.object({ storeId: textField, name: textField, payoutDestinationId: textField }),
      nothing,
    ),
    profiles: call(nothing, choicesSchema(profileChoiceSchema)),
    chooseProfile: call(z.object({ profileId: textField, enablesInPerson: z.boolean() }), nothing),
    terminals: call(nothing, choicesSchema(terminalChoiceSchema)),
    /** The till's default, further ones, and whether sales keep to the default. */
    chooseTerminal: call(
      z.object({
        terminalId: textField,
        others: z.array(textField).max(mostTerminals).readonly(),
        locked: z.boolean(),
      }),
      nothing,
    ),
    /** Other tills that have used these terminals in the last hours, and those that have sold in the store. */
    otherTills: call(
      z.object({ terminalIds: z.array(textField).max(mostTerminals).readonly() }),
      z.array(otherTillSchema).readonly(),
    ),
    tillsOfStore: call(nothing, z.array(otherTillSchema).readonly()),
    nameTill: call(z.object({ tillName: textField }), nothing),
    finish: call(z.object({ managerName: textField, pin: pinField, repeatPin: pinField }), nothing),
    /** Another secret, or another client, for payments; tried before it takes the place of the old one. */
    replaceClient: guarded('change-pairing', typedClient, nothing),
    /** A second client for stores, terminals and sellers: of the wizard while it is open, else of the paired till. */
    useManagement: guarded('change-pairing', typedClient, nothing),
    removeManagement: guarded('change-pairing', noOrder, nothing),
    /** Leaves the account. The keychain forgets its clients; the journal stays. */
    unpair: signed('change-pairing', noOrder, nothing),
  },
  terminal: {
    /** Reads how the till's terminals are. */
    refresh: call(nothing, nothing),
    /** Sends the open sale to another terminal of this till. */
    pick: call(z.object({ terminalId: z.string() }), nothing),
  },
  operations: {
    /** Asks a terminal to do something that is no payment; how it goes on is in the slice. */
    start: guarded(
      'terminal-operations',
      z.object({ terminalId: z.string(), kind: operationKindSchema }),
      nothing,
    ),
  },
  health: {
    /** How a terminal does, by what this till has seen of it. */
    read: call(z.object({ terminalId: z.string() }), terminalHealthSchema),
  },
  sellers: {
    list: call(nothing, z.array(sellerSchema).readonly()),
    /** Applies for a new one; it is in the list then, or the fault says that nobody knows. */
    apply: guarded('onboarding', sellerFormSchema, nothing),
    /** Follows this one, and no other any more; how it goes on is in the slice. */
    open: call(z.object({ payoutDestinationId: textField }), nothing),
    leave: call(nothing, nothing),
    readAgain: call(nothing, nothing),
    /**
     * Opens a page of the open seller's signer, or shows its address. Main knows the address; a host that is not Dintero's
     * is asked back for, and goes with `confirmedHost` the second time.
     */
    link: guarded(
      'onboarding',
      z.object({
        page: signerPageSchema,
        how: z.enum(['open', 'show']),
        confirmedHost: z.string().max(1000).nullable(),
      }),
      linkOutcomeSchema,
    ),
  },
  stores: {
    list: call(nothing, z.array(storeSchema).readonly()),
    read: call(z.object({ storeId: textField }), storeSchema),
    /** The payout destinations that a store may be tied to. */
    sellers: call(nothing, z.array(storeSellerSchema).readonly()),
    /** An empty `storeId` leaves it to Dintero. */
    create: guarded(
      'onboarding',
      z.object({
        storeId: textField,
        name: textField,
        organisationNumber: textField,
        payoutDestinationId: textField,
      }),
      storeSchema,
    ),
  },
  terminals: {
    /** A part of the account's terminals, the first when `after` is not given. */
    page: call(z.object({ after: pageToken.optional() }), fleetPageSchema),
    /** A serial number for one more simulated terminal; `null` on a live account. */
    nextSimulated: call(nothing, z.string().nullable()),
    /** An empty `model` is none. */
    register: guarded(
      'onboarding',
      z.object({ serialNumber: textField, model: textField, storeId: textField }),
      terminalWrittenSchema,
    ),
    change: guarded(
      'onboarding',
      z.object({ terminalId: textField, model: textField, storeId: textField }),
      terminalWrittenSchema,
    ),
    /** Follows these terminals, and no others any more; how they are is in the slice. */
    follow: call(z.object({ terminalIds: z.array(textField).max(mostTerminals).readonly() }), nothing),
  },
  staff: {
    lock: call(nothing, nothing),
    /** Somebody goes on with the till, locked or not; what is open on it stays. */
    unlock: call(z.object({ personId: z.string(), pin: pinField }), nothing),
    /** Somebody is at the till: what locks it when nobody is waits anew. */
    touch: call(nothing, nothing),
    add: guarded('manage-people', z.object({ name: textField, role: roleSchema, ...newPin }), nothing),
    change: guarded(
      'manage-people',
      z.object({ personId: z.string(), name: textField, role: roleSchema }),
      nothing,
    ),
    remove: guarded('manage-people', z.object({ personId: z.string() }), nothing),
    /** Another PIN for who is at the till. */
    changePin: call(z.object({ oldPin: pinField, ...newPin }), nothing),
    /** A new PIN for somebody else, whose old one nobody knows. */
    resetPin: signed('manage-people', z.object({ personId: z.string(), ...newPin }), nothing),
    /** Who may do what, and up to which limits. */
    saveRules: guarded('manage-people', rulesSchema, nothing),
    /** When the till locks by itself. */
    saveLock: guarded('change-settings', lockRulesSchema, nothing),
  },
  catalogue: {
    list: call(nothing, z.array(productSchema).readonly()),
  },
  basket: {
    addAmount: call(
      z.object({
        unitPrice: minorUnitsSchema,
        vatRate: vatRateSchema,
        description: z.string().max(longestDescription),
        quantity: quantitySchema,
      }),
      nothing,
    ),
    addProduct: call(z.object({ productId: z.string(), quantity: quantitySchema }), nothing),
    setQuantity: call(z.object({ lineId: z.string(), quantity: z.number() }), nothing),
    remove: call(z.object({ lineId: z.string() }), nothing),
    /** `null` takes the discount away. */
    discountLine: guarded(
      'discount',
      z.object({ lineId: z.string(), discount: discountSchema.nullable() }),
      nothing,
    ),
    discountAll: guarded('discount', z.object({ discount: discountSchema.nullable() }), nothing),
    /** Empties it; undo brings it back. */
    clear: call(nothing, nothing),
    undo: call(nothing, nothing),
  },
  payments: {
    /**
     * `acceptRisk` is the clear yes of rule P16: an earlier attempt of this sale may have taken the money. The basket, its
     * total and the terminal are what the person saw; another basket by now is not charged, and no sale goes to a terminal
     * that is not this till's.
     */
    charge: guarded(
      'sell',
      z.object({
        acceptRisk: z.boolean(),
        basketId: z.string(),
        total: minorUnitsSchema,
        terminalId: z.string(),
      }),
      nothing,
    ),
    cancel: guarded('cancel-payment', attemptArgument, nothing),
    /** Releases the reservation of a payment that is not captured (rule R6); a captured one is refunded. */
    void: signed('void', attemptArgument, nothing),
    checkNow: call(attemptArgument, nothing),
    setAside: call(attemptArgument, nothing),
    freeTerminal: call(attemptArgument, nothing),
    /** The same basket again: a new attempt of the same sale, on the same terminal or on another of this till. */
    tryAgain: guarded('sell', z.object({ attemptId: z.string(), terminalId: z.string() }), nothing),
    newSale: call(attemptArgument, nothing),
    backToBasket: call(attemptArgument, nothing),
    alarmSeen: call(attemptArgument, nothing),
  },
  sales: {
    /** This till's, from its journal. */
    list: guarded(
      'look-up-sales',
      z.object({
        search: saleSearchSchema,
        beforeNumber: z.int().optional(),
        limit: z.int().min(1).max(200),
      }),
      z.object({ sales: z.array(saleSummarySchema).readonly(), more: z.boolean() }).readonly(),
    ),
    get: guarded('look-up-sales', saleArgument, saleDetailSchema),
    /** The whole store's, read from Dintero and joined with the journal. */
    store: guarded('look-up-sales', storeQuerySchema, storePageSchema),
    /** The store's terminals as far as they are known, this till's first. */
    storeTerminals: guarded('look-up-sales', noOrder, z.array(saleTerminalSchema).readonly()),
    /** A payment as Dintero has it, whoever made it. */
    transaction: guarded('look-up-sales', z.object({ transactionId: textField }), transactionViewSchema),
    /** What a whole reference is of, a refund's too; `null` when neither this till nor Dintero knows it. */
    find: guarded('look-up-sales', z.object({ reference: textField }), foundSaleSchema.nullable()),
  },
  refunds: {
    /** Reads the sale from Dintero, and opens the connection that the refund will use. */
    offer: call(z.object({ payment: paymentKeySchema }), refundOfferSchema),
    /** The store's other terminals on which a customer may confirm, as far as they may be listed. */
    otherTerminals: call(nothing, z.array(pairedTerminalSchema).readonly()),
    start: signed(
      'refund',
      z.object({
        payment: paymentKeySchema,
        choice: z.discriminatedUnion('by', [
          z.object({
            by: z.literal('lines'),
            lines: z.array(z.object({ lineId: z.string(), quantity: quantitySchema }).readonly()).readonly(),
          }),
          z.object({ by: z.literal('amount'), amount: minorUnitsSchema }),
        ]),
        /** What remained when the person looked; another figure now means that somebody refunded meanwhile. */
        seenRemaining: minorUnitsSchema,
        /** The terminal that the person was told of, where the refund names one. */
        terminalId: z.string().optional(),
      }),
      nothing,
    ),
    checkNow: call(refundArgument, nothing),
    freeTerminal: call(refundArgument, nothing),
    /** Takes what wanted attention from the desk. */
    seen: call(refundArgument, nothing),
    leave: call(nothing, nothing),
  },
  desk: {
    /** Everything that happened to a matter, oldest first. */
    evidence: call(
      z.object({ kind: deskMatterSchema.unwrap().shape.kind, id: z.string() }),
      z.array(timelineStepSchema).readonly(),
    ),
    /** Rule P20: a manager says what became of a payment. What Dintero says later still decides. */
    markPayment: signed(
      'mark-outcome',
      z.object({ attemptId: z.string(), verdict: z.enum(['paid', 'not-paid']) }),
      nothing,
    ),
    markRefund: signed(
      'mark-outcome',
      z.object({ refundId: z.string(), verdict: z.enum(['done', 'not-done']) }),
      nothing,
    ),
    /** The unpaid sales of this till that an orphan may belong to: the same amount, newest first. */
    adoptableSales: call(attemptArgument, z.array(saleSummarySchema).readonly()),
    /** Takes an orphan over (rule P14), as a sale of its own when no sale is named. */
    adopt: signed('take-over', z.object({ attemptId: z.string(), saleId: z.string().nullable() }), nothing),
  },
  audit: {
    /** Newest first. `before` is the number of the last entry of the part before. */
    page: guarded(
      'read-audit',
      z.object({
        filter: auditFilterSchema,
        limit: z.int().min(1).max(200),
        before: z.int().optional(),
      }),
      auditPageSchema,
    ),
    /** Everybody whom an entry is about. */
    people: guarded('read-audit', noOrder, z.array(actorSchema).readonly()),
    /** Asks the person for a file, and writes the log into it; how that goes on is in the slice. */
    export: guarded(
      'read-audit',
      z.object({ filter: auditFilterSchema, format: auditFormatSchema }),
      nothing,
    ),
    cancelExport: guarded('read-audit', noOrder, nothing),
    /** A person has seen how the export ended. */
    dismissExport: guarded('read-audit', noOrder, nothing),
  },
  training: {
    /** Makes something out of the ordinary happen, or undoes it. */
    setScenario: call(z.object({ scenario: trainingScenarioSchema, on: z.boolean() }), nothing),
    press: call(z.object({ button: z.enum(['tap', 'decline', 'cancel', 'unplug', 'plug-in']) }), nothing),
  },
} as const;

export type Contract = typeof contract;
export type Feature = keyof Contract;
/** A call's name as it travels: `payments.charge`. */
export type CallName = { [Name in Feature]: `${Name}.${keyof Contract[Name] & string}` }[Feature];

type CallOf<Name extends Feature, Method extends keyof Contract[Name]> = Contract[Name][Method] extends {
  argument: infer Argument extends z.ZodType;
  value: infer Value extends z.ZodType;
}
  ? { argument: z.infer<Argument>; value: z.infer<Value> }
  : never;

type Caller<Argument, Reply> = [Argument] extends [null] ? () => Reply : (argument: Argument) => Reply;

type Reply<Name extends Feature, Method extends keyof Contract[Name]> =
  Result<CallOf<Name, Method>['value']> | Promise<Result<CallOf<Name, Method>['value']>>;

/** A call that needs a right comes with the leave for it, and without what was asked for that. */
type Handler<Name extends Feature, Method extends keyof Contract[Name]> = Contract[Name][Method] extends {
  own: infer Own extends z.ZodType;
  guard: { signed: infer Signed };
}
  ? (argument: z.infer<Own>, permit: Signed extends true ? SignedPermit : Permit) => Reply<Name, Method>
  : Caller<CallOf<Name, Method>['argument'], Reply<Name, Method>>;

/** What main implements: one handler per call. Refusals are values; a throw is a bug. */
export type Handlers = {
  readonly [Name in Feature]: {
    readonly [Method in keyof Contract[Name]]: Handler<Name, Method>;
  };
};

/** What the renderer calls. */
export type Bridge = {
  readonly [Name in Feature]: {
    readonly [Method in keyof Contract[Name]]: Caller<
      CallOf<Name, Method>['argument'],
      Promise<Result<CallOf<Name, Method>['value']>>
    >;
  };
};

/** One slice that changed. */
export type Push = {
  readonly [Name in SliceName]: { readonly slice: Name; readonly value: Snapshot[Name] };
}[SliceName];

/** What comes back from a call: a value, or a fault. Never an exception. */
export const replySchema = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: faultSchema }),
  ]);
