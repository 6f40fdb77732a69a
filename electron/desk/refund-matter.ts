import { type Refund, canMarkRefund, isRefundSettled, refundAttention } from '../../shared/refund.ts';
import type { DeskMatter } from '../../shared/views/desk.ts';
import { type LastLook, canFreeTerminal, endFault } from '../refunds/refund-view.ts';

/** What somebody must look after: not ended, met by another one, or ended other than a manager said. */
export const isRefundMatter = (refund: Refund, holdsTerminal: boolean): boolean =>
  refundAttention(refund) !== undefined ||
  (!isRefundSettled(refund) && (refund.mark === undefined || holdsTerminal));

/** A refund as the desk lists it. */
export function refundMatter(
  refund: Refund,
  saleNumber: number | undefined,
  holdsTerminal: boolean,
  look: LastLook | undefined,
): DeskMatter {
  const why = endFault(refund) ?? look?.fault;
  const attention = refundAttention(refund);
  return {
    kind: 'refund',
    id: refund.refundId,
    ...(refund.saleId !== undefined && { saleId: refund.saleId }),
    ...(saleNumber !== undefined && { saleNumber }),
    ...(refund.elsewhere && { elsewhere: refund.elsewhere.reference }),
    reference: refund.reference,
    state: refund.state,
    amount: refund.amount,
    ...(refund.terminalId !== undefined && { terminalId: refund.terminalId }),
    holdsTerminal,
    setAside: false,
    ...(attention && { attention }),
    ...(refund.mark && { mark: refund.mark.verdict }),
    startedAt: refund.startedAt,
    ...(look && { lastCheckedAt: look.at }),
    ...(why && { fault: why }),
    can: {
      checkNow: !isRefundSettled(refund),
      cancel: false,
      freeTerminal: holdsTerminal && canFreeTerminal(refund),
      mark: canMarkRefund(refund),
      void: false,
      adopt: false,
      seen: attention !== undefined,
    },
  };
}
