import { z } from 'zod';
import { attemptSchema } from '../../shared/attempt.ts';
import { refundSchema } from '../../shared/refund.ts';
import { deskViewSchema } from '../../shared/views/desk.ts';
import { saleSummarySchema } from '../../shared/views/sale.ts';
import { moments, writings } from './kill-points.ts';

/** What the harness and the till's process say to each other, over Node's IPC. The till speaks only when it is asked. */

const count = z.int().min(0);

export const orderSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('open'),
    journalFile: z.string(),
    accountId: z.string(),
    /** Of the proxy: both hosts are behind it. */
    url: z.string(),
    /** Milliseconds since 1970. */
    now: count,
    /** Where this process kills itself. */
    dieAt: z.object({ writing: z.enum(writings), number: count, moment: z.enum(moments) }).optional(),
  }),
  z.object({ do: z.literal('enter'), amount: count, quantity: count }),
  z.object({ do: z.literal('charge'), acceptRisk: z.boolean() }),
  z.object({ do: z.literal('cancel') }),
  /** Gives back this many of the first line of the newest paid sale; a manager approves. */
  z.object({ do: z.literal('refund'), quantity: count }),
  z.object({ do: z.literal('set-aside') }),
  /** Lets time pass, in ms. */
  z.object({ do: z.literal('pass'), ms: count }),
  z.object({ do: z.literal('report') }),
  z.object({ do: z.literal('close') }),
]);
export type Order = z.infer<typeof orderSchema>;

export const toTillSchema = z.union([
  z.object({ order: orderSchema }),
  /** How many exchanges are kept back on the way: the till does not wait for them before it answers. */
  z.object({ held: count }),
]);
export type ToTill = z.infer<typeof toTillSchema>;

/** How the till stands when everything that an order set off is over, or is kept back. */
export const glanceSchema = z.object({
  /** Why the order was refused. */
  code: z.string().optional(),
  /** How long it is until something happens by itself, in ms. */
  nextMs: z.number().optional(),
  /** Payments and refunds that time or Dintero will still move. */
  moving: count,
  canCancel: z.boolean(),
  /** How often this process has written its journal since it was opened. */
  writes: z.object({ journal: count, head: count }),
});
export type Glance = z.infer<typeof glanceSchema>;

/** All that the till has to say of its money. */
export const reportSchema = z.object({
  attempts: z.array(attemptSchema),
  refunds: z.array(refundSchema),
  sales: z.array(saleSummarySchema),
  desk: deskViewSchema,
  /** The attempt on the pay screen. */
  inFront: z.string().optional(),
});
export type Report = z.infer<typeof reportSchema>;

export const fromTillSchema = z.union([
  z.object({ glance: glanceSchema }),
  z.object({ report: reportSchema }),
]);
export type FromTill = z.infer<typeof fromTillSchema>;
