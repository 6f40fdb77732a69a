import Siren from 'lucide-react/icons/siren';
import { useTranslation } from 'react-i18next';
import { type AlarmView } from '../../shared/views/desk.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Reference } from '../ui/reference.tsx';
import styles from './alarms.module.css';
import { type PaymentIds } from './route.tsx';

interface AlarmsProps {
  readonly alarms: readonly AlarmView[];
  /** Why nothing can be done about them here. */
  readonly barredBy?: 'lock' | 'pairing';
  readonly acts?: {
    readonly onRefund: (payment: PaymentIds) => void;
    readonly onOpen: (saleId: string) => void;
    readonly onSeen: (attemptId: string) => void;
  };
}

/**
 * A settled outcome that changed late, a payment that may have been taken twice, or goods that left without money (rules
 * P13, P18).
 */
export function Alarms({ alarms, acts, barredBy }: AlarmsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (alarms.length === 0) return null;
  return (
    <div className={styles.alarms}>
      {alarms.map((alarm) => {
        const { kind } = alarm;
        const unpaid = kind === 'not-paid';
        const values = { amount: format.money(alarm.amount), number: alarm.saleNumber };
        return (
          <Banner
            key={alarm.attemptId}
            tone="unknown"
            icon={<Siren aria-hidden />}
            role="alert"
            actions={
              acts && (
                <>
                  {!unpaid && <Button onPress={() => acts.onRefund(alarm)}>{t('frame.alarm.refund')}</Button>}
                  <Button onPress={() => acts.onOpen(alarm.saleId)}>{t('frame.alarm.open')}</Button>
                  <Button variant="quiet" onPress={() => acts.onSeen(alarm.attemptId)}>
                    {t('frame.alarm.seen')}
                  </Button>
                </>
              )
            }
          >
            <p className={styles.title}>{t(`frame.alarm.title.${kind}`, values)}</p>
            <p>{t(`frame.alarm.text.${kind}`)}</p>
            <p className={unpaid ? styles.soft : styles.reference}>
              {`${format.exactTime(alarm.raisedAt)} · `}
              <Reference>{alarm.reference}</Reference>
            </p>
            {barredBy && <p className={styles.soft}>{t(`frame.alarm.barredBy.${barredBy}`)}</p>}
          </Banner>
        );
      })}
    </div>
  );
}
