import { FaultMessage } from '../ui/fault-message.tsx';
import styles from './check-update.module.css';
import { OperationButton } from './operation-button.tsx';
import { OperationCourse } from './operation-course.tsx';
import { useOperations } from './use-operations.ts';

/** Lets a terminal fetch its configuration, as the last of the steps that a person takes with it. */
export function CheckUpdate({ terminalId }: { readonly terminalId: string }) {
  const { of, start, fault } = useOperations(terminalId);
  const operation = of('check_update');
  return (
    <div className={styles.check}>
      <OperationButton kind="check_update" operation={operation} onPress={() => start('check_update')} />
      <div role="status">{operation && <OperationCourse operation={operation} />}</div>
      {fault && <FaultMessage fault={fault} about="act" />}
    </div>
  );
}
