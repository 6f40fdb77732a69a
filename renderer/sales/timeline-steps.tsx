import { useTranslation } from 'react-i18next';
import { type TimelineStep } from '../../shared/views/sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import styles from './timeline-steps.module.css';
import { stepText } from './timeline-word.ts';

interface TimelineStepsProps {
  readonly steps: readonly TimelineStep[];
  /** When it all began, in ms since 1970: a step of another day says which. */
  readonly since: number;
}

const isSameDay = (a: number, b: number): boolean =>
  new Date(a).toDateString() === new Date(b).toDateString();

/** What happened to a payment or a refund and when, down a line through time. */
export function TimelineSteps({ steps, since }: TimelineStepsProps) {
  const format = useFormat();
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={`${step.at}-${index}`} className={styles.step}>
          <span className={styles.time}>
            {isSameDay(step.at, since) ? format.exactTime(step.at) : format.dateTime(step.at)}
          </span>
          <StepWords step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepWords({ step }: { readonly step: TimelineStep }) {
  const { t } = useTranslation();
  const { name, more } = stepText(t, step);
  return (
    <span className={styles.words}>
      {name}
      {more.length > 0 && <span className={styles.more}>{more.join(' · ')}</span>}
    </span>
  );
}
