import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { TextField } from '../ui/text-field.tsx';

/** A PIN that is chosen, typed twice. */
export interface NewPin {
  readonly newPin: string;
  readonly repeatPin: string;
}

export const noPin: NewPin = { newPin: '', repeatPin: '' };

interface NewPinFieldsProps {
  readonly value: NewPin;
  readonly onChange: (value: NewPin) => void;
  /** What the first field is called: nothing else on a screen is a PIN where somebody's own is asked for. */
  readonly labels: 'first' | 'new';
  readonly faultOf: (field: keyof NewPin) => Fault | undefined;
  readonly onEnter: () => void;
}

export const longestPin = 12;

export function NewPinFields({ value, onChange, labels, faultOf, onEnter }: NewPinFieldsProps) {
  const { t } = useTranslation();
  const field = (name: keyof NewPin, label: string, hint?: string) => (
    <TextField
      label={label}
      value={value[name]}
      onChange={(text) => onChange({ ...value, [name]: text })}
      kind="digits"
      masked
      maxLength={longestPin}
      hint={hint}
      fault={faultOf(name)}
      onEnter={onEnter}
    />
  );
  return (
    <>
      {field('newPin', t(labels === 'first' ? 'staff.pin' : 'staff.newPin'), t('staff.pinHint'))}
      {field('repeatPin', t(labels === 'first' ? 'staff.repeatPin' : 'staff.repeatNewPin'))}
    </>
  );
}
