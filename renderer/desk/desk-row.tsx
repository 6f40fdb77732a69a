import { useTranslation } from 'react-i18next';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Reference } from '../ui/reference.tsx';
import styles from './desk-row.module.css';
import { MatterActs, type MatterQuestion } from './matter-acts.tsx';
import { MatterHistory } from './matter-history.tsx';
import { matterTitle, toneOf } from './matter-look.ts';
import { MatterTag } from './matter-tag.tsx';
import { MatterWords } from './matter-words.tsx';
import { type MatterAct } from './use-desk.ts';

interface DeskRowProps {
  readonly matter: DeskMatter;
  /** The act that is under way on it. */
  readonly busyWith: MatterAct | undefined;
  readonly onOpen: (saleId: string) => void;
  readonly onAct: (matter: DeskMatter, act: MatterAct) => void;
  readonly onAsk: (question: MatterQuestion) => void;
}

/** A matter on the desk: what it is, what to check, what can be done, and what has happened. */
export function DeskRow({ matter, busyWith, onOpen, onAct, onAsk }: DeskRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reference, state, amount } = matter;
  const notes = [
    format.dateTime(matter.startedAt),
    ...(matter.setAside ? [t('desk.setAside')] : []),
    ...(matter.holdsTerminal ? [t('desk.holds')] : []),
  ];
  return (
    <li className={styles.row} data-reference={reference} data-state={state} data-tone={toneOf(matter)}>
      <div className={styles.head}>
        <h2 className={styles.title}>{matterTitle(t, matter)}</h2>
        <MatterTag matter={matter} />
        <span className={styles.amount}>{format.money(amount)}</span>
      </div>
      <p className={styles.soft}>{notes.join(' · ')}</p>
      <p className={styles.soft}>
        <Reference>{reference}</Reference>
      </p>
      <div className={styles.words}>
        <MatterWords matter={matter} />
      </div>
      <div className={styles.foot}>
        <MatterActs matter={matter} busyWith={busyWith} onOpen={onOpen} onAct={onAct} onAsk={onAsk} />
      </div>
      <div className={styles.history}>
        <MatterHistory matter={matter} />
      </div>
    </li>
  );
}
