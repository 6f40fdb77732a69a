import Globe from 'lucide-react/icons/globe';
import Nfc from 'lucide-react/icons/nfc';
import ReceiptText from 'lucide-react/icons/receipt-text';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './unknown-checks.module.css';

/** What to look at when nobody knows, in the order that settles it soonest (rule P17). */
export function UnknownChecks() {
  const { t } = useTranslation();
  return (
    <div className={styles.checks}>
      <h2>{t('pay.unknown.order')}</h2>
      <ol className={styles.list}>
        <Check icon={<Nfc size="1.25rem" aria-hidden />} title={t('pay.unknown.display')}>
          {t('pay.unknown.displayText')}
        </Check>
        <Check icon={<ReceiptText size="1.25rem" aria-hidden />} title={t('pay.unknown.slip')}>
          {t('pay.unknown.slipText')}
        </Check>
        <Check icon={<Globe size="1.25rem" aria-hidden />} title={t('pay.unknown.backoffice')}>
          {t('pay.unknown.backofficeText')}
        </Check>
      </ol>
    </div>
  );
}

interface CheckProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: string;
}

function Check({ icon, title, children }: CheckProps) {
  return (
    <li className={styles.check}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.text}>
        <span className={styles.title}>{title}</span>
        <span className={styles.what}>{children}</span>
      </span>
    </li>
  );
}
