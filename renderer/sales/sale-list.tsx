import { useFormat } from '../i18n/use-format.tsx';
import { Card } from '../ui/card.tsx';
import { byDay } from './by-day.ts';
import styles from './sale-list.module.css';
import { type ListedSale, SaleRow } from './sale-row.tsx';

interface SaleListProps {
  readonly sales: readonly ListedSale[];
  readonly onOpen: (sale: ListedSale) => void;
}

const keyOf = (sale: ListedSale): string => ('key' in sale ? sale.key : sale.saleId);

/** Sales under their days. */
export function SaleList({ sales, onOpen }: SaleListProps) {
  const format = useFormat();
  return byDay(sales).map(({ day, sales: ofDay }) => (
    <section key={day} className={styles.day} aria-label={format.day(day)}>
      <h2 className={styles.date}>{format.day(day)}</h2>
      <Card>
        <ul className={styles.list}>
          {ofDay.map((sale) => (
            <SaleRow key={keyOf(sale)} sale={sale} onOpen={onOpen} />
          ))}
        </ul>
      </Card>
    </section>
  ));
}
