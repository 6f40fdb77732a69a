import { useTranslation } from 'react-i18next';
import { isLiveAccount } from '../../shared/account.ts';
import { type TerminalWritten } from '../../shared/views/terminals.ts';
import { useDraft } from '../app/drafts.tsx';
import { AccountFault } from '../pairing/account-fault.tsx';
import { Button } from '../ui/button.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { TextField } from '../ui/text-field.tsx';
import { PlaceFields } from './place-fields.tsx';
import styles from './register-form.module.css';
import { useAccountStores, useNextSimulated, useRegister } from './use-fleet.ts';

interface RegisterFormProps {
  /** The account that it is registered in, where it is known. */
  readonly accountId: string | undefined;
  /** The store that is meant unless another is chosen. */
  readonly storeId?: string | undefined;
  readonly onDone: (written: TerminalWritten) => void;
  /** Back to the list, where it is seen whether something came about. */
  readonly onCancel: () => void;
}

/** A terminal that is new to the account. What was typed stays until it is registered. */
export function RegisterForm({ accountId, storeId = '', onDone, onCancel }: RegisterFormProps) {
  const { t } = useTranslation();
  const draft = useDraft(`register-terminal ${accountId ?? ''} ${storeId}`, {
    serialNumber: '',
    model: '',
    storeId,
  });
  const { serialNumber, ...place } = draft.value;
  const stores = useAccountStores();
  const register = useRegister();
  const simulated = useNextSimulated();
  const faults = fieldFaults(register.fault, ['serialNumber', 'storeId']);
  const testAccount = accountId !== undefined && !isLiveAccount(accountId);

  const change = (part: Partial<typeof draft.value>): void => {
    draft.change(part);
    register.clear();
  };
  const submit = async (): Promise<void> => {
    const result = await register.run(draft.value);
    if (!result?.ok) return;
    draft.forget();
    onDone(result.value);
  };
  const propose = async (): Promise<void> => {
    const next = await simulated.run();
    if (next?.ok && next.value !== null) change({ serialNumber: next.value });
  };

  return (
    <div className={styles.form}>
      <div className={styles.serial}>
        <TextField
          label={t('terminals.serial')}
          value={serialNumber}
          onChange={(next) => change({ serialNumber: next })}
          hint={t('terminals.register.serialHint')}
          fault={faults.of('serialNumber')}
          onEnter={() => void submit()}
        />
        {testAccount && (
          <div>
            <Button variant="quiet" busy={simulated.busy} onPress={() => void propose()}>
              {t('terminals.register.simulated')}
            </Button>
          </div>
        )}
        {simulated.fault && <AccountFault fault={simulated.fault} about="reading" />}
      </div>
      <PlaceFields
        place={place}
        onChange={change}
        stores={stores}
        storeFault={faults.of('storeId')}
        onEnter={() => void submit()}
      />
      {faults.rest && (
        <AccountFault
          fault={faults.rest}
          about="reading"
          {...(faults.rest.code === 'setup.reply-lost' && {
            actions: <Button onPress={onCancel}>{t('terminals.register.seeList')}</Button>,
          })}
        />
      )}
      <div className={styles.actions}>
        <Button variant="primary" size="large" busy={register.busy} onPress={() => void submit()}>
          {t('terminals.register.register')}
        </Button>
        <Button size="large" onPress={onCancel}>
          {t('terminals.register.cancel')}
        </Button>
      </div>
    </div>
  );
}
