import { useTranslation } from 'react-i18next';
import { type StoreView } from '../../shared/views/stores.ts';
import { AccountFault } from '../pairing/account-fault.tsx';
import { payoutWaitsFor } from '../pairing/payout-status.ts';
import { BackButton } from '../ui/back-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Loading } from '../ui/loading.tsx';
import { Reference } from '../ui/reference.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { StoreIds } from './store-ids.tsx';
import styles from './stores-screen.module.css';
import { useStore } from './use-stores.ts';

interface StoreScreenProps {
  readonly storeId: string;
  readonly onBack: () => void;
  /** Registers a terminal in this store. */
  readonly onRegister: () => void;
}

/** One store: its ids and what each is for, its payout destination, and the way to a terminal in it. */
export function StoreScreen({ storeId, onBack, onRegister }: StoreScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { value, fault, busy, readAgain } = useStore(storeId);
  return (
    <div className={styles.screen}>
      <ScreenTitle
        ref={heading}
        before={<BackButton onPress={onBack} />}
        actions={<Button onPress={onRegister}>{t('terminals.register.open')}</Button>}
      >
        {value?.name ?? storeId}
      </ScreenTitle>
      {fault && (
        <AccountFault
          onSecondClient={readAgain}
          fault={fault}
          about="reading"
          title={t('stores.oneUnread')}
          actions={
            <Button busy={busy} onPress={readAgain}>
              {t('common.readAgain')}
            </Button>
          }
        />
      )}
      {!value && !fault && <Loading />}
      {value && <StoreContent store={value} />}
    </div>
  );
}

function StoreContent({ store }: { readonly store: StoreView }) {
  const { t } = useTranslation();
  const { storeId, organisationNumber, payoutDestinationId, terminals } = store;
  const waitsFor = payoutWaitsFor(t, store.payoutStatus);
  return (
    <div className={styles.sections} data-store={storeId}>
      <Card padded label={t('stores.idsTitle')}>
        <StoreIds store={store} />
      </Card>
      <Card padded label={t('stores.aboutTitle')}>
        <Facts
          facts={[
            ...(organisationNumber === undefined
              ? []
              : [
                  {
                    label: t('stores.organisationNumber'),
                    value: <Reference>{organisationNumber}</Reference>,
                  },
                ]),
            {
              label: t('stores.payoutDestination'),
              value:
                payoutDestinationId === undefined ? (
                  t('stores.noSeller')
                ) : (
                  <>
                    <Reference>{payoutDestinationId}</Reference>
                    {waitsFor !== undefined && ` · ${waitsFor}`}
                  </>
                ),
            },
            ...(terminals === undefined
              ? []
              : [{ label: t('terminals.title'), value: t('stores.terminals', { count: terminals }) }]),
          ]}
        />
      </Card>
    </div>
  );
}
