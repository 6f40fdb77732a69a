import { useTranslation } from 'react-i18next';
import { auditTopicSchema } from '../../shared/audit.ts';
import { type Actor } from '../../shared/person.ts';
import { DateField } from '../ui/date-field.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { type AuditQuery } from './audit-query.ts';
import styles from './audit-screen.module.css';

interface AuditFiltersProps {
  readonly query: AuditQuery;
  readonly onQuery: (query: AuditQuery) => void;
  readonly people: readonly Actor[];
}

/** What is looked for: words, a kind of entry, a person, days. */
export function AuditFilters({ query, onQuery, people }: AuditFiltersProps) {
  const { t } = useTranslation();
  const ask = (change: Partial<AuditQuery>): void => onQuery({ ...query, ...change });
  return (
    <div className={styles.filters}>
      <SearchField label={t('audit.search')} value={query.text} onChange={(text) => ask({ text })} />
      <Select
        label={t('audit.kind')}
        value={query.topic}
        onChange={(topic) => ask({ topic: topicIn(topic) })}
        placeholder={t('audit.anyKind')}
        options={[
          { value: '', label: t('audit.anyKind') },
          ...auditTopicSchema.options.map((topic) => ({ value: topic, label: t(`audit.topics.${topic}`) })),
        ]}
      />
      <Select
        label={t('audit.person')}
        value={query.personId}
        onChange={(personId) => ask({ personId })}
        placeholder={t('audit.anybody')}
        options={[
          { value: '', label: t('audit.anybody') },
          ...people.map(({ id, name }) => ({ value: id, label: name === '' ? t('audit.nobody') : name })),
        ]}
      />
      <DateField
        label={t('audit.from')}
        value={query.from}
        max={query.to}
        onChange={(from) => ask({ from })}
      />
      <DateField label={t('audit.to')} value={query.to} min={query.from} onChange={(to) => ask({ to })} />
    </div>
  );
}

const topicIn = (value: string): AuditQuery['topic'] => auditTopicSchema.safeParse(value).data ?? '';
