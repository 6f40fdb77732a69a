import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { assertNever } from '../../shared/result.ts';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { type PaymentView } from '../../shared/views/payment.ts';
import { useFaultText } from '../i18n/use-fault-text.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { tailOf, terminalName } from '../terminals/terminal-name.ts';
import { useNow } from '../ui/use-now.tsx';
import styles from '../ui/outcome-words.module.css';
import { isCancelAsked, isLost } from './steps.ts';

interface PayWordsProps {
  readonly view: PaymentView;
  readonly terminal: PairedTerminal | undefined;
}

/** What is going on and what to do, in the words of the state. */
export function PayWords({ view, terminal }: PayWordsProps) {
  const { t } = useTranslation();
  const { shown, attempt } = view;
  switch (shown) {
    case 'sending':
    case 'waiting-terminal':
      return (
        <WaitWords
          view={view}
          terminal={terminal}
          lead={isLost(view.attempt) ? t('pay.replyLost') : t(`pay.guide.${shown}`)}
        />
      );
    case 'waiting-customer':
      return (
        <Words lead={t('pay.guide.waiting-customer')}>
          <Notes view={view} />
        </Words>
      );
    case 'cancelling':
      return (
        <Words lead={t('pay.guide.cancelling')}>
          {isLost(attempt) && <p className={styles.note}>{t('pay.replyLost')}</p>}
          <Notes view={view} />
        </Words>
      );
    case 'authorized':
      return <Words lead={t('pay.guide.authorized')} />;
    case 'approved':
      return attempt.alarm && attempt.alarm.seenAt === undefined ? (
        <Words lead={t('pay.alarmShown')} />
      ) : null;
    case 'declined':
    case 'cancelled':
    case 'failed':
    case 'refused':
      return view.fault ? <Reason fault={view.fault} /> : <Words lead={t('pay.noMoney')} />;
    case 'unknown':
      return <Unknown view={view} />;
    default:
      return assertNever(shown);
  }
}

function Words({ lead, children }: { readonly lead: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.words}>
      <p className={styles.lead}>{lead}</p>
      {children}
    </div>
  );
}

/** What went otherwise than hoped for, in a payment that still runs. */
function Notes({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslation();
  const refused = view.attempt.cancelRefusedAt !== undefined;
  return (
    <>
      {refused && <p className={styles.note}>{t('pay.cancelRefused')}</p>}
      {view.checkFault && <CheckFault fault={view.checkFault} />}
    </>
  );
}

/**
 * The last look brought nothing. Says nothing about the payment, and not what to do about a request that failed: the till
 * asks again by itself, and a person must not.
 */
function CheckFault({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  const text = useFaultText(fault);
  return (
    <p className={styles.note} data-code={fault.code}>
      {`${text.what} ${t('pay.unknown.asking')}`}
    </p>
  );
}

interface WaitWordsProps extends PayWordsProps {
  readonly lead: string;
}

/** The first wait: what goes on, and after a while what to check (rule P9). */
function WaitWords({ view, terminal, lead }: WaitWordsProps) {
  const long = useNow() >= view.longWaitAt;
  return (
    <div className={styles.words}>
      {(!long || isLost(view.attempt)) && <p className={styles.lead}>{lead}</p>}
      <Notes view={view} />
      {long && <LongWait view={view} terminal={terminal} />}
    </div>
  );
}

/** What to check, and what else can be done (rule P18). */
function LongWait({ view, terminal }: PayWordsProps) {
  const { t } = useTranslation();
  const name = terminalName(t, terminal);
  return (
    <div className={styles.box}>
      <p className={styles.title}>{t('pay.longWait.title')}</p>
      <ul className={styles.list}>
        <li>{t('pay.longWait.power', { terminal: name })}</li>
        {terminal && <li>{t('pay.longWait.right', { tail: tailOf(terminal) })}</li>}
        <li>{t('pay.longWait.display')}</li>
      </ul>
      {view.can.setAside && <p>{t('pay.longWait.aside')}</p>}
    </div>
  );
}

/** Why no money was taken, and what to do next. */
function Reason({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  const text = useFaultText(fault);
  return (
    <div className={styles.words}>
      <p className={styles.strong}>{text.what}</p>
      <p className={styles.lead}>{t('pay.noMoney')}</p>
      <p className={styles.lead}>{text.next}</p>
      <p className={styles.soft}>{t('common.supportCode', { code: fault.code })}</p>
    </div>
  );
}

/** Weighs both losses (rule P17). */
function Unknown({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lastCheckedAt, checkFault, attempt } = view;
  return (
    <div className={styles.words}>
      <p className={styles.lead}>
        <strong className={styles.strong}>{t('pay.unknown.money')}</strong> {t('pay.unknown.weigh')}
      </p>
      <p className={styles.lead}>
        {t('pay.unknown.asking')} {view.can.setAside && t('pay.unknown.aside')}
      </p>
      {isCancelAsked(attempt) && <p className={styles.note}>{t('pay.unknown.cancelAsked')}</p>}
      {attempt.terminalFreedAt !== undefined && <p className={styles.note}>{t('pay.freed')}</p>}
      {view.fault && <Why fault={view.fault} />}
      {lastCheckedAt !== undefined && (
        <p className={styles.soft}>
          {t(checkFault ? 'pay.unknown.lastFailed' : 'pay.unknown.lastAsked', {
            time: format.exactTime(lastCheckedAt),
          })}
        </p>
      )}
    </div>
  );
}

/** Why nobody knows, with the code for support. */
function Why({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  const text = useFaultText(fault);
  return <p className={styles.soft}>{`${text.what} ${t('common.supportCode', { code: fault.code })}`}</p>;
}
