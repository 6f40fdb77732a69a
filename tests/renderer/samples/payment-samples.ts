import { type LastLook, paymentView } from '../../../electron/payments/payment-view.ts';
import { type Attempt, type PaymentState, beginAttempt } from '../../../shared/attempt.ts';
import { type Line, totalOf } from '../../../shared/basket.ts';
import { type PaymentView } from '../../../shared/views/payment.ts';
import { cashier, nok, now, usualBasket } from './basket-samples.ts';
import { pairing } from './till-samples.ts';

const second = 1_000;
const minute = 60 * second;

export const reference = 'counter1-k3f9-20261120-000184-1';

export function attemptOf(over: Partial<Attempt> = {}, lines: readonly Line[] = usualBasket.lines): Attempt {
  return {
    ...beginAttempt({
      attemptId: 'attempt-1',
      saleId: 'sale-184',
      saleNumber: 184,
      attemptNumber: 1,
      reference,
      terminalId: pairing.defaultTerminalId,
      storeId: pairing.store.storeId,
      amount: { amount: totalOf(lines), currency: nok },
      lines: [...lines],
      person: { id: cashier.id, name: cashier.name },
      startedAt: now - 13 * second,
      deadlineAt: now + 167 * second,
    }),
    ...over,
  };
}

export const visa = { brand: 'Visa', maskedPan: '476173******0416', entryMethod: 'contactless' };

const waiting = { state: 'waiting', sessionId: 'T12345678.session-1' } as const;
const opened = { ...waiting, transactionId: 'T12345678.transaction-1', openedAt: now - 12 * second + 300 };
const settled = { settledAt: now };

/** What an attempt has learned when it is shown in each state. */
export const learned: Readonly<Record<PaymentState, Partial<Attempt>>> = {
  sending: { startedAt: now - 2 * second },
  'waiting-terminal': { ...waiting, startedAt: now - 2 * second },
  'waiting-customer': opened,
  cancelling: { ...opened, cancelRequestedAt: now - 2 * second },
  authorized: { ...opened, state: 'authorized', card: visa },
  approved: {
    ...opened,
    ...settled,
    state: 'approved',
    captured: totalOf(usualBasket.lines),
    card: visa,
    receiptNumber: '000512',
  },
  declined: { ...opened, ...settled, state: 'declined', reason: 'declined.insufficient-funds', card: visa },
  cancelled: { ...opened, ...settled, state: 'cancelled', reason: 'cancelled.at-terminal' },
  failed: { ...opened, ...settled, state: 'failed', reason: 'terminal.failed' },
  refused: { ...settled, state: 'refused', reason: 'terminal.busy' },
  unknown: { ...waiting, state: 'unknown', reason: 'unknown.deadline', startedAt: now - 4 * minute },
};

/** The payment screen in a state, as main makes it. */
export const paymentOf = (
  shown: PaymentState,
  over: Partial<Attempt> = {},
  look: Partial<LastLook> = {},
): PaymentView =>
  paymentView(
    attemptOf({ ...learned[shown], ...over }),
    { usualMs: 1_400, longAfterMs: 10 * second },
    { at: now - second, ...look },
    now,
  );
