import ReceiptText from 'lucide-react/icons/receipt-text';
import SearchX from 'lucide-react/icons/search-x';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { type SalesQuery, everySale, isNarrowed } from './sales-query.ts';
import styles from './sales-screen.module.css';

interface NoSalesProps {
  readonly query: SalesQuery;
  readonly onQuery: (query: SalesQuery) => void;
}

/** Stands where no sale does: there is none yet, or none fits. */
export function NoSales({ query, onQuery }: NoSalesProps) {
  const { t } = useTranslation();
  const store = query.scope === 'store';
  return (
    <Card className={styles.empty}>
      {isNarrowed(query) ? (
        <EmptyState icon={<SearchX aria-hidden />} title={t('sales.noMatch')}>
          <p>{t('sales.noMatchText')}</p>
          <Button onPress={() => onQuery({ ...everySale, scope: query.scope })}>{t('sales.showAll')}</Button>
        </EmptyState>
      ) : (
        <EmptyState icon={<ReceiptText aria-hidden />} title={t(store ? 'sales.emptyStore' : 'sales.empty')}>
          <p>{t(store ? 'sales.emptyStoreText' : 'sales.emptyText')}</p>
        </EmptyState>
      )}
    </Card>
  );
}
