import { z } from 'zod';
import { millisecondsSchema } from '../moment.ts';
import { currencySchema } from '../money.ts';

/** What a till is paired with, and what the wizard offers. */

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

/** The terminals of a till, in the order of the list. */
const tillTerminalsSchemas = {
  terminals: z.array(pairedTerminalSchema).min(1).readonly(),
  /** One of them: every sale goes to it, unless another is picked. */
  defaultTerminalId: z.string(),
  /** Nobody picks another one at the counter. */
  lockedToDefault: z.boolean(),
} as const;

/** The ids of the account's API clients; how they log in is in the keychain. */
const clientIdsSchema = z
  .object({
    /** For payments. Not known of a till that an older version paired, until its keychain has been read. */
    checkout: z.string().optional(),
    /** The second one, for stores, terminals and sellers, where the first may not manage them. */
    management: z.string().optional(),
  })
  .readonly();

/** A wizard that was left and can be gone on with. Holds no secret: those went to the keychain. */
export const pairingDraftSchema = z
  .object({
    step: pairingStepSchema,
    accountId: z.string().optional(),
    clients: clientIdsSchema.optional(),
    store: pairedStoreSchema.optional(),
    profile: pairedProfileSchema.optional(),
    terminals: tillTerminalsSchemas.terminals.optional(),
    defaultTerminalId: tillTerminalsSchemas.defaultTerminalId.optional(),
    lockedToDefault: tillTerminalsSchemas.lockedToDefault.optional(),
    tillName: z.string().optional(),
  })
  .readonly();
export type PairingDraft = z.infer<typeof pairingDraftSchema>;

/** Which account, store, payout destination, profile and terminals this till uses. */
export const pairingSchema = z
  .object({
    accountId: z.string(),
    clients: clientIdsSchema.optional(),
    store: pairedStoreSchema,
    profile: pairedProfileSchema,
    ...tillTerminalsSchemas,
    tillName: z.string(),
    currency: currencySchema,
    pairedAt: millisecondsSchema,
  })
  .readonly()
  .refine(
    ({ terminals, defaultTerminalId }) =>
      terminals.some(({ terminalId }) => terminalId === defaultTerminalId),
    'The default is not one of the terminals',
  );
export type Pairing = z.infer<typeof pairingSchema>;

export const pairingViewSchema = z
  .object({
    draft: pairingDraftSchema.optional(),
    paired: pairingSchema.optional(),
    /** Where the paired till writes down its payments. */
    journalFile: z.string().optional(),
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
    z.object({ kind: z.literal('not-allowed'), scope: z.string() }).readonly(),
  ]);
