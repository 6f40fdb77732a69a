import Delete from 'lucide-react/icons/delete';
import X from 'lucide-react/icons/x';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.tsx';
import { classes } from '../ui/classes.ts';
import styles from './keypad.module.css';

interface KeypadProps {
  readonly onCharacter: (character: string) => void;
  readonly onDelete: () => void;
  readonly onAdd: () => void;
  readonly addIcon: ReactNode;
}

const digits = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0'] as const;

/** The number pad of the keyboard, on the screen: the same keys in the same places. */
export function Keypad({ onCharacter, onDelete, onAdd, addIcon }: KeypadProps) {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormat();
  return (
    <div className={styles.keypad} role="group" aria-label={t('sell.keypad')}>
      {digits.map((digit) => (
        <Key key={digit} area={`digit-${digit}`} onPress={() => onCharacter(digit)}>
          {digit}
        </Key>
      ))}
      <Key area="point" onPress={() => onCharacter(decimalSeparator)}>
        {decimalSeparator}
      </Key>
      <Key area="delete" label={t('sell.deleteDigit')} onPress={onDelete}>
        <Delete aria-hidden />
      </Key>
      <Key area="times" label={t('sell.times')} onPress={() => onCharacter('*')}>
        <X aria-hidden />
      </Key>
      <button type="button" className={classes(styles.key, styles.add)} onClick={onAdd}>
        {addIcon}
        {t('sell.add')}
      </button>
    </div>
  );
}

interface KeyProps {
  readonly area: string;
  readonly label?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Key({ area, label, onPress, children }: KeyProps) {
  return (
    <button type="button" className={styles.key} data-key={area} aria-label={label} onClick={onPress}>
      {children}
    </button>
  );
}
