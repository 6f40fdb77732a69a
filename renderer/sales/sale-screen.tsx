import LockOpen from 'lucide-react/icons/lock-open';
import Undo2 from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canVoid } from '../../shared/attempt.ts';
import { type SaleDetail } from '../../shared/views/sale.ts';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { VoidDialog } from '../pay/void-dialog.tsx';
import { BackButton } from '../ui/back-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { Reference } from '../ui/reference.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { AtDintero } from './at-dintero.tsx';
import { AttemptTimeline } from './attempt-timeline.tsx';
import { cardText } from './card-text.ts';
import { PaymentFacts } from './payment-facts.tsx';
import { SaleLines } from './sale-lines.tsx';
import { SaleRefunds } from './sale-refunds.tsx';
import styles from './sale-screen.module.css';
import { SaleStateTag } from './sale-state-tag.tsx';
import { useSale } from './use-sales.ts';

interface SaleScreenProps {
  readonly saleId: string;
  readonly onBack: () => void;
  readonly onRefund: (attemptId: string) => void;
}

/** One sale: what was sold, how it was paid, what went back. */
export function SaleScreen({ saleId, onBack, onRefund }: SaleScreenProps) {
  const { t } = useTranslation();
  const { value, fault, busy, readAgain } = useSale(saleId);
  if (value) return <SaleContent detail={value} onBack={onBack} onRefund={onRefund} />;
  return (
    <div className={styles.screen}>
      <ScreenTitle before={<BackButton onPress={onBack} />}>{t('sales.anySale')}</ScreenTitle>
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

interface SaleContentProps {
  readonly detail: SaleDetail;
  readonly onBack: () => void;
  readonly onRefund: (attemptId: string) => void;
}

function SaleContent({ detail, onBack, onRefund }: SaleContentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { summary, refundable } = detail;
  // After a double payment each has a button of its own.
  const [only, ...others] = refundable;
  const leading = detail.attempts.find(({ attempt }) => attempt.reference === summary.reference)?.attempt;
  const transactions = detail.attempts.flatMap(({ attempt: { transactionId, attemptNumber } }) =>
    transactionId === undefined ? [] : [{ transactionId, attemptNumber }],
  );
  const reserved = detail.attempts.find(({ attempt }) => canVoid(attempt))?.attempt;
  const [releasing, setReleasing] = useState(false);
  return (
    <article className={styles.screen} data-reference={summary.reference} data-state={summary.state}>
      <ScreenTitle
        ref={heading}
        before={<BackButton onPress={onBack} />}
        lead={
          <>
            {[
              format.dateTime(summary.startedAt),
              t('sales.soldBy', { name: summary.person.name }),
              ...(summary.card ? [cardText(t, summary.card)] : []),
            ].join(' · ')}
            <br />
            <Reference>{summary.reference}</Reference>
          </>
        }
        actions={
          <>
            {reserved && (
              <Button icon={<LockOpen size="1.25rem" aria-hidden />} onPress={() => setReleasing(true)}>
                {t('pay.void.open')}
              </Button>
            )}
            {only !== undefined && others.length === 0 && (
              <Button
                variant="primary"
                icon={<Undo2 size="1.25rem" aria-hidden />}
                onPress={() => onRefund(only)}
              >
                {t('sales.refund')}
              </Button>
            )}
          </>
        }
      >
        {t('sales.sale', { number: summary.number })}
        <SaleStateTag state={summary.state} />
      </ScreenTitle>
      {reserved && releasing && (
        <VoidDialog
          attemptId={reserved.attemptId}
          amount={reserved.amount}
          reference={reserved.reference}
          onClose={() => setReleasing(false)}
        />
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Card>
            <SaleLines detail={detail} />
          </Card>
          <Card padded>
            <h2 className={styles.title}>{t('sales.facts')}</h2>
            <PaymentFacts card={summary.card} terminalId={leading?.terminalId} person={summary.person.name} />
          </Card>
          {transactions.map(({ transactionId, attemptNumber }) => (
            <Card key={transactionId} padded>
              <h2 className={styles.title}>
                {transactions.length > 1
                  ? t('sales.attemptAtDintero', { number: format.quantity(attemptNumber) })
                  : t('sales.atDintero')}
              </h2>
              <AtDintero
                transactionId={transactionId}
                refundReferences={detail.refunds.map(({ reference }) => reference)}
              />
            </Card>
          ))}
        </div>
        <div className={styles.column}>
          <Card padded>
            <h2 className={styles.title}>{t('sales.attempts')}</h2>
            <AttemptTimeline
              attempts={detail.attempts}
              refundable={others.length > 0 ? refundable : []}
              onRefund={onRefund}
            />
          </Card>
          {(detail.refunds.length > 0 || refundable.length > 0) && (
            <Card padded>
              <h2 className={styles.title}>{t('sales.refunds')}</h2>
              <SaleRefunds refunds={detail.refunds} attempts={detail.attempts} />
            </Card>
          )}
        </div>
      </div>
    </article>
  );
}
