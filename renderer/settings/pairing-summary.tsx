import { useTranslation } from 'react-i18next';
import { isLiveAccount } from '../../shared/account.ts';
import { type Pairing } from '../../shared/views/pairing.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Facts } from '../ui/facts.tsx';
import { Reference } from '../ui/reference.tsx';

/** What this till is paired with. */
export function PairingSummary({ pairing }: { readonly pairing: Pairing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { accountId, clients, store, profile, tillName, pairedAt } = pairing;
  const { terminals, defaultTerminalId, lockedToDefault } = pairing;
  return (
    <Facts
      facts={[
        { label: t('settings.till'), value: tillName },
        {
          label: t('settings.account'),
          value: (
            <>
              <Reference>{accountId}</Reference>
              {` · ${t(isLiveAccount(accountId) ? 'settings.live' : 'settings.test')}`}
            </>
          ),
        },
        { label: t('settings.store'), value: store.name },
        { label: t('settings.payout'), value: <Reference>{store.payoutDestinationId}</Reference> },
        { label: t('settings.profile'), value: <Reference>{profile.profileId}</Reference> },
        {
          label: t('settings.terminals', { count: terminals.length }),
          value: terminals.map(({ terminalId }) => (
            <div key={terminalId}>
              <Reference>{terminalId}</Reference>
              {terminals.length > 1 &&
                terminalId === defaultTerminalId &&
                ` · ${t(lockedToDefault ? 'settings.locked' : 'settings.default')}`}
            </div>
          )),
        },
        {
          label: t('settings.clients.payments'),
          value:
            clients?.checkout === undefined ? (
              t('settings.clients.unknown')
            ) : (
              <Reference>{clients.checkout}</Reference>
            ),
        },
        ...(clients?.management === undefined
          ? []
          : [
              {
                label: t('settings.clients.management'),
                value: <Reference>{clients.management}</Reference>,
              },
            ]),
        { label: t('settings.pairedAt'), value: format.dateTime(pairedAt) },
      ]}
    />
  );
}
