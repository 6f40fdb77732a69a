import { type MinorUnits, sum } from '../../shared/money.ts';
import type { SessionFacts, TransactionFacts } from '../../shared/payment-facts.ts';
import type { Session } from '../dintero/sessions.ts';
import type { Transaction, TransactionEvent } from '../dintero/transactions.ts';

/** Error types of a failed event that mean issuer or customer refused, not that something broke (rule P12). */
const refusals = new Set([
  'DECLINED',
  'ISSUER_ERROR',
  'PICK_UP_CARD',
  'INSUFFICIENT_FUNDS',
  'CLOSED_ACCOUNT',
  'EXPIRED_CARD',
  'EXCEEDS_APPROVAL_LIMIT',
  'EXCEEDS_WITHDRAWAL_FREQUENCY_LIMIT',
  'RESTRICTED_CARD',
  'PIN_REQUIRED',
  'FAILED_VERIFICATION',
  'ADDITIONAL_VERIFICATION_REQUIRED',
]);

/** What a transaction says of a payment, in our words. */
export function transactionFacts(transaction: Transaction): TransactionFacts {
  const events = transaction.events ?? [];
  const captured = capturedBy(events);
  const receiptNumber = events.map(receiptNumberOf).find((number) => number !== undefined);
  return {
    id: transaction.id,
    ...(transaction.session_id !== undefined && { sessionId: transaction.session_id }),
    ...(transaction.merchant_reference !== undefined && { reference: transaction.merchant_reference }),
    currency: transaction.currency,
    amount: transaction.amount,
    ...(captured !== undefined && { captured }),
    // A transaction without a status is as undecided as one with a status that we do not know.
    status: transaction.status ?? 'UNKNOWN',
    ...(transaction.store?.id !== undefined && { storeId: transaction.store.id }),
    ...(transaction.store?.terminal_id !== undefined && { terminalId: transaction.store.terminal_id }),
    declineTypes: declineTypes(events),
    ...(transaction.card && { card: cardFacts(transaction.card) }),
    ...(receiptNumber !== undefined && { receiptNumber }),
  };
}

export const sessionFacts = (session: Session): SessionFacts => ({
  id: session.id,
  ...(session.order?.merchant_reference !== undefined && { reference: session.order.merchant_reference }),
  ...(session.transaction_id !== undefined && { transactionId: session.transaction_id }),
  cancelled: session.cancelled_at !== undefined,
});

/** The sum of the captures that say how much; a capture that does not is left to the transaction's amount. */
export function capturedBy(events: readonly TransactionEvent[]): MinorUnits | undefined {
  const captures = events.filter((event) => event.event === 'CAPTURE' && event.success !== false);
  const amounts = captures.flatMap((event) => (event.amount === undefined ? [] : [event.amount]));
  return amounts.length === 0 ? undefined : sum(amounts);
}

/** The error types of the last failed authorization, when they say that it was refused. */
function declineTypes(events: readonly TransactionEvent[]): readonly string[] {
  const failed = events.findLast((event) => event.success === false && event.event === 'AUTHORIZE');
  const types = failed?.error?.type ?? [];
  return types.some((type) => refusals.has(type)) ? types : [];
}

function receiptNumberOf({ metadata }: TransactionEvent): string | undefined {
  const number = metadata?.['seitatech:receiptNumber'];
  return typeof number === 'string' ? number : undefined;
}

const cardFacts = (card: NonNullable<Transaction['card']>): NonNullable<TransactionFacts['card']> => ({
  ...(card.brand !== undefined && { brand: card.brand }),
  ...(card.masked_pan !== undefined && { maskedPan: card.masked_pan }),
  ...(card.entry_method !== undefined && { entryMethod: card.entry_method }),
});
