import { Button as BaseButton } from '@base-ui/react/button';
import { type ReactNode, type Ref } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';
import { Kbd } from './kbd.tsx';
import { Spinner } from './spinner.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'medium' | 'large';
  readonly icon?: ReactNode;
  /** The key that does the same, as the keyboard map names it. */
  readonly shortcut?: string;
  /** Its act is under way; the button stays where the focus is. */
  readonly busy?: boolean;
  readonly wide?: boolean;
  /** With less room at its sides, for buttons in a narrow row. */
  readonly compact?: boolean;
  /** For a button that can be pressed but would only be told why not. */
  readonly muted?: boolean;
  readonly describedBy?: string | undefined;
  /** Its whole name, where there are several of the same words; it begins with them. */
  readonly label?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly type?: 'button' | 'submit';
  /** For automation: where stands what the button asked a terminal for. */
  readonly 'data-operation-state'?: string | undefined;
}

export function Button({
  children,
  onPress,
  variant = 'secondary',
  size = 'medium',
  icon,
  shortcut,
  busy = false,
  wide = false,
  compact = false,
  muted = false,
  describedBy,
  label,
  ref,
  type = 'button',
  'data-operation-state': operationState,
}: ButtonProps) {
  return (
    <BaseButton
      type={type}
      className={classes(
        styles.button,
        styles[variant],
        styles[size],
        wide && styles.wide,
        compact && styles.compact,
        muted && styles.muted,
      )}
      disabled={busy}
      focusableWhenDisabled
      aria-busy={busy || undefined}
      aria-describedby={describedBy}
      aria-label={label}
      aria-keyshortcuts={shortcut === 'Esc' ? 'Escape' : shortcut}
      onClick={onPress}
      data-operation-state={operationState}
      {...(ref && { ref })}
    >
      {busy ? <Spinner /> : icon}
      <span>{children}</span>
      {shortcut !== undefined && <Kbd hidden>{shortcut}</Kbd>}
    </BaseButton>
  );
}
