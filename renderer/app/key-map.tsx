import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './key-map.module.css';
import { keyNames } from './keyboard.ts';

interface KeyMapProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What the keys do. */
export function KeyMap({ open, onClose }: KeyMapProps) {
  const { t } = useTranslation();
  const rows: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
    { keys: ['0–9'], does: t('frame.keymap.digits') },
    { keys: ['*'], does: t('frame.keymap.times') },
    { keys: ['+', keyNames.enter], does: t('frame.keymap.add') },
    { keys: [keyNames.charge, keyNames.chargeToo], does: t('frame.keymap.charge') },
    { keys: [keyNames.escape], does: t('frame.keymap.cancel') },
    { keys: [keyNames.enter], does: t('frame.keymap.newSale') },
    { keys: [keyNames.search], does: t('frame.keymap.search') },
    { keys: [keyNames.discountLine], does: t('frame.keymap.discountLine') },
    { keys: [keyNames.discountBasket], does: t('frame.keymap.discountBasket') },
    { keys: [keyNames.sales], does: t('frame.keymap.sales') },
    { keys: [keyNames.lock], does: t('frame.keymap.lock') },
    { keys: [keyNames.help], does: t('frame.keymap.help') },
  ];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('frame.keymap.title')}
      actions={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <dl className={styles.map}>
        {rows.map((row) => (
          <div key={row.does} className={styles.row}>
            <dt className={styles.keys}>
              {row.keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{row.does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
