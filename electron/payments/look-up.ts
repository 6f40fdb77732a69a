import type { Attempt } from '../../shared/attempt.ts';
import { isPaid } from '../../shared/decide.ts';
import type { Evidence } from '../../shared/payment-facts.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { type ApiFailure, isNotFound } from '../dintero/failure.ts';
import type { Transaction } from '../dintero/transactions.ts';
import { sessionFacts, transactionFacts } from './transaction-facts.ts';

/** What one look at Dintero brought. */
export interface LookUp {
  readonly evidence: readonly Evidence[];
  /** Dintero answered, and knows no transaction of this attempt. */
  readonly notFound: boolean;
  /** Why the look brought no answer. */
  readonly failure?: ApiFailure;
}

type Reads = Pick<DinteroClient, 'sessions' | 'transactions'>;

const nothingFound: LookUp = { evidence: [], notFound: true };

/**
 * Looks an attempt up by the surest way that is known: its transaction, else its session, else its reference
 * (rule P15).
 */
export async function lookUp(attempt: Attempt, dintero: Reads): Promise<LookUp> {
  if (attempt.transactionId !== undefined) return await byTransaction(attempt.transactionId, dintero);
  if (attempt.sessionId !== undefined) return await bySession(attempt.sessionId, dintero);
  return await byReference(attempt.reference, dintero);
}

async function byTransaction(transactionId: string, dintero: Reads): Promise<LookUp> {
  const read = await dintero.transactions.get(transactionId);
  if (read.ok) {
    return {
      evidence: [{ kind: 'transaction', transaction: transactionFacts(read.value) }],
      notFound: false,
    };
  }
  return isNotFound(read.error) ? nothingFound : failed(read.error);
}

async function bySession(sessionId: string, dintero: Reads): Promise<LookUp> {
  const read = await dintero.sessions.get(sessionId);
  if (!read.ok) return isNotFound(read.error) ? nothingFound : failed(read.error);
  const session = sessionFacts(read.value);
  const seen: Evidence = { kind: 'session', session };
  if (session.transactionId === undefined) return { evidence: [seen], notFound: true };
  const rest = await byTransaction(session.transactionId, dintero);
  return { ...rest, evidence: [seen, ...rest.evidence], notFound: false };
}

async function byReference(reference: string, dintero: Reads): Promise<LookUp> {
  const listed = await dintero.transactions.byReference(reference);
  if (!listed.ok) return failed(listed.error);
  const transactions = listed.value.filter((one) => one.merchant_reference === reference);
  if (transactions.length > 0) {
    return {
      evidence: takenFirst(transactions).map((transaction) => ({
        kind: 'transaction',
        transaction: transactionFacts(transaction),
      })),
      notFound: false,
    };
  }
  const sessions = await dintero.sessions.search(reference);
  // The session list is best effort; without it, what the transaction list said stands.
  if (!sessions.ok) return nothingFound;
  const session = sessions.value.find((one) => one.order?.merchant_reference === reference);
  if (!session) return nothingFound;
  return await bySession(session.id, dintero);
}

/** Of several transactions with one reference, the one that took money binds the attempt to its session. */
const takenFirst = (transactions: readonly Transaction[]): readonly Transaction[] =>
  transactions.toSorted((a, b) => Number(wasTaken(b)) - Number(wasTaken(a)));

const wasTaken = ({ status }: Transaction): boolean => isPaid(status ?? '');

const failed = (failure: ApiFailure): LookUp => ({ evidence: [], notFound: false, failure });
