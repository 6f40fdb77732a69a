import Check from 'lucide-react/icons/check';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/result.ts';
import { type PairingDraft, type PairingStep } from '../../shared/views/pairing.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { stepViews } from './pairing-steps.ts';
import styles from './step-list.module.css';

interface StepListProps {
  readonly draft: PairingDraft | undefined;
  readonly step: PairingStep;
  readonly onStep: (step: PairingStep) => void;
}

/** The steps with what was chosen in each; one that is done can be gone back to. */
export function StepList({ draft, step, onStep }: StepListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={styles.steps} aria-label={t('pairing.steps')}>
      {stepViews(draft, step).map((view, index) => {
        const chosen = view.state === 'next' ? undefined : chosenIn(draft, view.step);
        const content = (
          <>
            <span className={styles.mark}>
              {view.state === 'done' ? (
                <Check size="1.125rem" strokeWidth={3} aria-hidden />
              ) : (
                <span aria-hidden>{format.quantity(index + 1)}</span>
              )}
            </span>
            <span className={styles.words}>
              <span className={styles.name}>{t(`pairing.step.${view.step}`)}</span>
              {view.state === 'done' && <VisuallyHidden>{`, ${t('pairing.done')}`}</VisuallyHidden>}
              {chosen !== undefined && <span className={styles.chosen}>{chosen}</span>}
            </span>
          </>
        );
        return (
          <li key={view.step} data-step={view.state}>
            {view.reachable && view.state !== 'current' ? (
              <button type="button" className={styles.step} onClick={() => onStep(view.step)}>
                {content}
              </button>
            ) : (
              <div className={styles.step} aria-current={view.state === 'current' ? 'step' : undefined}>
                {content}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function chosenIn(draft: PairingDraft | undefined, step: PairingStep): string | undefined {
  switch (step) {
    case 'account':
      return draft?.accountId;
    case 'store':
      return draft?.store?.name;
    case 'profile':
      return draft?.profile?.profileId;
    case 'terminal':
      return draft?.terminals?.map(({ terminalId }) => terminalId).join(', ');
    case 'till':
      return draft?.tillName;
    case 'manager':
      return undefined;
    default:
      return assertNever(step);
  }
}
