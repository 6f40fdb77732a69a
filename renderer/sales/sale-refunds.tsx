import { useTranslation } from 'react-i18next';
import { type Refund } from '../../shared/refund.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { refundLooks } from '../refund/refund-look.ts';
import { Reference } from '../ui/reference.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './sale-refunds.module.css';

/** What went back on a sale, and what was tried. */
export function SaleRefunds({ refunds }: { readonly refunds: readonly Refund[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (refunds.length === 0) return <p className={styles.soft}>{t('sales.noRefunds')}</p>;
  return (
    <ul className={styles.refunds}>
      {refunds.map((refund) => {
        const { tone, Icon } = refundLooks[refund.state];
        return (
          <li key={refund.refundId} className={styles.refund}>
            <div className={styles.head}>
              <span className={styles.amount}>{format.money(refund.amount)}</span>
              <Tag tone={tone} icon={<Icon size="1.125rem" aria-hidden />}>
                {t(`sales.refundState.${refund.state}`)}
              </Tag>
            </div>
            <p>{[format.dateTime(refund.startedAt), refund.reason].join(' · ')}</p>
            <p className={styles.soft}>{t('sales.approvedBy', { name: refund.approver.name })}</p>
            <p className={styles.soft}>
              <Reference>{refund.reference}</Reference>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
