import ReceiptText from 'lucide-react/icons/receipt-text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { useDraft } from '../app/drafts.tsx';
import { useSlice } from '../bridge/till-context.tsx';
import { Banner } from '../ui/banner.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './manager-step.module.css';
import { useFinish } from './use-pairing.ts';
import { WizardStep } from './wizard-step.tsx';

const longestName = 60;
const longestPin = 12;

const isAboutPin = ({ field }: Fault): boolean => field === 'pin' || field === 'repeatPin';

/** The last step: who may approve, and what the till is not. */
export function ManagerStep() {
  const { t } = useTranslation();
  const { people } = useSlice('staff');
  const draft = useDraft('pairing-manager', { managerName: '' });
  const { managerName } = draft.value;
  const [pin, setPin] = useState('');
  const [repeatPin, setRepeatPin] = useState('');
  const finish = useFinish();
  const faults = fieldFaults(finish.fault, ['managerName', 'pin', 'repeatPin']);
  const known = people.some((person) => person.role === 'manager' && person.name === managerName.trim());

  const submit = async (): Promise<void> => {
    const paired = await finish.run({ managerName, pin, repeatPin });
    // Only a PIN that was wrong is typed once more.
    if (!paired || paired.ok || !isAboutPin(paired.error)) return;
    setPin('');
    setRepeatPin('');
  };

  return (
    <WizardStep
      step="manager"
      title={t('pairing.manager.title')}
      lead={t('pairing.manager.lead')}
      action={t('pairing.manager.finish')}
      onNext={() => void submit()}
      busy={finish.busy}
      fault={faults.rest}
      note={
        <Banner tone="neutral" icon={<ReceiptText aria-hidden />}>
          <p className={styles.strong}>{t('pairing.manager.register')}</p>
          <p>{t('pairing.manager.registerText')}</p>
        </Banner>
      }
    >
      <TextField
        label={t('pairing.manager.name')}
        value={managerName}
        onChange={(next) => draft.change({ managerName: next })}
        maxLength={longestName}
        hint={known ? t('pairing.manager.known') : undefined}
        fault={faults.of('managerName')}
        onEnter={() => void submit()}
      />
      <div className={styles.pins}>
        <TextField
          label={t('pairing.manager.pin')}
          value={pin}
          onChange={setPin}
          kind="digits"
          masked
          maxLength={longestPin}
          hint={t('pairing.manager.pinHint')}
          fault={faults.of('pin')}
          onEnter={() => void submit()}
        />
        <TextField
          label={t('pairing.manager.repeatPin')}
          value={repeatPin}
          onChange={setRepeatPin}
          kind="digits"
          masked
          maxLength={longestPin}
          fault={faults.of('repeatPin')}
          onEnter={() => void submit()}
        />
      </div>
    </WizardStep>
  );
}
