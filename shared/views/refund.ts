import { z } from 'zod';
import { faultSchema } from '../fault.ts';
import { millisecondsSchema } from '../moment.ts';
import { currencySchema, minorUnitsSchema } from '../money.ts';
import { cardFactsSchema } from '../payment-facts.ts';
import { paidElsewhereSchema, refundSchema } from '../refund.ts';
import { vatRateSchema } from '../vat.ts';

/** What can be refunded, and the refund that is in front of the manager. */

export const refundLineSchema = z
  .object({
    lineId: z.string(),
    description: z.string(),
    quantity: z.number(),
    amount: minorUnitsSchema,
    vatRate: vatRateSchema,
    taken: minorUnitsSchema,
    remaining: minorUnitsSchema,
    remainingQuantity: z.number(),
    reckoned: z.boolean(),
  })
  .readonly();

/** The payment whose money goes back: an attempt of this till, or any transaction of the account. */
export const paymentKeySchema = z.union([
  z.object({ attemptId: z.string().min(1) }).readonly(),
  z.object({ transactionId: z.string().min(1) }).readonly(),
]);
export type PaymentKey = z.infer<typeof paymentKeySchema>;

/** What can be refunded of a payment, read from Dintero at `readAt`. */
export const refundOfferSchema = z
  .object({
    payment: paymentKeySchema,
    /** Of this till; absent when it was paid elsewhere. */
    saleId: z.string().optional(),
    elsewhere: paidElsewhereSchema.optional(),
    reference: z.string(),
    currency: currencySchema,
    captured: minorUnitsSchema,
    refunded: minorUnitsSchema,
    running: minorUnitsSchema,
    remaining: minorUnitsSchema,
    lines: z.array(refundLineSchema).readonly(),
    card: cardFactsSchema.optional(),
    readAt: millisecondsSchema,
    /** Where the customer confirms, unless another is picked; absent when no terminal takes part. */
    terminalId: z.string().optional(),
  })
  .readonly();
export type RefundOffer = z.infer<typeof refundOfferSchema>;

export const refundViewSchema = z
  .object({
    refund: refundSchema,
    lastCheckedAt: millisecondsSchema.optional(),
    fault: faultSchema.optional(),
  })
  .readonly();
export type RefundView = z.infer<typeof refundViewSchema>;
