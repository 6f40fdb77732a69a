import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { type ReactNode, useId } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { useFaultText } from '../i18n/use-fault-text.ts';
import field from './field.module.css';
import styles from './radio-list.module.css';
import { useMistakeInView } from './use-mistake-in-view.ts';
import hidden from './visually-hidden.module.css';

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
  /** The label is seen too; otherwise what is around says it. */
  readonly labelShown?: boolean;
  readonly options: readonly RadioOption[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly describedBy?: string | undefined;
  /** Side by side where there is room, for options of a few words. */
  readonly beside?: boolean;
  readonly fault?: Fault | undefined;
}

/** One of several, each in a row of its own with room to tell about it. */
export function RadioList({ label, labelShown = false, options, fault, ...props }: RadioListProps) {
  const id = useId();
  const { value, onChange, describedBy, beside = false } = props;
  return (
    <div className={field.field}>
      <span id={`${id}-label`} className={labelShown ? field.label : hidden.hidden}>
        {label}
      </span>
      <RadioGroup
        className={styles.list}
        data-beside={beside || undefined}
        aria-labelledby={`${id}-label`}
        aria-describedby={fault ? `${id}-mistake` : describedBy}
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
      {fault && <RadioMistake id={`${id}-mistake`} fault={fault} />}
    </div>
  );
}

function RadioMistake({ id, fault }: { readonly id: string; readonly fault: Fault }) {
  const text = useFaultText(fault);
  const message = useMistakeInView(fault);
  return (
    <div ref={message} id={id} className={field.error} role="alert" data-code={fault.code}>
      <CircleAlert size="1.25rem" aria-hidden />
      <span>{`${text.what} ${text.next}`.trim()}</span>
    </div>
  );
}
