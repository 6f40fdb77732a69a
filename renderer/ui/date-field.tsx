import { Field as BaseField } from '@base-ui/react/field';
import { Field } from './field.tsx';
import styles from './text-field.module.css';

interface DateFieldProps {
  readonly label: string;
  /** `2026-11-20`, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
}

/** A day of the calendar, typed or picked. */
export function DateField({ label, value, onChange, min, max }: DateFieldProps) {
  return (
    <Field label={label}>
      <BaseField.Control
        className={styles.input}
        type="date"
        value={value}
        onValueChange={onChange}
        min={min}
        max={max}
      />
    </Field>
  );
}
