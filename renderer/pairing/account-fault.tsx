import { useTranslation } from 'react-i18next';
import { FaultMessage, type FaultMessageProps } from '../ui/fault-message.tsx';
import { SecondClientButton } from './second-client-button.tsx';

interface AccountFaultProps extends FaultMessageProps {
  /** A second client is there now: what failed can be tried again. */
  readonly onSecondClient?: (() => void) | undefined;
}

/** A fault of managing the account. Where the API client lacks a right, a second one can be used instead. */
export function AccountFault({ onSecondClient, actions, ...message }: AccountFaultProps) {
  const { t } = useTranslation();
  if (message.fault.code !== 'setup.rights') return <FaultMessage {...message} actions={actions} />;
  return (
    <FaultMessage
      {...message}
      actions={
        <>
          {actions}
          <SecondClientButton onUsed={onSecondClient}>{t('pairing.client.second.open')}</SecondClientButton>
        </>
      }
    />
  );
}
