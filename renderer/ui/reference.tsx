import styles from './reference.module.css';

/** A reference, to be read out or copied whole. */
export function Reference({ children }: { readonly children: string }) {
  return <span className={styles.reference}>{children}</span>;
}
