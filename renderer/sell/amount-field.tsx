import { Field as BaseField } from '@base-ui/react/field';
import { type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { minorUnits } from '../../shared/money.ts';
import { grossAmount } from '../../shared/basket.ts';
import { useFormat, useTillCurrency } from '../i18n/use-format.tsx';
import { FieldError } from '../ui/field.tsx';
import { parseEntry, quantityFor } from './amount-entry.ts';
import styles from './amount-field.module.css';

interface AmountFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onAdd: () => void;
  readonly fault: Fault | undefined;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

export function AmountField({ text, onText, onAdd, fault, inputRef }: AmountFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useTillCurrency();
  return (
    <BaseField.Root className={styles.field} invalid={fault !== undefined}>
      <div className={styles.box}>
        <BaseField.Label className={styles.label}>{t('sell.amount')}</BaseField.Label>
        <BaseField.Control
          ref={inputRef}
          className={styles.input}
          value={text}
          onValueChange={onText}
          type="text"
          // The keypad is on the screen already.
          inputMode="none"
          autoComplete="off"
          placeholder={format.amount(minorUnits(0), currency)}
          onKeyDown={(event) => {
            if (event.ctrlKey || (event.key !== 'Enter' && event.key !== '+')) return;
            event.preventDefault();
            if (!event.repeat) onAdd();
          }}
        />
        <span className={styles.currency} aria-hidden>
          {format.symbol(currency)}
        </span>
      </div>
      {fault && <FieldError fault={fault} />}
      <BaseField.Description className={styles.hint}>
        <EntryHint text={text} />
      </BaseField.Description>
    </BaseField.Root>
  );
}

/** What the entry comes to, where it is more than an amount. */
function EntryHint({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useTillCurrency();
  const next = quantityFor(text);
  if (next !== undefined) return t('sell.entryQuantity', { quantity: format.quantity(next) });
  const entry = parseEntry(text, currency);
  if (!entry.ok || entry.value.quantity === 1) return null;
  const { quantity, unitPrice } = entry.value;
  return t('sell.entry', {
    quantity: format.quantity(quantity),
    price: format.amount(unitPrice, currency),
    total: format.amount(grossAmount({ unitPrice, quantity }), currency),
  });
}
