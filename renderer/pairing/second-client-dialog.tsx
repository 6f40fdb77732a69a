import { useTranslation } from 'react-i18next';
import { Reference } from '../ui/reference.tsx';
import { ApiClientDialog } from './api-client-dialog.tsx';
import { useManagementClient } from './use-pairing.ts';
import styles from './second-client-dialog.module.css';

/** What the second client should be allowed to do, as Backoffice names it. */
const wanted = [
  'read:accounts',
  'write:accounts',
  'write:accounts:/management/settings/approvals',
  'write:checkout:/admin/terminals',
  'read:checkout:/admin/terminals',
] as const;

interface SecondClientDialogProps {
  readonly onClose: () => void;
  /** It is kept now. */
  readonly onUsed?: (() => void) | undefined;
}

/** A second API client, for stores, terminals and sellers. It never has to do with money. */
export function SecondClientDialog({ onClose, onUsed }: SecondClientDialogProps) {
  const { t } = useTranslation();
  const call = useManagementClient();
  return (
    <ApiClientDialog
      title={t('pairing.client.second.title')}
      confirm={t('pairing.client.second.use')}
      call={{
        ...call,
        run: async (typed) => {
          const used = await call.run(typed);
          if (used?.ok) onUsed?.();
          return used;
        },
      }}
      onClose={onClose}
    >
      <p>{t('pairing.client.second.text')}</p>
      <p>{t('pairing.client.second.where')}</p>
      <ul className={styles.scopes}>
        {wanted.map((scope) => (
          <li key={scope}>
            <Reference>{scope}</Reference>
          </li>
        ))}
      </ul>
    </ApiClientDialog>
  );
}
