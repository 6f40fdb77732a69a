import { useTranslation } from 'react-i18next';
import { testOutcomeSchema } from '../../shared/seller-form.ts';
import { RadioList } from '../ui/radio-list.tsx';
import { type SellerFieldsProps } from './seller-fields.ts';
import styles from './seller-form.module.css';

const outcomes = testOutcomeSchema.options;

/** On a test account, Dintero can be told how to answer. */
export function TestOutcomeFields({ form, change }: SellerFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <RadioList
        label={t('sellers.form.test')}
        value={form.testOutcome ?? 'usual'}
        onChange={(outcome) => change({ testOutcome: outcomes.find((one) => one === outcome) ?? null })}
        options={[
          { value: 'usual', label: t('sellers.form.outcomes.usual') },
          ...outcomes.map((outcome) => ({
            value: outcome,
            label: t(`sellers.form.outcomes.${outcome}`),
            details: outcome,
          })),
        ]}
      />
      <p className={styles.soft}>{t('sellers.form.testHint')}</p>
    </>
  );
}
