import { type TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type PairingDraft, type StoreChoice } from '../../shared/views/pairing.ts';
import { StatusDot } from '../terminals/status-dot.tsx';
import { Button } from '../ui/button.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { RadioList, type RadioOption } from '../ui/radio-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Choices } from './choices.tsx';
import { payoutWaitsFor } from './payout-status.ts';
import { useStoreEntry } from './step-drafts.ts';
import styles from './store-step.module.css';
import { useChooseStore, useStores } from './use-pairing.ts';
import { WizardStep } from './wizard-step.tsx';

interface StoreStepProps {
  readonly draft: PairingDraft | undefined;
  /** To the sellers of the account: a store needs one. */
  readonly onSellers: () => void;
  readonly onNewStore: () => void;
}

/** The store, and with it where its money goes. */
export function StoreStep({ draft, onSellers, onNewStore }: StoreStepProps) {
  const { t } = useTranslation();
  const stores = useStores();
  const choose = useChooseStore();
  const entry = useStoreEntry(draft);
  const { storeId, name, payoutId } = entry.value;
  const [mistake, setMistake] = useState<Fault>();
  const choices = stores.value?.kind === 'listed' ? stores.value.choices : [];
  const picked = choices.find((candidate) => candidate.storeId === storeId);
  const typesPayout = picked ? picked.payoutDestinationId === undefined : choices.length === 0;
  const faults = fieldFaults(mistake ?? choose.fault, [
    ...(choices.length === 0 ? (['storeId'] as const) : []),
    ...(typesPayout ? (['payoutDestinationId'] as const) : []),
  ]);

  const submit = (): void => {
    if (choices.length > 0) {
      if (!picked) {
        setMistake(inputFault('input.choose'));
        return;
      }
      setMistake(undefined);
      void choose.run({
        storeId: picked.storeId,
        name: picked.name,
        payoutDestinationId: picked.payoutDestinationId ?? payoutId,
      });
    } else {
      setMistake(undefined);
      void choose.run({ storeId, name, payoutDestinationId: payoutId });
    }
  };

  const payoutField = (
    <TextField
      label={t('pairing.store.payoutId')}
      value={payoutId}
      onChange={(next) => entry.change({ payoutId: next })}
      fault={faults.of('payoutDestinationId')}
      onEnter={submit}
    />
  );
  return (
    <WizardStep
      step="store"
      title={t('pairing.store.title')}
      lead={t('pairing.store.lead')}
      onNext={submit}
      busy={choose.busy}
      fault={faults.rest}
      note={
        <div className={styles.mores}>
          <p className={styles.more}>
            <span>{t('pairing.store.needsStore')}</span>
            <Button onPress={onNewStore}>{t('stores.new')}</Button>
          </p>
          <p className={styles.more}>
            <span>{t('pairing.store.needsSeller')}</span>
            <Button onPress={onSellers}>{t('pairing.store.sellers')}</Button>
          </p>
        </div>
      }
    >
      <Choices
        managed
        reading={stores}
        listed={(listed) => (
          <>
            <RadioList
              label={t('pairing.store.list')}
              value={storeId}
              onChange={(next) => {
                entry.change({ storeId: next });
                setMistake(undefined);
                choose.clear();
              }}
              options={listed.map((store) => storeOption(t, store))}
            />
            {picked && typesPayout && payoutField}
          </>
        )}
        byHand={
          <>
            <TextField
              label={t('pairing.store.storeId')}
              value={storeId}
              onChange={(next) => entry.change({ storeId: next })}
              fault={faults.of('storeId')}
              onEnter={submit}
            />
            <TextField
              label={t('pairing.store.name')}
              value={name}
              onChange={(next) => entry.change({ name: next })}
              hint={t('pairing.store.nameHint')}
              onEnter={submit}
            />
            {payoutField}
          </>
        }
      />
    </WizardStep>
  );
}

/** Only a store whose payout destination is ready, or can't be read, can be picked. */
function storeOption(t: TFunction, store: StoreChoice): RadioOption {
  const { storeId, name, payoutDestinationId, payoutStatus } = store;
  const waitsFor = payoutWaitsFor(t, payoutStatus);
  const payout =
    payoutDestinationId === undefined
      ? t('pairing.store.payoutNone')
      : t('pairing.store.payout', { id: payoutDestinationId });
  return {
    value: storeId,
    label: name,
    details: (
      <>
        {`${storeId} · ${payout}`}
        {waitsFor !== undefined && (
          <>
            <br />
            {waitsFor}
          </>
        )}
      </>
    ),
    ...(waitsFor !== undefined && {
      disabled: true,
      status: <Tag icon={<StatusDot readiness="not-ready" />}>{t('pairing.store.payoutNotReady')}</Tag>,
    }),
  };
}
