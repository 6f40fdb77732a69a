import { Field as BaseField } from '@base-ui/react/field';
import { Select as BaseSelect } from '@base-ui/react/select';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { Field } from './field.tsx';
import popup from './popup.module.css';
import styles from './select.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Said after the label, in a softer voice. */
  readonly note?: string | undefined;
  /** It can be seen, and not be chosen: the note says why. */
  readonly disabled?: boolean;
}

interface SelectProps {
  readonly label: string;
  /** The label is for assistive technology; what is seen says it another way. */
  readonly labelHidden?: boolean;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  readonly hint?: ReactNode;
  readonly fault?: Fault | undefined;
}

export function Select(props: SelectProps) {
  const { label, labelHidden = false, options, value, onChange, placeholder, hint, fault } = props;
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} fault={fault}>
      <BaseSelect.Root
        items={options}
        value={value ?? null}
        onValueChange={(next) => next !== null && onChange(next)}
      >
        <BaseField.Control render={<BaseSelect.Trigger className={styles.trigger} />}>
          <BaseSelect.Value className={styles.value} placeholder={placeholder} />
          <BaseSelect.Icon className={styles.icon}>
            <ChevronDown size="1.25rem" aria-hidden />
          </BaseSelect.Icon>
        </BaseField.Control>
        <BaseSelect.Portal>
          <BaseSelect.Positioner className={popup.positioner} sideOffset={6} alignItemWithTrigger={false}>
            <BaseSelect.Popup className={popup.popup}>
              <BaseSelect.List className={popup.list}>
                {options.map((option) => (
                  <BaseSelect.Item
                    key={option.value}
                    value={option.value}
                    disabled={option.disabled ?? false}
                    className={popup.item}
                  >
                    <span className={popup.text}>
                      <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                      {option.note !== undefined && <span className={popup.note}>{option.note}</span>}
                    </span>
                    <BaseSelect.ItemIndicator className={popup.indicator}>
                      <Check size="1.25rem" aria-hidden />
                    </BaseSelect.ItemIndicator>
                  </BaseSelect.Item>
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </Field>
  );
}
