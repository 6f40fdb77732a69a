import { useFormat } from '../i18n/use-format.tsx';
import { Card } from '../ui/card.tsx';
import { NearSight } from '../ui/near-sight.tsx';
import { byDay } from './by-day.ts';
import styles from './sale-list.module.css';
import { type ListedSale, SaleRow } from './sale-row.tsx';

interface SaleListProps {
  readonly sales: readonly ListedSale[];
  readonly onOpen: (sale: ListedSale) => void;
}

/** How many rows come and go together as one scrolls. */
const rowsInBlock = 25;

const keyOf = (sale: ListedSale): string => ('key' in sale ? sale.key : sale.saleId);

const blocksOf = (sales: readonly ListedSale[]): readonly (readonly ListedSale[])[] =>
  Array.from({ length: Math.ceil(sales.length / rowsInBlock) }, (_, index) =>
    sales.slice(index * rowsInBlock, (index + 1) * rowsInBlock),
  );

/** Sales under their days. However long the list is, only the rows about what is in sight are drawn. */
export function SaleList({ sales, onOpen }: SaleListProps) {
  const format = useFormat();
  return byDay(sales).map(({ day, sales: ofDay }) => (
    <section key={day} className={styles.day} aria-label={format.day(day)}>
      <h2 className={styles.date}>{format.day(day)}</h2>
      <Card className={styles.list}>
        {blocksOf(ofDay).map((block, index) => (
          <NearSight key={index}>
            <ul>
              {block.map((sale) => (
                <SaleRow key={keyOf(sale)} sale={sale} onOpen={onOpen} />
              ))}
            </ul>
          </NearSight>
        ))}
      </Card>
    </section>
  ));
}
