import { useTranslation } from 'react-i18next';
import { type TrainingScenarios as Scenarios } from '../../shared/views/training.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import styles from './training-scenarios.module.css';

/** What can be practised in training; nothing outside of it. */
export const useTrainingScenarios = (): Scenarios | null => useSlice('trainingScenarios');

/** Switches for what seldom happens, so that it can be practised. */
export function TrainingScenarios({ scenarios }: { readonly scenarios: Scenarios }) {
  const { t } = useTranslation();
  const { run, fault } = useCall(useBridge().training.setScenario);
  return (
    <div className={styles.scenarios}>
      {fault && <FaultMessage fault={fault} about="reading" />}
      {scenarios.map(({ scenario, on }) => (
        <Checkbox
          key={scenario}
          label={t(`training.scenario.${scenario}.name`)}
          details={t(`training.scenario.${scenario}.about`)}
          checked={on}
          onChange={(next) => void run({ scenario, on: next })}
        />
      ))}
    </div>
  );
}
