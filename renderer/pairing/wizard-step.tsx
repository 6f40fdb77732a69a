import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type PairingStep } from '../../shared/views/pairing.ts';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { pairingSteps } from './pairing-steps.ts';
import styles from './wizard-step.module.css';

interface WizardStepProps {
  readonly step: PairingStep;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  /** What stands in the way and belongs to no field. */
  readonly fault?: Fault | undefined;
  /** "Continue" unless the step calls it otherwise. Never disabled: it says what is missing. */
  readonly action?: string;
  readonly onNext: () => void;
  readonly busy: boolean;
  /** Before the button, for the last word on the step. */
  readonly note?: ReactNode;
}

export function WizardStep(props: WizardStepProps) {
  const { step, title, lead, children, fault, action, onNext, busy, note } = props;
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  return (
    <div className={styles.step}>
      <div className={styles.head}>
        <p className={styles.count}>
          {t('pairing.stepOf', { step: pairingSteps.indexOf(step) + 1, steps: pairingSteps.length })}
        </p>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        <p className={styles.lead}>{lead}</p>
      </div>
      {children}
      {note}
      {fault && <FaultMessage fault={fault} about="reading" />}
      <div>
        <Button variant="primary" size="large" busy={busy} onPress={onNext}>
          {action ?? t('pairing.continue')}
        </Button>
      </div>
    </div>
  );
}
