import { randomUUID } from 'node:crypto';
import { newPaymentId } from './ids.ts';
import type { Card, OrderItem, Session, Transaction, TransactionEvent } from './records.ts';
import type { CardName } from './scenarios.ts';
import { type World, timeOf } from './world.ts';

/** The transaction of a session, as it is when the payment begins. */
export function openTransaction(world: World, session: Session): Transaction {
  const { state } = world;
  const existing = state.transactions.find((one) => one.id === session.transaction_id);
  if (existing) return existing;
  const { order } = session;
  const at = timeOf(world);
  const transaction: Transaction = {
    id: newPaymentId(state.accountId),
    session_id: session.id,
    payment_product: 'seitatech',
    payment_product_type: 'seitatech.in_person',
    amount: order.amount,
    currency: order.currency,
    status: 'INITIATED',
    settlement_status: 'NOT_SETTLED',
    channel: 'in_store',
    merchant_reference: order.merchant_reference,
    ...(order.merchant_reference_2 !== undefined && { merchant_reference_2: order.merchant_reference_2 }),
    payout_destination_id: order.store.payout_destination_id,
    store: order.store,
    ...(order.items && { items: order.items }),
    events: [],
    created_at: at,
    updated_at: at,
  };
  state.transactions.push(transaction);
  session.transaction_id = transaction.id;
  session.updated_at = at;
  addEvent(world, transaction, { event: 'INITIALIZE', transaction_status: 'INITIATED', success: true });
  return transaction;
}

/** Adds an event and takes over the status that it leads to. */
export function addEvent(
  world: World,
  transaction: Transaction,
  event: Omit<TransactionEvent, 'id' | 'created_at'>,
): void {
  const at = timeOf(world);
  transaction.events.push({ id: randomUUID(), created_at: at, ...event });
  transaction.status = event.transaction_status;
  transaction.updated_at = at;
}

const amountOf = (events: readonly { readonly amount?: number | undefined }[]): number =>
  events.reduce((sum, event) => sum + (event.amount ?? 0), 0);

const succeeded = (transaction: Transaction, name: string): readonly TransactionEvent[] =>
  transaction.events.filter(({ event, success }) => event === name && success);

/** All of it together, tips too. In minor units. */
export const capturedAmount = (transaction: Transaction): number =>
  amountOf(succeeded(transaction, 'CAPTURE'));

/** What has been paid back for certain; refunds that run do not count. In minor units. */
export const refundedAmount = (transaction: Transaction): number =>
  amountOf(succeeded(transaction, 'REFUND'));

/** What of a line is refunded. */
export const refundedOfLine = (transaction: Transaction, lineId: string): number =>
  amountOf(itemsOf(succeeded(transaction, 'REFUND')).filter((item) => item.line_id === lineId));

const itemsOf = (events: readonly TransactionEvent[]): readonly OrderItem[] =>
  events.flatMap(({ items }) => items ?? []);

const cards: Readonly<Record<CardName, Card>> = {
  visa: {
    brand: 'Visa',
    masked_pan: '476173******0416',
    expiry_date: '12/2028',
    type: 'Debit',
    entry_method: 'contactless',
  },
  mastercard: {
    brand: 'Mastercard',
    masked_pan: '541333******9130',
    expiry_date: '08/2029',
    type: 'Credit',
    entry_method: 'chip',
  },
};

/** What the terminal reads off a card. */
export const cardOf = (name: CardName): Card => cards[name];

const applications: Readonly<Record<CardName, string>> = {
  visa: 'A0000000031010',
  mastercard: 'A0000000041010',
};

/** What the terminal reports of an authorization. The values of `outcome` are not published. */
export function authorizationMetadata(
  transaction: Transaction,
  name: CardName,
  receiptNumber: number,
  serialNumber: string,
): Record<string, string> {
  const { brand, masked_pan: pan } = cardOf(name);
  const amount = `${transaction.currency} ${(transaction.amount / 100).toFixed(2)}`;
  const slip = ['SIMULATED', brand, pan, amount, 'APPROVED'].join('\n');
  return {
    'seitatech:outcome': 'APPROVED',
    'seitatech:receiptNumber': String(receiptNumber).padStart(6, '0'),
    'seitatech:applicationIdentifier': applications[name],
    'seitatech:terminalSerialNumber': serialNumber,
    'seitatech:saleAmount': String(transaction.amount),
    'seitatech:customerReceipt': slip,
    'seitatech:merchantReceipt': slip,
  };
}
