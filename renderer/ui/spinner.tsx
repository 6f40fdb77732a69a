import LoaderCircle from 'lucide-react/icons/loader-circle';
import styles from './spinner.module.css';

/** Something is under way. Decoration: the words beside it say what. */
export function Spinner({ size = '1.25em' }: { readonly size?: string }) {
  return <LoaderCircle className={styles.spinner} size={size} aria-hidden />;
}
