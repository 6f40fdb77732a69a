import { Button as BaseButton } from '@base-ui/react/button';
import { type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './icon-button.module.css';

interface IconButtonProps {
  /** What it does, for those who can't see the icon. Shown as a tooltip of the system too. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  readonly outlined?: boolean;
}

export function IconButton({ label, icon, onPress, disabled = false, outlined = false }: IconButtonProps) {
  return (
    <BaseButton
      type="button"
      className={classes(styles.button, outlined && styles.outlined)}
      aria-label={label}
      title={label}
      disabled={disabled}
      focusableWhenDisabled
      onClick={onPress}
    >
      {icon}
    </BaseButton>
  );
}
