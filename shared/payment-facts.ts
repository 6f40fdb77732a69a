import { z } from 'zod';
import { currencySchema, minorUnitsSchema } from './money.ts';

/**
 * What a read of Dintero says about a payment, in our words. The provider's own names stay where they are reported as
 * such (`status`, `declineTypes`): a name that we do not know is kept, and means *still running* (rule P12).
 */

/** The card, as far as the transaction tells. Never more than brand and masked number. */
export const cardFactsSchema = z
  .object({
    brand: z.string().optional(),
    maskedPan: z.string().optional(),
    entryMethod: z.string().optional(),
  })
  .readonly();
export type CardFacts = z.infer<typeof cardFactsSchema>;

export const transactionFactsSchema = z
  .object({
    id: z.string(),
    sessionId: z.string().optional(),
    reference: z.string().optional(),
    currency: currencySchema,
    /** The asked amount as Dintero has it, in minor units. */
    amount: minorUnitsSchema,
    /** Captured, in minor units; absent while nothing is. */
    captured: minorUnitsSchema.optional(),
    status: z.string(),
    storeId: z.string().optional(),
    terminalId: z.string().optional(),
    /** Error types of the event that failed, when issuer or customer refused. Empty otherwise. */
    declineTypes: z.array(z.string()).readonly(),
    card: cardFactsSchema.optional(),
    /** The terminal's own receipt number. */
    receiptNumber: z.string().optional(),
  })
  .readonly();
export type TransactionFacts = z.infer<typeof transactionFactsSchema>;

export const sessionFactsSchema = z
  .object({
    id: z.string(),
    reference: z.string().optional(),
    transactionId: z.string().optional(),
    cancelled: z.boolean(),
  })
  .readonly();
export type SessionFacts = z.infer<typeof sessionFactsSchema>;

/** A piece of evidence about one attempt. All of it goes through `decide` (rule P11). */
export const evidenceSchema = z.discriminatedUnion('kind', [
  /** The create call was answered: the session exists. */
  z.object({ kind: z.literal('created'), sessionId: z.string() }).readonly(),
  /** Dintero definitely did not start it, or it never left this machine. */
  z.object({ kind: z.literal('refused'), code: z.string() }).readonly(),
  /** The create call has no answer. Says nothing about the money. */
  z.object({ kind: z.literal('reply-lost'), code: z.string() }).readonly(),
  z.object({ kind: z.literal('session'), session: sessionFactsSchema }).readonly(),
  z.object({ kind: z.literal('transaction'), transaction: transactionFactsSchema }).readonly(),
  /** The till's own deadline has passed (rule P10). */
  z.object({ kind: z.literal('deadline') }).readonly(),
]);
export type Evidence = z.infer<typeof evidenceSchema>;
