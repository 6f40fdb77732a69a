import Nfc from 'lucide-react/icons/nfc';
import Plus from 'lucide-react/icons/plus';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type TerminalView } from '../../shared/views/terminal.ts';
import { useSlice } from '../bridge/till-context.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Facts } from '../ui/facts.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Reference } from '../ui/reference.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { OtherTillsNotice } from './other-tills-notice.tsx';
import { FleetSection } from './fleet-section.tsx';
import { HealthLine } from './health-line.tsx';
import { modelName } from './model-name.ts';
import { StatusDot } from './status-dot.tsx';
import { TerminalOperations } from './terminal-operations.tsx';
import { tailOf } from './terminal-name.ts';
import { readinessOf, statusWords } from './terminal-status.ts';
import styles from './terminals-screen.module.css';
import { useTillTerminals } from './use-terminal.ts';

interface TerminalsScreenProps {
  readonly onOpen: (terminalId: string) => void;
  readonly onRegister: () => void;
}

/** The terminals of this till, and then those of the whole account. */
export function TerminalsScreen({ onOpen, onRegister }: TerminalsScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { terminals, otherTills, check, busy, fault } = useTillTerminals();
  const { paired } = useSlice('pairing');
  const ours = useMemo(() => terminals.map(({ terminalId }) => terminalId), [terminals]);
  return (
    <div className={styles.screen}>
      <ScreenTitle
        ref={heading}
        actions={
          <Button icon={<Plus size="1.25rem" aria-hidden />} onPress={onRegister}>
            {t('terminals.register.open')}
          </Button>
        }
      >
        {t('terminals.title')}
      </ScreenTitle>
      {fault && <FaultMessage fault={fault} about="reading" />}
      <OtherTillsNotice tills={otherTills} tillName={paired?.tillName} />
      {terminals.map((terminal) => (
        <PairedTerminal
          key={terminal.terminalId}
          terminal={terminal}
          onCheck={check}
          onOpen={onOpen}
          busy={busy}
        />
      ))}
      {terminals.length === 0 && (
        <Card className={styles.empty}>
          <EmptyState icon={<Nfc aria-hidden />} title={t('terminals.none')}>
            <p>{t('terminals.noneText')}</p>
          </EmptyState>
        </Card>
      )}
      <FleetSection without={ours} onOpen={onOpen} />
    </div>
  );
}

interface PairedTerminalProps {
  readonly terminal: TerminalView;
  readonly onCheck: () => void;
  readonly onOpen: (terminalId: string) => void;
  readonly busy: boolean;
}

function PairedTerminal({ terminal, onCheck, onOpen, busy }: PairedTerminalProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { checkedAt, heldBy, model, serialNumber } = terminal;
  const words = statusWords(t, terminal.status, terminal.statusReason);
  return (
    <section
      className={styles.terminal}
      aria-label={t('terminals.paired', { tail: tailOf(terminal) })}
      data-terminal={terminal.terminalId}
      data-status={terminal.status ?? ''}
    >
      <div className={styles.head}>
        <span className={styles.icon}>
          <Nfc size="2rem" aria-hidden />
        </span>
        <div className={styles.words}>
          <h2 className={styles.status}>
            <StatusDot readiness={readinessOf(terminal.status)} />
            {words.word}
          </h2>
          <p>{words.meaning}</p>
          {words.next !== undefined && <p className={styles.next}>{words.next}</p>}
        </div>
        <div className={styles.acts}>
          <Button icon={<RefreshCw size="1.25rem" aria-hidden />} busy={busy} onPress={onCheck}>
            {t('terminals.checkAgain')}
          </Button>
          <Button onPress={() => onOpen(terminal.terminalId)}>{t('terminals.open')}</Button>
        </div>
      </div>
      {terminal.fault && terminal.fault.code !== 'terminal.not-active' && (
        <div className={styles.fault}>
          <FaultMessage fault={terminal.fault} about="reading" alert={false} />
        </div>
      )}
      <div className={styles.facts}>
        <Facts
          facts={[
            { label: t('terminals.id'), value: <Reference>{terminal.terminalId}</Reference> },
            ...(serialNumber === undefined
              ? []
              : [{ label: t('terminals.serial'), value: <Reference>{serialNumber}</Reference> }]),
            ...(model === undefined ? [] : [{ label: t('terminals.model'), value: modelName(model) }]),
            {
              label: t('terminals.checkedAt'),
              value: checkedAt === undefined ? t('terminals.never') : format.exactTime(checkedAt),
            },
            { label: t('health.title'), value: <HealthLine terminalId={terminal.terminalId} /> },
            {
              label: t('terminals.held'),
              value: heldBy === undefined ? t('terminals.heldByNone') : <Reference>{heldBy}</Reference>,
            },
          ]}
        />
      </div>
      <TerminalOperations terminalId={terminal.terminalId} />
    </section>
  );
}
