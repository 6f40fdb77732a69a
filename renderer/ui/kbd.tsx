import styles from './kbd.module.css';

/** A key. `hidden` where the key is said elsewhere, so that it does not become part of a button's name. */
export function Kbd({ children, hidden = false }: { readonly children: string; readonly hidden?: boolean }) {
  return (
    <kbd className={styles.kbd} aria-hidden={hidden || undefined}>
      {children}
    </kbd>
  );
}
