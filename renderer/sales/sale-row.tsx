import ChevronRight from 'lucide-react/icons/chevron-right';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type SaleSummary } from '../../shared/views/sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { cardText } from './card-text.ts';
import styles from './sale-row.module.css';
import { SaleStateTag } from './sale-state-tag.tsx';

interface SaleRowProps {
  readonly sale: SaleSummary;
  readonly onOpen: (saleId: string) => void;
}

/** A sale in a list; the whole row opens it. */
export const SaleRow = memo(function SaleRow({ sale, onOpen }: SaleRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-reference={sale.reference}
        data-state={sale.state}
        onClick={() => onOpen(sale.saleId)}
      >
        <span className={styles.time}>{format.time(sale.startedAt)}</span>
        <span className={styles.words}>
          <span className={styles.name}>{t('sales.sale', { number: sale.number })}</span>
          <span className={styles.details}>
            {[...(sale.card ? [cardText(t, sale.card)] : []), sale.person.name].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={styles.state}>
          <SaleStateTag state={sale.state} />
        </span>
        <span className={styles.money}>
          <span className={styles.amount}>{format.amount(sale.amount.amount, sale.amount.currency)}</span>
          {sale.refunded > 0 && (
            <span className={styles.details}>
              {t('sales.refunded', { amount: format.amount(sale.refunded, sale.amount.currency) })}
            </span>
          )}
        </span>
        <ChevronRight aria-hidden className={styles.arrow} />
      </button>
    </li>
  );
});
