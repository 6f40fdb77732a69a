import { useCallback } from 'react';
import { type Bridge } from '../../shared/contract.ts';
import { type Fault } from '../../shared/fault.ts';
import { type Person } from '../../shared/person.ts';
import { type RefundOffer, type RefundView } from '../../shared/views/refund.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';
import { type Reading, useReading } from '../bridge/use-reading.ts';
import { type ApprovalUse, useApproval } from '../staff/use-approval.ts';

/** What is to go back; a manager's yes comes with it. */
export type RefundOrder = Omit<Parameters<Bridge['refunds']['start']>[0], 'approval'>;

/** What can still be refunded of a payment, read from Dintero when the screen opens and when asked. */
export function useRefundOffer(attemptId: string): Reading<RefundOffer> {
  const { refunds } = useBridge();
  return useReading(useCallback(() => refunds.offer({ attemptId }), [refunds, attemptId]));
}

export const useStartRefund = (approvers: readonly Person[]): ApprovalUse<RefundOrder> =>
  useApproval<RefundOrder>(approvers, useBridge().refunds.start);

export interface RefundUse {
  /** The refund of this payment that is in front, while it runs and after. */
  readonly view: RefundView | undefined;
  readonly checkNow: () => void;
  readonly freeTerminal: () => void;
  readonly seen: () => void;
  readonly leave: () => Promise<void>;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
}

export function useRefund(attemptId: string): RefundUse {
  const { refunds } = useBridge();
  const slice = useSlice('refund');
  const view = slice?.refund.attemptId === attemptId ? slice : undefined;
  const refundId = view?.refund.refundId ?? '';
  const call = useCall(
    useCallback(
      (act: 'checkNow' | 'freeTerminal' | 'seen') => refunds[act]({ refundId }),
      [refunds, refundId],
    ),
  );
  return {
    view,
    checkNow: () => void call.run('checkNow'),
    freeTerminal: () => void call.run('freeTerminal'),
    seen: () => void call.run('seen'),
    leave: async () => {
      await refunds.leave();
    },
    busy: call.busy,
    fault: call.fault,
  };
}
