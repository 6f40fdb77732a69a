import { useTranslation } from 'react-i18next';
import { type Currency } from '../../shared/money.ts';
import { type TransactionRefund } from '../../shared/views/store-sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { refundLooks } from '../refund/refund-look.ts';
import { Reference } from '../ui/reference.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './sale-refunds.module.css';

interface TransactionRefundsProps {
  readonly refunds: readonly TransactionRefund[];
  readonly currency: Currency;
}

/** What went back on a payment and what was tried, as Dintero has it. */
export function TransactionRefunds({ refunds, currency }: TransactionRefundsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={styles.refunds}>
      {refunds.map(({ at, amount, reference, state }, index) => {
        const { tone, Icon } = refundLooks[state];
        return (
          <li key={`${reference ?? ''}-${index}`} className={styles.refund}>
            <div className={styles.head}>
              <span className={styles.amount}>{format.money({ amount, currency })}</span>
              <Tag tone={tone} icon={<Icon size="1.125rem" aria-hidden />}>
                {t(`sales.refundState.${state}`)}
              </Tag>
            </div>
            {at !== undefined && <p>{format.dateTime(at)}</p>}
            {reference !== undefined && (
              <p className={styles.soft}>
                <Reference>{reference}</Reference>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
