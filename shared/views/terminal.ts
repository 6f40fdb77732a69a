import { z } from 'zod';
import { faultSchema } from '../fault.ts';
import { millisecondsSchema } from '../moment.ts';
import { moneySchema } from '../money.ts';

/** The terminals of this till, and the simulated one of training mode. */

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

/** Another till that has used a terminal in the last hours, as its payments' references tell (rule P2). */
export const otherTillSchema = z
  .object({
    terminalId: z.string(),
    /** Its name as it stands in references. */
    till: z.string(),
    lastSeenAt: millisecondsSchema,
  })
  .readonly();
export type OtherTill = z.infer<typeof otherTillSchema>;

/** All terminals of this till. */
export const tillTerminalsSchema = z
  .object({
    /** The one that the open sale goes to. */
    presentId: z.string(),
    /** Whether a person may pick another one for the open sale. */
    canPick: z.boolean(),
    terminals: z.array(terminalViewSchema).readonly(),
    /** Others that use them, the last one first. */
    otherTills: z.array(otherTillSchema).readonly(),
  })
  .readonly();
export type TillTerminalsView = z.infer<typeof tillTerminalsSchema>;

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
    /** Its menu is open, so that a person sees which device it is. */
    menu: z.boolean().optional(),
    /** What its display says after the last prompt, for a few seconds. */
    lastResult: z.enum(['approved', 'declined', 'cancelled', 'refunded', 'timed-out']).optional(),
  })
  .readonly();
export type SimulatedTerminal = z.infer<typeof simulatedTerminalSchema>;
