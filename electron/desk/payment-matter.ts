import { type Attempt, canMark, canVoid, isOrphan, isSettled, paymentState } from '../../shared/attempt.ts';
import type { DeskMatter } from '../../shared/views/desk.ts';
import { type LastLook, canCancel, canFreeTerminal, outcomeFault } from '../payments/payment-view.ts';

/**
 * What somebody must look after: unknown, set aside, authorized and left without a capture, or found at Dintero. A
 * manager's mark ends it, unless the terminal is held still.
 */
export const isPaymentMatter = (attempt: Attempt, holdsTerminal: boolean): boolean => {
  if (isOrphan(attempt)) return true;
  if (isSettled(attempt)) return false;
  if (attempt.mark !== undefined) return holdsTerminal;
  return (
    attempt.state === 'unknown' ||
    attempt.setAsideAt !== undefined ||
    (attempt.state === 'authorized' && attempt.closedAt !== undefined)
  );
};

/** A payment as the desk lists it. */
export function paymentMatter(
  attempt: Attempt,
  holdsTerminal: boolean,
  look: LastLook | undefined,
): DeskMatter {
  const why = outcomeFault(attempt) ?? look?.fault;
  const orphan = isOrphan(attempt);
  return {
    kind: orphan ? 'orphan' : 'attempt',
    id: attempt.attemptId,
    saleId: attempt.saleId,
    saleNumber: attempt.saleNumber,
    reference: attempt.reference,
    state: paymentState(attempt),
    amount: attempt.amount,
    terminalId: attempt.terminalId,
    holdsTerminal,
    setAside: attempt.setAsideAt !== undefined,
    ...(attempt.mark && { mark: attempt.mark.verdict }),
    startedAt: attempt.startedAt,
    ...(look && { lastCheckedAt: look.at }),
    ...(why && { fault: why }),
    can: {
      checkNow: !isSettled(attempt),
      cancel: canCancel(attempt),
      freeTerminal: holdsTerminal && canFreeTerminal(attempt),
      mark: canMark(attempt),
      void: canVoid(attempt),
      adopt: orphan,
      seen: false,
    },
  };
}
