import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useRef } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** What is to be filled in before the decision. Then the dialog is wider, and its first field gets the focus. */
  readonly form?: ReactNode;
  /** The acts, the safe one first: it gets the focus where nothing is to be filled in. */
  readonly actions: ReactNode;
}

/** Asks for a decision, and lets nothing else happen until there is one. Esc is the safe answer. */
export function Dialog({ open, onClose, title, children, form, actions }: DialogProps) {
  const foot = useRef<HTMLDivElement>(null);
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Viewport className={styles.viewport}>
          <AlertDialog.Popup
            className={styles.popup}
            data-form={form !== undefined || undefined}
            initialFocus={() => (form === undefined ? (foot.current?.querySelector('button') ?? true) : true)}
          >
            <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
            <AlertDialog.Description className={styles.text} render={<div />}>
              {children}
            </AlertDialog.Description>
            {form !== undefined && <div className={styles.form}>{form}</div>}
            <div ref={foot} className={styles.actions}>
              {actions}
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
