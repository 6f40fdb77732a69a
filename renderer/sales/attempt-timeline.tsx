import Undo2 from 'lucide-react/icons/undo-2';
import { useTranslation } from 'react-i18next';
import { standingMark } from '../../shared/attempt.ts';
import { type SaleDetail, type SaleState } from '../../shared/views/sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import { Reference } from '../ui/reference.tsx';
import styles from './attempt-timeline.module.css';
import { MarkNote } from './mark-note.tsx';
import { SaleStateTag } from './sale-state-tag.tsx';
import { TimelineSteps } from './timeline-steps.tsx';

type SaleAttempt = SaleDetail['attempts'][number];

interface AttemptTimelineProps {
  readonly attempts: readonly SaleAttempt[];
  /** The ids of the attempts that are refunded from here. */
  readonly refundable: readonly string[];
  readonly onRefund: (attemptId: string) => void;
}

/** The attempts of a sale, each with what happened to it and when. */
export function AttemptTimeline({ attempts, refundable, onRefund }: AttemptTimelineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={styles.attempts}>
      {attempts.map(({ attempt, shown, timeline }) => {
        const number = format.quantity(attempt.attemptNumber);
        const { mark } = attempt;
        return (
          <li key={attempt.attemptId} className={styles.attempt}>
            <div className={styles.head}>
              <h3>{t('sales.attempt', { number })}</h3>
              <SaleStateTag state={stateOf({ attempt, shown })} />
            </div>
            <p className={styles.reference}>
              <Reference>{attempt.reference}</Reference>
            </p>
            {mark && <MarkNote mark={mark} standing={standingMark(attempt) !== undefined} />}
            {refundable.includes(attempt.attemptId) && (
              <div className={styles.act}>
                <Button
                  icon={<Undo2 size="1.25rem" aria-hidden />}
                  onPress={() => onRefund(attempt.attemptId)}
                >
                  {t('sales.refundAttempt', { number })}
                </Button>
              </div>
            )}
            <div className={styles.steps}>
              <TimelineSteps steps={timeline} since={attempt.startedAt} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Where nobody knows, a manager's word is shown (rule P20). */
function stateOf({ attempt, shown }: Pick<SaleAttempt, 'attempt' | 'shown'>): SaleState {
  const mark = standingMark(attempt);
  return mark ? `marked-${mark.verdict}` : shown;
}
