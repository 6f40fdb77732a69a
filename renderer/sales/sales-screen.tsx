import ReceiptText from 'lucide-react/icons/receipt-text';
import { useTranslation } from 'react-i18next';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { byDay } from './by-day.ts';
import { SaleRow } from './sale-row.tsx';
import styles from './sales-screen.module.css';
import { useSales } from './use-sales.ts';

export function SalesScreen({ onOpen }: { readonly onOpen: (saleId: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { sales, more, loading, fault, showOlder, readAgain } = useSales();
  return (
    <div className={styles.screen}>
      <ScreenTitle ref={heading}>{t('sales.title')}</ScreenTitle>
      {fault && (
        <FaultMessage
          fault={fault}
          about="reading"
          actions={<Button onPress={readAgain}>{t('common.readAgain')}</Button>}
        />
      )}
      {loading && <Loading />}
      {!loading && sales.length === 0 && !fault && (
        <Card className={styles.empty}>
          <EmptyState icon={<ReceiptText aria-hidden />} title={t('sales.empty')}>
            <p>{t('sales.emptyText')}</p>
          </EmptyState>
        </Card>
      )}
      {byDay(sales).map(({ day, sales: ofDay }) => (
        <section key={day} className={styles.day} aria-label={format.day(day)}>
          <h2 className={styles.date}>{format.day(day)}</h2>
          <Card>
            <ul className={styles.list}>
              {ofDay.map((sale) => (
                <SaleRow key={sale.saleId} sale={sale} onOpen={onOpen} />
              ))}
            </ul>
          </Card>
        </section>
      ))}
      {more && (
        <div className={styles.older}>
          <Button onPress={showOlder}>{t('sales.older')}</Button>
        </div>
      )}
    </div>
  );
}
