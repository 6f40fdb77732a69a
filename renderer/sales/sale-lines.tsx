import { useTranslation } from 'react-i18next';
import { type Line, grossAmount } from '../../shared/basket.ts';
import { type MinorUnits, minus, sum, zero } from '../../shared/money.ts';
import { type SaleDetail } from '../../shared/views/sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import styles from './sale-lines.module.css';

/** What was sold, with the VAT inside it. */
export function SaleLines({ detail }: { readonly detail: SaleDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lines, vat, summary } = detail;
  const { currency } = summary.amount;
  return (
    <section aria-label={t('sales.lines')}>
      <ul>
        {lines.map((line) => (
          <li key={line.lineId} className={styles.line}>
            <span className={styles.words}>
              <span className={styles.name}>
                {line.description === '' ? t('common.openAmount') : line.description}
              </span>
              <span className={styles.details}>
                {[
                  t('sales.quantity', {
                    quantity: format.quantity(line.quantity),
                    price: format.amount(line.unitPrice, currency),
                  }),
                  t('sell.vatOf', { rate: format.percent(line.vatRate) }),
                  ...(discountOf(line) > 0
                    ? [t('sales.discount', { amount: format.amount(discountOf(line), currency) })]
                    : []),
                ].join(' · ')}
              </span>
            </span>
            <span className={styles.amount}>{format.amount(line.amount, currency)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.totals}>
        {vat.map((part) => (
          <p key={part.rate} className={styles.vat}>
            <span>
              {t('sell.vatLine', {
                rate: format.percent(part.rate),
                amount: format.amount(part.amount, currency),
              })}
            </span>
            <span>{format.amount(part.vat, currency)}</span>
          </p>
        ))}
        <p className={styles.total}>
          <span>{t('sales.total')}</span>
          <span className={styles.sum}>
            {format.money({ amount: sum(lines.map((line) => line.amount)), currency })}
          </span>
        </p>
      </div>
    </section>
  );
}

/** What a line cost less than its price, its share of the basket's discount included. */
const discountOf = (line: Line): MinorUnits =>
  line.discount || line.basketShare !== undefined ? minus(grossAmount(line), line.amount) : zero;
