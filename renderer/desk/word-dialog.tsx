import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Person } from '../../shared/person.ts';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { approvalFields } from '../bridge/approvals.ts';
import { ApprovalFields } from '../staff/approval-fields.tsx';
import { type ApprovalUse } from '../staff/use-approval.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { MatterSummary } from './matter-summary.tsx';

/** What every dialog needs that asks for a manager's word on a matter. */
export interface WordDialogNeeds {
  readonly matter: DeskMatter;
  readonly approvers: readonly Person[];
  readonly training: boolean;
  readonly onClose: () => void;
}

interface WordDialogProps extends WordDialogNeeds {
  readonly title: string;
  /** What to check, and what the word does. */
  readonly text: ReactNode;
  /** What is chosen; it shows the faults of the fields that it names itself. */
  readonly choice: ReactNode;
  readonly ownFields: readonly string[];
  readonly reasons: readonly string[];
  readonly word: Omit<ApprovalUse<never>, 'send'>;
  readonly confirm: string;
  readonly onConfirm: () => void;
}

/** A manager's word on a matter: a choice, why, who answers for it, and their own PIN. */
export function WordDialog(props: WordDialogProps) {
  const { matter, approvers, training, onClose, word, onConfirm } = props;
  const { t } = useTranslation();
  const faults = fieldFaults(word.fault, [...approvalFields, ...props.ownFields]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={props.title}
      form={
        <>
          {props.choice}
          <ApprovalFields
            approval={word.approval}
            onApproval={word.setApproval}
            approvers={approvers}
            reasons={props.reasons}
            training={training}
            faultOf={faults.of}
            onEnter={onConfirm}
          />
          {faults.rest && <FaultMessage fault={faults.rest} about="reading" />}
        </>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('desk.leave')}</Button>
          <Button variant="primary" busy={word.busy} onPress={onConfirm}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <MatterSummary matter={matter} />
      {props.text}
    </Dialog>
  );
}
