import ChevronRight from 'lucide-react/icons/chevron-right';
import Plus from 'lucide-react/icons/plus';
import Store from 'lucide-react/icons/store';
import { useTranslation } from 'react-i18next';
import { type StoreView } from '../../shared/views/stores.ts';
import { AccountFault } from '../pairing/account-fault.tsx';
import { payoutWaitsFor } from '../pairing/payout-status.ts';
import { StatusDot } from '../terminals/status-dot.tsx';
import { BackButton } from '../ui/back-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loading } from '../ui/loading.tsx';
import { Reference } from '../ui/reference.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { Tag } from '../ui/tag.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import styles from './stores-screen.module.css';
import { useStoreList } from './use-stores.ts';

interface StoresScreenProps {
  readonly onBack: () => void;
  readonly onOpen: (storeId: string) => void;
  readonly onNew: () => void;
}

/** The stores of the account, and the way to a new one. */
export function StoresScreen({ onBack, onOpen, onNew }: StoresScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { value, fault, busy, readAgain } = useStoreList();
  return (
    <div className={styles.screen}>
      <ScreenTitle
        ref={heading}
        before={<BackButton onPress={onBack} />}
        lead={t('stores.lead')}
        actions={
          <Button icon={<Plus size="1.25rem" aria-hidden />} onPress={onNew}>
            {t('stores.new')}
          </Button>
        }
      >
        {t('stores.title')}
      </ScreenTitle>
      {fault && (
        <AccountFault
          onSecondClient={readAgain}
          fault={fault}
          about="reading"
          title={t('stores.unread')}
          actions={
            <Button busy={busy} onPress={readAgain}>
              {t('common.readAgain')}
            </Button>
          }
        />
      )}
      {!value && !fault && <Loading />}
      {value?.length === 0 && (
        <Card className={styles.empty}>
          <EmptyState icon={<Store aria-hidden />} title={t('stores.none')}>
            <p>{t('stores.noneText')}</p>
          </EmptyState>
        </Card>
      )}
      {value && value.length > 0 && (
        <Card>
          <ul className={styles.list}>
            {value.map((store) => (
              <StoreRow key={store.storeId} store={store} onOpen={onOpen} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

interface StoreRowProps {
  readonly store: StoreView;
  readonly onOpen: (storeId: string) => void;
}

function StoreRow({ store, onOpen }: StoreRowProps) {
  const { t } = useTranslation();
  const { storeId, dinteroId, name, terminals } = store;
  const waitsFor = payoutWaitsFor(t, store.payoutStatus);
  return (
    <li>
      <button type="button" className={styles.row} data-store={storeId} onClick={() => onOpen(storeId)}>
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.details}>
            {terminals !== undefined && t('stores.terminals', { count: terminals })}
          </span>
        </span>
        <span className={styles.ids}>
          <span>
            {`${t('stores.storeId')} `}
            <Reference>{storeId}</Reference>
          </span>
          {dinteroId !== undefined && (
            <span>
              {`${t('stores.dinteroId')} `}
              <Reference>{dinteroId}</Reference>
            </span>
          )}
        </span>
        <span className={styles.state}>
          {store.payoutDestinationId === undefined ? (
            <Tag icon={<StatusDot readiness="not-ready" />}>{t('stores.noSeller')}</Tag>
          ) : (
            waitsFor !== undefined && <Tag icon={<StatusDot readiness="not-ready" />}>{waitsFor}</Tag>
          )}
        </span>
        <ChevronRight aria-hidden className={styles.arrow} />
      </button>
    </li>
  );
}
