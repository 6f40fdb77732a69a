import ChevronDown from 'lucide-react/icons/chevron-down';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeptEntry } from '../../shared/audit.ts';
import { type Actor } from '../../shared/person.ts';
import { useFormat, useTillCurrency } from '../i18n/use-format.tsx';
import { Facts } from '../ui/facts.tsx';
import styles from './audit-row.module.css';
import { type Detail, detailsOf } from './entry-words.ts';

interface AuditRowProps {
  readonly kept: KeptEntry;
  readonly open: boolean;
  readonly onOpen: (seq: number) => void;
}

/** An entry in the list; the whole row opens what there is to know of it, and closes it again. */
export const AuditRow = memo(function AuditRow({ kept, open, onOpen }: AuditRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useTillCurrency();
  const id = useId();
  const { seq, at, entry } = kept;
  const details = detailsOf(t, format, currency, entry);
  /** What a value of a change is of can't be guessed. */
  const brief = ({ label, value }: Detail): string => ('changes' in entry ? `${label}: ${value}` : value);
  const nameOf = ({ name }: Actor): string => (name === '' ? t('audit.nobody') : name);
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-expanded={open}
        aria-controls={id}
        data-entry={seq}
        data-kind={entry.kind}
        onClick={() => onOpen(seq)}
      >
        <span className={styles.time}>{format.shortDateTime(at)}</span>
        <span className={styles.words}>
          <span className={styles.name}>{t(`audit.kinds.${entry.kind}`)}</span>
          <span className={styles.details}>{details.map(brief).join(' · ')}</span>
        </span>
        <span className={styles.people}>
          <span>{nameOf(entry.person)}</span>
          {entry.approver && (
            <span className={styles.details}>{t('audit.approvedBy', { name: entry.approver.name })}</span>
          )}
        </span>
        <ChevronDown aria-hidden className={styles.arrow} />
      </button>
      <div id={id} hidden={!open} className={styles.opened}>
        {open && (
          <Facts
            facts={[
              { label: t('audit.details.when'), value: `${format.dateTime(at)} (${format.exactTime(at)})` },
              { label: t('audit.details.person'), value: nameOf(entry.person) },
              ...(entry.approver ? [{ label: t('audit.details.approver'), value: entry.approver.name }] : []),
              ...(entry.reason === undefined
                ? []
                : [{ label: t('audit.details.reason'), value: entry.reason }]),
              ...details,
              { label: t('audit.details.event'), value: format.quantity(seq) },
            ]}
          />
        )}
      </div>
    </li>
  );
});
