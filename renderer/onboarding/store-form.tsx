import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type StoreSeller, type StoreView } from '../../shared/views/stores.ts';
import { useDraft } from '../app/drafts.tsx';
import { type Reading } from '../bridge/use-reading.ts';
import { AccountFault } from '../pairing/account-fault.tsx';
import { payoutWaitsFor } from '../pairing/payout-status.ts';
import { Button } from '../ui/button.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { Loading } from '../ui/loading.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './store-form.module.css';
import { useCreateStore, useStoreSellers } from './use-stores.ts';

interface StoreFormProps {
  readonly onDone: (store: StoreView) => void;
  /** Back to the list, where it is seen whether something came about. */
  readonly onCancel: () => void;
}

const empty = { storeId: '', name: '', organisationNumber: '', payoutDestinationId: '' };

/** A store that is new to the account. What was typed stays until it is created. */
export function StoreForm({ onDone, onCancel }: StoreFormProps) {
  const { t } = useTranslation();
  const draft = useDraft('new-store', empty);
  const { storeId, name, organisationNumber, payoutDestinationId } = draft.value;
  const sellers = useStoreSellers();
  const create = useCreateStore();
  const faults = fieldFaults(create.fault, ['storeId', 'name', 'organisationNumber', 'payoutDestinationId']);

  const chosen = sellers.value?.find((one) => one.payoutDestinationId === payoutDestinationId);
  const abroad = chosen?.country !== undefined && chosen.country !== 'NO';

  const change = (part: Partial<typeof empty>): void => {
    draft.change(part);
    create.clear();
  };
  const submit = async (): Promise<void> => {
    const result = await create.run(draft.value);
    if (!result?.ok) return;
    draft.forget();
    onDone(result.value);
  };
  const chooseSeller = (id: string): void => {
    const seller = sellers.value?.find((one) => one.payoutDestinationId === id);
    const number = seller?.organisationNumber;
    change({
      payoutDestinationId: id,
      // It must be the seller's; what was typed is not overwritten.
      ...(organisationNumber === '' && number !== undefined && { organisationNumber: number }),
    });
  };

  return (
    <div className={styles.form}>
      <TextField
        label={t('stores.storeId')}
        value={storeId}
        onChange={(next) => change({ storeId: next })}
        hint={t('stores.storeIdHint')}
        fault={faults.of('storeId')}
        onEnter={() => void submit()}
      />
      <TextField
        label={t('stores.name')}
        value={name}
        onChange={(next) => change({ name: next })}
        fault={faults.of('name')}
        onEnter={() => void submit()}
      />
      <TextField
        label={t('stores.organisationNumber')}
        value={organisationNumber}
        onChange={(next) => change({ organisationNumber: next })}
        {...(abroad
          ? { hint: t('stores.organisationHintAbroad') }
          : { kind: 'digits', hint: t('stores.organisationHint') })}
        fault={faults.of('organisationNumber')}
        onEnter={() => void submit()}
      />
      <SellerField
        chosen={payoutDestinationId}
        onChoose={chooseSeller}
        sellers={sellers}
        fault={faults.of('payoutDestinationId')}
        onEnter={() => void submit()}
      />
      {faults.rest && (
        <AccountFault
          fault={faults.rest}
          about="reading"
          {...(faults.rest.code === 'setup.reply-lost' && {
            actions: <Button onPress={onCancel}>{t('stores.seeList')}</Button>,
          })}
        />
      )}
      <div className={styles.actions}>
        <Button variant="primary" size="large" busy={create.busy} onPress={() => void submit()}>
          {t('stores.create')}
        </Button>
        <Button size="large" onPress={onCancel}>
          {t('stores.cancel')}
        </Button>
      </div>
    </div>
  );
}

interface SellerFieldProps {
  readonly chosen: string;
  readonly onChoose: (payoutDestinationId: string) => void;
  readonly sellers: Reading<readonly StoreSeller[]>;
  readonly fault: Fault | undefined;
  readonly onEnter: () => void;
}

/** Only a payout destination that is ready can carry a store. Where they may not be read, the id is typed. */
function SellerField({ chosen, onChoose, sellers, fault, onEnter }: SellerFieldProps) {
  const { t } = useTranslation();
  const { value, fault: unread, busy, readAgain } = sellers;
  if (value) {
    const ready = value.some(({ status }) => status === undefined || status === 'ACTIVE');
    return (
      <Select
        label={t('stores.payoutDestination')}
        value={chosen === '' ? undefined : chosen}
        onChange={onChoose}
        placeholder={t(ready ? 'stores.chooseSeller' : 'stores.noneReady')}
        options={value.map((seller) => {
          const { payoutDestinationId, name, status } = seller;
          const waitsFor = payoutWaitsFor(t, status);
          return {
            value: payoutDestinationId,
            label: name ?? payoutDestinationId,
            note: [
              ...(name === undefined ? [] : [payoutDestinationId]),
              ...(waitsFor === undefined ? [] : [waitsFor]),
            ].join(' · '),
            disabled: waitsFor !== undefined,
          };
        })}
        hint={t(ready ? 'stores.sellerHint' : 'stores.noneReadyHint')}
        fault={fault}
      />
    );
  }
  if (!unread) return <Loading text={t('stores.readingSellers')} />;
  return (
    <>
      <AccountFault
        onSecondClient={readAgain}
        fault={unread}
        about="reading"
        title={t('stores.sellersUnread')}
        alert={false}
        actions={
          <Button busy={busy} onPress={readAgain}>
            {t('common.readAgain')}
          </Button>
        }
      />
      <TextField
        label={t('pairing.store.payoutId')}
        value={chosen}
        onChange={onChoose}
        fault={fault}
        onEnter={onEnter}
      />
    </>
  );
}
