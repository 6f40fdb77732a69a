import { useTranslation } from 'react-i18next';
import { CheckUpdate } from './check-update.tsx';
import { UpdateDrawing, updateSteps } from './update-drawings.tsx';
import styles from './update-steps.module.css';

/**
 * What a person does so that a terminal fetches its settings, one picture a step.
 * https://docs.dintero.com/docs/checkout/in-person/terminal-onboarding
 */
export function UpdateSteps({ terminalId }: { readonly terminalId: string }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps} aria-label={t('terminals.update.title')}>
      {updateSteps.map((step, index) => (
        <li key={step} className={styles.step}>
          <UpdateDrawing step={step} />
          <div className={styles.words}>
            <p className={styles.title}>{`${index + 1}. ${t(`terminals.update.${step}.title`)}`}</p>
            <p className={styles.text}>{t(`terminals.update.${step}.text`)}</p>
            {step === 'update' && <CheckUpdate terminalId={terminalId} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
