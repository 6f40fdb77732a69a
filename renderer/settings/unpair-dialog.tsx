import { useTranslation } from 'react-i18next';
import { ok } from '../../shared/result.ts';
import { approvalFields } from '../bridge/approvals.ts';
import { ApprovalFields } from '../staff/approval-fields.tsx';
import { useApprovers } from '../staff/use-approvers.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { Reference } from '../ui/reference.tsx';
import { useUnpair } from './use-settings.ts';

interface UnpairDialogProps {
  readonly journalFile: string | undefined;
  readonly onClose: () => void;
}

/** A manager takes this till out of its account. */
export function UnpairDialog({ journalFile, onClose }: UnpairDialogProps) {
  const { t } = useTranslation();
  const approvers = useApprovers('change-pairing');
  const unpair = useUnpair(approvers);
  const faults = fieldFaults(unpair.fault, approvalFields);
  const submit = (): void => void unpair.send(ok({}));

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('settings.unpair.title')}
      form={
        <>
          <ApprovalFields
            approval={unpair.approval}
            onApproval={unpair.setApproval}
            approvers={approvers}
            reasons={[t('settings.unpair.reasons.moves'), t('settings.unpair.reasons.ends')]}
            training={false}
            faultOf={faults.of}
            onEnter={submit}
          />
          {faults.rest && <FaultMessage fault={faults.rest} about="reading" />}
        </>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('settings.unpair.no')}</Button>
          <Button variant="primary" busy={unpair.busy} onPress={submit}>
            {t('settings.unpair.yes')}
          </Button>
        </>
      }
    >
      <p>{t('settings.unpair.text')}</p>
      {journalFile !== undefined && (
        <>
          <p>{t('settings.unpair.journal')}</p>
          <p>
            <Reference>{journalFile}</Reference>
          </p>
        </>
      )}
    </Dialog>
  );
}
