import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type StoreQuery } from '../../shared/views/store-sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { NoSales } from './no-sales.tsx';
import { SaleList } from './sale-list.tsx';
import { type ListedSale } from './sale-row.tsx';
import { type SalesQuery, isNarrowed, searchOf } from './sales-query.ts';
import styles from './sales-screen.module.css';
import { TillSales } from './till-sales.tsx';
import { useStoreSales } from './use-store-sales.ts';

interface StoreSalesProps {
  readonly query: SalesQuery;
  readonly onQuery: (query: SalesQuery) => void;
  readonly onOpen: (sale: ListedSale) => void;
}

const storeQuery = (query: SalesQuery): StoreQuery => ({
  search: searchOf(query),
  outcome: query.outcome,
  ...(query.terminalId !== '' && { terminalId: query.terminalId }),
});

/** The sales of the whole store, read from Dintero. While that can't be read, this till's own are there still. */
export function StoreSales({ query, onQuery, onOpen }: StoreSalesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = useMemo(() => storeQuery(query), [query]);
  const { sales, busy, fault, more, lookedBackTo, showOlder, readAgain } = useStoreSales(asked);
  const nothing = sales.length === 0 && !busy && !fault;
  return (
    <>
      {fault && (
        <FaultMessage
          fault={fault}
          about="reading"
          actions={<Button onPress={readAgain}>{t('common.readAgain')}</Button>}
        />
      )}
      {fault && sales.length === 0 && (
        <>
          <p className={styles.soft}>{t('sales.onlyTill')}</p>
          <TillSales query={query} onQuery={onQuery} onOpen={onOpen} />
        </>
      )}
      {nothing && !more && <NoSales query={query} onQuery={onQuery} />}
      <SaleList sales={sales} onOpen={onOpen} />
      {busy && <Loading />}
      {more && !busy && (
        <div className={styles.older}>
          {nothing && lookedBackTo !== undefined && (
            <p role="status">{t('sales.noMatchSoFar', { moment: format.dateTime(lookedBackTo) })}</p>
          )}
          <Button onPress={showOlder}>{t(isNarrowed(query) ? 'sales.lookFurther' : 'sales.older')}</Button>
        </div>
      )}
    </>
  );
}
