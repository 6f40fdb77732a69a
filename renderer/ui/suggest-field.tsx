import { Autocomplete } from '@base-ui/react/autocomplete';
import { Field as BaseField } from '@base-ui/react/field';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, useState } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { Field } from './field.tsx';
import popup from './popup.module.css';
import styles from './suggest-field.module.css';

interface SuggestFieldProps {
  readonly label: string;
  readonly suggestions: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  /** Names the button that shows the suggestions. */
  readonly openLabel: string;
  readonly maxLength: number;
  readonly hint?: ReactNode;
  readonly fault?: Fault | undefined;
}

/** A combobox that proposes and takes any words of one's own. */
export function SuggestField({
  label,
  suggestions,
  value,
  onChange,
  placeholder,
  openLabel,
  maxLength,
  hint,
  fault,
}: SuggestFieldProps) {
  const [open, setOpen] = useState(false);
  return (
    <Field label={label} hint={hint} fault={fault}>
      <Autocomplete.Root
        items={suggestions}
        value={value}
        onValueChange={(text, { reason }) => {
          onChange(text);
          // Who types has words of their own; a list over the next field would take the next click.
          if (reason === 'input-change') setOpen(false);
        }}
        open={open}
        onOpenChange={(next, details) => {
          if (details.reason === 'input-change') {
            details.cancel();
          } else {
            setOpen(next);
          }
        }}
        mode="none"
        openOnInputClick
      >
        <Autocomplete.InputGroup className={styles.group}>
          <BaseField.Control
            render={<Autocomplete.Input className={styles.input} placeholder={placeholder} />}
            maxLength={maxLength}
          />
          <Autocomplete.Trigger className={styles.trigger} aria-label={openLabel}>
            <ChevronDown size="1.25rem" aria-hidden />
          </Autocomplete.Trigger>
        </Autocomplete.InputGroup>
        <Autocomplete.Portal>
          <Autocomplete.Positioner className={popup.positioner} sideOffset={6}>
            <Autocomplete.Popup className={popup.popup}>
              <Autocomplete.List className={popup.list}>
                {(item: string) => (
                  <Autocomplete.Item key={item} value={item} className={popup.item}>
                    {item}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </Field>
  );
}
