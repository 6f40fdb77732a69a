import { useTranslation } from 'react-i18next';
import { type Person } from '../../shared/person.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { useRemovePerson } from './use-people.ts';

interface RemoveDialogProps {
  readonly person: Person;
  /** Whether it is who is at the till. */
  readonly self: boolean;
  readonly onClose: () => void;
}

export function RemoveDialog({ person, self, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  const { run, busy, fault } = useRemovePerson();
  const remove = async (): Promise<void> => {
    if ((await run({ personId: person.id }))?.ok === true) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('staff.removeTitle', { person: person.name })}
      actions={
        <>
          <Button onPress={onClose}>{t('staff.leave')}</Button>
          <Button variant="primary" busy={busy} onPress={() => void remove()}>
            {t('staff.removeConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('staff.removeText')}</p>
      {self && <p>{t('staff.removeSelf')}</p>}
      {fault && <FaultMessage fault={fault} about="reading" />}
    </Dialog>
  );
}
