import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Pairing, type PairingView } from '../../shared/views/pairing.ts';
import { ApiClientDialog } from '../pairing/api-client-dialog.tsx';
import { SecondClientButton } from '../pairing/second-client-button.tsx';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import styles from './pairing-card.module.css';
import { PairingSummary } from './pairing-summary.tsx';
import { UnpairDialog } from './unpair-dialog.tsx';
import { usePairedClients } from './use-settings.ts';

interface PairingCardProps {
  readonly pairing: PairingView;
  readonly training: boolean;
  readonly busy: boolean;
  readonly onBegin: () => void;
}

/** What this till is paired with, and what may be changed about that. */
export function PairingCard({ pairing, training, busy, onBegin }: PairingCardProps) {
  const { t } = useTranslation();
  const { draft, paired, journalFile } = pairing;
  return (
    <>
      {paired && <PairingSummary pairing={paired} />}
      {training && <p className={styles.soft}>{t('settings.practiseText')}</p>}
      <div className={styles.acts}>
        <Button busy={busy} onPress={onBegin}>
          {t(
            draft && draft.step !== 'account'
              ? 'settings.resume'
              : training
                ? 'settings.practise'
                : 'settings.pairAgain',
          )}
        </Button>
        {paired && !training && <PairedActs paired={paired} journalFile={journalFile} />}
      </div>
    </>
  );
}

interface PairedActsProps {
  readonly paired: Pairing;
  readonly journalFile: string | undefined;
}

function PairedActs({ paired, journalFile }: PairedActsProps) {
  const { t } = useTranslation();
  const { replace, removeSecond } = usePairedClients();
  const [asking, setAsking] = useState<'secret' | 'unpair'>();
  const [replaced, setReplaced] = useState(false);
  const close = (): void => {
    setAsking(undefined);
    replace.clear();
  };
  const second = paired.clients?.management;
  return (
    <>
      <Button
        onPress={() => {
          setReplaced(false);
          setAsking('secret');
        }}
      >
        {t('settings.clients.replace')}
      </Button>
      <SecondClientButton>
        {t(second === undefined ? 'settings.clients.addSecond' : 'settings.clients.replaceSecond')}
      </SecondClientButton>
      {second !== undefined && (
        <Button busy={removeSecond.busy} onPress={() => void removeSecond.run({})}>
          {t('settings.clients.removeSecond')}
        </Button>
      )}
      <Button variant="quiet" onPress={() => setAsking('unpair')}>
        {t('settings.unpair.open')}
      </Button>
      {replaced && (
        <p role="status" className={styles.wide}>
          {t('settings.clients.replaced')}
        </p>
      )}
      {removeSecond.fault && (
        <div className={styles.wide}>
          <FaultMessage fault={removeSecond.fault} about="reading" />
        </div>
      )}
      {asking === 'secret' && (
        <ApiClientDialog
          title={t('settings.clients.replaceTitle')}
          confirm={t('settings.clients.replaceConfirm')}
          clientId={paired.clients?.checkout}
          call={{
            ...replace,
            run: async (typed) => {
              const taken = await replace.run(typed);
              setReplaced(taken?.ok === true);
              return taken;
            },
          }}
          onClose={close}
        >
          <p>{t('settings.clients.replaceText')}</p>
          <p>{t('settings.clients.replaceWhere')}</p>
        </ApiClientDialog>
      )}
      {asking === 'unpair' && <UnpairDialog journalFile={journalFile} onClose={close} />}
    </>
  );
}
