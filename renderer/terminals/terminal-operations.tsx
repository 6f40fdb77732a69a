import { useTranslation } from 'react-i18next';
import { type OperationKind } from '../../shared/views/operations.ts';
import { FaultMessage } from '../ui/fault-message.tsx';
import { OperationButton } from './operation-button.tsx';
import { OperationCourse } from './operation-course.tsx';
import styles from './terminal-operations.module.css';
import { useOperations } from './use-operations.ts';

/** In the order in which a person meets them. */
const kinds: readonly OperationKind[] = ['open_menu', 'check_update', 'send_logs', 'end_of_day'];

/** What a terminal can be asked to do beside payments, how it goes, and what it last did. */
export function TerminalOperations({ terminalId }: { readonly terminalId: string }) {
  const { t } = useTranslation();
  const { of, start, fault } = useOperations(terminalId);
  return (
    <section className={styles.operations} aria-label={t('operations.title')}>
      <h3 className={styles.title}>{t('operations.title')}</h3>
      {fault && <FaultMessage fault={fault} about="act" />}
      <ul className={styles.list}>
        {kinds.map((kind) => {
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
    </section>
  );
}
