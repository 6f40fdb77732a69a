import { Field as BaseField } from '@base-ui/react/field';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { type ReactNode } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { useFaultText } from '../i18n/use-fault-text.ts';
import styles from './field.module.css';
import { useMistakeInView } from './use-mistake-in-view.ts';
import hidden from './visually-hidden.module.css';

interface FieldProps {
  readonly label: string;
  /** The label is for assistive technology; what is seen says it another way. */
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly fault?: Fault | undefined;
  readonly children: ReactNode;
}

/** A control with its label, its hint and what is wrong with it, wired together for assistive technology. */
export function Field({ label, labelHidden = false, hint, fault, children }: FieldProps) {
  return (
    <BaseField.Root className={styles.field} invalid={fault !== undefined}>
      <BaseField.Label className={labelHidden ? hidden.hidden : styles.label}>{label}</BaseField.Label>
      {children}
      {fault && <FieldError fault={fault} />}
      {hint !== undefined && <BaseField.Description className={styles.hint}>{hint}</BaseField.Description>}
    </BaseField.Root>
  );
}

/**
 * What is wrong with a field. Inside its root, it describes the control; when it comes up, the control gets the focus and
 * both come into view.
 */
export function FieldError({ fault }: { readonly fault: Fault }) {
  const text = useFaultText(fault);
  const message = useMistakeInView(fault);
  return (
    <BaseField.Error ref={message} className={styles.error} match role="alert" data-code={fault.code}>
      <CircleAlert size="1.25rem" aria-hidden />
      <span>{`${text.what} ${text.next}`.trim()}</span>
    </BaseField.Error>
  );
}
