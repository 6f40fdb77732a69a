import { useTranslation } from 'react-i18next';
import { type SaleDetail, type TimelineStep } from '../../shared/views/sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Reference } from '../ui/reference.tsx';
import styles from './attempt-timeline.module.css';
import { SaleStateTag } from './sale-state-tag.tsx';
import { isTimelineWord } from './timeline-word.ts';

/** A step of another day says which. */
const isSameDay = (a: number, b: number): boolean =>
  new Date(a).toDateString() === new Date(b).toDateString();

/** The attempts of a sale, each with what happened to it and when. */
export function AttemptTimeline({ attempts }: { readonly attempts: SaleDetail['attempts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={styles.attempts}>
      {attempts.map(({ attempt, shown, timeline }) => (
        <li key={attempt.attemptId} className={styles.attempt}>
          <div className={styles.head}>
            <h3>{t('sales.attempt', { number: format.quantity(attempt.attemptNumber) })}</h3>
            <SaleStateTag state={shown} />
          </div>
          <p className={styles.reference}>
            <Reference>{attempt.reference}</Reference>
          </p>
          <ol className={styles.steps}>
            {timeline.map((step, index) => (
              <li key={`${step.at}-${index}`} className={styles.step}>
                <span className={styles.time}>
                  {isSameDay(step.at, attempt.startedAt)
                    ? format.exactTime(step.at)
                    : format.dateTime(step.at)}
                </span>
                <StepWords step={step} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function StepWords({ step }: { readonly step: TimelineStep }) {
  const { t } = useTranslation();
  const name = isTimelineWord(step.step) ? t(`sales.timeline.${step.step}`) : step.step;
  return (
    <span className={styles.words}>
      {name}
      {(step.word !== undefined || step.by !== undefined) && (
        <span className={styles.more}>{[step.word, step.by].filter(Boolean).join(' · ')}</span>
      )}
    </span>
  );
}
