import Stamp from 'lucide-react/icons/stamp';
import { useTranslation } from 'react-i18next';
import { type AttemptMark } from '../../shared/attempt.ts';
import { type RefundMark } from '../../shared/refund.ts';
import { useFormat } from '../i18n/use-format.tsx';
import styles from './mark-note.module.css';

interface MarkNoteProps {
  readonly mark: AttemptMark | RefundMark;
  /** Dintero has not told the outcome: the mark is all there is. */
  readonly standing: boolean;
}

/** What a manager said of an unknown outcome, with who, when and why (rule P20). */
export function MarkNote({ mark, standing }: MarkNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.note} data-tone={standing ? 'unknown' : 'neutral'}>
      <span className={styles.icon}>
        <Stamp aria-hidden />
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{t(`sales.mark.${mark.verdict}`, { name: mark.approver.name })}</p>
        <p className={styles.reason}>{`${format.dateTime(mark.at)} · ${mark.reason}`}</p>
        <p className={styles.soft}>{t(standing ? 'sales.mark.standing' : 'sales.mark.settled')}</p>
      </div>
    </div>
  );
}
