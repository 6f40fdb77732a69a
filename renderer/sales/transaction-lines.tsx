import { useTranslation } from 'react-i18next';
import { type Money } from '../../shared/money.ts';
import { type TransactionView } from '../../shared/views/store-sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import styles from './sale-lines.module.css';

interface TransactionLinesProps {
  readonly lines: TransactionView['lines'];
  readonly total: Money;
}

/** What was sold, as far as Dintero has it. */
export function TransactionLines({ lines, total }: TransactionLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-label={t('sales.lines')}>
      <ul>
        {lines.map(({ lineId, description, quantity, amount, vatRate }, index) => {
          const details = [
            ...(quantity === undefined ? [] : [`${format.quantity(quantity)} ×`]),
            ...(vatRate === undefined ? [] : [t('sell.vatOf', { rate: format.percent(vatRate) })]),
          ];
          return (
            <li key={`${lineId}-${index}`} className={styles.line}>
              <span className={styles.words}>
                <span className={styles.name}>
                  {description === '' ? t('common.openAmount') : description}
                </span>
                <span className={styles.details}>{details.join(' · ')}</span>
              </span>
              {amount !== undefined && (
                <span className={styles.amount}>{format.amount(amount, total.currency)}</span>
              )}
            </li>
          );
        })}
        {lines.length === 0 && <li className={styles.line}>{t('sales.noLines')}</li>}
      </ul>
      <div className={styles.totals}>
        <p className={styles.total}>
          <span>{t('sales.total')}</span>
          <span className={styles.sum}>{format.money(total)}</span>
        </p>
      </div>
    </section>
  );
}
