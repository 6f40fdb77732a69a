import type { Attempt } from '../../shared/attempt.ts';
import type { Line } from '../../shared/basket.ts';
import { isPaid } from '../../shared/decide.ts';
import { fault, inputFault } from '../../shared/fault.ts';
import type { Money } from '../../shared/money.ts';
import type { CardFacts } from '../../shared/payment-facts.ts';
import { type Remainder, remainderOf } from '../../shared/refund-split.ts';
import type { PaidElsewhere } from '../../shared/refund.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Pairing } from '../../shared/views/pairing.ts';
import type { PaymentKey } from '../../shared/views/refund.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { isNotFound } from '../dintero/failure.ts';
import type { Transaction } from '../dintero/transactions.ts';
import type { Journal } from '../journal/journal.ts';
import { attemptOf } from '../payments/attempt-of.ts';
import { transactionFacts } from '../payments/transaction-facts.ts';
import { transactionLines } from '../payments/transaction-lines.ts';
import { earlierRefunds, soldLines } from './earlier-refunds.ts';

/** A payment's money as Dintero has it at this moment, whoever took it. */
export interface Paid {
  readonly transaction: Transaction;
  /** The `merchant_reference` of the payment. */
  readonly reference: string;
  readonly captured: Money;
  /** When it was begun, as far as that is known. */
  readonly startedAt: number | undefined;
  readonly remainder: Remainder;
  readonly card: CardFacts | undefined;
  /** Whether it was paid on a terminal: those refunds name one. */
  readonly inPerson: boolean;
  /** Of this journal; otherwise what is known of the other till or app. */
  readonly of: { readonly attempt: Attempt } | { readonly elsewhere: PaidElsewhere };
}

export interface PaidOptions {
  readonly journal: Journal;
  readonly dintero: Pick<DinteroClient, 'transactions'>;
  readonly pairing: Pick<Pairing, 'currency'>;
}

/**
 * Reads a payment from Dintero to see what can be given back of it (rule R1): one of this till, by its attempt, or any
 * other of the account, by its transaction. A transaction that turns out to be this till's own is taken as its own.
 */
export async function readPaid(options: PaidOptions, key: PaymentKey, tries: number): Promise<Result<Paid>> {
  const { journal, dintero } = options;
  if ('attemptId' in key) {
    const attempt = journal.attempts.get(key.attemptId);
    if (attempt?.transactionId === undefined || attempt.state !== 'approved') return notCaptured;
    const read = await dintero.transactions.get(attempt.transactionId, tries);
    return read.ok ? paidHere(attempt, read.value) : err(read.error.fault);
  }
  const read = await dintero.transactions.get(key.transactionId, tries);
  if (!read.ok) return err(isNotFound(read.error) ? inputFault('input.payment-unknown') : read.error.fault);
  const transaction = read.value;
  const own = attemptOf(journal, transaction);
  if (!own) return paidElsewhere(options, transaction);
  return own.state === 'approved' ? paidHere(own, transaction) : notCaptured;
}

const notCaptured = err(inputFault('input.refund-not-captured'));

function paidHere(attempt: Attempt, transaction: Transaction): Result<Paid> {
  const facts = transactionFacts(transaction);
  const { reference } = attempt;
  if (facts.currency !== attempt.amount.currency || facts.reference !== reference) {
    return err(fault('unknown.contradiction', { reference }));
  }
  return ok(
    paid(transaction, {
      reference,
      amount: facts.captured ?? attempt.captured ?? facts.amount,
      lines: attempt.lines,
      card: attempt.card,
      startedAt: attempt.startedAt,
      of: { attempt },
    }),
  );
}

function paidElsewhere({ pairing }: PaidOptions, transaction: Transaction): Result<Paid> {
  const facts = transactionFacts(transaction);
  if (!isPaid(facts.status)) return notCaptured;
  if (facts.currency !== pairing.currency) {
    return err(
      inputFault('input.refund-currency', undefined, { theirs: facts.currency, ours: pairing.currency }),
    );
  }
  const reference = facts.reference ?? transaction.id;
  const createdAt = Date.parse(transaction.created_at ?? '');
  const startedAt = Number.isNaN(createdAt) ? undefined : createdAt;
  return ok(
    paid(transaction, {
      reference,
      amount: facts.captured ?? facts.amount,
      lines: transactionLines(transaction),
      card: facts.card,
      startedAt,
      of: {
        elsewhere: {
          reference,
          ...(facts.storeId !== undefined && { storeId: facts.storeId }),
          ...(facts.terminalId !== undefined && { terminalId: facts.terminalId }),
          ...(startedAt !== undefined && { paidAt: startedAt }),
        },
      },
    }),
  );
}

function paid(
  transaction: Transaction,
  known: Pick<Paid, 'reference' | 'card' | 'startedAt' | 'of'> & {
    readonly amount: Money['amount'];
    readonly lines: readonly Line[];
  },
): Paid {
  const { reference, card, startedAt, of, amount, lines } = known;
  return {
    transaction,
    reference,
    captured: { amount, currency: transaction.currency },
    remainder: remainderOf(soldLines(lines), amount, earlierRefunds(transaction)),
    card,
    startedAt,
    // One that does not say is one of a terminal: that is all that this app makes.
    inPerson: (transaction.payment_product_type ?? inPersonProduct) === inPersonProduct,
    of,
  };
}

const inPersonProduct = 'seitatech.in_person';
