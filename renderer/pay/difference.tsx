import { useTranslation } from 'react-i18next';
import { type Attempt, differenceOf } from '../../shared/attempt.ts';
import { type MinorUnits, minorUnits } from '../../shared/money.ts';
import { useFormat } from '../i18n/use-format.tsx';
import styles from './difference.module.css';

/** A captured amount that is not the asked one: a tip, or a partial approval. */
export function Difference({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const difference = differenceOf(attempt);
  if (difference === 0) return null;
  const money = (amount: MinorUnits): string => format.money({ amount, currency: attempt.amount.currency });
  return (
    <p className={styles.difference}>
      {t(difference > 0 ? 'pay.difference.more' : 'pay.difference.less', {
        difference: money(minorUnits(Math.abs(difference))),
        asked: money(attempt.amount.amount),
      })}
    </p>
  );
}
