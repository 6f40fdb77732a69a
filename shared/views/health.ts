import { z } from 'zod';
import { paymentStateSchema } from '../attempt.ts';
import { faultCodeSchema } from '../fault.ts';
import { millisecondsSchema } from '../moment.ts';

/** How a terminal does, by what this till has seen of it. Times in ms. */

/**
 * `unmeasured`: too few payments to tell. `slow` is measured against the terminal's own history; `dead` is one that was
 * asked again and again and of which nothing came.
 */
export const terminalStandingSchema = z.enum(['unmeasured', 'usual', 'slow', 'dead']);
export type TerminalStanding = z.infer<typeof terminalStandingSchema>;

/** Half of the times are no longer than `p50Ms`, and 95 % no longer than `p95Ms`. */
export const latencySchema = z.object({ count: z.int(), p50Ms: z.int(), p95Ms: z.int() }).readonly();
export type Latency = z.infer<typeof latencySchema>;

/** One payment that told something: when it was asked for, and how long the transaction took to open, if it did. */
export const openTimeSchema = z.object({ at: millisecondsSchema, openMs: z.int().optional() }).readonly();
export type OpenTime = z.infer<typeof openTimeSchema>;

export const terminalHealthSchema = z
  .object({
    terminalId: z.string(),
    standing: terminalStandingSchema,
    /** From the create call to the opened transaction (rule P9). Absent below ten payments, as the next. */
    open: latencySchema.optional(),
    /** From the create call to an approval or a refusal, with the customer's own time in it. */
    outcome: latencySchema.optional(),
    /** How many times in a row it was asked and nothing came. */
    silences: z.int(),
    /** The newest last. */
    times: z.array(openTimeSchema).readonly(),
    lastOutcome: z
      .object({
        state: paymentStateSchema,
        at: millisecondsSchema,
        reason: faultCodeSchema.optional(),
      })
      .readonly()
      .optional(),
    /** When it was last known to be there. */
    lastContactAt: millisecondsSchema.optional(),
    /** Its software, when an operation told it. */
    firmware: z.string().optional(),
  })
  .readonly();
export type TerminalHealth = z.infer<typeof terminalHealthSchema>;
