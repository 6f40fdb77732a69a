import { useTranslation } from 'react-i18next';
import { type TransactionView } from '../../shared/views/store-sale.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Reference } from '../ui/reference.tsx';
import styles from './timeline-steps.module.css';

/** The events of Dintero's that the dictionaries have a word for. Its documents call the first one by two names. */
const known = [
  'INITIALIZE',
  'INITIATE',
  'AUTHORIZE',
  'INITIATE_CAPTURE',
  'CAPTURE',
  'INITIATE_VOID',
  'VOID',
  'INITIATE_REFUND',
  'REFUND',
  'SETTLEMENT',
] as const;

/** What Dintero has noted of a payment, down a line through time: in our words, with Dintero's own beside them. */
export function TransactionEvents({ view: { events, sale } }: { readonly view: TransactionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (events.length === 0) return <p className={styles.more}>{t('sales.noEvents')}</p>;
  return (
    <ol className={styles.steps}>
      {events.map(({ at, event, success, amount }, index) => {
        const name = known.find((word) => word === event);
        return (
          <li key={`${event}-${index}`} className={styles.step}>
            <span className={styles.time}>{at === undefined ? '' : format.exactTime(at)}</span>
            <span className={styles.words}>
              {[
                t(name === undefined ? 'sales.event.other' : `sales.event.${name}`),
                ...(amount === undefined ? [] : [format.amount(amount, sale.amount.currency)]),
                ...(success === false ? [t('sales.eventFailed')] : []),
              ].join(' · ')}
              <span className={styles.more}>
                <Reference>{event}</Reference>
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
