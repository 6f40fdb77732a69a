import { useTranslation } from 'react-i18next';
import { type OperationView, isOperationRunning } from '../../shared/views/operations.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Tag } from '../ui/tag.tsx';
import { EndOfDayFigures } from './end-of-day-figures.tsx';
import styles from './operation-course.module.css';
import { operationLooks } from './operation-look.ts';
import { OperationWords } from './operation-words.tsx';

/** How an operation goes, or how and when it ended. */
export function OperationCourse({ operation }: { readonly operation: OperationView }) {
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
