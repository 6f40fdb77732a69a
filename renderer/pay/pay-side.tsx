import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/result.ts';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { type PaymentView } from '../../shared/views/payment.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { cardText } from '../sales/card-text.ts';
import { tailOf } from '../terminals/terminal-name.ts';
import { Facts } from '../ui/facts.tsx';
import { PaySteps } from './pay-steps.tsx';
import { UnknownChecks } from './unknown-checks.tsx';

interface PaySideProps {
  readonly view: PaymentView;
  readonly terminal: PairedTerminal | undefined;
}

/** Beside the state: the steps while it runs, the facts when it is over, what to check when nobody knows. */
export function PaySide({ view, terminal }: PaySideProps) {
  switch (view.shown) {
    case 'sending':
    case 'waiting-terminal':
    case 'waiting-customer':
    case 'cancelling':
    case 'authorized':
      return <PaySteps view={view} />;
    case 'unknown':
      return <UnknownChecks />;
    case 'approved':
    case 'declined':
    case 'cancelled':
    case 'failed':
    case 'refused':
      return <OutcomeFacts view={view} terminal={terminal} />;
    default:
      return assertNever(view.shown);
  }
}

function OutcomeFacts({ view, terminal }: PaySideProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { attempt } = view;
  const { settledAt, receiptNumber, card } = attempt;
  return (
    <Facts
      facts={[
        ...(card ? [{ label: t('pay.facts.card'), value: cardText(t, card) }] : []),
        ...(terminal
          ? [{ label: t('pay.facts.terminal'), value: t('common.serialTail', { tail: tailOf(terminal) }) }]
          : []),
        ...(receiptNumber === undefined ? [] : [{ label: t('pay.facts.receipt'), value: receiptNumber }]),
        ...(settledAt === undefined
          ? []
          : [
              {
                label: t('pay.facts.time'),
                value: t('pay.facts.took', {
                  time: format.exactTime(settledAt),
                  seconds: format.seconds(settledAt - attempt.startedAt),
                }),
              },
            ]),
        ...(attempt.captured !== undefined && attempt.captured !== attempt.amount.amount
          ? [{ label: t('pay.facts.asked'), value: format.money(attempt.amount) }]
          : []),
        { label: t('pay.facts.attempt'), value: format.quantity(attempt.attemptNumber) },
      ]}
    />
  );
}
