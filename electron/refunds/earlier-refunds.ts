import { zero } from '../../shared/money.ts';
import type { EarlierRefund, SoldLine } from '../../shared/refund-split.ts';
import type { Refund, RefundEvent } from '../../shared/refund.ts';
import type { Line } from '../../shared/basket.ts';
import type { Transaction, TransactionEvent } from '../dintero/transactions.ts';

const isFinal = (event: TransactionEvent): boolean => event.event === 'REFUND';
const isStart = (event: TransactionEvent): boolean => event.event === 'INITIATE_REFUND';

const isDone = (event: TransactionEvent): boolean => isFinal(event) && event.success === true;

/** Request ids decide where both have one: a reference may have been used before. */
const isEndOf = (end: TransactionEvent, start: TransactionEvent): boolean =>
  start.request_id !== undefined && end.correlation_request_id !== undefined
    ? end.correlation_request_id === start.request_id
    : start.event_reference !== undefined && end.event_reference === start.event_reference;

/** A started refund counts until its end is reported, for it may still be paid out (rule R1). */
const isRunning = (event: TransactionEvent, all: readonly TransactionEvent[]): boolean =>
  isStart(event) &&
  event.success !== false &&
  !all.some((other) => isFinal(other) && other.success !== undefined && isEndOf(other, event));

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

/** How a refund of this till is known among the others of its transaction. */
export type OwnRefund = Pick<Refund, 'reference' | 'requestId'>;

/**
 * What identifies the refunds of a transaction that count, to see whether another came between two reads (rule R4).
 * Those of `own` are left out.
 */
export function refundKeys(transaction: Transaction, own: readonly OwnRefund[] = []): ReadonlySet<string> {
  const events = transaction.events ?? [];
  const startOf = (event: TransactionEvent): TransactionEvent =>
    isStart(event) ? event : (events.find((start) => isStart(start) && isEndOf(event, start)) ?? event);
  return new Set(
    events
      .filter((event) => isDone(event) || (isStart(event) && event.success !== false))
      .map(startOf)
      .filter((start) => !own.some((one) => isOwn(start, one)))
      .map(
        (start) =>
          start.request_id ?? start.correlation_request_id ?? start.event_reference ?? 'without-reference',
      ),
  );
}

const isOwn = (start: TransactionEvent, { reference, requestId }: OwnRefund): boolean =>
  start.event_reference === reference || (requestId !== undefined && start.request_id === requestId);

/** Whether a read is new enough to know of a refund. */
export const showsRefund = ({ events = [] }: Transaction, own: OwnRefund): boolean =>
  events.some((event) => (isStart(event) || isFinal(event)) && isOwn(event, own));

/** The refund events of a transaction, in our words. */
export const refundEvents = (transaction: Transaction): readonly RefundEvent[] =>
  (transaction.events ?? [])
    .filter((event) => isFinal(event) || isStart(event))
    .map((event) => ({
      final: isFinal(event),
      ...(event.success !== undefined && { success: event.success }),
      ...(event.event_reference !== undefined && { reference: event.event_reference }),
      ...(event.request_id !== undefined && { requestId: event.request_id }),
      ...(event.correlation_request_id !== undefined && {
        correlationRequestId: event.correlation_request_id,
      }),
      ...(event.error?.type && { errorTypes: event.error.type }),
    }));

/** Every refund that was begun on a transaction, with how it stands, oldest first, whoever made it. */
export function refundCourses(
  transaction: Transaction,
): readonly { readonly event: TransactionEvent; readonly state: 'running' | 'done' | 'failed' }[] {
  const events = transaction.events ?? [];
  const ends = events.filter((event) => isFinal(event) && event.success !== undefined);
  const running = events.filter((event) => isStart(event) && !ends.some((end) => isEndOf(end, event)));
  return events
    .filter((event) => ends.includes(event) || running.includes(event))
    .map((event) => ({
      event,
      state: event.success === false ? 'failed' : isFinal(event) ? 'done' : 'running',
    }));
}

export const soldLines = (lines: readonly Line[]): readonly SoldLine[] =>
  lines.map(({ lineId, description, quantity, amount, vatRate }) => ({
    lineId,
    description,
    quantity,
    amount,
    vatRate,
  }));
