import { useTranslation } from 'react-i18next';
import { type CardFacts } from '../../shared/payment-facts.ts';
import { Facts } from '../ui/facts.tsx';
import { Reference } from '../ui/reference.tsx';
import { cardText } from './card-text.ts';

interface PaymentFactsProps {
  readonly card: CardFacts | undefined;
  readonly terminalId: string | undefined;
  readonly person: string | undefined;
  /** The till or app, where it is not this till. */
  readonly madeAt?: string;
}

/** With what, where and by whom a payment was taken. */
export function PaymentFacts({ card, terminalId, person, madeAt }: PaymentFactsProps) {
  const { t } = useTranslation();
  const { maskedPan } = card ?? {};
  return (
    <Facts
      facts={[
        {
          label: t('sales.card'),
          value: card ? cardText(t, card) : t('sales.notTold'),
        },
        ...(maskedPan === undefined
          ? []
          : [{ label: t('sales.cardNumber'), value: <Reference>{maskedPan}</Reference> }]),
        {
          label: t('sales.terminal'),
          value: terminalId === undefined ? t('sales.notTold') : <Reference>{terminalId}</Reference>,
        },
        ...(madeAt === undefined ? [] : [{ label: t('sales.made'), value: madeAt }]),
        ...(person === undefined || person === '' ? [] : [{ label: t('sales.person'), value: person }]),
      ]}
    />
  );
}
