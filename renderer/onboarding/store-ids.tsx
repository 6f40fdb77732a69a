import { useTranslation } from 'react-i18next';
import { type StoreView } from '../../shared/views/stores.ts';
import { Reference } from '../ui/reference.tsx';
import styles from './store-ids.module.css';

/** The two ids of a store, each with what it is for: they are easily mistaken for each other. */
export function StoreIds({ store }: { readonly store: Pick<StoreView, 'storeId' | 'dinteroId'> }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.ids}>
      <div>
        <dt className={styles.label}>{t('stores.storeId')}</dt>
        <dd className={styles.id}>
          <Reference>{store.storeId}</Reference>
        </dd>
        <dd className={styles.use}>{t('stores.storeIdUse')}</dd>
      </div>
      {store.dinteroId !== undefined && (
        <div>
          <dt className={styles.label}>{t('stores.dinteroId')}</dt>
          <dd className={styles.id}>
            <Reference>{store.dinteroId}</Reference>
          </dd>
          <dd className={styles.use}>{t('stores.dinteroIdUse')}</dd>
        </div>
      )}
    </dl>
  );
}
