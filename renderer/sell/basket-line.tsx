import BadgePercent from 'lucide-react/icons/badge-percent';
import X from 'lucide-react/icons/x';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Line, grossAmount, lineDiscount } from '../../shared/basket.ts';
import { type Currency, minus } from '../../shared/money.ts';
import { largestQuantity, leastQuantity } from '../../shared/quantity.ts';
import { type Format, languageTag } from '../i18n/format.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { NumberField } from '../ui/number-field.tsx';
import styles from './basket-line.module.css';

interface BasketLineProps {
  readonly line: Line;
  readonly currency: Currency;
  readonly onQuantity: (lineId: string, quantity: number) => void;
  readonly onRemove: (lineId: string) => void;
  readonly onDiscount: (lineId: string) => void;
}

/** How far a press goes on a line by weight. */
const weightStep = 0.1;

export const BasketLine = memo(function BasketLine({
  line,
  currency,
  onQuantity,
  onRemove,
  onDiscount,
}: BasketLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = line.description === '' ? t('common.openAmount') : line.description;
  const quantity = useAskedQuantity(line);
  const price = t('sell.each', { price: format.amount(line.unitPrice, currency) });
  const vat = t('sell.vatOf', { rate: format.percent(line.vatRate) });
  const byWeight = !Number.isInteger(line.quantity);
  const discount = lineDiscount(line);
  return (
    <li className={styles.line} data-line={line.lineId}>
      <span className={styles.name}>{name}</span>
      <span className={styles.details}>
        <span>{line.quantity === 1 ? vat : `${price} · ${vat}`}</span>
        {discount > 0 && (
          <span className={styles.discount}>
            {t('sell.discount.ofLine', {
              discount: discountText(line, currency, format),
              before: format.amount(grossAmount(line), currency),
            })}
          </span>
        )}
      </span>
      <div className={styles.quantity}>
        <NumberField
          label={t('sell.quantity', { line: name })}
          fewerLabel={t('sell.fewer', { line: name })}
          moreLabel={t('sell.more', { line: name })}
          value={quantity.shown}
          min={byWeight ? leastQuantity : 1}
          step={byWeight ? weightStep : 1}
          max={largestQuantity}
          locale={languageTag(format.locale)}
          onChange={(next) => {
            quantity.ask(next);
            onQuantity(line.lineId, next);
          }}
        />
      </div>
      <span className={styles.amount}>{format.amount(minus(grossAmount(line), discount), currency)}</span>
      <div className={styles.acts}>
        <IconButton
          label={t('sell.discount.onLine', { line: name })}
          icon={<BadgePercent aria-hidden />}
          onPress={() => onDiscount(line.lineId)}
        />
        <IconButton
          label={t('sell.remove', { line: name })}
          icon={<X aria-hidden />}
          onPress={() => onRemove(line.lineId)}
        />
      </div>
    </li>
  );
});

/** `10 %`, or `50.00`. */
const discountText = ({ discount }: Line, currency: Currency, format: Format): string =>
  discount?.by === 'amount'
    ? format.amount(discount.amount, currency)
    : format.percent(discount?.percent ?? 0);

/** What was asked for stands until main has answered, so that quick presses add up. */
function useAskedQuantity(line: Line): {
  readonly shown: number;
  readonly ask: (quantity: number) => void;
} {
  const [asked, setAsked] = useState<{ readonly of: Line; readonly quantity: number }>();
  return {
    shown: asked?.of === line ? asked.quantity : line.quantity,
    ask: (quantity) => setAsked({ of: line, quantity }),
  };
}
