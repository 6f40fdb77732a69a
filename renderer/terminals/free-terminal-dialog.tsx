import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface FreeTerminalDialogProps {
  readonly open: boolean;
  /** How the terminal is called in a sentence. */
  readonly terminal: string;
  /** What holds it stays open: nobody knows its outcome, and no manager has said it. */
  readonly stays?: boolean;
  readonly onNo: () => void;
  readonly onYes: () => void;
}

/** A person at the counter says that the display is idle; that lets the terminal go (rule P16). */
export function FreeTerminalDialog({ open, terminal, stays = true, onNo, onYes }: FreeTerminalDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onClose={onNo}
      title={t('pay.free.title')}
      actions={
        <>
          <Button onPress={onNo}>{t('pay.free.no')}</Button>
          <Button variant="primary" onPress={onYes}>
            {t('pay.free.yes')}
          </Button>
        </>
      }
    >
      <p>{t('pay.free.text', { terminal })}</p>
      {stays && <p>{t('pay.free.stays')}</p>}
    </Dialog>
  );
}
