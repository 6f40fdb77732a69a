import { paymentStateSchema } from '../../shared/attempt.ts';
import Check from 'lucide-react/icons/check';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { refundStateSchema } from '../../shared/refund.ts';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { useFaultText } from '../i18n/use-fault-text.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { looks } from '../pay/payment-look.ts';
import { refundLooks } from '../refund/refund-look.ts';
import { SaleStateTag } from '../sales/sale-state-tag.tsx';
import { Button } from '../ui/button.tsx';
import { Reference } from '../ui/reference.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import styles from './desk-row.module.css';
import { type MatterAct } from './use-desk.ts';

interface DeskRowProps {
  readonly matter: DeskMatter;
  readonly busy: boolean;
  readonly onOpen: (saleId: string) => void;
  readonly onAct: (matter: DeskMatter, act: MatterAct) => void;
  readonly onFree: (matter: DeskMatter) => void;
}

export function DeskRow({ matter, busy, onOpen, onAct, onFree }: DeskRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, saleNumber, reference, state, amount, lastCheckedAt } = matter;
  const title = t(kind === 'refund' ? 'desk.refund' : 'desk.payment', { number: saleNumber });
  const notes = [
    format.dateTime(matter.startedAt),
    ...(matter.setAside ? [t('desk.setAside')] : []),
    ...(matter.holdsTerminal ? [t('desk.holds')] : []),
  ];
  return (
    <li className={styles.row} data-reference={reference} data-state={state} data-tone={toneOf(matter)}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <MatterTag matter={matter} />
        <span className={styles.amount}>{format.money(amount)}</span>
      </div>
      <p className={styles.soft}>{notes.join(' · ')}</p>
      <p className={styles.soft}>
        <Reference>{reference}</Reference>
      </p>
      <p className={styles.check}>{checkOf(t, matter)}</p>
      {matter.fault && <Why fault={matter.fault} />}
      <div className={styles.foot}>
        {!isOver(matter) && (
          <Button
            icon={<RefreshCw size="1.25rem" aria-hidden />}
            busy={busy}
            onPress={() => onAct(matter, 'checkNow')}
          >
            {t('desk.checkNow')}
          </Button>
        )}
        {matter.overlap && (
          <Button
            icon={<Check size="1.25rem" aria-hidden />}
            busy={busy}
            onPress={() => onAct(matter, 'overlapSeen')}
          >
            {t('desk.overlapSeen')}
          </Button>
        )}
        <Button variant="quiet" onPress={() => onOpen(matter.saleId)}>
          {t('desk.open')}
        </Button>
        {matter.holdsTerminal && state === 'unknown' && (
          <Button variant="quiet" onPress={() => onFree(matter)}>
            {t('desk.free')}
          </Button>
        )}
        <span className={styles.asked}>
          {lastCheckedAt === undefined
            ? t('desk.neverAsked')
            : t('desk.lastAsked', { time: format.exactTime(lastCheckedAt) })}
        </span>
      </div>
    </li>
  );
}

/** What is known of why it is not certain. */
function Why({ fault }: { readonly fault: Fault }) {
  const text = useFaultText(fault);
  return (
    <p className={styles.soft} data-code={fault.code}>
      {text.what}
    </p>
  );
}

function MatterTag({ matter }: { readonly matter: DeskMatter }) {
  const { t } = useTranslation();
  if (matter.kind === 'attempt') {
    const state = paymentStateSchema.safeParse(matter.state);
    return state.success ? <SaleStateTag state={state.data} /> : <Tag>{matter.state}</Tag>;
  }
  const state = refundStateSchema.safeParse(matter.state);
  if (!state.success) return <Tag>{matter.state}</Tag>;
  const { tone, Icon } = refundLooks[state.data];
  return (
    <Tag tone={tone} icon={<Icon size="1.125rem" aria-hidden />}>
      {t(`sales.refundState.${state.data}`)}
    </Tag>
  );
}

/** Only a refund stays on the desk when it is over: for another one that it met. */
const isOver = ({ kind, state }: DeskMatter): boolean =>
  kind === 'refund' && (state === 'done' || state === 'failed' || state === 'refused');

function toneOf({ kind, state, overlap }: DeskMatter): Tone {
  if (overlap) return 'unknown';
  const payment = paymentStateSchema.safeParse(state);
  if (kind === 'attempt') return payment.success ? looks[payment.data].tone : 'neutral';
  const refund = refundStateSchema.safeParse(state);
  return refund.success ? refundLooks[refund.data].tone : 'neutral';
}

/** What to check, by what is not certain (rule P17). */
function checkOf(t: TFunction, { kind, state, overlap }: DeskMatter): string {
  if (overlap) return t('desk.check.overlap');
  if (state === 'unknown') return t(kind === 'refund' ? 'desk.check.refundUnknown' : 'desk.check.unknown');
  return t(state === 'authorized' ? 'desk.check.authorized' : 'desk.check.running');
}
