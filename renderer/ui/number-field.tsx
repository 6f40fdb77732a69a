import { NumberField as BaseNumberField } from '@base-ui/react/number-field';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import styles from './number-field.module.css';

interface NumberFieldProps {
  /** Of the spinbutton. */
  readonly label: string;
  readonly fewerLabel: string;
  readonly moreLabel: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  /** The step of the buttons; what is typed may lie between steps. */
  readonly step?: number;
  readonly locale: string;
  readonly disabled?: boolean;
}

/** A number with a button on either side. An empty field is no change. */
export function NumberField({
  label,
  fewerLabel,
  moreLabel,
  value,
  onChange,
  min,
  max,
  step = 1,
  locale,
  disabled = false,
}: NumberFieldProps) {
  return (
    <BaseNumberField.Root
      value={value}
      min={min}
      max={max}
      step={step}
      locale={locale}
      disabled={disabled}
      onValueChange={(next) => next !== null && onChange(next)}
    >
      <BaseNumberField.Group className={styles.group}>
        <BaseNumberField.Decrement className={styles.button} aria-label={fewerLabel}>
          <Minus size="1.25rem" aria-hidden />
        </BaseNumberField.Decrement>
        <BaseNumberField.Input
          className={styles.input}
          role="spinbutton"
          aria-label={label}
          aria-roledescription={undefined}
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={max}
        />
        <BaseNumberField.Increment className={styles.button} aria-label={moreLabel}>
          <Plus size="1.25rem" aria-hidden />
        </BaseNumberField.Increment>
      </BaseNumberField.Group>
    </BaseNumberField.Root>
  );
}
