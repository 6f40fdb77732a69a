import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApprovalRequest } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';
import { type WaitingAct, approvalFields } from '../bridge/approvals.ts';
import { useSlice, useWaitingActs } from '../bridge/till-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { ApprovalFields } from './approval-fields.tsx';
import { useApproval } from './use-approval.ts';
import { useApprovers } from './use-approvers.ts';

/** Asks for a manager's yes to what somebody just did, wherever that was. What they typed waits behind it. */
export function ApprovalDialog() {
  const [act] = useWaitingActs();
  return act && <ApprovalOf key={act.number} act={act} />;
}

function ApprovalOf({ act }: { readonly act: WaitingAct }) {
  const { t } = useTranslation();
  const approvers = useApprovers(act.right);
  const { signedIn } = useSlice('staff');
  const training = useSlice('app').mode === 'training';
  const { approval, setApproval, send, busy, fault } = useApproval<object>(
    approvers,
    useCallback((signed: { readonly approval: ApprovalRequest }) => act.sign(signed.approval), [act]),
  );
  const faults = fieldFaults(fault, approvalFields);
  const confirm = (): void => void send(ok({}));
  const text = t('staff.approval.text', {
    person: signedIn?.name ?? '',
    act: t(`staff.rights.${act.right}`),
  });
  const leave = <Button onPress={act.leave}>{t('staff.approval.leave')}</Button>;
  if (approvers.length === 0) {
    return (
      <Dialog open onClose={act.leave} title={t('staff.approval.title')} actions={leave}>
        <p>{text}</p>
        <p>{t('staff.approval.nobody')}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={act.leave}
      title={t('staff.approval.title')}
      form={
        <>
          <ApprovalFields
            approval={approval}
            onApproval={setApproval}
            approvers={approvers}
            reasons={[t('staff.approval.reasons.asked'), t('staff.approval.reasons.busy')]}
            training={training}
            faultOf={faults.of}
            onEnter={confirm}
          />
          {faults.rest && <FaultMessage fault={faults.rest} about="reading" />}
        </>
      }
      actions={
        <>
          {leave}
          <Button variant="primary" busy={busy} onPress={confirm}>
            {t('staff.approval.confirm')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
