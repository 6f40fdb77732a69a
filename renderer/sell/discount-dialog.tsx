import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grossAmount, lineDiscount } from '../../shared/basket.ts';
import { type Discount, discountOn, hasPercentSign, parseDiscount } from '../../shared/discount.ts';
import { type Fault } from '../../shared/fault.ts';
import { type MinorUnits, decimalText, minus, sum, zero } from '../../shared/money.ts';
import { type Result } from '../../shared/result.ts';
import { type BasketView } from '../../shared/views/basket.ts';
import { type Format } from '../i18n/format.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { RadioList } from '../ui/radio-list.tsx';
import { TextField } from '../ui/text-field.tsx';

/** What a discount is given on: a line, or the whole basket. */
export type DiscountTarget = { readonly lineId: string } | 'basket';

interface DiscountDialogProps {
  readonly target: DiscountTarget;
  readonly view: BasketView;
  /** `undefined` takes the discount away. */
  readonly onDiscount: (target: DiscountTarget, discount: Discount | undefined) => Promise<Result<null>>;
  readonly onClose: () => void;
}

/** Asks how much is taken off, and shows what is left. Main decides whether it may be. */
export function DiscountDialog({ target, view, onDiscount, onClose }: DiscountDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = view;
  const now = standing(target, view);
  const [by, setBy] = useState<Discount['by']>(now.discount?.by ?? 'percent');
  const [text, setText] = useState(() => textOf(now.discount, view, format));
  const [refused, setRefused] = useState<Fault>();
  const faults = fieldFaults(refused, ['discount'] as const);
  const wanted = parseDiscount(text, by, currency);

  const type = (next: string): void => {
    setText(next);
    setRefused(undefined);
    if (hasPercentSign(next)) setBy('percent');
  };

  const give = async (discount: Discount | undefined): Promise<void> => {
    const result = await onDiscount(target, discount);
    if (result.ok) {
      onClose();
    } else {
      setRefused(result.error);
    }
  };
  const confirm = (): void => {
    if (wanted.ok) {
      void give(wanted.value);
    } else {
      setRefused(wanted.error);
    }
  };

  const left = minus(now.amount, wanted.ok ? discountOn(now.amount, wanted.value) : zero);
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        target === 'basket'
          ? t('sell.discount.onBasket')
          : t('sell.discount.onLine', { line: now.name === '' ? t('common.openAmount') : now.name })
      }
      form={
        <>
          <TextField
            label={t('sell.discount.field')}
            value={text}
            onChange={type}
            kind="decimal"
            numeric
            hint={t('sell.discount.becomes', {
              before: format.amount(now.amount, currency),
              after: format.amount(left, currency),
            })}
            fault={faults.of('discount')}
            inputRef={focused}
            onEnter={confirm}
          />
          <RadioList
            label={t('sell.discount.in')}
            beside
            options={[
              { value: 'percent', label: t('sell.discount.percent') },
              { value: 'amount', label: format.symbol(currency) },
            ]}
            value={by}
            onChange={(next) => {
              setBy(next === 'amount' ? 'amount' : 'percent');
              setText(text.replace('%', '').trim());
              setRefused(undefined);
            }}
          />
          {faults.rest && <FaultMessage fault={faults.rest} about="act" />}
        </>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('sell.discount.leave')}</Button>
          {now.discount && (
            <Button onPress={() => void give(undefined)}>{t('sell.discount.takeAway')}</Button>
          )}
          <Button variant="primary" onPress={confirm}>
            {t('sell.discount.give')}
          </Button>
        </>
      }
    >
      <p>{t(target === 'basket' ? 'sell.discount.basketText' : 'sell.discount.lineText')}</p>
    </Dialog>
  );
}

/** At once: what is typed right after the key must not go astray. */
const focused = (field: HTMLInputElement | null): void => field?.focus();

interface Standing {
  readonly name: string;
  /** What the discount is taken off, in minor units. */
  readonly amount: MinorUnits;
  readonly discount: Discount | undefined;
}

/** What is there now. A line that is gone has nothing left to take off. */
function standing(target: DiscountTarget, { basket }: BasketView): Standing {
  if (target === 'basket') {
    const amount = sum(basket.lines.map((line) => minus(grossAmount(line), lineDiscount(line))));
    return { name: '', amount, discount: basket.discount };
  }
  const line = basket.lines.find(({ lineId }) => lineId === target.lineId);
  return {
    name: line?.description ?? '',
    amount: line ? grossAmount(line) : zero,
    discount: line?.discount,
  };
}

function textOf(discount: Discount | undefined, { currency }: BasketView, format: Format): string {
  if (!discount) return '';
  return discount.by === 'percent'
    ? format.quantity(discount.percent / 100)
    : decimalText(discount.amount, currency).replace('.', format.decimalSeparator);
}
