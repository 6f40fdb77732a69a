import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Result } from '../../shared/result.ts';
import { type Call } from '../bridge/use-call.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { TextField } from '../ui/text-field.tsx';

/** An API client as it is typed. */
export interface TypedClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

interface ApiClientDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  /** What stands in the field at first. */
  readonly clientId?: string | undefined;
  readonly call: Call<readonly [TypedClient], null>;
  readonly onClose: () => void;
}

/** An API client's id and secret. What is wrong with them is said here, and nothing that was typed is lost. */
export function ApiClientDialog(props: ApiClientDialogProps) {
  const { title, children, confirm, call, onClose } = props;
  const { t } = useTranslation();
  const [clientId, setClientId] = useState(props.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const faults = fieldFaults(call.fault, ['clientId', 'clientSecret']);
  const submit = async (): Promise<void> => {
    const taken: Result<null> | undefined = await call.run({ clientId, clientSecret });
    if (taken?.ok) onClose();
  };
  const enter = (): void => void submit();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      form={
        <>
          <TextField
            label={t('pairing.account.clientId')}
            value={clientId}
            onChange={setClientId}
            fault={faults.of('clientId')}
            onEnter={enter}
          />
          <TextField
            label={t('pairing.account.clientSecret')}
            value={clientSecret}
            onChange={setClientSecret}
            masked
            fault={faults.of('clientSecret')}
            onEnter={enter}
          />
          {faults.rest && <FaultMessage fault={faults.rest} about="reading" />}
        </>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('pairing.client.leave')}</Button>
          <Button variant="primary" busy={call.busy} onPress={enter}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
