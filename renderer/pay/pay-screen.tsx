import { useTranslation } from 'react-i18next';
import { isSettled } from '../../shared/attempt.ts';
import { assertNever } from '../../shared/result.ts';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { type PaymentView } from '../../shared/views/payment.ts';
import { type PaymentIds } from '../app/route.tsx';
import { useKeyActs } from '../app/use-keys.ts';
import { terminalName } from '../terminals/terminal-name.ts';
import { useTerminalPick } from '../terminals/use-terminal.ts';
import { FaultMessage } from '../ui/fault-message.tsx';
import { OutcomeFrame } from '../ui/outcome-frame.tsx';
import { BigAmount } from './big-amount.tsx';
import { Difference } from './difference.tsx';
import { Elapsed } from './elapsed.tsx';
import { PayActions } from './pay-actions.tsx';
import { PaySide } from './pay-side.tsx';
import { PayWords } from './pay-words.tsx';
import { looks } from './payment-look.ts';
import { RiskDialog } from './risk-dialog.tsx';
import { isLost } from './steps.ts';
import { useCharge } from './use-charge.ts';
import { usePayment } from './use-payment.ts';

interface PayScreenProps {
  readonly view: PaymentView;
  readonly onRefund: (payment: PaymentIds) => void;
}

/** A payment from its first second to its outcome. */
export function PayScreen({ view, onRefund }: PayScreenProps) {
  const { t } = useTranslation();
  const payment = usePayment(view);
  const charge = useCharge();
  const { attempt, shown, can } = view;
  const settled = isSettled(attempt);
  const tookNothing = settled && attempt.state !== 'approved';
  const tryAgain = (): void => charge.tryAgain(attempt.attemptId, attempt.terminalId);
  const others = useTerminalPick()?.terminals.filter(({ terminalId }) => terminalId !== attempt.terminalId);
  const caption = useCaption(view, payment.terminal);

  useKeyActs({
    ...(can.cancel && { escape: () => payment.act('cancel') }),
    ...(tookNothing && { escape: () => payment.act('backToBasket') }),
    ...(can.tryAgain && { charge: tryAgain }),
    ...(can.newSale && !tookNothing && { enter: () => payment.act('newSale') }),
  });

  const fault = payment.fault ?? charge.fault;
  return (
    <>
      <OutcomeFrame
        label={t('pay.title')}
        testId="payment"
        state={shown}
        reference={attempt.reference}
        tone={looks[shown].tone}
        Icon={looks[shown].Icon}
        title={t(shown === 'sending' && isLost(attempt) ? 'pay.lost' : `pay.state.${shown}`)}
        urgent={tookNothing || shown === 'unknown'}
        code={view.fault?.code}
        {...(!settled && { corner: <Elapsed since={attempt.startedAt} /> })}
        side={<PaySide view={view} terminal={payment.terminal} />}
        {...(fault && { fault: <FaultMessage fault={fault} about="act" /> })}
        actions={
          <PayActions
            payment={payment}
            busy={payment.busy || charge.busy}
            tookNothing={tookNothing}
            otherTerminals={can.tryAgain ? others : undefined}
            onTryAgain={tryAgain}
            onOtherTerminal={(terminalId) => charge.tryAgain(attempt.attemptId, terminalId)}
            onRefund={() => onRefund(attempt)}
          />
        }
      >
        <BigAmount
          money={{ amount: attempt.captured ?? attempt.amount.amount, currency: attempt.amount.currency }}
          caption={caption}
        />
        <Difference attempt={attempt} />
        <PayWords view={view} terminal={payment.terminal} />
      </OutcomeFrame>
      <RiskDialog
        risk={charge.risk}
        amount={attempt.amount}
        onNo={charge.dismissRisk}
        onYes={charge.acceptRisk}
      />
    </>
  );
}

/** What the amount is at this state. */
function useCaption({ attempt, shown }: PaymentView, terminal: PairedTerminal | undefined): string {
  const { t } = useTranslation();
  const { currency } = attempt.amount;
  switch (shown) {
    case 'approved':
      return t('pay.captured', { currency });
    case 'authorized':
      return t('pay.reserved', { currency });
    case 'declined':
    case 'cancelled':
    case 'failed':
    case 'refused':
      return t('pay.notTaken', { currency });
    case 'sending':
    case 'waiting-terminal':
    case 'waiting-customer':
    case 'cancelling':
    case 'unknown':
      return t('pay.on', { currency, terminal: terminalName(t, terminal) });
    default:
      return assertNever(shown);
  }
}
