import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import {
  type SellerForm as Form,
  emptySellerForm,
  readSellerForm,
  sellerFormSchema,
} from '../../shared/seller-form.ts';
import { proposeSellerId } from '../../shared/seller-id.ts';
import { useDraft } from '../app/drafts.tsx';
import { AccountFault } from '../pairing/account-fault.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { type SellerFieldsProps } from './seller-fields.ts';
import styles from './seller-form.module.css';
import { BankFields, PayoutFields } from './seller-money-fields.tsx';
import { SellerOwnerFields } from './seller-owner-fields.tsx';
import { SignerFields } from './signer-fields.tsx';
import { TestOutcomeFields } from './test-outcome-fields.tsx';
import { useApplyForSeller, useSellerList, useTestAccount } from './use-sellers.ts';

interface SellerFormProps {
  readonly onDone: (payoutDestinationId: string) => void;
  /** Back to the list, where it is seen whether something came about. */
  readonly onCancel: () => void;
}

const fields = sellerFormSchema.unwrap().keyof().options;

/** As long as nobody has typed an ID, it follows the name. */
const empty = { ...emptySellerForm, ownId: false };

/** An application for a new seller. What was typed stays until Dintero has taken it. */
export function SellerForm({ onDone, onCancel }: SellerFormProps) {
  const { t } = useTranslation();
  const draft = useDraft('new-seller', empty);
  const testAccount = useTestAccount();
  const list = useSellerList();
  const apply = useApplyForSeller();
  const [mistake, setMistake] = useState<Fault>();
  const { ownId, ...typed } = draft.value;
  const taken = (list.value ?? []).map(({ payoutDestinationId: id }) => id);
  const form: Form = {
    ...typed,
    payoutDestinationId: ownId ? typed.payoutDestinationId : proposeSellerId(typed.name, taken),
  };
  const faults = fieldFaults(mistake ?? apply.fault, fields);

  const change = (part: Partial<Form>): void => {
    draft.change({ ...part, ...('payoutDestinationId' in part && { ownId: true }) });
    setMistake(undefined);
    apply.clear();
  };
  const submit = async (): Promise<void> => {
    const read = readSellerForm(form, { now: Date.now(), testAccount });
    setMistake(read.ok ? undefined : read.error);
    if (!read.ok) return;
    const applied = await apply.run(form);
    // It may be there already: another ID would make a second one of the same application.
    if (applied?.ok === false && applied.error.code === 'setup.seller-unsure') {
      draft.change({ payoutDestinationId: form.payoutDestinationId, ownId: true });
    }
    if (!applied?.ok) return;
    draft.forget();
    onDone(read.value.payoutDestinationId);
  };
  const group: SellerFieldsProps = { form, change, faults, onEnter: () => void submit() };

  return (
    <div className={styles.form}>
      <Group title={t('sellers.form.who')}>
        <SellerOwnerFields {...group} />
      </Group>
      <Group title={t('sellers.form.bank')}>
        <BankFields {...group} />
      </Group>
      <Group title={t('sellers.form.payout')}>
        <PayoutFields {...group} />
      </Group>
      <Group title={t('sellers.form.signer')}>
        <SignerFields {...group} />
      </Group>
      {testAccount && (
        <Group title={t('sellers.form.test')}>
          <TestOutcomeFields {...group} />
        </Group>
      )}
      {faults.rest && (
        <AccountFault
          fault={faults.rest}
          about="reading"
          {...(faults.rest.code === 'setup.seller-unsure' && {
            actions: <Button onPress={onCancel}>{t('sellers.form.seeList')}</Button>,
          })}
        />
      )}
      <div className={styles.actions}>
        <Button variant="primary" size="large" busy={apply.busy} onPress={() => void submit()}>
          {t('sellers.form.send')}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          {t('sellers.form.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card padded label={title} className={styles.group}>
      <h2>{title}</h2>
      {children}
    </Card>
  );
}
