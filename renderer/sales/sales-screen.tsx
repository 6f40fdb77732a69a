import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyActs } from '../app/use-keys.ts';
import { Chips } from '../ui/chips.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { type ListedSale } from './sale-row.tsx';
import { SalesFilters } from './sales-filters.tsx';
import { type SalesQuery } from './sales-query.ts';
import styles from './sales-screen.module.css';
import { StoreSales } from './store-sales.tsx';
import { TillSales } from './till-sales.tsx';

interface SalesScreenProps {
  readonly query: SalesQuery;
  readonly onQuery: (query: SalesQuery) => void;
  readonly onOpen: (sale: ListedSale) => void;
}

/** The sales of this till, or of the whole store, and a search in them. */
export function SalesScreen({ query, onQuery, onOpen }: SalesScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const search = useRef<HTMLInputElement>(null);
  useKeyActs({
    search: () => {
      search.current?.focus();
      search.current?.select();
    },
  });
  return (
    <div className={styles.screen}>
      <ScreenTitle
        ref={heading}
        actions={
          <Chips
            label={t('sales.scope.label')}
            options={[
              { value: 'till', label: t('sales.scope.till') },
              { value: 'store', label: t('sales.scope.store') },
            ]}
            value={query.scope}
            onChange={(scope) => onQuery({ ...query, scope: scope === 'store' ? 'store' : 'till' })}
          />
        }
      >
        {t('sales.title')}
      </ScreenTitle>
      <SalesFilters query={query} onQuery={onQuery} searchRef={search} />
      {query.scope === 'store' ? (
        <StoreSales query={query} onQuery={onQuery} onOpen={onOpen} />
      ) : (
        <TillSales query={query} onQuery={onQuery} onOpen={onOpen} />
      )}
    </div>
  );
}
