import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bridge } from '../../shared/contract.ts';
import { type Fault } from '../../shared/fault.ts';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { type Person } from '../../shared/person.ts';
import { type PaymentKey, type RefundOffer, type RefundView } from '../../shared/views/refund.ts';
import { type TerminalView } from '../../shared/views/terminal.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';
import { type Reading, useReading } from '../bridge/use-reading.ts';
import { type ApprovalUse, useApproval } from '../staff/use-approval.ts';

/** What is to go back; a manager's yes comes with it. */
export type RefundOrder = Omit<Parameters<Bridge['refunds']['start']>[0], 'approval'>;

/** What can still be refunded of a payment, read from Dintero when the screen opens and when asked. */
export function useRefundOffer(payment: PaymentKey): Reading<RefundOffer> {
  const { refunds } = useBridge();
  return useReading(useCallback(() => refunds.offer({ payment }), [refunds, payment]));
}

/** Where the customer may confirm: terminals of this till, and others of the store, as far as they may be listed. */
export function useRefundTerminals(): {
  readonly own: readonly TerminalView[];
  readonly others: readonly PairedTerminal[];
} {
  const { refunds } = useBridge();
  const till = useSlice('tillTerminals');
  const others = useReading(refunds.otherTerminals);
  const own = (till?.terminals ?? []).filter(
    ({ terminalId }) => till?.canPick === true || terminalId === till?.presentId,
  );
  return { own, others: others.value ?? [] };
}

/** Reasons to pick from: the shop's own, else the usual ones. */
export function useRefundReasons(): readonly string[] {
  const { t } = useTranslation();
  const { refundReasons } = useSlice('settings');
  return refundReasons.length > 0
    ? refundReasons
    : [
        t('refund.reasons.return'),
        t('refund.reasons.faulty'),
        t('refund.reasons.price'),
        t('refund.reasons.double'),
        t('refund.reasons.regret'),
      ];
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

export function useRefund(payment: PaymentKey): RefundUse {
  const { refunds } = useBridge();
  const slice = useSlice('refund');
  const view = slice && isOf(slice, payment) ? slice : undefined;
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

const isOf = ({ refund }: RefundView, payment: PaymentKey): boolean =>
  'attemptId' in payment
    ? refund.attemptId === payment.attemptId
    : refund.transactionId === payment.transactionId;
