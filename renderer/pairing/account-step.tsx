import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PairingDraft, type PairingView } from '../../shared/views/pairing.ts';
import { useDraft } from '../app/drafts.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { Reference } from '../ui/reference.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './account-step.module.css';
import { useConnect } from './use-pairing.ts';
import { WizardStep } from './wizard-step.tsx';

type Practice = NonNullable<PairingView['practice']>;

interface AccountStepProps {
  /** What is connected already: it can be gone on with. */
  readonly draft: PairingDraft | undefined;
  readonly onGoOn: () => void;
  /** The practice account of training mode; never a real credential. */
  readonly practice: Practice | undefined;
}

export function AccountStep({ draft, onGoOn, practice }: AccountStepProps) {
  const known = draft?.accountId ?? '';
  const { t } = useTranslation();
  const entry = useDraft('pairing-account', { accountId: known, clientId: '' });
  const { accountId, clientId } = entry.value;
  const [clientSecret, setClientSecret] = useState('');
  const connect = useConnect();
  const faults = fieldFaults(connect.fault, ['accountId', 'clientId', 'clientSecret']);
  const submit = async (): Promise<void> => {
    const connected = await connect.run({ accountId, clientId, clientSecret });
    // From here on the secret is in the keychain, and nowhere else.
    if (connected?.ok) setClientSecret('');
  };
  return (
    <WizardStep
      step="account"
      title={t('pairing.account.title')}
      lead={t('pairing.account.lead')}
      action={t('pairing.account.connect')}
      onNext={() => void submit()}
      busy={connect.busy}
      fault={faults.rest}
    >
      {known !== '' && (
        <Card padded className={styles.practice}>
          <h2>{t('pairing.account.connectedTitle')}</h2>
          <p className={styles.text}>{t('pairing.account.connectedText')}</p>
          <Facts
            facts={[
              { label: t('pairing.account.accountId'), value: <Reference>{known}</Reference> },
              ...(draft?.clients?.checkout === undefined
                ? []
                : [
                    {
                      label: t('pairing.account.clientId'),
                      value: <Reference>{draft.clients.checkout}</Reference>,
                    },
                  ]),
            ]}
          />
          <Button onPress={onGoOn}>{t('pairing.account.goOn')}</Button>
        </Card>
      )}
      {practice && (
        <PracticeCard
          practice={practice}
          onFill={() => {
            entry.change({ accountId: practice.accountId, clientId: practice.clientId });
            setClientSecret(practice.clientSecret);
          }}
        />
      )}
      <TextField
        label={t('pairing.account.accountId')}
        value={accountId}
        onChange={(next) => entry.change({ accountId: next })}
        hint={t('pairing.account.accountIdHint')}
        fault={faults.of('accountId')}
        onEnter={() => void submit()}
      />
      <TextField
        label={t('pairing.account.clientId')}
        value={clientId}
        onChange={(next) => entry.change({ clientId: next })}
        fault={faults.of('clientId')}
        onEnter={() => void submit()}
      />
      <TextField
        label={t('pairing.account.clientSecret')}
        value={clientSecret}
        onChange={setClientSecret}
        masked
        fault={faults.of('clientSecret')}
        onEnter={() => void submit()}
      />
    </WizardStep>
  );
}

interface PracticeCardProps {
  readonly practice: Practice;
  readonly onFill: () => void;
}

function PracticeCard({ practice, onFill }: PracticeCardProps) {
  const { t } = useTranslation();
  return (
    <Card padded className={styles.practice}>
      <h2>{t('pairing.account.practiceTitle')}</h2>
      <p className={styles.text}>{t('pairing.account.practiceText')}</p>
      <Facts
        facts={[
          { label: t('pairing.account.accountId'), value: <Reference>{practice.accountId}</Reference> },
          { label: t('pairing.account.clientId'), value: <Reference>{practice.clientId}</Reference> },
          { label: t('pairing.account.secretShown'), value: <Reference>{practice.clientSecret}</Reference> },
        ]}
      />
      <Button onPress={onFill}>{t('pairing.account.practiceFill')}</Button>
    </Card>
  );
}
