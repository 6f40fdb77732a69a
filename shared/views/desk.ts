import { z } from 'zod';
import { faultSchema } from '../fault.ts';
import { millisecondsSchema } from '../moment.ts';
import { moneySchema } from '../money.ts';

/** What is not certain, and what must be seen. */

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
