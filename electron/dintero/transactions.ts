import { z } from 'zod';
import type { MinorUnits } from '../../shared/money.ts';
import { currencySchema, minorUnitsSchema } from '../../shared/money.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { Answer, DinteroHttp } from './http.ts';

const itemSchema = z.object({
  line_id: z.string().optional(),
  description: z.string().optional(),
  quantity: z.number().optional(),
  amount: minorUnitsSchema.optional(),
  vat: z.number().optional(),
});

/** Enumerations are read as plain strings: a word that we do not know is kept, and means *still running* (rule P12). */
const eventSchema = z.object({
  id: z.string().optional(),
  event: z.string().optional(),
  /** ISO 8601. */
  created_at: z.string().optional(),
  success: z.boolean().optional(),
  amount: minorUnitsSchema.optional(),
  items: z.array(itemSchema).optional(),
  request_id: z.string().optional(),
  correlation_request_id: z.string().optional(),
  event_reference: z.string().optional(),
  error: z.object({ type: z.array(z.string()).optional() }).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

/** A transaction as Dintero returns it, as far as the till reads it. */
const transactionSchema = z.object({
  id: z.string().min(1),
  session_id: z.string().optional(),
  merchant_reference: z.string().optional(),
  /** Always the original total; it does not shrink after refunds. */
  amount: minorUnitsSchema,
  currency: currencySchema,
  status: z.string().optional(),
  /** How far the money is on its way to the seller. */
  settlement_status: z.string().optional(),
  /** ISO 8601. */
  created_at: z.string().optional(),
  payment_product_type: z.string().optional(),
  payout_destination_id: z.string().optional(),
  store: z
    .object({
      id: z.string().optional(),
      terminal_id: z.string().optional(),
      payout_destination_id: z.string().optional(),
    })
    .optional(),
  items: z.array(itemSchema).optional(),
  events: z.array(eventSchema).transform(distinct).optional(),
  card: z
    .object({
      brand: z.string().optional(),
      masked_pan: z.string().optional(),
      entry_method: z.string().optional(),
    })
    .optional(),
});
export type Transaction = z.infer<typeof transactionSchema>;
export type TransactionEvent = z.infer<typeof eventSchema>;

/** A transaction beside all that Dintero told, of which the till reads only a part. */
const wholeTransactionSchema = z.preprocess(
  (raw) => ({ raw, transaction: raw }),
  z.object({ raw: z.unknown(), transaction: transactionSchema }),
);
export type WholeTransaction = z.infer<typeof wholeTransactionSchema>;

/** An event that is listed twice has happened once: a capture or a refund must not count double (rules P11, R1). */
function distinct(events: readonly TransactionEvent[]): TransactionEvent[] {
  return events.filter(
    ({ id }, index) => id === undefined || events.findIndex((other) => other.id === id) === index,
  );
}

/** Which transactions a list gives: of a store or of a terminal, made or captured since a moment in ms since 1970. */
export interface TransactionFilter {
  readonly storeId?: string;
  readonly terminalId?: string;
  readonly since: number;
  readonly by: 'created_at' | 'captured_at';
}

/** Which transactions of a store are looked for; what is not given is not asked. Times in ms since 1970. */
export interface TransactionSearch {
  readonly storeId: string;
  readonly terminalId?: string;
  readonly statuses?: readonly string[];
  /** The whole `merchant_reference`. */
  readonly reference?: string;
  readonly amount?: MinorUnits;
  readonly from?: number;
  readonly until?: number;
}

/** A refund as it is asked for. Amounts in minor units. */
export interface RefundRequest {
  readonly amount: MinorUnits;
  readonly reason: string;
  /** Becomes `event_reference` on the event, by which it is found again (rule R2). */
  readonly reference: string;
  readonly terminalId?: string;
  readonly items: readonly {
    readonly lineId: string;
    readonly amount: MinorUnits;
    readonly quantity?: number;
  }[];
}

/** The customer may have to act on the terminal while the call is open (rule P10). */
const refundTimeoutMs = 180_000;
const voidTimeoutMs = 30_000;

/** The body of POST /v1/transactions/{id}/refund. */
export function refundBody(refund: RefundRequest): object {
  return {
    amount: refund.amount,
    reason: refund.reason,
    refund_reference: refund.reference,
    ...(refund.terminalId !== undefined && { terminal_id: refund.terminalId }),
    ...(refund.items.length > 0 && {
      items: refund.items.map((item) => ({
        line_id: item.lineId,
        amount: item.amount,
        ...(item.quantity !== undefined && { quantity: item.quantity }),
      })),
    }),
  };
}

/** Payments as Dintero has them, and what may still be done about one. */
export class Transactions {
  readonly #http: DinteroHttp;

  constructor(http: DinteroHttp) {
    this.#http = http;
  }

  /** Tried once, for whoever follows a payment has a rhythm, unless told otherwise. */
  async get(transactionId: string, tries = 1): Promise<Result<Transaction, ApiFailure>> {
    return await this.#http.read({
      host: 'checkout',
      path: `/v1/transactions/${encodeURIComponent(transactionId)}`,
      schema: transactionSchema,
      tries,
    });
  }

  /** The same, with all that Dintero told of it. */
  async whole(transactionId: string): Promise<Result<WholeTransaction, ApiFailure>> {
    return await this.#http.read({
      host: 'checkout',
      path: `/v1/transactions/${encodeURIComponent(transactionId)}`,
      schema: wholeTransactionSchema,
    });
  }

  /** The newest transactions that carry this `merchant_reference`. */
  async byReference(reference: string): Promise<Result<readonly Transaction[], ApiFailure>> {
    return await this.#http.read({
      host: 'checkout',
      path: '/v1/transactions',
      query: { merchant_reference: reference, limit: '10' },
      schema: z.array(transactionSchema),
      tries: 1,
    });
  }

  /** A page of at most `limit` (1 to 100); `after` is the id of the last one on the page before. */
  async list(
    filter: TransactionFilter & { readonly limit: number; readonly after?: string },
  ): Promise<Result<readonly Transaction[], ApiFailure>> {
    const { storeId, terminalId, since, by, limit, after } = filter;
    return await this.#http.read({
      host: 'checkout',
      path: '/v1/transactions',
      query: {
        ...(storeId !== undefined && { store_id: storeId }),
        ...(terminalId !== undefined && { terminal_id: terminalId }),
        [`${by}.gte`]: new Date(since).toISOString(),
        limit: limit.toString(),
        ...(after !== undefined && { starting_after: after }),
      },
      schema: z.array(transactionSchema),
      tries: 1,
    });
  }

  /** A page of at most `limit` (1 to 100); `after` is the id of the last one on the page before. */
  async search(
    sought: TransactionSearch & { readonly limit: number; readonly after?: string },
  ): Promise<Result<readonly Transaction[], ApiFailure>> {
    const { storeId, terminalId, statuses = [], reference, amount, from, until, limit, after } = sought;
    return await this.#http.read({
      host: 'checkout',
      path: '/v1/transactions',
      query: {
        store_id: storeId,
        ...(terminalId !== undefined && { terminal_id: terminalId }),
        status: statuses,
        ...(reference !== undefined && { merchant_reference: reference }),
        ...(amount !== undefined && { amount: amount.toString() }),
        ...(from !== undefined && { 'created_at.gte': new Date(from).toISOString() }),
        ...(until !== undefined && { 'created_at.lte': new Date(until - 1).toISOString() }),
        limit: limit.toString(),
        ...(after !== undefined && { starting_after: after }),
      },
      schema: z.array(transactionSchema),
    });
  }

  /** Sent once (rule R2). 200 and 202 both mean that Dintero has it; the REFUND event tells the end (rule R3). */
  async refund(transactionId: string, refund: RefundRequest): Promise<Result<Answer<unknown>, ApiFailure>> {
    return await this.#http.sendOnce({
      path: `/v1/transactions/${encodeURIComponent(transactionId)}/refund`,
      body: refundBody(refund),
      schema: z.unknown(),
      timeoutMs: refundTimeoutMs,
    });
  }

  /**
   * Takes back an authorization that is not captured. Sent once; never for a captured sale (rule R6).
   */
  async void(transactionId: string): Promise<Result<Answer<unknown>, ApiFailure>> {
    return await this.#http.sendOnce({
      path: `/v1/transactions/${encodeURIComponent(transactionId)}/void`,
      schema: z.unknown(),
      timeoutMs: voidTimeoutMs,
    });
  }
}
