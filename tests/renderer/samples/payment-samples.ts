import { type Attempt, type PaymentState, beginAttempt } from '../../../shared/attempt.ts';
import { type Line, totalOf } from '../../../shared/basket.ts';
import { type PaymentView } from '../../../shared/views.ts';
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
      terminalId: pairing.terminal.terminalId,
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
  sending: {},
  'waiting-terminal': waiting,
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

/** The payment screen in a state, with what main would allow in it. */
export function paymentOf(
  shown: PaymentState,
  over: Partial<Attempt> = {},
  view: Partial<PaymentView> = {},
): PaymentView {
  const attempt = attemptOf({ ...learned[shown], ...over });
  const tookNothing = ['declined', 'cancelled', 'failed', 'refused'].includes(shown);
  const running = ['sending', 'waiting-terminal', 'waiting-customer', 'cancelling'].includes(shown);
  const unknown = shown === 'unknown';
  return {
    attempt,
    shown,
    longWaitAt: attempt.startedAt + minute,
    usualOpenMs: 1_400,
    lastCheckedAt: now - second,
    ...(attempt.reason !== undefined && {
      fault: { code: attempt.reason, detail: { reference: attempt.reference } },
    }),
    can: {
      cancel: running && shown !== 'cancelling',
      checkNow: running || unknown || shown === 'authorized',
      setAside: unknown,
      tryAgain: tookNothing,
      newSale: tookNothing || shown === 'approved' || shown === 'authorized',
      freeTerminal: unknown,
    },
    ...view,
  };
}
