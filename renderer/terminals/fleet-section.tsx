import Nfc from 'lucide-react/icons/nfc';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import SearchX from 'lucide-react/icons/search-x';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type StoreView } from '../../shared/views/stores.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { AccountFault } from '../pairing/account-fault.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loading } from '../ui/loading.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { FleetRow } from './fleet-row.tsx';
import { type FleetQuery, matchingTerminals, statusesIn } from './fleet-search.ts';
import styles from './fleet-section.module.css';
import { statusWords } from './terminal-status.ts';
import { useAccountStores, useFleet, useStoreName } from './use-fleet.ts';

/**
 * How many rows are drawn at first, and how many more at a time. A person looks for a terminal by typing, not by
 * scrolling through thousands; so few are at once there, and all of them are real rows for the keyboard and for
 * assistive technology.
 */
const rowsAtOnce = 100;

interface FleetSectionProps {
  /** Shown elsewhere on the screen already. */
  readonly without: readonly string[];
  readonly onOpen: (terminalId: string) => void;
}

/** The terminals of the whole account, searched as they come. */
export function FleetSection({ without, onOpen }: FleetSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const fleet = useFleet();
  const stores = useAccountStores().value;
  const storeName = useStoreName(stores);
  const [query, setQuery] = useState<FleetQuery>({ text: '', status: '', storeId: '' });
  const [rows, setRows] = useState(rowsAtOnce);
  const shownQuery = useDeferredValue(query);

  const others = useMemo(() => {
    const left = new Set(without);
    return fleet.entries.filter(({ terminalId }) => !left.has(terminalId));
  }, [fleet.entries, without]);
  const found = useMemo(
    () => matchingTerminals(others, shownQuery, storeName),
    [others, shownQuery, storeName],
  );
  const ask = (change: Partial<FleetQuery>): void => {
    setQuery((before) => ({ ...before, ...change }));
    setRows(rowsAtOnce);
  };

  return (
    <section className={styles.fleet} aria-label={t('terminals.fleet.title')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('terminals.fleet.title')}</h2>
        <p className={styles.count} role="status">
          {fleet.busy && t('terminals.fleet.reading', { count: others.length })}
          {!fleet.busy &&
            others.length > 0 &&
            t('terminals.fleet.shown', {
              shown: format.quantity(found.length),
              all: format.quantity(others.length),
            })}
        </p>
        <Button
          variant="quiet"
          icon={<RefreshCw size="1.25rem" aria-hidden />}
          busy={fleet.busy}
          onPress={fleet.readAgain}
        >
          {t('common.readAgain')}
        </Button>
      </div>
      {others.length > 0 && (
        <Filters query={query} onAsk={ask} statuses={statusesIn(others)} stores={stores} />
      )}
      {fleet.fault && (
        <AccountFault
          onSecondClient={fleet.readAgain}
          fault={fleet.fault}
          about="reading"
          title={t(others.length > 0 ? 'terminals.fleet.stopped' : 'terminals.fleet.unread')}
          actions={
            <Button busy={fleet.busy} onPress={fleet.readAgain}>
              {t(others.length > 0 ? 'terminals.fleet.readOn' : 'common.readAgain')}
            </Button>
          }
        />
      )}
      {found.length > 0 && (
        <Card>
          <ul className={styles.list}>
            {found.slice(0, rows).map((terminal) => (
              <FleetRow
                key={terminal.terminalId}
                terminal={terminal}
                store={terminal.storeId === undefined ? undefined : storeName(terminal.storeId)}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </Card>
      )}
      {found.length > rows && (
        <div className={styles.more}>
          <Button onPress={() => setRows((before) => before + rowsAtOnce)}>
            {t('terminals.fleet.more', { left: format.quantity(found.length - rows) })}
          </Button>
        </div>
      )}
      <Nothing
        some={others.length > 0}
        found={found.length > 0}
        complete={fleet.complete}
        reading={fleet.busy}
        faulty={fleet.fault !== undefined}
      />
    </section>
  );
}

interface FiltersProps {
  readonly query: FleetQuery;
  readonly onAsk: (change: Partial<FleetQuery>) => void;
  readonly statuses: readonly string[];
  readonly stores: readonly StoreView[] | undefined;
}

function Filters({ query, onAsk, statuses, stores = [] }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.filters}>
      <SearchField
        label={t('terminals.fleet.search')}
        value={query.text}
        onChange={(text) => onAsk({ text })}
      />
      <Select
        label={t('terminals.fleet.status')}
        labelHidden
        value={query.status}
        onChange={(status) => onAsk({ status })}
        placeholder={t('terminals.fleet.anyStatus')}
        options={[
          { value: '', label: t('terminals.fleet.anyStatus') },
          ...statuses.map((status) => ({ value: status, label: statusWords(t, status).word })),
        ]}
      />
      {stores.length > 1 && (
        <Select
          label={t('terminals.fleet.inStore')}
          labelHidden
          value={query.storeId}
          onChange={(storeId) => onAsk({ storeId })}
          placeholder={t('terminals.fleet.anyStore')}
          options={[
            { value: '', label: t('terminals.fleet.anyStore') },
            ...stores.map(({ storeId, name }) => ({ value: storeId, label: name, note: storeId })),
          ]}
        />
      )}
    </div>
  );
}

interface NothingProps {
  /** Whether there are terminals at all, and whether any fits. */
  readonly some: boolean;
  readonly found: boolean;
  readonly complete: boolean;
  readonly reading: boolean;
  readonly faulty: boolean;
}

/** Stands where no row does. */
function Nothing({ some, found, complete, reading, faulty }: NothingProps) {
  const { t } = useTranslation();
  if (found) return null;
  if (reading) return <Loading />;
  if (!some && complete) {
    return (
      <Card>
        <EmptyState icon={<Nfc aria-hidden />} title={t('terminals.fleet.none')}>
          <p>{t('terminals.fleet.noneText')}</p>
        </EmptyState>
      </Card>
    );
  }
  if (!some || faulty) return null;
  return (
    <Card>
      <EmptyState icon={<SearchX aria-hidden />} title={t('terminals.fleet.noMatch')}>
        <p>{t('terminals.fleet.noMatchText')}</p>
      </EmptyState>
    </Card>
  );
}
