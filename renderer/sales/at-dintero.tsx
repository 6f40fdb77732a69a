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
import { useTransaction } from './use-store-sales.ts';

/** What Dintero has of a payment of this till, read as one looks. */
export function AtDintero({ transactionId }: { readonly transactionId: string }) {
  const { t } = useTranslation();
  const { value, fault, busy, readAgain } = useTransaction(transactionId);
  if (value) return <TransactionFacts view={value} />;
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
