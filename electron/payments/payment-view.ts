import { type Attempt, isSettled, paymentState } from '../../shared/attempt.ts';
import { type Fault, fault } from '../../shared/fault.ts';
import type { AlarmView, DeskMatter } from '../../shared/views/desk.ts';
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
  const longWaitAt = attempt.startedAt + times.longAfterMs;
  const settled = isSettled(attempt);
  const tookNothing = settled && attempt.state !== 'approved';
  const uncertain =
    attempt.state === 'unknown' ||
    (attempt.state === 'sending' && attempt.replyLostAt !== undefined) ||
    (attempt.state === 'waiting' && attempt.transactionId === undefined && now >= longWaitAt);
  const why = outcomeFault(attempt);
  return {
    attempt,
    shown: paymentState(attempt),
    longWaitAt,
    ...(times.usualMs !== undefined && { usualOpenMs: times.usualMs }),
    ...(look && { lastCheckedAt: look.at }),
    ...(look?.fault && { checkFault: look.fault }),
    ...(why && { fault: why }),
    can: {
      cancel: canCancel(attempt),
      checkNow: !settled,
      setAside: uncertain,
      tryAgain: tookNothing,
      newSale: settled || attempt.state === 'authorized',
      freeTerminal: attempt.state === 'unknown' && attempt.terminalFreedAt === undefined,
    },
  };
}

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

/** Attempts that somebody must look after: unknown, set aside, or authorized and left without a capture. */
export const isDeskMatter = (attempt: Attempt): boolean =>
  attempt.state === 'unknown' ||
  (!isSettled(attempt) && attempt.setAsideAt !== undefined) ||
  (attempt.state === 'authorized' && attempt.closedAt !== undefined);

export function deskMatter(attempt: Attempt, holdsTerminal: boolean, look: LastLook | undefined): DeskMatter {
  const why = outcomeFault(attempt) ?? look?.fault;
  return {
    kind: 'attempt',
    id: attempt.attemptId,
    saleId: attempt.saleId,
    saleNumber: attempt.saleNumber,
    reference: attempt.reference,
    state: paymentState(attempt),
    amount: attempt.amount,
    terminalId: attempt.terminalId,
    holdsTerminal,
    setAside: attempt.setAsideAt !== undefined,
    overlap: false,
    startedAt: attempt.startedAt,
    ...(look && { lastCheckedAt: look.at }),
    ...(why && { fault: why }),
  };
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
