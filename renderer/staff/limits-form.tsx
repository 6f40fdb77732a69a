import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type Rules } from '../../shared/rights.ts';
import { useFormat, useTillCurrency } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './limits-form.module.css';
import { limitFields, limitKinds, limitTexts, measures, readLimits } from './limits.ts';
import { useSaveRules } from './use-people.ts';

/** From which amount, age or discount on a manager answers for it, and from which on nobody may. */
export function LimitsForm({ rules }: { readonly rules: Rules }) {
  const { t } = useTranslation();
  const currency = useTillCurrency();
  const { decimalSeparator } = useFormat();
  const [texts, setTexts] = useState(() => limitTexts(rules.limits, currency, decimalSeparator));
  const [mistake, setMistake] = useState<Fault>();
  const [saved, setSaved] = useState(false);
  const { run, busy, fault, clear } = useSaveRules();
  const faults = fieldFaults(mistake ?? fault, limitFields);

  const save = async (): Promise<void> => {
    const limits = readLimits(texts, currency);
    setMistake(limits.ok ? undefined : limits.error);
    if (!limits.ok) return;
    const answer = await run({ table: rules.table, limits: limits.value });
    setSaved(answer?.ok === true);
  };
  return (
    <>
      <p className={styles.soft}>{t('staff.limitsText')}</p>
      {measures.map((measure) => (
        <fieldset key={measure} className={styles.measure}>
          <legend className={styles.legend}>{t(`staff.measures.${measure}.title`, { currency })}</legend>
          <div className={styles.pair}>
            {limitKinds.map((kind) => (
              <TextField
                key={kind}
                label={t(`staff.measures.${measure}.${kind}`)}
                value={texts[measure][kind]}
                onChange={(text) => {
                  setTexts({ ...texts, [measure]: { ...texts[measure], [kind]: text } });
                  setSaved(false);
                  setMistake(undefined);
                  clear();
                }}
                kind="decimal"
                numeric
                maxLength={14}
                fault={faults.of(`${measure}.${kind}`)}
                onEnter={() => void save()}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {faults.rest && <FaultMessage fault={faults.rest} about="reading" />}
      <div className={styles.foot}>
        <Button busy={busy} onPress={() => void save()}>
          {t('staff.saveLimits')}
        </Button>
        <span role="status">{saved && t('staff.saved')}</span>
      </div>
    </>
  );
}
