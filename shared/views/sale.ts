import { z } from 'zod';
import { attemptSchema, paymentStateSchema } from '../attempt.ts';
import { lineSchema } from '../basket.ts';
import { millisecondsSchema } from '../moment.ts';
import { minorUnitsSchema, moneySchema } from '../money.ts';
import { cardFactsSchema } from '../payment-facts.ts';
import { actorSchema } from '../person.ts';
import { refundSchema } from '../refund.ts';
import { vatTotalSchema } from './basket.ts';

/** Sales, in a list and one by one. */

export const saleStateSchema = z.enum([
  ...paymentStateSchema.options,
  'refunded',
  'partly-refunded',
  // What a manager said of an unknown outcome (rule P20).
  'marked-paid',
  'marked-not-paid',
]);
export type SaleState = z.infer<typeof saleStateSchema>;

export const saleSummarySchema = z
  .object({
    saleId: z.string(),
    number: z.int(),
    /** Of the approved attempt, else of the latest. */
    reference: z.string(),
    state: saleStateSchema,
    amount: moneySchema,
    /** What has gone back, in minor units. */
    refunded: minorUnitsSchema,
    startedAt: millisecondsSchema,
    person: actorSchema,
    card: cardFactsSchema.optional(),
  })
  .readonly();
export type SaleSummary = z.infer<typeof saleSummarySchema>;

/** A step in the life of an attempt or refund, for the timeline. */
export const timelineStepSchema = z
  .object({
    at: millisecondsSchema,
    /** The kind of journal event, with what it brought: `started`, `evidence.transaction`, … */
    step: z.string(),
    /** Dintero's own word, where there is one. */
    word: z.string().optional(),
    by: z.string().optional(),
  })
  .readonly();
export type TimelineStep = z.infer<typeof timelineStepSchema>;

export const saleDetailSchema = z
  .object({
    summary: saleSummarySchema,
    lines: z.array(lineSchema).readonly(),
    vat: z.array(vatTotalSchema).readonly(),
    attempts: z
      .array(
        z
          .object({
            attempt: attemptSchema,
            shown: paymentStateSchema,
            timeline: z.array(timelineStepSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    refunds: z.array(refundSchema).readonly(),
    /** The ids of the approved attempts of which something may be left to refund; two after a double payment. */
    refundable: z.array(z.string()).readonly(),
  })
  .readonly();
export type SaleDetail = z.infer<typeof saleDetailSchema>;
