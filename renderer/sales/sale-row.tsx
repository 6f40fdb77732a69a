import { type TFunction } from 'i18next';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type SaleSummary } from '../../shared/views/sale.ts';
import { type SellerTill, type StoreSale } from '../../shared/views/store-sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { cardText } from './card-text.ts';
import styles from './sale-row.module.css';
import { SaleStateTag } from './sale-state-tag.tsx';

/** A sale of this till's own list, or of the whole store's. */
export type ListedSale = SaleSummary | StoreSale;

interface SaleRowProps {
  readonly sale: ListedSale;
  readonly onOpen: (sale: ListedSale) => void;
}

/** Who made a sale, in words. */
export const madeAtText = (t: TFunction, madeAt: SellerTill): string =>
  t(`sales.madeAt.${madeAt.kind}`, { name: madeAt.kind === 'other-till' ? madeAt.name : '' });

/** A sale in a list; the whole row opens it. */
export const SaleRow = memo(function SaleRow({ sale, onOpen }: SaleRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const details = [
    ...('madeAt' in sale ? [madeAtText(t, sale.madeAt)] : []),
    ...(sale.card ? [cardText(t, sale.card)] : []),
    sale.person?.name ?? '',
    'word' in sale ? sale.word : '',
  ];
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.row}
        data-reference={sale.reference}
        data-state={sale.state}
        onClick={() => onOpen(sale)}
      >
        <span className={styles.time}>{format.time(sale.startedAt)}</span>
        <span className={styles.words}>
          <span className={styles.name}>
            {sale.number === undefined ? sale.reference : t('sales.sale', { number: sale.number })}
          </span>
          <span className={styles.details}>{details.filter(Boolean).join(' · ')}</span>
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
