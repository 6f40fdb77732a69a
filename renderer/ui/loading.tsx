import { useTranslation } from 'react-i18next';
import styles from './loading.module.css';
import { Spinner } from './spinner.tsx';

/** Something is being read. Says what, or just that. */
export function Loading({ text }: { readonly text?: string }) {
  const { t } = useTranslation();
  return (
    <p className={styles.loading} role="status">
      <Spinner />
      {text ?? t('common.loading')}
    </p>
  );
}
