import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import CircleDot from 'lucide-react/icons/circle-dot';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/result.ts';
import { type PaymentView } from '../../shared/views/payment.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { type LucideIcon } from '../ui/icon.ts';
import { useNow } from '../ui/use-now.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './pay-steps.module.css';
import { type StepName, type StepState, stepsOf } from './steps.ts';

const icons: Readonly<Record<StepState, LucideIcon>> = {
  done: Check,
  current: CircleDot,
  next: CircleDashed,
  lost: CircleHelp,
};

/** What has happened, what happens now, and what is to come. */
export function PaySteps({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslation();
  const names: Readonly<Record<StepName, string>> = {
    recorded: t('pay.steps.recorded'),
    sent: t('pay.steps.sent'),
    opened: t('pay.steps.opened'),
    cancel: t('pay.steps.cancelAsked'),
    card: t('pay.steps.card'),
    captured: t('pay.steps.captured'),
  };
  const words: Readonly<Record<StepState, string>> = {
    done: t('pay.steps.done'),
    current: t('pay.steps.current'),
    next: t('pay.steps.next'),
    lost: t('pay.steps.sentLost'),
  };
  return (
    <ol className={styles.steps} aria-label={t('pay.steps.title')}>
      {stepsOf(view.attempt).map(({ name, state }) => {
        const Icon = icons[state];
        return (
          <li key={name} className={styles.step} data-step={state}>
            <span className={styles.icon}>
              <Icon size="1.25rem" aria-hidden />
            </span>
            <span className={styles.text}>
              <span className={styles.name}>{names[name]}</span>
              <VisuallyHidden>{`: ${words[state]}.`}</VisuallyHidden>
              <StepDetail view={view} name={name} state={state} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

interface StepDetailProps {
  readonly view: PaymentView;
  readonly name: StepName;
  readonly state: StepState;
}

function StepDetail({ view, name, state }: StepDetailProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { attempt, usualOpenMs } = view;
  const usual =
    usualOpenMs === undefined ? [] : [t('pay.steps.usually', { time: format.seconds(usualOpenMs) })];
  const details = ((): readonly string[] => {
    switch (name) {
      case 'recorded':
        return [
          t('pay.steps.attempt', {
            number: format.quantity(attempt.attemptNumber),
            time: format.exactTime(attempt.startedAt),
          }),
        ];
      case 'sent':
        return state === 'done'
          ? [t('pay.steps.sentDone')]
          : state === 'lost'
            ? [t('pay.steps.sentLost')]
            : [];
      case 'opened':
        return attempt.openedAt === undefined
          ? usual
          : [
              t('pay.steps.openedIn', { time: format.seconds(attempt.openedAt - attempt.startedAt) }),
              ...usual,
            ];
      case 'cancel':
        return attempt.cancelRequestedAt === undefined ? [] : [format.exactTime(attempt.cancelRequestedAt)];
      case 'card':
        return state === 'done' ? [t('pay.steps.cardDone')] : [];
      case 'captured':
        return attempt.settledAt === undefined
          ? [t('pay.steps.capturedNext')]
          : [format.exactTime(attempt.settledAt)];
      default:
        return assertNever(name);
    }
  })();
  const { openedAt } = attempt;
  return (
    <span className={styles.detail}>
      {name === 'card' && state === 'current' && openedAt !== undefined ? (
        <Since at={openedAt} />
      ) : (
        details.join(' · ')
      )}
    </span>
  );
}

function Since({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return t('pay.steps.cardSince', { time: format.elapsed(Math.max(0, useNow() - at)) });
}
