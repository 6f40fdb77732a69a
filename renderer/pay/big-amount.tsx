import { type Money } from '../../shared/money.ts';
import { useFormat } from '../i18n/use-format.tsx';
import styles from './big-amount.module.css';

interface BigAmountProps {
  readonly money: Money;
  /** What the amount is, below it. */
  readonly caption: string;
}

const longAmount = 7;
const longestAmount = 10;

/** The amount, to be read from two metres: as large as its place lets it be. */
export function BigAmount({ money, caption }: BigAmountProps) {
  const format = useFormat();
  const text = format.amount(money.amount, money.currency);
  const length = text.length <= longAmount ? 'short' : text.length <= longestAmount ? 'long' : 'longest';
  return (
    <div className={styles.block}>
      <p className={styles.amount} data-length={length} data-amount={money.amount}>
        {text}
      </p>
      <p className={styles.caption}>{caption}</p>
    </div>
  );
}
