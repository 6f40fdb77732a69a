import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type PairedTerminal, type RefundView } from '../../shared/views.ts';
import { useFaultText } from '../i18n/use-fault-text.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { terminalName } from '../terminals/terminal-name.ts';
import styles from '../ui/outcome-words.module.css';

interface RefundWordsProps {
  readonly view: RefundView;
  readonly terminal: PairedTerminal | undefined;
}

/** What is going on with the money, and what to do. */
export function RefundWords({ view, terminal }: RefundWordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { refund, lastCheckedAt } = view;
  const { state } = refund;
  const onTerminal = state === 'running' && refund.terminalId !== undefined;
  const overlap = refund.overlapAt !== undefined && refund.overlapSeenAt === undefined;
  return (
    <div className={styles.words}>
      <p className={styles.lead}>
        {onTerminal
          ? t('refund.text.runningOnTerminal', { terminal: terminalName(t, terminal) })
          : t(`refund.text.${state}`)}
      </p>
      {view.fault && state !== 'done' && <Cause fault={view.fault} />}
      {overlap && <p className={styles.strong}>{t('refund.overlap')}</p>}
      {state === 'unknown' && lastCheckedAt !== undefined && (
        <p className={styles.soft}>{t('pay.unknown.lastAsked', { time: format.exactTime(lastCheckedAt) })}</p>
      )}
    </div>
  );
}

function Cause({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  const text = useFaultText(fault);
  return (
    <div>
      <p className={styles.strong}>{text.what}</p>
      <p>{text.next}</p>
      <p className={styles.soft}>{t('common.supportCode', { code: fault.code })}</p>
    </div>
  );
}
