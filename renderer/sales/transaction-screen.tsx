import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type TransactionView } from '../../shared/views/store-sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { refundLooks } from '../refund/refund-look.ts';
import { BackButton } from '../ui/back-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { Reference } from '../ui/reference.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { Tag } from '../ui/tag.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { TransactionFacts } from './at-dintero.tsx';
import { PaymentFacts } from './payment-facts.tsx';
import refundStyles from './sale-refunds.module.css';
import { madeAtText } from './sale-row.tsx';
import styles from './sale-screen.module.css';
import { SaleStateTag } from './sale-state-tag.tsx';
import stepStyles from './timeline-steps.module.css';
import { TransactionLines } from './transaction-lines.tsx';
import { useTransaction } from './use-store-sales.ts';

interface TransactionScreenProps {
  readonly transactionId: string;
  readonly onBack: () => void;
  /** It turned out to be of a sale of this till. */
  readonly onSale: (saleId: string) => void;
}

/** A payment that another till or app made, as Dintero has it. */
export function TransactionScreen({ transactionId, onBack, onSale }: TransactionScreenProps) {
  const { t } = useTranslation();
  const { value, fault, busy, readAgain } = useTransaction(transactionId);
  const back = <BackButton onPress={onBack} />;
  if (value) return <TransactionContent view={value} back={back} onSale={onSale} />;
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

interface TransactionContentProps {
  readonly view: TransactionView;
  readonly back: ReactNode;
  readonly onSale: (saleId: string) => void;
}

function TransactionContent({ view, back, onSale }: TransactionContentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { sale, refunds } = view;
  const { saleId } = sale;
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
        actions={saleId !== undefined && <Button onPress={() => onSale(saleId)}>{t('sales.ofSale')}</Button>}
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
          <Card padded>
            <h2 className={styles.title}>{t('sales.refunds')}</h2>
            {refunds.length === 0 && <p className={refundStyles.soft}>{t('sales.noRefunds')}</p>}
            <ul className={refundStyles.refunds}>
              {refunds.map(({ at, amount, reference, state }, index) => {
                const { tone, Icon } = refundLooks[state];
                return (
                  <li key={`${reference ?? ''}-${index}`} className={refundStyles.refund}>
                    <div className={refundStyles.head}>
                      <span className={refundStyles.amount}>
                        {format.money({ amount, currency: sale.amount.currency })}
                      </span>
                      <Tag tone={tone} icon={<Icon size="1.125rem" aria-hidden />}>
                        {t(`sales.refundState.${state}`)}
                      </Tag>
                    </div>
                    {at !== undefined && <p>{format.dateTime(at)}</p>}
                    {reference !== undefined && (
                      <p className={refundStyles.soft}>
                        <Reference>{reference}</Reference>
                      </p>
                    )}
                  </li>
                );
              })}
            </ul>
          </Card>
          <Card padded>
            <h2 className={styles.title}>{t('sales.events')}</h2>
            <TransactionEvents view={view} />
          </Card>
        </div>
      </div>
    </article>
  );
}

/** What Dintero has noted of it, in its own words, down a line through time. */
function TransactionEvents({ view: { events, sale } }: { readonly view: TransactionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={stepStyles.steps}>
      {events.map(({ at, event, success, amount }, index) => {
        const more = [
          ...(amount === undefined ? [] : [format.amount(amount, sale.amount.currency)]),
          ...(success === false ? [t('sales.eventFailed')] : []),
        ];
        return (
          <li key={`${event}-${index}`} className={stepStyles.step}>
            <span className={stepStyles.time}>{at === undefined ? '' : format.exactTime(at)}</span>
            <span className={stepStyles.words}>
              <Reference>{event}</Reference>
              {more.length > 0 && <span className={stepStyles.more}>{more.join(' · ')}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
