import ArrowLeft from 'lucide-react/icons/arrow-left';
import CircleCheck from 'lucide-react/icons/circle-check';
import { useTranslation } from 'react-i18next';
import { type PaymentKey } from '../../shared/views/refund.ts';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { cardText } from '../sales/card-text.ts';
import { useTerminal } from '../terminals/use-terminal.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Loading } from '../ui/loading.tsx';
import { Reference } from '../ui/reference.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { RefundForm } from './refund-form.tsx';
import { RefundProgress } from './refund-progress.tsx';
import styles from './refund-screen.module.css';
import { useRefund, useRefundOffer } from './use-refund.ts';

interface RefundScreenProps {
  readonly payment: PaymentKey;
  readonly training: boolean;
  readonly onBack: () => void;
}

/** Money back on a payment: the choice first, then the refund's own running state. */
export function RefundScreen({ payment, training, onBack }: RefundScreenProps) {
  const refund = useRefund(payment);
  const terminal = useTerminal(refund.view?.refund.terminalId);
  if (!refund.view) {
    return <RefundChoiceScreen payment={payment} training={training} onBack={onBack} />;
  }
  const leave = (): void => {
    void refund.leave().then(onBack);
  };
  return (
    <RefundProgress
      view={refund.view}
      terminal={terminal}
      busy={refund.busy}
      fault={refund.fault}
      onCheck={refund.checkNow}
      onFree={refund.freeTerminal}
      onSeen={refund.seen}
      onAgain={() => void refund.leave()}
      onLeave={leave}
    />
  );
}

function RefundChoiceScreen({ payment, training, onBack }: RefundScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { value: offer, fault, busy, readAgain } = useRefundOffer(payment);
  const again = <Button onPress={readAgain}>{t('common.readAgain')}</Button>;
  return (
    <div className={styles.screen}>
      <ScreenTitle
        ref={heading}
        before={
          <IconButton
            label={t('refund.backToSale')}
            icon={<ArrowLeft aria-hidden />}
            outlined
            onPress={onBack}
          />
        }
        lead={
          offer && (
            <>
              <Reference>{offer.reference}</Reference>
              {` · ${[
                ...(offer.elsewhere ? [t('refund.elsewhere')] : []),
                format.money({ amount: offer.captured, currency: offer.currency }),
                ...(offer.card ? [cardText(t, offer.card)] : []),
              ].join(' · ')}`}
            </>
          )
        }
      >
        {t('refund.title')}
      </ScreenTitle>
      {fault && <FaultMessage fault={fault} about="act" title={t('refund.readFailed')} actions={again} />}
      {busy && !offer && <Loading text={t('refund.reading')} />}
      {offer && offer.remaining === 0 && (
        <Card>
          <EmptyState icon={<CircleCheck aria-hidden />} title={t('refund.nothing')}>
            <Button onPress={onBack}>{t('refund.backToSale')}</Button>
          </EmptyState>
        </Card>
      )}
      {offer && offer.remaining > 0 && (
        <RefundForm key={offer.readAt} offer={offer} training={training} onReadAgain={readAgain} />
      )}
    </div>
  );
}
