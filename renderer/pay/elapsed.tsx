import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.tsx';
import { useNow } from '../ui/use-now.tsx';
import styles from './elapsed.module.css';

/** How long a payment has run. Not a live region: a screen reader asks for it. */
export function Elapsed({ since }: { readonly since: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className={styles.elapsed} role="timer" aria-label={t('pay.elapsed')}>
      {format.elapsed(Math.max(0, useNow() - since))}
    </p>
  );
}
