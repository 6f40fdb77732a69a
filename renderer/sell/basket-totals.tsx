import { useTranslation } from 'react-i18next';
import { basketDiscount, totalOf } from '../../shared/basket.ts';
import { minus, plus, zero } from '../../shared/money.ts';
import { type BasketView } from '../../shared/views/basket.ts';
import { keyNames } from '../app/keyboard.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import styles from './basket-totals.module.css';

interface BasketTotalsProps {
  readonly view: BasketView;
  readonly onCharge: () => void;
  readonly charging: boolean;
  /** Charge would only say why not. */
  readonly muted: boolean;
}

export function BasketTotals({ view, onCharge, charging, muted }: BasketTotalsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { total, currency, vat, basket } = view;
  const discount = basketDiscount(basket.lines);
  return (
    <>
      {basket.discount && (
        <ul className={styles.vat}>
          <li className={styles.rate}>
            <span>{t('sell.discount.before')}</span>
            <span className={styles.vatAmount}>
              {format.amount(plus(totalOf(basket.lines), discount), currency)}
            </span>
          </li>
          <li className={styles.rate}>
            <span>
              {basket.discount.by === 'percent'
                ? t('sell.discount.ofBasketPercent', { percent: format.percent(basket.discount.percent) })
                : t('sell.discount.field')}
            </span>
            <span className={styles.vatAmount}>{format.amount(minus(zero, discount), currency)}</span>
          </li>
        </ul>
      )}
      {vat.length > 0 && (
        <ul className={styles.vat}>
          {vat.map((part) => (
            <li key={part.rate} className={styles.rate}>
              <span>
                {t('sell.vatLine', {
                  rate: format.percent(part.rate),
                  amount: format.amount(part.amount, currency),
                })}
              </span>
              <span className={styles.vatAmount}>{format.amount(part.vat, currency)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.total}>
        <span>{t('sell.total')}</span>
        <output className={styles.amount} data-testid="basket-total" data-amount={total}>
          {format.amount(total, currency)}
        </output>
      </div>
      <Button
        variant="primary"
        size="large"
        wide
        shortcut={keyNames.charge}
        muted={muted}
        busy={charging}
        onPress={onCharge}
      >
        {t('sell.charge', { amount: format.money({ amount: total, currency }) })}
      </Button>
    </>
  );
}
