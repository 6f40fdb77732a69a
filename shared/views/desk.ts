import { z } from 'zod';
import { alarmKindSchema } from '../attempt.ts';
import { faultSchema } from '../fault.ts';
import { millisecondsSchema } from '../moment.ts';
import { moneySchema } from '../money.ts';

/** What is not certain, and what must be seen. */

/** Something whose money is not certain, or that must be looked at. */
export const deskMatterSchema = z
  .object({
    /** An orphan is a payment that Dintero has and this journal did not know (rule P14). */
    kind: z.enum(['attempt', 'orphan', 'refund']),
    /** The attempt's or the refund's id. */
    id: z.string(),
    /** Of this till; absent for a refund of a payment that was taken elsewhere. */
    saleId: z.string().optional(),
    saleNumber: z.int().optional(),
    /** The reference of the payment that was taken elsewhere. */
    elsewhere: z.string().optional(),
    reference: z.string(),
    state: z.string(),
    amount: moneySchema,
    terminalId: z.string().optional(),
    holdsTerminal: z.boolean(),
    setAside: z.boolean(),
    /** A refund that met another one taken at the same time (rule R4), or that ended other than a manager had said. */
    attention: z.enum(['overlap', 'contradiction']).optional(),
    /** What a manager said of it (rule P20); on the desk still, because it holds its terminal. */
    mark: z.enum(['paid', 'not-paid', 'done', 'not-done']).optional(),
    startedAt: millisecondsSchema,
    lastCheckedAt: millisecondsSchema.optional(),
    fault: faultSchema.optional(),
    /** The acts that main takes now. */
    can: z
      .object({
        checkNow: z.boolean(),
        cancel: z.boolean(),
        freeTerminal: z.boolean(),
        mark: z.boolean(),
        /** Nothing is captured: the reservation may be released. */
        void: z.boolean(),
        adopt: z.boolean(),
        /** Only a look at `attention` is wanted. */
        seen: z.boolean(),
      })
      .readonly(),
  })
  .readonly();
export type DeskMatter = z.infer<typeof deskMatterSchema>;

export const alarmViewSchema = z
  .object({
    attemptId: z.string(),
    kind: alarmKindSchema,
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
