import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type Person } from '../../shared/person.ts';
import { type ApprovalField } from '../bridge/approvals.ts';
import { Select } from '../ui/select.tsx';
import { SuggestField } from '../ui/suggest-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './approval-fields.module.css';
import { type Approval } from './approval.ts';

interface ApprovalFieldsProps {
  readonly approval: Approval;
  readonly onApproval: (approval: Approval) => void;
  readonly approvers: readonly Person[];
  /** Common reasons, to pick one from. */
  readonly reasons: readonly string[];
  readonly training: boolean;
  readonly faultOf: (field: ApprovalField) => Fault | undefined;
  readonly onEnter: () => void;
}

const longestReason = 200;
const longestPin = 12;

/** Why, and who answers for it with their own PIN (rules R5, P20). */
export function ApprovalFields(props: ApprovalFieldsProps) {
  const { approval, onApproval, approvers, reasons, training, faultOf, onEnter } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.fields}>
      <div className={styles.reason}>
        <SuggestField
          label={t('staff.approval.reason')}
          value={approval.reason}
          onChange={(reason) => onApproval({ ...approval, reason })}
          suggestions={reasons}
          placeholder={t('staff.approval.reasonPlaceholder')}
          openLabel={t('staff.approval.showReasons')}
          maxLength={longestReason}
          fault={faultOf('reason')}
        />
      </div>
      <Select
        label={t('staff.approval.approver')}
        value={approval.approverId}
        onChange={(approverId) => {
          // A PIN belongs to a person (rule R5).
          if (approverId !== approval.approverId) onApproval({ ...approval, approverId, pin: '' });
        }}
        options={approvers.map((person) => ({ value: person.id, label: person.name }))}
        placeholder={t('staff.approval.approverPlaceholder')}
        fault={faultOf('approver')}
      />
      <TextField
        label={t('staff.pin')}
        value={approval.pin}
        onChange={(pin) => onApproval({ ...approval, pin })}
        kind="digits"
        masked
        maxLength={longestPin}
        hint={training ? t('staff.trainingPin') : undefined}
        fault={faultOf('pin')}
        onEnter={onEnter}
      />
    </div>
  );
}
