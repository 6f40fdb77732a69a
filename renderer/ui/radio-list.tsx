import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';
import styles from './radio-list.module.css';

export interface RadioOption {
  readonly value: string;
  readonly label: string;
  /** More about it, part of its name. */
  readonly details?: ReactNode;
  /** At the end of the row, part of its name. */
  readonly status?: ReactNode;
  readonly disabled?: boolean;
}

interface RadioListProps {
  readonly label: string;
  readonly options: readonly RadioOption[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly describedBy?: string | undefined;
}

/** One of several, each in a row of its own with room to tell about it. */
export function RadioList({ label, options, value, onChange, describedBy }: RadioListProps) {
  const id = useId();
  return (
    <RadioGroup
      className={styles.list}
      aria-label={label}
      aria-describedby={describedBy}
      value={value ?? ''}
      onValueChange={(next) => typeof next === 'string' && onChange(next)}
    >
      {options.map((option, index) => {
        const nameId = `${id}-${index}`;
        return (
          <label key={option.value} className={styles.row} data-disabled={option.disabled || undefined}>
            <Radio.Root
              value={option.value}
              disabled={option.disabled ?? false}
              className={styles.radio}
              aria-labelledby={nameId}
            >
              <Radio.Indicator className={styles.dot} />
            </Radio.Root>
            <span id={nameId} className={styles.name}>
              <span className={styles.text}>
                <span className={styles.label}>{option.label}</span>
                {option.details !== undefined && <span className={styles.details}>{option.details}</span>}
              </span>
              {option.status}
            </span>
          </label>
        );
      })}
    </RadioGroup>
  );
}
