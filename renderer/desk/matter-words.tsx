import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { useFaultText } from '../i18n/use-fault-text.ts';
import styles from './matter-words.module.css';

/** What to check, what a manager has said of it, and why it is not certain. */
export function MatterWords({ matter }: { readonly matter: DeskMatter }) {
  const { t } = useTranslation();
  const { mark, attention, holdsTerminal, fault } = matter;
  const marked = mark && attention !== 'contradiction';
  return (
    <div className={styles.words}>
      {marked && (
        <p>
          <strong className={styles.strong}>{t(`desk.marked.${mark}`)}</strong>{' '}
          {holdsTerminal && t('desk.markedHolds')}
        </p>
      )}
      {(!marked || attention || matter.kind === 'orphan') && <p>{checkOf(t, matter)}</p>}
      {fault && <Why fault={fault} />}
    </div>
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

/** What to check, by what is not certain (rule P17). */
function checkOf(t: TFunction, { kind, state, attention, mark }: DeskMatter): string {
  if (attention === 'contradiction' && (mark === 'done' || mark === 'not-done')) {
    return t(`desk.check.contradiction.${mark}`);
  }
  if (attention) return t('desk.check.overlap');
  if (kind === 'orphan') return t('desk.check.orphan');
  if (state === 'unknown') return t(kind === 'refund' ? 'desk.check.refundUnknown' : 'desk.check.unknown');
  return t(state === 'authorized' ? 'desk.check.authorized' : 'desk.check.running');
}
