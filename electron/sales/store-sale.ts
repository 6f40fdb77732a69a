import { isPaid } from '../../shared/decide.ts';
import { type MinorUnits, minorUnits, sum } from '../../shared/money.ts';
import type { TransactionFacts } from '../../shared/payment-facts.ts';
import { isFromJournal, readReference } from '../../shared/reference.ts';
import { type SearchedSale, lastDigits } from '../../shared/sale-search.ts';
import { assertNever } from '../../shared/result.ts';
import type { SaleState, SaleSummary } from '../../shared/views/sale.ts';
import type { SaleOutcome, SellerTill, StoreSale } from '../../shared/views/store-sale.ts';
import type { Transaction } from '../dintero/transactions.ts';
import { transactionFacts } from '../payments/transaction-facts.ts';

/** When a transaction was made, in ms since 1970, where Dintero tells. */
export function createdAt({ created_at: text }: Pick<Transaction, 'created_at'>): number | undefined {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** Who made a sale, as its reference tells. `parts` are those of this till's journal. */
export function madeAt(reference: string, parts: readonly string[]): SellerTill {
  const name = readReference(reference)?.till;
  if (name === undefined) return { kind: 'other-app' };
  return parts.some((part) => isFromJournal(reference, part))
    ? { kind: 'this-till' }
    : { kind: 'other-till', name };
}

/** What has gone back of a transaction for certain, in minor units. */
export function refundedOf({ events = [], status, amount }: Transaction): MinorUnits {
  const done = events.filter(({ event, success }) => event === 'REFUND' && success === true);
  const told = sum(done.flatMap((event) => event.amount ?? []));
  // A list may leave the events out.
  return told === 0 && status === 'REFUNDED' ? amount : told;
}

/** What became of a payment, by what Dintero says alone. A word that we do not know is *unknown*. */
function stateOf({ status, declineTypes }: TransactionFacts, refunded: number, taken: number): SaleState {
  if (isPaid(status)) {
    if (status === 'REFUNDED' || (refunded > 0 && refunded >= taken)) return 'refunded';
    return refunded > 0 || status.endsWith('REFUNDED') ? 'partly-refunded' : 'approved';
  }
  switch (status) {
    case 'INITIATED':
      return 'waiting-customer';
    case 'AUTHORIZED':
      return 'authorized';
    case 'AUTHORIZATION_VOIDED':
      return 'cancelled';
    case 'DECLINED':
      return 'declined';
    case 'FAILED':
      return declineTypes.length > 0 ? 'declined' : 'failed';
    default:
      return 'unknown';
  }
}

/** A payment that only Dintero has. `at` stands in where it does not say when it was made. */
export function foreignSale(transaction: Transaction, parts: readonly string[], at: number): StoreSale {
  const facts = transactionFacts(transaction);
  const refunded = refundedOf(transaction);
  const taken = facts.captured ?? facts.amount;
  const state = stateOf(facts, refunded, taken);
  const reference = facts.reference ?? '';
  return {
    key: transaction.id,
    transactionId: transaction.id,
    reference,
    state,
    ...(state === 'unknown' && { word: facts.status }),
    amount: { amount: minorUnits(isPaid(facts.status) ? taken : facts.amount), currency: facts.currency },
    refunded,
    startedAt: createdAt(transaction) ?? at,
    madeAt: madeAt(reference, parts),
    ...(facts.terminalId !== undefined && { terminalId: facts.terminalId }),
    ...(facts.card && { card: facts.card }),
  };
}

/** A sale of this till, with what Dintero says of it: another till may have given money back. */
export function ownSale(summary: SaleSummary, terminalId: string, transaction?: Transaction): StoreSale {
  const told = transaction ? refundedOf(transaction) : 0;
  const refunded = minorUnits(Math.max(summary.refunded, told));
  const taken = ['approved', 'refunded', 'partly-refunded'].includes(summary.state);
  return {
    key: summary.saleId,
    saleId: summary.saleId,
    number: summary.number,
    ...(transaction && { transactionId: transaction.id }),
    reference: summary.reference,
    state:
      taken && refunded > 0
        ? refunded >= summary.amount.amount
          ? 'refunded'
          : 'partly-refunded'
        : summary.state,
    amount: summary.amount,
    refunded,
    startedAt: summary.startedAt,
    madeAt: { kind: 'this-till' },
    terminalId,
    person: summary.person,
    ...(summary.card && { card: summary.card }),
  };
}

/** What of a payment that only Dintero has is searched. */
export const searchedOf = ({ reference, amount, card }: StoreSale): SearchedSale => {
  const digits = lastDigits(card?.maskedPan);
  return {
    references: [reference],
    amount: amount.amount,
    cardDigits: digits === undefined ? [] : [digits],
  };
};

/** What a state comes to in few words. */
export function outcomeOf(state: SaleState): Exclude<SaleOutcome, 'any'> {
  switch (state) {
    case 'authorized':
    case 'approved':
    case 'marked-paid':
      return 'paid';
    case 'refunded':
    case 'partly-refunded':
      return 'refunded';
    case 'declined':
    case 'cancelled':
    case 'failed':
    case 'refused':
    case 'marked-not-paid':
      return 'not-paid';
    case 'sending':
    case 'waiting-terminal':
    case 'waiting-customer':
    case 'cancelling':
    case 'unknown':
      return 'open';
    default:
      return assertNever(state);
  }
}

/** The statuses at Dintero that an outcome comes from. None for what may bear any word. */
export const statusesOf: Readonly<Record<SaleOutcome, readonly string[]>> = {
  any: [],
  open: [],
  paid: ['AUTHORIZED', 'CAPTURED', 'PARTIALLY_CAPTURED'],
  refunded: ['REFUNDED', 'PARTIALLY_REFUNDED', 'PARTIALLY_CAPTURED_REFUNDED'],
  'not-paid': ['DECLINED', 'FAILED', 'AUTHORIZATION_VOIDED'],
};
