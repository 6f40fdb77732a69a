import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type Person } from '../../shared/person.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { Reference } from '../ui/reference.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useUnpair } from './use-settings.ts';

const longestPin = 12;

interface UnpairDialogProps {
  readonly managers: readonly Person[];
  readonly journalFile: string | undefined;
  readonly onClose: () => void;
}

/** A manager takes this till out of its account. */
export function UnpairDialog({ managers, journalFile, onClose }: UnpairDialogProps) {
  const { t } = useTranslation();
  const [approverId, setApproverId] = useState(managers.length === 1 ? managers[0]?.id : undefined);
  const [pin, setPin] = useState('');
  const [mistake, setMistake] = useState<Fault>();
  const unpair = useUnpair();
  const faults = fieldFaults(mistake ?? unpair.fault, ['approver', 'pin']);

  const submit = async (): Promise<void> => {
    if (approverId === undefined) {
      setMistake(inputFault('input.choose', 'approver'));
      return;
    }
    setMistake(undefined);
    const done = await unpair.run({ approverId, pin });
    if (done && !done.ok) setPin('');
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('settings.unpair.title')}
      form={
        <>
          <Select
            label={t('staff.approval.approver')}
            value={approverId}
            onChange={(next) => {
              // A PIN belongs to a person (rule R5).
              if (next !== approverId) setPin('');
              setApproverId(next);
              setMistake(undefined);
            }}
            options={managers.map((person) => ({ value: person.id, label: person.name }))}
            placeholder={t('staff.approval.approverPlaceholder')}
            fault={faults.of('approver')}
          />
          <TextField
            label={t('staff.pin')}
            value={pin}
            onChange={setPin}
            kind="digits"
            masked
            maxLength={longestPin}
            fault={faults.of('pin')}
            onEnter={() => void submit()}
          />
          {faults.rest && <FaultMessage fault={faults.rest} about="reading" />}
        </>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('settings.unpair.no')}</Button>
          <Button variant="primary" busy={unpair.busy} onPress={() => void submit()}>
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
