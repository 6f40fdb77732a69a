import type { Attempt } from '../../shared/attempt.ts';
import type { Transaction } from '../dintero/transactions.ts';
import type { Journal } from '../journal/journal.ts';

/** The attempt of this journal that a transaction is of, if any. */
export const attemptOf = (
  { attempts }: Pick<Journal, 'attempts'>,
  transaction: Pick<Transaction, 'id' | 'session_id' | 'merchant_reference'>,
): Attempt | undefined =>
  attempts.byReference(transaction.merchant_reference ?? '').find(
    ({ transactionId, sessionId }) =>
      transactionId === transaction.id ||
      (transactionId === undefined &&
        // An attempt that knows neither yet is bound by its own look-up (rule P15).
        (sessionId === undefined || sessionId === transaction.session_id)),
  );
