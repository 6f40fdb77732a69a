import ChevronRight from 'lucide-react/icons/chevron-right';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FleetTerminal } from '../../shared/views/terminals.ts';
import { Reference } from '../ui/reference.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './fleet-row.module.css';
import { modelName } from './model-name.ts';
import { StatusDot } from './status-dot.tsx';
import { readinessOf, statusWords } from './terminal-status.ts';

interface FleetRowProps {
  readonly terminal: FleetTerminal;
  /** Where it stands. */
  readonly store: string | undefined;
  readonly onOpen: (terminalId: string) => void;
}

/** A terminal in the list of the account; the whole row opens it. */
export const FleetRow = memo(function FleetRow({ terminal, store, onOpen }: FleetRowProps) {
  const { t } = useTranslation();
  const { terminalId, serialNumber, model, status } = terminal;
  const about = [...(store === undefined ? [] : [store]), ...(model === undefined ? [] : [modelName(model)])];
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-terminal={terminalId}
        data-status={status ?? ''}
        onClick={() => onOpen(terminalId)}
      >
        <span className={styles.words}>
          <Reference>{serialNumber ?? terminalId}</Reference>
          <span className={styles.details}>{about.join(' · ')}</span>
        </span>
        <span className={styles.id}>
          <Reference>{terminalId}</Reference>
        </span>
        <span className={styles.state}>
          <Tag icon={<StatusDot readiness={readinessOf(status)} />}>{statusWords(t, status).word}</Tag>
        </span>
        <ChevronRight aria-hidden className={styles.arrow} />
      </button>
    </li>
  );
});
