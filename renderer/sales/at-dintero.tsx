import { useTranslation } from 'react-i18next';
import { type TransactionView } from '../../shared/views/store-sale.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { Reference } from '../ui/reference.tsx';
import styles from './at-dintero.module.css';
import { settlementText } from './settlement-text.ts';
import { SupportCopy } from './support-copy.tsx';
import { TransactionRefunds } from './transaction-refunds.tsx';
import { useTransaction } from './use-store-sales.ts';

interface AtDinteroProps {
  readonly transactionId: string;
  /** Of this till's own refunds of the payment. */
  readonly refundReferences: readonly string[];
}

/** What Dintero has of a payment of this till, read as one looks, and what another till or app has given back of it. */
export function AtDintero({ transactionId, refundReferences }: AtDinteroProps) {
  const { t } = useTranslation();
  const { value, fault, busy, readAgain } = useTransaction(transactionId);
  if (value) {
    const elsewhere = value.refunds.filter(
      ({ reference }) => reference === undefined || !refundReferences.includes(reference),
    );
    return (
      <div className={styles.facts}>
        <TransactionFacts view={value} />
        {elsewhere.length > 0 && (
          <>
            <h3>{t('sales.refundedElsewhere')}</h3>
            <TransactionRefunds refunds={elsewhere} currency={value.sale.amount.currency} />
          </>
        )}
      </div>
    );
  }
  return (
    <>
      {busy && <Loading />}
      {fault && (
        <FaultMessage
          fault={fault}
          about="reading"
          alert={false}
          actions={<Button onPress={readAgain}>{t('common.readAgain')}</Button>}
        />
      )}
    </>
  );
}

/** The facts that only Dintero tells. */
export function TransactionFacts({ view }: { readonly view: TransactionView }) {
  const { t } = useTranslation();
  const { transactionId, status, settlement, receiptNumber, storeId } = view;
  return (
    <div className={styles.facts}>
      <Facts
        facts={[
          { label: t('sales.status'), value: <Reference>{status}</Reference> },
          { label: t('sales.settlement.label'), value: settlementText(t, settlement) },
          { label: t('sales.transaction'), value: <Reference>{transactionId}</Reference> },
          ...(storeId === undefined ? [] : [{ label: t('sales.store'), value: storeId }]),
          ...(receiptNumber === undefined ? [] : [{ label: t('sales.receiptNumber'), value: receiptNumber }]),
        ]}
      />
      <SupportCopy text={view.supportCopy} />
    </div>
  );
}
