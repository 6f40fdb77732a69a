import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './foreign-host-dialog.module.css';

interface ForeignHostDialogProps {
  /** In full, as it will be asked for. */
  readonly host: string;
  readonly how: 'open' | 'show';
  readonly onNo: () => void;
  readonly onYes: () => void;
}

/** A person reads the host and says whether it may be gone to. */
export function ForeignHostDialog({ host, how, onNo, onYes }: ForeignHostDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      onClose={onNo}
      title={t('sellers.signer.confirm.title')}
      actions={
        <>
          <Button onPress={onNo}>{t('sellers.signer.confirm.no')}</Button>
          <Button variant="primary" onPress={onYes}>
            {t(`sellers.signer.confirm.${how}`)}
          </Button>
        </>
      }
    >
      <p>{t('sellers.signer.confirm.text')}</p>
      <p className={styles.host}>{host}</p>
      <p>{t('sellers.signer.confirm.ask')}</p>
    </Dialog>
  );
}
