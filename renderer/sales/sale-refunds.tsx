import { useTranslation } from 'react-i18next';
import { type Refund, isRefundSettled } from '../../shared/refund.ts';
import { type SaleDetail } from '../../shared/views/sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { refundLooks } from '../refund/refund-look.ts';
import { Reference } from '../ui/reference.tsx';
import { Tag } from '../ui/tag.tsx';
import { MarkNote } from './mark-note.tsx';
import styles from './sale-refunds.module.css';

interface SaleRefundsProps {
  readonly refunds: readonly Refund[];
  readonly attempts: SaleDetail['attempts'];
}

/** What went back on a sale, and what was tried. Says of which payment where the sale was paid twice. */
export function SaleRefunds({ refunds, attempts }: SaleRefundsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (refunds.length === 0) return <p className={styles.soft}>{t('sales.noRefunds')}</p>;
  const approved = attempts.filter(({ attempt }) => attempt.state === 'approved');
  const paymentOf = ({ attemptId }: Refund): readonly string[] =>
    approved
      .filter(({ attempt }) => approved.length > 1 && attempt.attemptId === attemptId)
      .map(({ attempt }) => t('sales.ofAttempt', { number: format.quantity(attempt.attemptNumber) }));
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
            <p>{[format.dateTime(refund.startedAt), ...paymentOf(refund), refund.reason].join(' · ')}</p>
            <p className={styles.soft}>{t('sales.approvedBy', { name: refund.approver.name })}</p>
            <p className={styles.soft}>
              <Reference>{refund.reference}</Reference>
            </p>
            {refund.mark && <MarkNote mark={refund.mark} standing={!isRefundSettled(refund)} />}
          </li>
        );
      })}
    </ul>
  );
}
