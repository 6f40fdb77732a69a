import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { norwegianRates } from '../../shared/vat.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Chips } from '../ui/chips.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './vat-rates.module.css';

/** Chosen when the rate is typed. */
export const otherRate = 'other';

interface VatRatesProps {
  /** A rate of the list as text, or `otherRate`. */
  readonly rate: string;
  readonly onRate: (rate: string) => void;
  readonly other: string;
  readonly onOther: (text: string) => void;
  readonly fault: Fault | undefined;
}

export function VatRates({ rate, onRate, other, onOther, fault }: VatRatesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.rates}>
      <Chips
        label={t('sell.vatRate')}
        value={rate}
        onChange={onRate}
        options={[
          ...norwegianRates.map((known) => ({ value: known.toString(), label: format.percent(known) })),
          { value: otherRate, label: t('sell.otherRate') },
        ]}
      />
      {rate === otherRate && (
        <TextField
          label={t('sell.otherRateField')}
          value={other}
          onChange={onOther}
          kind="decimal"
          placeholder={t('sell.otherRateHint')}
          fault={fault}
        />
      )}
    </div>
  );
}
