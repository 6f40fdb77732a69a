import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import Check from 'lucide-react/icons/check';
import { type ReactNode, useId } from 'react';
import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly details?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** A box with its words. The words are its name; the details describe it. */
export function Checkbox({ label, details, checked, onChange, disabled = false }: CheckboxProps) {
  const id = useId();
  return (
    <label className={styles.row} data-disabled={disabled || undefined}>
      <BaseCheckbox.Root
        className={styles.box}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next)}
        aria-labelledby={`${id}-label`}
        aria-describedby={details === undefined ? undefined : `${id}-details`}
      >
        <BaseCheckbox.Indicator className={styles.mark}>
          <Check size="1.125rem" strokeWidth={3} aria-hidden />
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span className={styles.text}>
        <span id={`${id}-label`} className={styles.label}>
          {label}
        </span>
        {details !== undefined && (
          <span id={`${id}-details`} className={styles.details}>
            {details}
          </span>
        )}
      </span>
    </label>
  );
}
