import { z } from 'zod';
import { attemptSchema, paymentStateSchema } from '../attempt.ts';
import { faultSchema } from '../fault.ts';
import { millisecondsSchema } from '../moment.ts';

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
