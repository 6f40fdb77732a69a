import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type Person, type Role, roleSchema } from '../../shared/person.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { RadioList } from '../ui/radio-list.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type NewPin, NewPinFields, noPin } from './new-pin-fields.tsx';
import { useAddPerson, useChangePerson } from './use-people.ts';

const longestName = 60;

interface DialogNeeds {
  readonly onClose: () => void;
}

/** Somebody new at this till. */
export function AddPersonDialog({ onClose }: DialogNeeds) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('cashier');
  const [typed, setTyped] = useState<NewPin>(noPin);
  const { run, busy, fault, clear } = useAddPerson();
  const faults = fieldFaults(fault, ['name', 'newPin', 'repeatPin', 'role']);
  const submit = async (): Promise<void> => {
    if ((await run({ name, role, ...typed }))?.ok === true) onClose();
  };
  return (
    <PersonForm
      title={t('staff.add')}
      confirm={t('staff.addConfirm')}
      busy={busy}
      rest={faults.rest}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <NameField value={name} onChange={edited(setName, clear)} fault={faults.of('name')} />
      <RoleChoice value={role} onChange={edited(setRole, clear)} fault={faults.of('role')} />
      <NewPinFields
        value={typed}
        onChange={edited(setTyped, clear)}
        labels="first"
        faultOf={faults.of}
        onEnter={() => void submit()}
      />
    </PersonForm>
  );
}

/** Another name or another role for somebody. */
export function ChangePersonDialog({ person, onClose }: DialogNeeds & { readonly person: Person }) {
  const { t } = useTranslation();
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState<Role>(person.role);
  const { run, busy, fault, clear } = useChangePerson();
  const faults = fieldFaults(fault, ['name', 'role']);
  const submit = async (): Promise<void> => {
    if ((await run({ personId: person.id, name, role }))?.ok === true) onClose();
  };
  return (
    <PersonForm
      title={t('staff.changeTitle', { person: person.name })}
      confirm={t('staff.save')}
      busy={busy}
      rest={faults.rest}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <NameField
        value={name}
        onChange={edited(setName, clear)}
        fault={faults.of('name')}
        onEnter={() => void submit()}
      />
      <RoleChoice value={role} onChange={edited(setRole, clear)} fault={faults.of('role')} />
    </PersonForm>
  );
}

/** What was wrong may be mended by what is changed. */
const edited =
  <Value,>(set: (value: Value) => void, clear: () => void) =>
  (value: Value): void => {
    set(value);
    clear();
  };

interface PersonFormProps extends DialogNeeds {
  readonly title: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly rest: Fault | undefined;
  readonly onConfirm: () => void;
  readonly children: React.ReactNode;
}

function PersonForm({ title, confirm, busy, rest, onConfirm, onClose, children }: PersonFormProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      form={
        <>
          {children}
          {rest && <FaultMessage fault={rest} about="reading" />}
        </>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('staff.leave')}</Button>
          <Button variant="primary" busy={busy} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{t('staff.namesStay')}</p>
    </Dialog>
  );
}

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault: Fault | undefined;
  readonly onEnter?: () => void;
}

function NameField({ value, onChange, fault, onEnter }: NameFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('staff.name')}
      value={value}
      onChange={onChange}
      maxLength={longestName}
      fault={fault}
      {...(onEnter && { onEnter })}
    />
  );
}

interface RoleChoiceProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
  readonly fault: Fault | undefined;
}

function RoleChoice({ value, onChange, fault }: RoleChoiceProps) {
  const { t } = useTranslation();
  return (
    <RadioList
      label={t('staff.role')}
      labelShown
      beside
      value={value}
      onChange={(role) => onChange(roleSchema.parse(role))}
      options={roleSchema.options.map((role) => ({ value: role, label: t(`common.person.${role}`) }))}
      fault={fault}
    />
  );
}
