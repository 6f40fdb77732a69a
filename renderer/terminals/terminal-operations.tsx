import { useTranslation } from 'react-i18next';
import { type OperationKind, type OperationView, isOperationRunning } from '../../shared/views/operations.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Tag } from '../ui/tag.tsx';
import { EndOfDayFigures } from './end-of-day-figures.tsx';
import { OperationButton } from './operation-button.tsx';
import { operationLooks } from './operation-look.ts';
import { OperationWords } from './operation-words.tsx';
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
                {operation ? <Course operation={operation} /> : <p>{t(`operations.about.${kind}`)}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How an operation goes, or how and when it ended. */
function Course({ operation }: { readonly operation: OperationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, startedAt, endedAt, endOfDay } = operation;
  const { tone, Icon } = operationLooks[state];
  return (
    <>
      <p className={styles.state}>
        <Tag tone={tone} icon={<Icon size="1.125rem" aria-hidden />}>
          {t(`operations.state.${state}`)}
        </Tag>
        {!isOperationRunning(operation) && (
          <span className={styles.time}>{format.dateTime(endedAt ?? startedAt)}</span>
        )}
      </p>
      <OperationWords operation={operation} />
      {endOfDay && state === 'completed' && <EndOfDayFigures figures={endOfDay} />}
    </>
  );
}
