import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type Person } from '../../shared/person.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { RadioList } from '../ui/radio-list.tsx';
import { TextField } from '../ui/text-field.tsx';
import { longestPin } from './new-pin-fields.tsx';

interface SwitchDialogProps {
  readonly people: readonly Person[];
  readonly signedIn: Person | undefined;
  readonly training: boolean;
  readonly onUnlock: (personId: string, pin: string) => Promise<boolean>;
  readonly onTyping: () => void;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  readonly onClose: () => void;
}

/** Somebody else goes on with the till: their name, their PIN, and all that is open stays. */
export function SwitchDialog(props: SwitchDialogProps) {
  const { people, signedIn, training, onUnlock, onTyping, busy, fault, onClose } = props;
  const { t } = useTranslation();
  const [personId, setPersonId] = useState(people.find(({ id }) => id !== signedIn?.id)?.id ?? '');
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const type = (next: string): void => {
    setPin(next);
    onTyping();
  };
  const submit = async (): Promise<void> => {
    if (await onUnlock(personId, pin)) onClose();
    // What was typed is gone, right or wrong.
    else setPin('');
  };
  const isAboutPin = fault?.code.startsWith('input.') === true;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('staff.switchTitle')}
      form={
        <>
          <RadioList
            label={t('staff.people')}
            value={personId}
            onChange={(next) => {
              setPersonId(next);
              // A PIN belongs to a person and is never carried over to another.
              type('');
              field.current?.focus();
            }}
            options={people.map((person) => ({
              value: person.id,
              label: person.name,
              details: t(`common.person.${person.role}`),
            }))}
          />
          <TextField
            label={t('staff.pin')}
            value={pin}
            onChange={type}
            inputRef={field}
            kind="digits"
            masked
            maxLength={longestPin}
            hint={training ? t('staff.trainingPin') : undefined}
            fault={isAboutPin ? fault : undefined}
            onEnter={() => void submit()}
          />
          {fault && !isAboutPin && <FaultMessage fault={fault} about="reading" />}
        </>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('staff.leave')}</Button>
          <Button variant="primary" busy={busy} onPress={() => void submit()}>
            {t('staff.switch')}
          </Button>
        </>
      }
    >
      <p>{t('staff.switchText')}</p>
    </Dialog>
  );
}
