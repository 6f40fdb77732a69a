import { Field as BaseField } from '@base-ui/react/field';
import { type ReactNode, type Ref } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { classes } from './classes.ts';
import { Field } from './field.tsx';
import styles from './text-field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly fault?: Fault | undefined;
  readonly placeholder?: string;
  /** What kind of keys suit it. */
  readonly kind?: 'text' | 'digits' | 'decimal';
  /** Hides what is typed. Not a password field: no browser may offer to keep a PIN or a secret. */
  readonly masked?: boolean;
  readonly numeric?: boolean;
  readonly maxLength?: number;
  readonly onEnter?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

const inputModes = { text: 'text', digits: 'numeric', decimal: 'decimal' } as const;

export function TextField({
  label,
  value,
  onChange,
  labelHidden = false,
  hint,
  fault,
  placeholder,
  kind = 'text',
  masked = false,
  numeric = false,
  maxLength,
  onEnter,
  inputRef,
}: TextFieldProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} fault={fault}>
      <BaseField.Control
        className={classes(styles.input, masked && styles.masked, numeric && styles.numeric)}
        value={value}
        onValueChange={onChange}
        type="text"
        inputMode={inputModes[kind]}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={kind === 'text' && !masked && undefined}
        placeholder={placeholder}
        maxLength={maxLength}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || !onEnter) return;
          event.preventDefault();
          onEnter();
        }}
        {...(inputRef && { ref: inputRef })}
      />
    </Field>
  );
}
