import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type Refund, isRefundSettled, refundAttention } from '../../shared/refund.ts';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { type RefundView } from '../../shared/views/refund.ts';
import { useFaultText } from '../i18n/use-fault-text.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { MarkNote } from '../sales/mark-note.tsx';
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
  const attention = refundAttention(refund);
  const fault = state === 'done' ? undefined : view.fault;
  const settled = isRefundSettled(refund);
  return (
    <div className={styles.words}>
      {attention === 'overlap' && <p className={styles.strong}>{t('refund.overlap')}</p>}
      {attention === 'contradiction' && refund.mark && (
        <p className={styles.strong}>{t(`refund.contradiction.${refund.mark.verdict}`)}</p>
      )}
      {fault && settled && <What fault={fault} />}
      <p className={styles.lead}>{leadOf(t, refund, terminal)}</p>
      {refund.mark && !settled && <MarkNote mark={refund.mark} standing />}
      {fault && settled && <Next fault={fault} />}
      {fault && state === 'unknown' && <Cause fault={fault} />}
      {fault && !settled && state !== 'unknown' && <CheckFault fault={fault} />}
      {state === 'unknown' && lastCheckedAt !== undefined && (
        <p className={styles.soft}>{t('pay.unknown.lastAsked', { time: format.exactTime(lastCheckedAt) })}</p>
      )}
    </div>
  );
}

/** What is going on with the money. */
function leadOf(t: TFunction, refund: Refund, terminal: PairedTerminal | undefined): string {
  const { state } = refund;
  if (state === 'unknown' && !refund.mark) return `${t('refund.text.unknown')} ${t('refund.text.desk')}`;
  if (state === 'sending' && refund.replyLostAt !== undefined) return t('refund.text.lost');
  return state === 'running' && refund.terminalId !== undefined
    ? t('refund.text.runningOnTerminal', { terminal: terminalName(t, terminal) })
    : t(`refund.text.${state}`);
}

/** Why nothing went back. */
function What({ fault }: { readonly fault: Fault }) {
  const text = useFaultText(fault);
  return <p className={styles.strong}>{text.what}</p>;
}

/** What to do next, with the code for support. */
function Next({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  const text = useFaultText(fault);
  return (
    <>
      <p className={styles.lead}>{text.next}</p>
      <p className={styles.soft}>{t('common.supportCode', { code: fault.code })}</p>
    </>
  );
}

/** Why its end is not known yet. */
function Cause({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  const text = useFaultText(fault);
  return (
    <>
      <p className={styles.note}>{`${text.what} ${text.next}`.trim()}</p>
      <p className={styles.soft}>{t('common.supportCode', { code: fault.code })}</p>
    </>
  );
}

/** The last look brought nothing; the till asks again by itself. */
function CheckFault({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  const text = useFaultText(fault);
  return (
    <p className={styles.note} data-code={fault.code}>
      {`${text.what} ${t('pay.unknown.asking')}`}
    </p>
  );
}
