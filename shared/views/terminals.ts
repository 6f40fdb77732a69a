import { z } from 'zod';
import { faultSchema } from '../fault.ts';
import { millisecondsSchema } from '../moment.ts';

/** The terminals of the whole account: those that are listed, registered and moved. */

export const fleetTerminalSchema = z
  .object({
    terminalId: z.string(),
    serialNumber: z.string().optional(),
    model: z.string().optional(),
    /** The merchant's id of the store that it stands in. */
    storeId: z.string().optional(),
    /** Dintero's word; absent when Dintero tells none. */
    status: z.string().optional(),
    statusReason: z.string().optional(),
  })
  .readonly();
export type FleetTerminal = z.infer<typeof fleetTerminalSchema>;

/** A part of the account's terminals; `next` asks for the part after it. */
export const fleetPageSchema = z
  .object({ terminals: z.array(fleetTerminalSchema).readonly(), next: z.string().optional() })
  .readonly();

/** Which of a store's two ids Dintero took for a terminal: its documents name both. */
export const storeIdKindSchema = z.enum(['merchant', 'dintero']);
export type StoreIdKind = z.infer<typeof storeIdKindSchema>;

/** A terminal that was registered or changed. */
export const terminalWrittenSchema = z
  .object({
    terminal: fleetTerminalSchema,
    /** Absent when Dintero's reply was lost, and the terminal was found as it was asked for. */
    tookStoreId: storeIdKindSchema.optional(),
  })
  .readonly();
export type TerminalWritten = z.infer<typeof terminalWrittenSchema>;

/** A terminal that is looked at again and again, until it is ready. */
export const followedTerminalSchema = z
  .object({
    terminalId: z.string(),
    /** What Dintero told last; absent before the first look. */
    terminal: fleetTerminalSchema.optional(),
    /** It is no longer in the account. */
    gone: z.boolean(),
    checkedAt: millisecondsSchema.optional(),
    /** Why the last look brought nothing. */
    fault: faultSchema.optional(),
  })
  .readonly();
export type FollowedTerminal = z.infer<typeof followedTerminalSchema>;

/** The models that Dintero knows, by the name that they have in its API. */
export const terminalModels = ['SATURN1000', 'Saturn_S1F4_Pro', 'S1P2'] as const;
export type TerminalModel = (typeof terminalModels)[number];
