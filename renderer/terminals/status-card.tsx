import Nfc from 'lucide-react/icons/nfc';
import { useTranslation } from 'react-i18next';
import { type FleetTerminal } from '../../shared/views/terminals.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { StatusDot } from './status-dot.tsx';
import { needsUpdate, readinessOf, statusWords } from './terminal-status.ts';
import styles from './terminals-screen.module.css';
import { UpdateSteps } from './update-steps.tsx';

interface StatusCardProps {
  readonly terminal: FleetTerminal;
  readonly checkedAt: number | undefined;
}

/** How a terminal is, what that means, and what to do next, with a picture of it where there are steps. */
export function StatusCard({ terminal, checkedAt }: StatusCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = statusWords(t, terminal.status, terminal.statusReason);
  const steps = needsUpdate(terminal);
  return (
    <section className={styles.terminal} aria-label={t('terminals.statusLabel')}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <Nfc size="2rem" aria-hidden />
        </span>
        <div className={styles.words}>
          <div role="status">
            <h2 className={styles.status}>
              <StatusDot readiness={readinessOf(terminal.status)} />
              {words.word}
            </h2>
          </div>
          <p>{words.meaning}</p>
          {words.next !== undefined && !steps && <p className={styles.next}>{words.next}</p>}
          {checkedAt !== undefined && (
            <p className={styles.next}>{t('terminals.followed', { time: format.exactTime(checkedAt) })}</p>
          )}
        </div>
      </div>
      {steps && (
        <div className={styles.steps}>
          <UpdateSteps terminalId={terminal.terminalId} />
        </div>
      )}
    </section>
  );
}
