import ScrollText from 'lucide-react/icons/scroll-text';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackButton } from '../ui/back-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { everything, filterOf, isNarrowed } from './audit-query.ts';
import styles from './audit-screen.module.css';
import { ExportDialog } from './export-dialog.tsx';
import { ExportProgress } from './export-progress.tsx';
import { useAudit, useAuditExport, useAuditPeople } from './use-audit.ts';

/** Who did what, and who approved it. */
export function AuditScreen({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const [query, setQuery] = useState(everything);
  const [asking, setAsking] = useState(false);
  const filter = useMemo(() => filterOf(query), [query]);
  const { parts, more, loading, fault, showOlder, readAgain } = useAudit(filter);
  const people = useAuditPeople();
  const exporting = useAuditExport();
  const { view, begin } = exporting;
  const narrowed = isNarrowed(query);
  return (
    <div className={styles.screen}>
      <ScreenTitle
        ref={heading}
        before={<BackButton onPress={onBack} />}
        lead={t('audit.lead')}
        actions={
          <Button busy={view?.state === 'running'} onPress={() => setAsking(true)}>
            {t('audit.export.open')}
          </Button>
        }
      >
        {t('audit.title')}
      </ScreenTitle>
      {begin.fault && <FaultMessage fault={begin.fault} about="reading" />}
      {view && <ExportProgress view={view} onCancel={exporting.cancel} onDismiss={exporting.dismiss} />}
      <AuditFilters query={query} onQuery={setQuery} people={people} />
      {fault && (
        <FaultMessage
          fault={fault}
          about="reading"
          actions={<Button onPress={readAgain}>{t('common.readAgain')}</Button>}
        />
      )}
      {loading && <Loading />}
      {!loading && !fault && parts.length === 0 && (
        <Card className={styles.empty}>
          <EmptyState
            icon={<ScrollText aria-hidden />}
            title={t(narrowed ? 'audit.noneFits' : 'audit.empty')}
          >
            {narrowed ? (
              <Button onPress={() => setQuery(everything)}>{t('audit.showAll')}</Button>
            ) : (
              <p>{t('audit.emptyText')}</p>
            )}
          </EmptyState>
        </Card>
      )}
      {parts.length > 0 && <AuditList parts={parts} onEnd={more && !fault ? showOlder : undefined} />}
      {asking && (
        <ExportDialog
          narrowed={narrowed}
          busy={begin.busy}
          onExport={(format) => {
            setAsking(false);
            void begin.run({ filter, format });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
