import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import styles from './chips.module.css';

interface ChipsProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of a few, side by side. */
export function Chips({ label, options, value, onChange }: ChipsProps) {
  return (
    <RadioGroup
      className={styles.chips}
      aria-label={label}
      value={value}
      onValueChange={(next) => typeof next === 'string' && onChange(next)}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          className={styles.chip}
          nativeButton
          render={<button type="button" />}
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
