import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { NoSales } from './no-sales.tsx';
import { SaleList } from './sale-list.tsx';
import { type ListedSale } from './sale-row.tsx';
import { type SalesQuery, searchOf } from './sales-query.ts';
import styles from './sales-screen.module.css';
import { useSales } from './use-sales.ts';

interface TillSalesProps {
  readonly query: SalesQuery;
  readonly onQuery: (query: SalesQuery) => void;
  readonly onOpen: (sale: ListedSale) => void;
}

/** This till's own sales, from its journal. */
export function TillSales({ query, onQuery, onOpen }: TillSalesProps) {
  const { t } = useTranslation();
  const search = useMemo(() => searchOf(query), [query]);
  const { sales, more, loading, fault, showOlder, readAgain } = useSales(search);
  return (
    <>
      {fault && (
        <FaultMessage
          fault={fault}
          about="reading"
          actions={<Button onPress={readAgain}>{t('common.readAgain')}</Button>}
        />
      )}
      {loading && <Loading />}
      {!loading && sales.length === 0 && !fault && <NoSales query={query} onQuery={onQuery} />}
      <SaleList sales={sales} onOpen={onOpen} />
      {more && (
        <div className={styles.older}>
          <Button onPress={showOlder}>{t('sales.older')}</Button>
        </div>
      )}
    </>
  );
}
