import { useTranslation } from 'react-i18next';
import { FaultMessage } from '../ui/fault-message.tsx';
import { OperationButton } from './operation-button.tsx';
import { OperationCourse } from './operation-course.tsx';
import styles from './show-on-terminal.module.css';
import { useOperations } from './use-operations.ts';

/** Opens the menu of a terminal that is about to be chosen: is this the device in my hand? */
export function ShowOnTerminal({ terminalId }: { readonly terminalId: string }) {
  const { t } = useTranslation();
  const { of, start, fault } = useOperations(terminalId);
  const operation = of('open_menu');
  return (
    <div className={styles.show}>
      <div>
        <OperationButton kind="open_menu" operation={operation} onPress={() => start('open_menu')} />
      </div>
      <div className={styles.words} role="status">
        {operation ? <OperationCourse operation={operation} /> : <p>{t('operations.about.open_menu')}</p>}
      </div>
      {fault && <FaultMessage fault={fault} about="act" />}
    </div>
  );
}
