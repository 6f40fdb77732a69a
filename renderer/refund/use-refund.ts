import { useCallback } from 'react';
import { type Bridge } from '../../shared/contract.ts';
import { type Fault } from '../../shared/fault.ts';
import { type RefundOffer, type RefundView } from '../../shared/views/refund.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { type Call, useCall } from '../bridge/use-call.ts';
import { type Reading, useReading } from '../bridge/use-reading.ts';

export type RefundOrder = Parameters<Bridge['refunds']['start']>[0];

/** What can still be refunded on a sale, read from Dintero when the screen opens and when asked. */
export function useRefundOffer(saleId: string): Reading<RefundOffer> {
  const { refunds } = useBridge();
  return useReading(useCallback(() => refunds.offer({ saleId }), [refunds, saleId]));
}

export const useStartRefund = (): Call<readonly [RefundOrder], null> => useCall(useBridge().refunds.start);

export interface RefundUse {
  /** The refund of this sale that is in front, while it runs and after. */
  readonly view: RefundView | undefined;
  readonly checkNow: () => void;
  readonly freeTerminal: () => void;
  readonly overlapSeen: () => void;
  readonly leave: () => Promise<void>;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
}

export function useRefund(saleId: string): RefundUse {
  const { refunds } = useBridge();
  const slice = useSlice('refund');
  const view = slice?.refund.saleId === saleId ? slice : undefined;
  const refundId = view?.refund.refundId ?? '';
  const call = useCall(
    useCallback(
      (act: 'checkNow' | 'freeTerminal' | 'overlapSeen') => refunds[act]({ refundId }),
      [refunds, refundId],
    ),
  );
  return {
    view,
    checkNow: () => void call.run('checkNow'),
    freeTerminal: () => void call.run('freeTerminal'),
    overlapSeen: () => void call.run('overlapSeen'),
    leave: async () => {
      await refunds.leave();
    },
    busy: call.busy,
    fault: call.fault,
  };
}
