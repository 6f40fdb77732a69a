import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Person } from '../../shared/person.ts';
import { ok } from '../../shared/result.ts';
import { approvalFields } from '../bridge/approvals.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { TextField } from '../ui/text-field.tsx';
import { ApprovalFields } from './approval-fields.tsx';
import { type NewPin, NewPinFields, longestPin, noPin } from './new-pin-fields.tsx';
import { useChangePin, useResetPin } from './use-people.ts';

interface OwnPinDialogProps {
  readonly onClose: () => void;
}

/** Whoever is at the till gives themselves another PIN. */
export function OwnPinDialog({ onClose }: OwnPinDialogProps) {
  const { t } = useTranslation();
  const [oldPin, setOldPin] = useState('');
  const [typed, setTyped] = useState<NewPin>(noPin);
  const { run, busy, fault, clear } = useChangePin();
  const faults = fieldFaults(fault, ['oldPin', 'newPin', 'repeatPin']);
  const submit = async (): Promise<void> => {
    const changed = await run({ oldPin, ...typed });
    if (changed?.ok === true) onClose();
    // A wrong one is typed anew.
    else if (changed && changed.error.field === 'oldPin') setOldPin('');
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('staff.changePin')}
      form={
        <>
          <TextField
            label={t('staff.oldPin')}
            value={oldPin}
            onChange={(text) => {
              setOldPin(text);
              clear();
            }}
            kind="digits"
            masked
            maxLength={longestPin}
            fault={faults.of('oldPin')}
          />
          <NewPinFields
            value={typed}
            onChange={(next) => {
              setTyped(next);
              clear();
            }}
            labels="new"
            faultOf={faults.of}
            onEnter={() => void submit()}
          />
          {faults.rest && <FaultMessage fault={faults.rest} about="reading" />}
        </>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('staff.leave')}</Button>
          <Button variant="primary" busy={busy} onPress={() => void submit()}>
            {t('staff.changePinConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('staff.changePinText')}</p>
    </Dialog>
  );
}

interface ResetPinDialogProps {
  readonly person: Person;
  readonly training: boolean;
  readonly onClose: () => void;
}

/** Another manager gives somebody a new PIN, and answers for it with their own. */
export function ResetPinDialog({ person, training, onClose }: ResetPinDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<NewPin>(noPin);
  const { approvers, approval, setApproval, touched, send, busy, fault } = useResetPin(person);
  const faults = fieldFaults(fault, [...approvalFields, 'newPin', 'repeatPin']);
  const submit = async (): Promise<void> => {
    if (await send(ok({ personId: person.id, ...typed }))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('staff.resetPinTitle', { person: person.name })}
      form={
        <>
          <NewPinFields
            value={typed}
            onChange={(next) => {
              setTyped(next);
              touched();
            }}
            labels="new"
            faultOf={faults.of}
            onEnter={() => void submit()}
          />
          <ApprovalFields
            approval={approval}
            onApproval={setApproval}
            approvers={approvers}
            reasons={[t('staff.resetReasons.forgotten'), t('staff.resetReasons.seen')]}
            training={training}
            faultOf={faults.of}
            onEnter={() => void submit()}
          />
          {faults.rest && <FaultMessage fault={faults.rest} about="reading" />}
        </>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('staff.leave')}</Button>
          <Button variant="primary" busy={busy} onPress={() => void submit()}>
            {t('staff.resetPinConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('staff.resetPinText', { person: person.name })}</p>
      {approvers.length === 0 && <p>{t('staff.resetPinNobody')}</p>}
    </Dialog>
  );
}
