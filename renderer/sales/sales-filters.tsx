import { type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { saleOutcomeSchema } from '../../shared/views/store-sale.ts';
import { tailOf } from '../terminals/terminal-name.ts';
import { DateField } from '../ui/date-field.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { type SalesQuery } from './sales-query.ts';
import styles from './sales-screen.module.css';
import { useStoreTerminals } from './use-store-sales.ts';

interface SalesFiltersProps {
  readonly query: SalesQuery;
  readonly onQuery: (query: SalesQuery) => void;
  readonly searchRef: Ref<HTMLInputElement>;
}

/** What is looked for: a text, days, and in the whole store also what a sale came to and where. */
export function SalesFilters({ query, onQuery, searchRef }: SalesFiltersProps) {
  const { t } = useTranslation();
  const ask = (change: Partial<SalesQuery>): void => onQuery({ ...query, ...change });
  return (
    <div className={styles.filters}>
      <SearchField
        label={t('sales.search')}
        placeholder={t('sales.searchHint')}
        value={query.text}
        onChange={(text) => ask({ text })}
        inputRef={searchRef}
      />
      <DateField
        label={t('sales.from')}
        value={query.from}
        max={query.to}
        onChange={(from) => ask({ from })}
      />
      <DateField label={t('sales.to')} value={query.to} min={query.from} onChange={(to) => ask({ to })} />
      {query.scope === 'store' && (
        <>
          <Select
            label={t('sales.outcome.label')}
            value={query.outcome}
            onChange={(outcome) => ask({ outcome: saleOutcomeSchema.parse(outcome) })}
            placeholder={t('sales.outcome.any')}
            options={saleOutcomeSchema.options.map((outcome) => ({
              value: outcome,
              label: t(`sales.outcome.${outcome}`),
            }))}
          />
          <TerminalFilter value={query.terminalId} onChange={(terminalId) => ask({ terminalId })} />
        </>
      )}
    </div>
  );
}

interface TerminalFilterProps {
  readonly value: string;
  readonly onChange: (terminalId: string) => void;
}

/** An empty value would be drawn as one that is still to be chosen. */
const any = 'any';

function TerminalFilter({ value, onChange }: TerminalFilterProps) {
  const { t } = useTranslation();
  const terminals = useStoreTerminals();
  const known = value === '' || terminals.some(({ terminalId }) => terminalId === value);
  return (
    <Select
      label={t('sales.terminal')}
      value={value === '' ? any : value}
      onChange={(chosen) => onChange(chosen === any ? '' : chosen)}
      placeholder={t('sales.anyTerminal')}
      options={[
        { value: any, label: t('sales.anyTerminal') },
        ...[...terminals, ...(known ? [] : [{ terminalId: value }])].map((terminal) => ({
          value: terminal.terminalId,
          label: terminal.terminalId,
          note: tailOf(terminal),
        })),
      ]}
    />
  );
}
