import { type Attempt, isSettled, paymentState } from '../../shared/attempt.ts';
import { type Fault, fault } from '../../shared/fault.ts';
import type { AlarmView } from '../../shared/views/desk.ts';
import type { PaymentView } from '../../shared/views/payment.ts';
import type { PromptTimes } from './prompt-times.ts';

/** What the last look at Dintero brought, for the screen. */
export interface LastLook {
  readonly at: number;
  readonly fault?: Fault;
}

/** The payment screen of an attempt. `now` is in ms since 1970. */
export function paymentView(
  attempt: Attempt,
  times: PromptTimes,
  look: LastLook | undefined,
  now: number,
): PaymentView {
  const settled = isSettled(attempt);
  const tookNothing = settled && attempt.state !== 'approved';
  const why = outcomeFault(attempt);
  return {
    attempt,
    shown: paymentState(attempt),
    longWaitAt: longWaitAt(attempt, times),
    ...(times.usualMs !== undefined && { usualOpenMs: times.usualMs }),
    ...(look && { lastCheckedAt: look.at }),
    ...(look?.fault && { checkFault: look.fault }),
    ...(why && { fault: why }),
    can: {
      cancel: canCancel(attempt),
      checkNow: !settled,
      setAside: canSetAside(attempt, times, now),
      tryAgain: tookNothing,
      newSale: settled || attempt.state === 'authorized',
      freeTerminal: canFreeTerminal(attempt),
    },
  };
}

const longWaitAt = (attempt: Attempt, times: PromptTimes): number => attempt.startedAt + times.longAfterMs;

/** Offered as soon as a reply is lost, the first wait grows long, or the outcome is unknown (rule P18). */
export const canSetAside = (attempt: Attempt, times: PromptTimes, now: number): boolean =>
  attempt.setAsideAt === undefined &&
  (attempt.state === 'unknown' ||
    (attempt.state === 'sending' && attempt.replyLostAt !== undefined) ||
    (attempt.state === 'waiting' &&
      attempt.transactionId === undefined &&
      now >= longWaitAt(attempt, times)));

/** Only where nobody can tell whether the terminal still asks: a person must look at its display (rule P16). */
export const canFreeTerminal = (attempt: Attempt): boolean =>
  attempt.state === 'unknown' && attempt.terminalFreedAt === undefined;

/** A cancel that was asked for and not refused is on its way; asking twice changes nothing. */
export const canCancel = (attempt: Attempt): boolean =>
  (attempt.state === 'sending' || attempt.state === 'waiting' || attempt.state === 'unknown') &&
  (attempt.cancelRequestedAt === undefined || attempt.cancelRefusedAt !== undefined);

/** Why an attempt ended as it did, or why nobody knows. */
export function outcomeFault(attempt: Attempt): Fault | undefined {
  if (attempt.reason !== undefined) return fault(attempt.reason, { reference: attempt.reference });
  if (attempt.state === 'sending' && attempt.replyLostAt !== undefined) {
    return fault('unknown.reply-lost', { reference: attempt.reference });
  }
  return undefined;
}

/** The alarm of an attempt that nobody has seen yet. */
export function alarmView(attempt: Attempt): AlarmView | undefined {
  const { alarm } = attempt;
  if (!alarm || alarm.seenAt !== undefined) return undefined;
  return {
    attemptId: attempt.attemptId,
    kind: alarm.kind,
    saleId: attempt.saleId,
    saleNumber: attempt.saleNumber,
    reference: attempt.reference,
    amount: { amount: attempt.captured ?? attempt.amount.amount, currency: attempt.amount.currency },
    raisedAt: alarm.raisedAt,
  };
}
