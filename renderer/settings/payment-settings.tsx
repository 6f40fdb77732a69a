import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type SettingsView } from '../../shared/views/app.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './payment-settings.module.css';
import { useSaveSettings } from './use-settings.ts';

const wholeNumber = /^\d{1,6}$/;

/** What a payment is sent with. Kept together, when saved. */
export function PaymentSettings({ settings }: { readonly settings: SettingsView }) {
  const { t } = useTranslation();
  const [returnUrl, setReturnUrl] = useState(settings.returnUrl);
  const [callbackUrl, setCallbackUrl] = useState(settings.callbackUrl);
  const [deadline, setDeadline] = useState(settings.deadlineSeconds.toString());
  const [refundsOnTerminal, setRefundsOnTerminal] = useState(settings.refundsOnTerminal);
  const [mistake, setMistake] = useState<Fault>();
  const [saved, setSaved] = useState(false);
  const save = useSaveSettings();
  const faults = fieldFaults(mistake ?? save.fault, ['returnUrl', 'callbackUrl', 'deadlineSeconds']);

  const edit =
    <Value,>(set: (value: Value) => void) =>
    (value: Value): void => {
      set(value);
      setSaved(false);
      setMistake(undefined);
      save.clear();
    };

  const submit = async (): Promise<void> => {
    if (!wholeNumber.test(deadline.trim())) {
      setMistake(inputFault('input.deadline', 'deadlineSeconds'));
      return;
    }
    const result = await save.run({
      returnUrl,
      callbackUrl,
      deadlineSeconds: Number(deadline),
      refundsOnTerminal,
    });
    setSaved(result?.ok === true);
  };

  return (
    <div className={styles.form}>
      <TextField
        label={t('settings.returnUrl')}
        value={returnUrl}
        onChange={edit(setReturnUrl)}
        hint={t('settings.returnUrlHint')}
        fault={faults.of('returnUrl')}
      />
      <TextField
        label={t('settings.callbackUrl')}
        value={callbackUrl}
        onChange={edit(setCallbackUrl)}
        hint={t('settings.callbackUrlHint')}
        fault={faults.of('callbackUrl')}
      />
      <TextField
        label={t('settings.deadline')}
        value={deadline}
        onChange={edit(setDeadline)}
        kind="digits"
        hint={t('settings.deadlineHint')}
        fault={faults.of('deadlineSeconds')}
      />
      <Checkbox
        label={t('settings.refundsOnTerminal')}
        details={t('settings.refundsOnTerminalHint')}
        checked={refundsOnTerminal}
        onChange={edit(setRefundsOnTerminal)}
      />
      {faults.rest && <FaultMessage fault={faults.rest} about="reading" />}
      <div className={styles.foot}>
        <Button busy={save.busy} onPress={() => void submit()}>
          {t('settings.save')}
        </Button>
        <span role="status">{saved && t('settings.saved')}</span>
      </div>
    </div>
  );
}
