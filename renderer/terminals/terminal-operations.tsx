import { useTranslation } from 'react-i18next';
import { type OperationKind } from '../../shared/views/operations.ts';
import { FaultMessage } from '../ui/fault-message.tsx';
import { OperationButton } from './operation-button.tsx';
import { OperationCourse } from './operation-course.tsx';
import styles from './terminal-operations.module.css';
import { useOperations } from './use-operations.ts';

/** In the order in which a person meets them. */
const kinds: readonly OperationKind[] = ['open_menu', 'check_update', 'send_logs', 'end_of_day'];

interface TerminalOperationsProps {
  readonly terminalId: string;
  /** What the screen offers in another place. */
  readonly without?: OperationKind | undefined;
}

/** What a terminal can be asked to do beside payments, how it goes, and what it last did. */
export function TerminalOperations({ terminalId, without }: TerminalOperationsProps) {
  const { t } = useTranslation();
  const { of, start, fault } = useOperations(terminalId);
  return (
    <div role="group" className={styles.operations} aria-label={t('operations.title')}>
      <h3 className={styles.title}>{t('operations.title')}</h3>
      {fault && <FaultMessage fault={fault} about="act" />}
      <ul className={styles.list}>
        {kinds.map((kind) => {
          if (kind === without) return null;
          const operation = of(kind);
          return (
            <li key={kind} className={styles.row}>
              <OperationButton kind={kind} operation={operation} onPress={() => start(kind)} />
              <div className={styles.words} role="status">
                {operation ? (
                  <OperationCourse operation={operation} />
                ) : (
                  <p>{t(`operations.about.${kind}`)}</p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
