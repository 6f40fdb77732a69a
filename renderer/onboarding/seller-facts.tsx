import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type SellerView } from '../../shared/views/sellers.ts';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Reference } from '../ui/reference.tsx';
import styles from './seller-facts.module.css';

const types = ['company', 'individual'] as const;
const intervals = ['daily', 'weekly', 'monthly', 'manual'] as const;

/** A word of Dintero's in ours, or as it is when it is not known. */
const typeWord = (t: TFunction, type: string): string => {
  const known = types.find((one) => one === type);
  return known ? t(`sellers.facts.types.${known}`) : type;
};
const intervalWord = (t: TFunction, interval: string): string => {
  const known = intervals.find((one) => one === interval);
  return known ? t(`sellers.interval.${known}`) : interval;
};

/** What is known of a seller. What is not told has no line. */
export function SellerFacts({ view }: { readonly view: SellerView }) {
  const { t } = useTranslation();
  const { seller, payoutReference, payoutInterval, accountTail, signerName, signerEmail } = view;
  const { type, organisationNumber, stores, terminals } = seller;
  const signer = [signerName, signerEmail].filter((one) => one !== undefined).join(', ');
  return (
    <Card padded label={t('sellers.facts.title')} className={styles.card}>
      <h2>{t('sellers.facts.title')}</h2>
      <Facts
        facts={[
          {
            label: t('sellers.facts.id'),
            value: (
              <span className={styles.id}>
                <Reference>{seller.payoutDestinationId}</Reference>
                <span className={styles.use}>{t('sellers.facts.idUse')}</span>
              </span>
            ),
          },
          ...fact(t('sellers.facts.type'), type === undefined ? undefined : typeWord(t, type)),
          ...fact(t('sellers.facts.organisation'), organisationNumber),
          ...fact(
            t('sellers.facts.account'),
            accountTail === undefined ? undefined : t('sellers.facts.accountTail', { tail: accountTail }),
          ),
          ...fact(t('sellers.facts.reference'), payoutReference),
          ...fact(
            t('sellers.facts.interval'),
            payoutInterval === undefined ? undefined : intervalWord(t, payoutInterval),
          ),
          ...fact(t('sellers.facts.signer'), signer === '' ? undefined : signer),
          ...fact(t('sellers.facts.stores'), stores?.toString()),
          ...fact(t('sellers.facts.terminals'), terminals?.toString()),
        ]}
      />
    </Card>
  );
}

const fact = (
  label: string,
  value: string | undefined,
): readonly { readonly label: string; readonly value: string }[] =>
  value === undefined ? [] : [{ label, value }];
