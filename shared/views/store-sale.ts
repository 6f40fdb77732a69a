import { z } from 'zod';
import { saleSearchSchema } from '../sale-search.ts';
import { millisecondsSchema } from '../moment.ts';
import { minorUnitsSchema, moneySchema } from '../money.ts';
import { cardFactsSchema } from '../payment-facts.ts';
import { actorSchema } from '../person.ts';
import { vatRateSchema } from '../vat.ts';
import { saleStateSchema } from './sale.ts';

/** Sales of the whole store: what Dintero has, joined with what this till knows. */

/** Where a sale was made, as its reference tells. */
export const sellerTillSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('this-till') }).readonly(),
  /** The till's name as it stands in references. */
  z.object({ kind: z.literal('other-till'), name: z.string() }).readonly(),
  z.object({ kind: z.literal('other-app') }).readonly(),
]);
export type SellerTill = z.infer<typeof sellerTillSchema>;

export const storeSaleSchema = z
  .object({
    /** Tells sales apart. */
    key: z.string(),
    /** Of this till's own sales. */
    saleId: z.string().optional(),
    number: z.int().optional(),
    /** Absent where Dintero has no transaction of it, or has not listed it yet. */
    transactionId: z.string().optional(),
    reference: z.string(),
    state: saleStateSchema,
    /** Dintero's own word, where it is one that the till does not know. */
    word: z.string().optional(),
    amount: moneySchema,
    /** What has gone back, in minor units. */
    refunded: minorUnitsSchema,
    startedAt: millisecondsSchema,
    madeAt: sellerTillSchema,
    terminalId: z.string().optional(),
    person: actorSchema.optional(),
    card: cardFactsSchema.optional(),
  })
  .readonly();
export type StoreSale = z.infer<typeof storeSaleSchema>;

/** What a sale came to, in few words, to look for. */
export const saleOutcomeSchema = z.enum(['any', 'paid', 'refunded', 'not-paid', 'open']);
export type SaleOutcome = z.infer<typeof saleOutcomeSchema>;

/** Where a list of the whole store goes on. */
const storeCursorSchema = z
  .object({
    /** The last transaction that was read. */
    after: z.string().optional(),
    /** When it was made: what this till knows is joined up to there. */
    edge: millisecondsSchema.optional(),
  })
  .readonly();
export type StoreCursor = z.infer<typeof storeCursorSchema>;

export const storeQuerySchema = z
  .object({
    search: saleSearchSchema,
    outcome: saleOutcomeSchema,
    terminalId: z.string().max(200).optional(),
    /** Where the page before ended. */
    after: storeCursorSchema.optional(),
  })
  .readonly();
export type StoreQuery = z.infer<typeof storeQuerySchema>;

export const storePageSchema = z
  .object({
    sales: z.array(storeSaleSchema).readonly(),
    /** Absent when that was all. A page may be empty and yet not the last: a search goes back a part at a time. */
    next: storeCursorSchema.optional(),
    /** How far back was looked, when there is more. */
    lookedBackTo: millisecondsSchema.optional(),
  })
  .readonly();
export type StorePage = z.infer<typeof storePageSchema>;

const transactionRefundSchema = z
  .object({
    at: millisecondsSchema.optional(),
    amount: minorUnitsSchema,
    reference: z.string().optional(),
    state: z.enum(['running', 'done', 'failed']),
  })
  .readonly();
export type TransactionRefund = z.infer<typeof transactionRefundSchema>;

/** A payment as Dintero has it. */
export const transactionViewSchema = z
  .object({
    sale: storeSaleSchema,
    transactionId: z.string(),
    /** Dintero's own word. */
    status: z.string(),
    storeId: z.string().optional(),
    receiptNumber: z.string().optional(),
    lines: z
      .array(
        z
          .object({
            lineId: z.string(),
            description: z.string(),
            quantity: z.number().optional(),
            amount: minorUnitsSchema.optional(),
            vatRate: vatRateSchema.optional(),
          })
          .readonly(),
      )
      .readonly(),
    events: z
      .array(
        z
          .object({
            at: millisecondsSchema.optional(),
            /** Dintero's own word: `AUTHORIZE`, `CAPTURE`, … */
            event: z.string(),
            success: z.boolean().optional(),
            amount: minorUnitsSchema.optional(),
            reference: z.string().optional(),
          })
          .readonly(),
      )
      .readonly(),
    refunds: z.array(transactionRefundSchema).readonly(),
    /** How far the money is on its way to the seller: Dintero's own word, `NOT_SETTLED` to `SETTLED`. */
    settlement: z.string().optional(),
    /** All that Dintero told, as JSON text without customer data, for support. */
    supportCopy: z.string(),
  })
  .readonly();
export type TransactionView = z.infer<typeof transactionViewSchema>;

/** A terminal that the store sells on. */
export const saleTerminalSchema = z
  .object({ terminalId: z.string(), serialNumber: z.string().optional() })
  .readonly();
export type SaleTerminal = z.infer<typeof saleTerminalSchema>;

/** What a reference led to: a sale of this till, or a transaction that only Dintero has. */
export const foundSaleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sale'), saleId: z.string() }).readonly(),
  z.object({ kind: z.literal('transaction'), transactionId: z.string() }).readonly(),
]);
export type FoundSale = z.infer<typeof foundSaleSchema>;
