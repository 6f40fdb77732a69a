import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type StoreView } from '../../shared/views/stores.ts';
import { terminalModels } from '../../shared/views/terminals.ts';
import { type Reading } from '../bridge/use-reading.ts';
import { AccountFault } from '../pairing/account-fault.tsx';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { modelName } from './model-name.ts';

/** Where a terminal stands, and what it is. An empty member is not filled in. */
export interface Place {
  readonly model: string;
  readonly storeId: string;
}

interface PlaceFieldsProps {
  readonly place: Place;
  readonly onChange: (change: Partial<Place>) => void;
  readonly stores: Reading<readonly StoreView[]>;
  readonly storeFault: Fault | undefined;
  readonly onEnter: () => void;
}

/** The model and the store of a terminal. Where stores may not be read, the store's id is typed. */
export function PlaceFields({ place, onChange, stores, storeFault, onEnter }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const models: readonly string[] = terminalModels;
  const shown = place.model === '' || models.includes(place.model) ? models : [...models, place.model];
  return (
    <>
      <Select
        label={t('terminals.model')}
        value={place.model}
        onChange={(model) => onChange({ model })}
        placeholder={t('terminals.register.noModel')}
        options={[
          { value: '', label: t('terminals.register.noModel') },
          ...shown.map((model) => ({ value: model, label: modelName(model) })),
        ]}
        hint={t('terminals.register.modelHint')}
      />
      <StoreField
        storeId={place.storeId}
        onChange={(storeId) => onChange({ storeId })}
        stores={stores}
        fault={storeFault}
        onEnter={onEnter}
      />
    </>
  );
}

interface StoreFieldProps {
  readonly storeId: string;
  readonly onChange: (storeId: string) => void;
  readonly stores: Reading<readonly StoreView[]>;
  readonly fault: Fault | undefined;
  readonly onEnter: () => void;
}

function StoreField({ storeId, onChange, stores, fault, onEnter }: StoreFieldProps) {
  const { t } = useTranslation();
  const { value, fault: unread, busy, readAgain } = stores;
  if (value) {
    return (
      <Select
        label={t('terminals.store')}
        value={storeId === '' ? undefined : storeId}
        onChange={onChange}
        placeholder={t(value.length === 0 ? 'terminals.register.noStores' : 'terminals.register.chooseStore')}
        options={value.map((store) => ({
          value: store.storeId,
          label: store.name,
          note:
            store.payoutDestinationId === undefined
              ? `${store.storeId} · ${t('stores.noSeller')}`
              : store.storeId,
        }))}
        fault={fault}
      />
    );
  }
  if (!unread) return <Loading text={t('terminals.register.readingStores')} />;
  return (
    <>
      <AccountFault
        onSecondClient={readAgain}
        fault={unread}
        about="reading"
        title={t('terminals.register.storesUnread')}
        alert={false}
        actions={
          <Button busy={busy} onPress={readAgain}>
            {t('common.readAgain')}
          </Button>
        }
      />
      <TextField
        label={t('stores.storeId')}
        value={storeId}
        onChange={onChange}
        fault={fault}
        onEnter={onEnter}
      />
    </>
  );
}
