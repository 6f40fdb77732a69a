import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './messages.module.css';

/** Above the screen: what must be seen wherever the person is. Takes no room while there is nothing. */
export function Messages({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className={styles.messages} aria-label={t('frame.messages')}>
      {children}
    </section>
  );
}
