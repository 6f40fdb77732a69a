import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, roleSchema } from '../../shared/person.ts';
import {
  type Decision,
  type Right,
  type RightsTable,
  type Rules,
  allRights,
  decisionSchema,
  decisionsFor,
} from '../../shared/rights.ts';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Select } from '../ui/select.tsx';
import styles from './rights-form.module.css';
import { useSaveRules } from './use-people.ts';

/** What each role may do, in a table: kept together, when saved. */
export function RightsForm({ rules }: { readonly rules: Rules }) {
  const { t } = useTranslation();
  const [table, setTable] = useState<RightsTable>(rules.table);
  const [saved, setSaved] = useState(false);
  const { run, busy, fault, clear } = useSaveRules();

  const decide = (role: Role, right: Right, decision: Decision): void => {
    setTable({ ...table, [role]: { ...table[role], [right]: decision } });
    setSaved(false);
    clear();
  };
  const save = async (): Promise<void> => {
    const answer = await run({ table, limits: rules.limits });
    setSaved(answer?.ok === true);
  };
  return (
    <>
      <p className={styles.soft}>{t('staff.rightsText')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('staff.right')}</th>
            {roleSchema.options.map((role) => (
              <th key={role} scope="col">
                {t(`common.person.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {allRights.map((right) => (
            <tr key={right} data-right={right}>
              <th scope="row">{t(`staff.rights.${right}`)}</th>
              {roleSchema.options.map((role) => (
                <td key={role} data-label={t(`common.person.${role}`)}>
                  <DecisionCell
                    role={role}
                    right={right}
                    decision={table[role][right]}
                    onDecide={(decision) => decide(role, right, decision)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {fault && <FaultMessage fault={fault} about="reading" />}
      <div className={styles.foot}>
        <Button busy={busy} onPress={() => void save()}>
          {t('staff.saveRights')}
        </Button>
        <span role="status">{saved && t('staff.saved')}</span>
      </div>
    </>
  );
}

interface DecisionCellProps {
  readonly role: Role;
  readonly right: Right;
  readonly decision: Decision;
  readonly onDecide: (decision: Decision) => void;
}

/** A choice, or what is fixed. */
function DecisionCell({ role, right, decision, onDecide }: DecisionCellProps) {
  const { t } = useTranslation();
  const choices = decisionsFor(role, right);
  if (choices.length === 1) {
    return (
      <span className={styles.fixed}>{t('staff.fixed', { decision: t(`staff.decisions.${decision}`) })}</span>
    );
  }
  return (
    <Select
      label={t('staff.decisionOf', { right: t(`staff.rights.${right}`), role: t(`common.person.${role}`) })}
      labelHidden
      value={decision}
      onChange={(value) => onDecide(decisionSchema.parse(value))}
      options={choices.map((value) => ({ value, label: t(`staff.decisions.${value}`) }))}
      placeholder=""
    />
  );
}
