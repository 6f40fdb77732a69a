import { useTranslation } from 'react-i18next';
import { RadioList } from '../ui/radio-list.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type SellerFieldsProps } from './seller-fields.ts';
import styles from './seller-form.module.css';

/** Who goes through Dintero's pages, and in which language. */
export function SignerFields({ form, change, faults, onEnter }: SellerFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.soft}>{t('sellers.form.signerText')}</p>
      <div className={styles.pair}>
        <TextField
          label={t('sellers.form.signerName')}
          value={form.signerName}
          onChange={(signerName) => change({ signerName })}
          fault={faults.of('signerName')}
          onEnter={onEnter}
        />
        <TextField
          label={t('sellers.form.signerEmail')}
          value={form.signerEmail}
          onChange={(signerEmail) => change({ signerEmail })}
          fault={faults.of('signerEmail')}
          onEnter={onEnter}
        />
        <TextField
          label={t('sellers.form.signerTitle')}
          value={form.signerTitle}
          onChange={(signerTitle) => change({ signerTitle })}
          hint={t('sellers.form.signerTitleHint')}
          fault={faults.of('signerTitle')}
          onEnter={onEnter}
        />
      </div>
      <RadioList
        label={t('sellers.form.language')}
        labelShown
        beside
        value={form.language}
        onChange={(language) => change({ language: language === 'en' ? 'en' : 'no' })}
        options={[
          { value: 'no', label: t('sellers.form.languages.no') },
          { value: 'en', label: t('sellers.form.languages.en') },
        ]}
      />
    </>
  );
}
