import { Collapsible } from '@base-ui/react/collapsible';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useTranslation } from 'react-i18next';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { TimelineSteps } from '../sales/timeline-steps.tsx';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import styles from './matter-history.module.css';
import { useEvidence } from './use-evidence.ts';

/** Everything that happened to a matter; read when it is opened. */
export function MatterHistory({ matter }: { readonly matter: DeskMatter }) {
  const { t } = useTranslation();
  return (
    <Collapsible.Root>
      <Collapsible.Trigger className={styles.trigger}>
        <ChevronDown size="1.25rem" aria-hidden className={styles.arrow} />
        {t('desk.history')}
      </Collapsible.Trigger>
      <Collapsible.Panel className={styles.panel}>
        <History matter={matter} />
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}

function History({ matter }: { readonly matter: DeskMatter }) {
  const { t } = useTranslation();
  const { value, fault, busy, readAgain } = useEvidence(matter);
  return (
    <>
      {fault && (
        <FaultMessage
          fault={fault}
          about="reading"
          actions={
            <Button busy={busy} onPress={readAgain}>
              {t('common.readAgain')}
            </Button>
          }
        />
      )}
      {value && <TimelineSteps steps={value} since={matter.startedAt} />}
      {!value && !fault && <Loading />}
    </>
  );
}
