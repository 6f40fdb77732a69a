import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.tsx';
import { RadioList } from '../ui/radio-list.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { countries } from './countries.ts';
import { type SellerFieldsProps } from './seller-fields.ts';
import styles from './seller-form.module.css';

/** Who is paid out to: a company with its number, or a person. */
export function SellerOwnerFields(props: SellerFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { form, change, faults, onEnter } = props;
  return (
    <>
      <RadioList
        label={t('sellers.form.type')}
        beside
        value={form.type}
        onChange={(type) => change({ type: type === 'individual' ? 'individual' : 'company' })}
        options={[
          { value: 'company', label: t('sellers.form.company') },
          { value: 'individual', label: t('sellers.form.individual') },
        ]}
      />
      <div className={styles.pair}>
        <TextField
          label={t('sellers.form.name')}
          value={form.name}
          onChange={(name) => change({ name })}
          hint={t('sellers.form.nameHint')}
          fault={faults.of('name')}
          onEnter={onEnter}
        />
        <Select
          label={t('sellers.form.country')}
          placeholder={t('sellers.form.chooseCountry')}
          options={countries(format.locale).map(({ code, name }) => ({ value: code, label: name }))}
          value={form.country}
          onChange={(country) => change({ country })}
        />
        {form.type === 'company' && (
          <TextField
            label={t('sellers.form.organisation')}
            value={form.organisationNumber}
            onChange={(organisationNumber) => change({ organisationNumber })}
            {...(form.country === 'NO' && { kind: 'digits', hint: t('sellers.form.organisationHint') })}
            fault={faults.of('organisationNumber')}
            onEnter={onEnter}
          />
        )}
      </div>
      {form.type === 'individual' && <PersonFields {...props} />}
      <TextField
        label={t('sellers.form.id')}
        value={form.payoutDestinationId}
        onChange={(payoutDestinationId) => change({ payoutDestinationId })}
        hint={t('sellers.form.idHint')}
        fault={faults.of('payoutDestinationId')}
        onEnter={onEnter}
      />
    </>
  );
}

function PersonFields({ form, change, faults, onEnter }: SellerFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.soft}>{t('sellers.form.optional')}</p>
      <div className={styles.pair}>
        <TextField
          label={t('sellers.form.birthDate')}
          value={form.birthDate}
          onChange={(birthDate) => change({ birthDate })}
          hint={t('sellers.form.birthDateHint')}
          fault={faults.of('birthDate')}
          onEnter={onEnter}
        />
        <TextField
          label={t('sellers.form.phone')}
          value={form.phoneNumber}
          onChange={(phoneNumber) => change({ phoneNumber })}
          fault={faults.of('phoneNumber')}
          onEnter={onEnter}
        />
        <TextField
          label={t('sellers.form.email')}
          value={form.email}
          onChange={(email) => change({ email })}
          fault={faults.of('email')}
          onEnter={onEnter}
        />
        <TextField
          label={t('sellers.form.addressLine')}
          value={form.addressLine}
          onChange={(addressLine) => change({ addressLine })}
          fault={faults.of('addressLine')}
          onEnter={onEnter}
        />
        <TextField
          label={t('sellers.form.postalCode')}
          value={form.postalCode}
          onChange={(postalCode) => change({ postalCode })}
          fault={faults.of('postalCode')}
          onEnter={onEnter}
        />
        <TextField
          label={t('sellers.form.city')}
          value={form.city}
          onChange={(city) => change({ city })}
          fault={faults.of('city')}
          onEnter={onEnter}
        />
      </div>
    </>
  );
}
