import { z } from 'zod';
import { faultCodeSchema } from './fault.ts';
import { millisecondsSchema } from './moment.ts';
import { moneySchema } from './money.ts';
import { type Actor, actorSchema, roleSchema } from './person.ts';
import { operationKindSchema } from './views/operations.ts';

/**
 * What the audit log tells: who did what with a right that is more than selling, who approved it, and what was changed.
 * Everything in an entry is safe to show and to hand out (rule E2): no secret, no PIN, no provider prose.
 */

const entry = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, details: Shape) =>
  z
    .object({
      kind: z.literal(kind),
      /** Who was at the till. */
      person: actorSchema,
      /** The manager who said yes with their own PIN, where one had to (rules R5, P20). */
      approver: actorSchema.optional(),
      reason: z.string().optional(),
      ...details,
    })
    .readonly();

/** A value that was another before, each as a person would write it; empty for none. */
export const changeSchema = z.object({ name: z.string(), before: z.string(), after: z.string() }).readonly();
export type Change = z.infer<typeof changeSchema>;

const money = { reference: z.string(), amount: moneySchema };
/** Dintero's reply was lost: it may have been done. */
const unsure = { unsure: z.boolean().optional() };
const aboutPerson = { whom: actorSchema };

/** How the log is handed out: for a spreadsheet, or an object a line for programs. */
export const auditFormatSchema = z.enum(['csv', 'jsonl']);
export type AuditFormat = z.infer<typeof auditFormatSchema>;

/** What is written into the audit log itself. */
export const recordedEntrySchema = z.discriminatedUnion('kind', [
  entry('signed-in', {}),
  entry('locked', { how: z.enum(['person', 'idle', 'start']) }),
  /** `whom` is the person whose PIN it was not. */
  entry('wrong-pin', aboutPerson),
  /** One wrong PIN too many. */
  entry('locked-out', aboutPerson),
  entry('person-added', { ...aboutPerson, role: roleSchema }),
  /** `whom` bears the new name. */
  entry('person-renamed', { ...aboutPerson, before: z.string() }),
  entry('role-changed', { ...aboutPerson, before: roleSchema, after: roleSchema }),
  entry('person-removed', { ...aboutPerson, role: roleSchema }),
  /** By the person themselves. */
  entry('pin-changed', aboutPerson),
  /** By somebody else. */
  entry('pin-reset', aboutPerson),
  /** A right was used that leaves no other trace. `right` is its name; `about` the reference or id of what it was used on. */
  entry('right-used', { right: z.string(), about: z.string().optional(), amount: moneySchema.optional() }),
  entry('approval-given', {
    right: z.string(),
    about: z.string().optional(),
    amount: moneySchema.optional(),
  }),
  /** `whom` is the person who was asked; `why` what stood against it. */
  entry('approval-refused', {
    ...aboutPerson,
    right: z.string(),
    why: faultCodeSchema,
    about: z.string().optional(),
    amount: moneySchema.optional(),
  }),
  entry('settings-changed', { changes: z.array(changeSchema).min(1).readonly() }),
  /** A till that was not paired, or was paired with something else. */
  entry('pairing-changed', { accountId: z.string(), changes: z.array(changeSchema).min(1).readonly() }),
  /** The till left this account for another one, or for none. */
  entry('unpaired', { accountId: z.string(), forAccount: z.string().optional() }),
  /** It could not leave after all. */
  entry('still-paired', { accountId: z.string(), why: faultCodeSchema }),
  /** The id and the secret of an API client were typed, and Dintero took them. */
  entry('api-client-entered', { accountId: z.string(), use: z.enum(['payments', 'management']) }),
  entry('seller-applied', { sellerId: z.string(), name: z.string(), ...unsure }),
  entry('store-created', { storeId: z.string(), name: z.string(), ...unsure }),
  entry('terminal-registered', {
    /** Empty when the reply that would have told it was lost. */
    terminalId: z.string(),
    serialNumber: z.string(),
    storeId: z.string(),
    ...unsure,
  }),
  entry('terminal-changed', { terminalId: z.string(), model: z.string(), storeId: z.string(), ...unsure }),
  entry('terminal-operation', { terminalId: z.string(), operation: operationKindSchema }),
  /** What was handed out: of which file, how many entries, and where the chain ended then. */
  entry('audit-exported', {
    file: z.string(),
    format: auditFormatSchema,
    entries: z.int(),
    events: z.int(),
  }),
]);
export type RecordedEntry = z.infer<typeof recordedEntrySchema>;

