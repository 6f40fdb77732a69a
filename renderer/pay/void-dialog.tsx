import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApprovalRequest } from '../../shared/contract.ts';
import { type Money } from '../../shared/money.ts';
import { ok } from '../../shared/result.ts';
import { approvalFields } from '../bridge/approvals.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useFormat } from '../i18n/use-format.tsx';
import { ApprovalFields } from '../staff/approval-fields.tsx';
import { useApproval } from '../staff/use-approval.ts';
import { useApprovers } from '../staff/use-approvers.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { Reference } from '../ui/reference.tsx';

interface VoidDialogProps {
  readonly attemptId: string;
  readonly amount: Money;
  readonly reference: string;
  readonly onClose: () => void;
}

/** A manager has a reservation released. Offered only where nothing is captured (rule R6), and says just that. */
export function VoidDialog({ attemptId, amount, reference, onClose }: VoidDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const training = useSlice('app').mode === 'training';
  const { payments } = useBridge();
  const approvers = useApprovers('void');
  const release = useApproval<object>(
    approvers,
    useCallback(
      (order: { readonly approval: ApprovalRequest }) => payments.void({ attemptId, ...order }),
      [payments, attemptId],
    ),
  );
  const faults = fieldFaults(release.fault, approvalFields);

  const confirm = async (): Promise<void> => {
    if (await release.send(ok({}))) onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('pay.void.title', { amount: format.money(amount) })}
      form={
        <>
          <ApprovalFields
            approval={release.approval}
            onApproval={release.setApproval}
            approvers={approvers}
            reasons={[t('pay.void.reasons.regret'), t('pay.void.reasons.wrong'), t('pay.void.reasons.other')]}
            training={training}
            faultOf={faults.of}
            onEnter={() => void confirm()}
          />
          {faults.rest && <FaultMessage fault={faults.rest} about="act" />}
        </>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('pay.void.no')}</Button>
          <Button variant="primary" busy={release.busy} onPress={() => void confirm()}>
            {t('pay.void.yes')}
          </Button>
        </>
      }
    >
      <p>{t('pay.void.text')}</p>
      <p>{t('pay.void.captured')}</p>
      <p>
        <Reference>{reference}</Reference>
      </p>
    </Dialog>
  );
}
