import Undo2 from 'lucide-react/icons/undo-2';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isPaid } from '../../shared/decide.ts';
import { type SaleState } from '../../shared/views/sale.ts';
import { type TransactionView } from '../../shared/views/store-sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { BackButton } from '../ui/back-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { Reference } from '../ui/reference.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { TransactionFacts } from './at-dintero.tsx';
import { PaymentFacts } from './payment-facts.tsx';
import refundStyles from './sale-refunds.module.css';
import { madeAtText } from './sale-row.tsx';
import styles from './sale-screen.module.css';
import { SaleStateTag } from './sale-state-tag.tsx';
import { TransactionEvents } from './transaction-events.tsx';
import { TransactionLines } from './transaction-lines.tsx';
import { TransactionRefunds } from './transaction-refunds.tsx';
import { useTransaction } from './use-store-sales.ts';

interface TransactionScreenProps {
  readonly transactionId: string;
  readonly onBack: () => void;
  /** It turned out to be of a sale of this till. */
  readonly onSale: (saleId: string) => void;
  readonly onRefund: () => void;
}

/** A payment that another till or app made, as Dintero has it. */
export function TransactionScreen({ transactionId, onBack, onSale, onRefund }: TransactionScreenProps) {
  const { t } = useTranslation();
  const { value, fault, busy, readAgain } = useTransaction(transactionId);
  const back = <BackButton onPress={onBack} />;
  if (value) return <TransactionContent view={value} back={back} onSale={onSale} onRefund={onRefund} />;
  return (
    <div className={styles.screen}>
      <ScreenTitle before={back}>{t('sales.payment')}</ScreenTitle>
      {busy && <Loading />}
      {fault && (
        <FaultMessage
          fault={fault}
          about="reading"
          actions={<Button onPress={readAgain}>{t('common.readAgain')}</Button>}
        />
      )}
    </div>
  );
}

/** Of a payment that took nothing there is nothing to give back. */
const mayBeRefunded: ReadonlySet<SaleState> = new Set(['approved', 'partly-refunded', 'refunded']);

interface TransactionContentProps {
  readonly view: TransactionView;
  readonly back: ReactNode;
  readonly onSale: (saleId: string) => void;
  readonly onRefund: () => void;
}

function TransactionContent({ view, back, onSale, onRefund }: TransactionContentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { sale, refunds } = view;
  const { saleId } = sale;
  const refundable = isPaid(view.status) && sale.refunded < sale.amount.amount;
  return (
    <article className={styles.screen} data-reference={sale.reference} data-state={sale.state}>
      <ScreenTitle
        ref={heading}
        before={back}
        lead={
          <>
            {`${format.dateTime(sale.startedAt)} · ${madeAtText(t, sale.madeAt)}`}
            <br />
            <Reference>{sale.reference}</Reference>
          </>
        }
        actions={
          saleId === undefined ? (
            refundable && (
              <Button variant="primary" icon={<Undo2 size="1.25rem" aria-hidden />} onPress={onRefund}>
                {t('sales.refund')}
              </Button>
            )
          ) : (
            <Button onPress={() => onSale(saleId)}>{t('sales.ofSale')}</Button>
          )
        }
      >
        {format.money(sale.amount)}
        <SaleStateTag state={sale.state} />
      </ScreenTitle>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Card>
            <TransactionLines lines={view.lines} total={sale.amount} />
          </Card>
          <Card padded>
            <h2 className={styles.title}>{t('sales.facts')}</h2>
            <PaymentFacts
              card={sale.card}
              terminalId={sale.terminalId}
              person={sale.person?.name}
              madeAt={madeAtText(t, sale.madeAt)}
            />
          </Card>
          <Card padded>
            <h2 className={styles.title}>{t('sales.atDintero')}</h2>
            <TransactionFacts view={view} />
          </Card>
        </div>
        <div className={styles.column}>
          {(refunds.length > 0 || mayBeRefunded.has(sale.state)) && (
            <Card padded>
              <h2 className={styles.title}>{t('sales.refunds')}</h2>
              {refunds.length === 0 ? (
                <p className={refundStyles.soft}>{t('sales.noRefunds')}</p>
              ) : (
                <TransactionRefunds refunds={refunds} currency={sale.amount.currency} />
              )}
            </Card>
          )}
          <Card padded>
            <h2 className={styles.title}>{t('sales.events')}</h2>
            <TransactionEvents view={view} />
          </Card>
        </div>
      </div>
    </article>
  );
}
