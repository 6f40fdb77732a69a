import { useTranslation } from 'react-i18next';
import { type SellerForm, payoutIntervalSchema } from '../../shared/seller-form.ts';
import { RadioList } from '../ui/radio-list.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { currencies } from './countries.ts';
import { type SellerFieldsProps } from './seller-fields.ts';
import styles from './seller-form.module.css';

const isAccountType = (value: string): value is SellerForm['accountType'] =>
  value === 'BBAN' || value === 'IBAN';

/** The account that money is paid out to. */
export function BankFields({ form, change, faults, onEnter }: SellerFieldsProps) {
  const { t } = useTranslation();
  const iban = form.accountType === 'IBAN';
  return (
    <>
      <RadioList
        label={t('sellers.form.accountType')}
        labelShown
        beside
        value={form.accountType}
        onChange={(type) => isAccountType(type) && change({ accountType: type })}
        options={[
          { value: 'BBAN', label: t('sellers.form.norwegian') },
          { value: 'IBAN', label: t('sellers.form.iban') },
        ]}
      />
      <div className={styles.pair}>
        <TextField
          label={t('sellers.form.account')}
          value={form.accountNumber}
          onChange={(accountNumber) => change({ accountNumber })}
          kind={iban ? 'text' : 'digits'}
          hint={t(iban ? 'sellers.form.ibanHint' : 'sellers.form.accountHint')}
          fault={faults.of('accountNumber')}
          onEnter={onEnter}
        />
        <Select
          label={t('sellers.form.currency')}
          placeholder={t('sellers.form.chooseCurrency')}
          options={currencies.map((code) => ({ value: code, label: code }))}
          value={form.currency}
          onChange={(currency) => change({ currency })}
        />
      </div>
    </>
  );
}

/** How often, and what stands on the statement. */
export function PayoutFields({ form, change, faults, onEnter }: SellerFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={t('sellers.form.reference')}
          value={form.payoutReference}
          onChange={(payoutReference) => change({ payoutReference })}
          hint={t('sellers.form.referenceHint')}
          fault={faults.of('payoutReference')}
          onEnter={onEnter}
        />
        <Select
          label={t('sellers.form.interval')}
          placeholder={t('sellers.form.chooseInterval')}
          options={payoutIntervalSchema.options.map((interval) => ({
            value: interval,
            label: t(`sellers.interval.${interval}`),
          }))}
          value={form.payoutInterval}
          onChange={(interval) => change({ payoutInterval: payoutIntervalSchema.parse(interval) })}
        />
      </div>
      <TextField
        label={t('sellers.form.description')}
        value={form.description}
        onChange={(description) => change({ description })}
        hint={t('sellers.form.descriptionHint')}
        fault={faults.of('description')}
        onEnter={onEnter}
      />
    </>
  );
}
