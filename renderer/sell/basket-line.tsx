import X from 'lucide-react/icons/x';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Line, largestQuantity } from '../../shared/basket.ts';
import { type Currency } from '../../shared/money.ts';
import { languageTag } from '../i18n/format.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { NumberField } from '../ui/number-field.tsx';
import styles from './basket-line.module.css';

interface BasketLineProps {
  readonly line: Line;
  readonly currency: Currency;
  readonly onQuantity: (lineId: string, quantity: number) => void;
  readonly onRemove: (lineId: string) => void;
}

export const BasketLine = memo(function BasketLine({
  line,
  currency,
  onQuantity,
  onRemove,
}: BasketLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = line.description === '' ? t('common.openAmount') : line.description;
  const quantity = useAskedQuantity(line);
  const price = t('sell.each', { price: format.amount(line.unitPrice, currency) });
  const vat = t('sell.vatOf', { rate: format.percent(line.vatRate) });
  return (
    <li className={styles.line}>
      <span className={styles.name}>{name}</span>
      <span className={styles.details}>{line.quantity === 1 ? vat : `${price} · ${vat}`}</span>
      <div className={styles.quantity}>
        <NumberField
          label={t('sell.quantity', { line: name })}
          fewerLabel={t('sell.fewer', { line: name })}
          moreLabel={t('sell.more', { line: name })}
          value={quantity.shown}
          min={1}
          max={largestQuantity}
          locale={languageTag(format.locale)}
          onChange={(next) => {
            quantity.ask(next);
            onQuantity(line.lineId, next);
          }}
        />
      </div>
      <span className={styles.amount}>{format.amount(line.amount, currency)}</span>
      <div className={styles.remove}>
        <IconButton
          label={t('sell.remove', { line: name })}
          icon={<X aria-hidden />}
          onPress={() => onRemove(line.lineId)}
        />
      </div>
    </li>
  );
});

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
