import { z } from 'zod';
import type { Line } from '../../shared/basket.ts';
import { lineDiscount, vatTotals } from '../../shared/basket.ts';
import type { Money } from '../../shared/money.ts';
import { sum } from '../../shared/money.ts';
import type { Result } from '../../shared/result.ts';
import { percentOf, vatWithin } from '../../shared/vat.ts';
import type { ApiFailure } from './failure.ts';
import type { Answer, DinteroHttp } from './http.ts';

/** A session as Dintero returns it. There is no status: it follows from the transaction and `cancelled_at`. */
const sessionSchema = z.object({
  id: z.string().min(1),
  order: z.object({ merchant_reference: z.string().optional() }).optional(),
  transaction_id: z.string().optional(),
  cancelled_at: z.string().optional(),
});
export type Session = z.infer<typeof sessionSchema>;

const createdSchema = z.object({ id: z.string().min(1) });

/** The list comes as an array or wrapped in an object: it is not in Dintero's published specification. */
const sessionListSchema = z.union([
  z.array(sessionSchema),
  z.object({ sessions: z.array(sessionSchema) }).transform((list) => list.sessions),
]);

/** What a sale on a terminal needs. Amounts in minor units. */
export interface TerminalSale {
  readonly profileId: string;
  /** Leave out when the profile itself enables in-person payments. */
  readonly enableInPerson: boolean;
  readonly returnUrl: string;
  readonly callbackUrl?: string;
  readonly reference: string;
  readonly amount: Money;
  readonly lines: readonly Line[];
  readonly storeId: string;
  readonly terminalId: string;
  readonly payoutDestinationId: string;
}

const createTimeoutMs = 30_000;
const cancelTimeoutMs = 15_000;

/** How an open amount without words is called at Dintero. */
const openAmount = { id: 'open-amount', description: 'Open amount' } as const;

/**
 * The body of POST /v1/sessions-profile for a sale on a terminal
 * (https://docs.dintero.com/docs/checkout/in-person/creating-terminal-session).
 */
export function terminalSaleBody(sale: TerminalSale): object {
  const items = sale.lines.map((line) => ({
    id: line.productId ?? openAmount.id,
    line_id: line.lineId,
    description: line.description === '' ? openAmount.description : line.description,
    quantity: line.quantity,
    amount: line.amount,
    vat_amount: vatWithin(line.amount, line.vatRate),
    vat: percentOf(line.vatRate),
    ...discountLines(line),
  }));
  return {
    url: {
      return_url: sale.returnUrl,
      ...(sale.callbackUrl !== undefined && { callback_url: sale.callbackUrl }),
    },
    order: {
      amount: sale.amount.amount,
      currency: sale.amount.currency,
      vat_amount: sum(vatTotals(sale.lines).map((total) => total.vat)),
      merchant_reference: sale.reference,
      items,
      store: {
        id: sale.storeId,
        terminal_id: sale.terminalId,
        payout_destination_id: sale.payoutDestinationId,
      },
    },
    ...(sale.enableInPerson && {
      configuration: {
        seitatech: {
          type: 'payment_type',
          in_person: { type: 'payment_product_type', enabled: true },
        },
      },
    }),
    profile_id: sale.profileId,
  };
}

/** What was taken off a line, for whoever reads the sale at Dintero: `amount` is the total after it. */
function discountLines(line: Line): object {
  const { discount, basketShare = 0 } = line;
  const own = lineDiscount(line);
  const percent = discount?.by === 'percent' ? { percentage: discount.percent / 100 } : {};
  const lines = [
    ...(own > 0 ? [{ amount: own, ...percent, discount_type: 'manual' }] : []),
    ...(basketShare > 0 ? [{ amount: basketShare, discount_type: 'total' }] : []),
  ];
  return lines.length === 0 ? {} : { discount_lines: lines };
}

/** Sessions: creating one starts the payment on the terminal at once. */
export class Sessions {
  readonly #http: DinteroHttp;

  constructor(http: DinteroHttp) {
    this.#http = http;
  }

  /** Sent once (rule P3). The terminal prompts as soon as Dintero has it, whether or not we see the answer. */
  async create(sale: TerminalSale): Promise<Result<Answer<{ readonly id: string }>, ApiFailure>> {
    return await this.#http.sendOnce({
      path: '/v1/sessions-profile',
      headers: { 'dintero-feature-toggles': 'strict-session-amounts' },
      body: terminalSaleBody(sale),
      schema: createdSchema,
      timeoutMs: createTimeoutMs,
    });
  }

  /** One look; 404 is what an unknown session answers. */
  async get(sessionId: string): Promise<Result<Session, ApiFailure>> {
    return await this.#http.read({
      host: 'checkout',
      path: `/v1/sessions/${encodeURIComponent(sessionId)}`,
      schema: sessionSchema,
      tries: 1,
    });
  }

  /** Sessions with this reference. Best effort: Dintero does not document the list for every account. */
  async search(reference: string): Promise<Result<readonly Session[], ApiFailure>> {
    return await this.#http.read({
      host: 'checkout',
      path: '/v1/sessions',
      query: { search: reference, limit: '10' },
      schema: sessionListSchema,
      tries: 1,
    });
  }

  /** Asks Dintero to cancel. Sent once; whatever the answer, only evidence decides (rule P21). */
  async cancel(sessionId: string): Promise<Result<Answer<unknown>, ApiFailure>> {
    return await this.#http.sendOnce({
      path: `/v1/sessions/${encodeURIComponent(sessionId)}/cancel`,
      schema: z.unknown(),
      timeoutMs: cancelTimeoutMs,
    });
  }
}
