import { zero } from '../../shared/money.ts';
import type { EarlierRefund, SoldLine } from '../../shared/refund-split.ts';
import type { RefundEvent } from '../../shared/refund.ts';
import type { Line } from '../../shared/basket.ts';
import type { Transaction, TransactionEvent } from '../dintero/transactions.ts';

const isFinal = (event: TransactionEvent): boolean => event.event === 'REFUND';
const isStart = (event: TransactionEvent): boolean => event.event === 'INITIATE_REFUND';

const isDone = (event: TransactionEvent): boolean => isFinal(event) && event.success === true;

/** A started refund counts until its end is reported, for it may still be paid out (rule R1). */
const isRunning = (event: TransactionEvent, all: readonly TransactionEvent[]): boolean =>
  isStart(event) &&
  event.success !== false &&
  !all.some(
    (other) =>
      isFinal(other) &&
      ((event.request_id !== undefined && other.correlation_request_id === event.request_id) ||
        (event.event_reference !== undefined && other.event_reference === event.event_reference)),
  );

/** Every refund of a transaction that is paid back or on its way, oldest first, whoever made it. */
export function earlierRefunds(transaction: Transaction): readonly EarlierRefund[] {
  const events = transaction.events ?? [];
  return events
    .filter((event) => isDone(event) || isRunning(event, events))
    .map((event) => {
      const items = (event.items ?? []).flatMap((item) =>
        item.line_id === undefined || item.amount === undefined
          ? []
          : [
              {
                lineId: item.line_id,
                amount: item.amount,
                ...(item.quantity !== undefined && { quantity: item.quantity }),
              },
            ],
      );
      return {
        amount: event.amount ?? zero,
        running: isStart(event),
        ...(items.length > 0 && { items }),
      };
    });
}

/** What identifies the refunds of a transaction that count, to see whether another came between two reads (rule R4). */
export function refundKeys(transaction: Transaction): ReadonlySet<string> {
  const events = transaction.events ?? [];
  const referenceOf = (event: TransactionEvent): string | undefined =>
    event.event_reference ??
    events.find(
      (start) =>
        isStart(start) && start.request_id !== undefined && start.request_id === event.correlation_request_id,
    )?.event_reference;
  return new Set(
    events
      .filter((event) => isDone(event) || (isStart(event) && event.success !== false))
      .map(
        (event) =>
          referenceOf(event) ?? event.correlation_request_id ?? event.request_id ?? 'without-reference',
      ),
  );
}

/** The refund events of a transaction, in our words. */
export const refundEvents = (transaction: Transaction): readonly RefundEvent[] =>
  (transaction.events ?? [])
    .filter((event) => isFinal(event) || isStart(event))
    .map((event) => ({
      final: isFinal(event),
      success: event.success ?? !isFinal(event),
      ...(event.event_reference !== undefined && { reference: event.event_reference }),
      ...(event.request_id !== undefined && { requestId: event.request_id }),
      ...(event.correlation_request_id !== undefined && {
        correlationRequestId: event.correlation_request_id,
      }),
    }));

export const soldLines = (lines: readonly Line[]): readonly SoldLine[] =>
  lines.map(({ lineId, description, quantity, amount, vatRate }) => ({
    lineId,
    description,
    quantity,
    amount,
    vatRate,
  }));
