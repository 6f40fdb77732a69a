import { zero } from '../../shared/money.ts';
import { vatRateSchema } from '../../shared/vat.ts';
import type { StoreSale, TransactionView } from '../../shared/views/store-sale.ts';
import type { Transaction, TransactionEvent } from '../dintero/transactions.ts';
import { transactionFacts } from '../payments/transaction-facts.ts';
import { refundCourses } from '../refunds/earlier-refunds.ts';
import { createdAt } from './store-sale.ts';
import { supportCopy } from './support-copy.ts';

/** A transaction as a screen shows it. `raw` is all that Dintero told. */
export function transactionView(transaction: Transaction, raw: unknown, sale: StoreSale): TransactionView {
  const { storeId, receiptNumber, status } = transactionFacts(transaction);
  return {
    sale,
    transactionId: transaction.id,
    status,
    ...(storeId !== undefined && { storeId }),
    ...(receiptNumber !== undefined && { receiptNumber }),
    lines: (transaction.items ?? []).map((item, index) => {
      const rate = vatRateSchema.safeParse(Math.round((item.vat ?? Number.NaN) * 100));
      return {
        lineId: item.line_id ?? `line ${index + 1}`,
        description: item.description ?? '',
        ...(item.quantity !== undefined && { quantity: item.quantity }),
        ...(item.amount !== undefined && { amount: item.amount }),
        ...(rate.success && { vatRate: rate.data }),
      };
    }),
    events: (transaction.events ?? []).map((event) => ({
      ...timeOf(event),
      event: event.event ?? 'UNKNOWN',
      ...(event.success !== undefined && { success: event.success }),
      ...(event.amount !== undefined && { amount: event.amount }),
      ...(event.event_reference !== undefined && { reference: event.event_reference }),
    })),
    refunds: refundCourses(transaction).map(({ event, state }) => ({
      ...timeOf(event),
      amount: event.amount ?? zero,
      ...(event.event_reference !== undefined && { reference: event.event_reference }),
      state,
    })),
    ...(transaction.settlement_status !== undefined && { settlement: transaction.settlement_status }),
    supportCopy: supportCopy(raw),
  };
}

function timeOf(event: TransactionEvent): { at?: number } {
  const at = createdAt(event);
  return at === undefined ? {} : { at };
}
