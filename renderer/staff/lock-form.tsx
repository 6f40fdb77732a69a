import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type LockRules, idleLimits } from '../../shared/views/app.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './limits-form.module.css';
import { useSaveLock } from './use-people.ts';

/** When the till locks by itself. */
export function LockForm({ lock }: { readonly lock: LockRules }) {
  const { t } = useTranslation();
  const [atStart, setAtStart] = useState(lock.atStart);
  const [idle, setIdle] = useState(lock.afterMinutes !== null);
  const [minutes, setMinutes] = useState((lock.afterMinutes ?? idleLimits.usual).toString());
  const [mistake, setMistake] = useState<Fault>();
  const [saved, setSaved] = useState(false);
  const { run, busy, fault, clear } = useSaveLock();
  const faults = fieldFaults(mistake ?? fault, ['afterMinutes']);

  const edit =
    <Value,>(set: (value: Value) => void) =>
    (value: Value): void => {
      set(value);
      setSaved(false);
      setMistake(undefined);
      clear();
    };
  const save = async (): Promise<void> => {
    const { least, most } = idleLimits;
    const number = /^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) : Number.NaN;
    if (idle && !(number >= least && number <= most)) {
      setMistake(inputFault('input.idle-minutes', 'afterMinutes', { least, most }));
      return;
    }
    const answer = await run({ atStart, afterMinutes: idle ? number : null });
    setSaved(answer?.ok === true);
  };
  return (
    <>
      <p className={styles.soft}>{t('staff.lockText')}</p>
      <Checkbox
        label={t('staff.lockAtStart')}
        details={t('staff.lockAtStartHint')}
        checked={atStart}
        onChange={edit(setAtStart)}
      />
      <Checkbox
        label={t('staff.lockIdle')}
        details={t('staff.lockIdleHint')}
        checked={idle}
        onChange={edit(setIdle)}
      />
      {idle && (
        <TextField
          label={t('staff.idleMinutes')}
          value={minutes}
          onChange={edit(setMinutes)}
          kind="digits"
          numeric
          maxLength={4}
          fault={faults.of('afterMinutes')}
          onEnter={() => void save()}
        />
      )}
      {faults.rest && <FaultMessage fault={faults.rest} about="reading" />}
      <div className={styles.foot}>
        <Button busy={busy} onPress={() => void save()}>
          {t('staff.saveLock')}
        </Button>
        <span role="status">{saved && t('staff.saved')}</span>
      </div>
    </>
  );
}