/** What the log reads from the events of payments and refunds, which keep it already. */
const readEntrySchema = z.discriminatedUnion('kind', [
  entry('payment-set-aside', money),
  /** The reservation was to be released, nothing being captured (rule R6). */
  entry('void-requested', money),
  /** Rule P16: a person saw an idle display. */
  entry('terminal-freed', { ...money, terminalId: z.string() }),
  entry('outcome-marked', { ...money, of: z.enum(['payment', 'refund']), verdict: z.string() }),
  entry('payment-taken-over', money),
  /** Without `attemptId` it was a payment of another till or app. */
  entry('refund-started', { ...money, attemptId: z.string().optional() }),
  /** A late approval, an overlap or a contradiction was read, and is no longer on the desk. */
  entry('warning-seen', { ...money, what: z.enum(['late-approval', 'overlap', 'contradiction']) }),
]);

export const auditEntrySchema = z.union([recordedEntrySchema, readEntrySchema]);
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type AuditKind = AuditEntry['kind'];

/** An entry with its place in the journal's chain. */
export const keptEntrySchema = z
  .object({
    /** The number of the journal's event that tells it. */
    seq: z.int(),
    at: millisecondsSchema,
    entry: auditEntrySchema,
  })
  .readonly();
export type KeptEntry = z.infer<typeof keptEntrySchema>;

/** What a person looks for: each kind belongs to one of these. */
export const auditTopicSchema = z.enum([
  'signing-in',
  'people',
  'rights',
  'payments',
  'refunds',
  'settings',
  'pairing',
  'terminals',
  'exports',
]);
export type AuditTopic = z.infer<typeof auditTopicSchema>;

const topics: Readonly<Record<AuditKind, AuditTopic>> = {
  'signed-in': 'signing-in',
  locked: 'signing-in',
  'wrong-pin': 'signing-in',
  'locked-out': 'signing-in',
  'person-added': 'people',
  'person-renamed': 'people',
  'role-changed': 'people',
  'person-removed': 'people',
  'pin-changed': 'people',
  'pin-reset': 'people',
  'right-used': 'rights',
  'approval-given': 'rights',
  'approval-refused': 'rights',
  'settings-changed': 'settings',
  'pairing-changed': 'pairing',
  unpaired: 'pairing',
  'still-paired': 'pairing',
  'api-client-entered': 'pairing',
  'seller-applied': 'terminals',
  'store-created': 'terminals',
  'terminal-registered': 'terminals',
  'terminal-changed': 'terminals',
  'terminal-operation': 'terminals',
  'audit-exported': 'exports',
  'payment-set-aside': 'payments',
  'void-requested': 'payments',
  'terminal-freed': 'payments',
  'outcome-marked': 'payments',
  'payment-taken-over': 'payments',
  'refund-started': 'refunds',
  'warning-seen': 'payments',
};

/** An entry about a refund is found among the refunds, whatever was done to it. */
export const topicOf = (told: AuditEntry): AuditTopic =>
  told.kind === 'outcome-marked' && told.of === 'refund' ? 'refunds' : topics[told.kind];

/** Everybody whom an entry is about: who did it, who approved it, and to whom it was done. Each once. */
export function peopleIn(told: AuditEntry): readonly Actor[] {
  const people = [
    told.person,
    ...(told.approver ? [told.approver] : []),
    ...('whom' in told ? [told.whom] : []),
  ];
  return people.filter(
    ({ id }, index) => id !== '' && people.findIndex((other) => other.id === id) === index,
  );
}

/** Ids that no person reads. */
const notWords: ReadonlySet<string> = new Set(['id', 'kind', 'attemptId', 'currency']);

/** All that is written in an entry, in small letters, to be searched. */
export function wordsOf(told: AuditEntry): string {
  const words: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') words.push(value.toLowerCase());
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) if (!notWords.has(key)) collect(member);
    }
  };
  collect(told);
  return words.join('\n');
}

/** What is asked of the log. Times are milliseconds since 1970: `from` inclusive, `to` exclusive. */
export const auditFilterSchema = z
  .object({
    topic: auditTopicSchema.optional(),
    /** The id of somebody whom the entry is about. */
    personId: z.string().optional(),
    from: millisecondsSchema.optional(),
    to: millisecondsSchema.optional(),
    /** Words that must all be in the entry; capitals don't matter. */
    text: z.string().max(200).optional(),
  })
  .readonly();
export type AuditFilter = z.infer<typeof auditFilterSchema>;

type WithoutPerson<Entry> = Entry extends unknown ? Omit<Entry, 'person'> : never;

/** An entry before it is known who was at the till; `person` for another than that. */
export type AuditNote = WithoutPerson<RecordedEntry> & { readonly person?: Actor };
