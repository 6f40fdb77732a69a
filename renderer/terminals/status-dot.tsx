import { type Readiness } from './terminal-status.ts';
import styles from './status-dot.module.css';

/** Stands before the word that says it. */
export function StatusDot({ readiness }: { readonly readiness: Readiness }) {
  return <span className={styles.dot} data-readiness={readiness} aria-hidden />;
}
