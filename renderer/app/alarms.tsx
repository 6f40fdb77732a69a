import Siren from 'lucide-react/icons/siren';
import { useTranslation } from 'react-i18next';
import { type AlarmView } from '../../shared/views/desk.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Reference } from '../ui/reference.tsx';
import styles from './alarms.module.css';

interface AlarmsProps {
  readonly alarms: readonly AlarmView[];
  /** Why nothing can be done about them here. */
  readonly barredBy?: 'lock' | 'pairing';
  readonly acts?: {
    readonly onRefund: (saleId: string) => void;
    readonly onOpen: (saleId: string) => void;
    readonly onSeen: (attemptId: string) => void;
  };
}

/** A settled outcome that changed late, or a payment that may have been taken twice (rules P13, P18). */
export function Alarms({ alarms, acts, barredBy }: AlarmsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (alarms.length === 0) return null;
  return (
    <div className={styles.alarms}>
      {alarms.map((alarm) => {
        const late = alarm.kind === 'late-approval';
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
                  <Button onPress={() => acts.onRefund(alarm.saleId)}>{t('frame.alarm.refund')}</Button>
                  <Button onPress={() => acts.onOpen(alarm.saleId)}>{t('frame.alarm.open')}</Button>
                  <Button variant="quiet" onPress={() => acts.onSeen(alarm.attemptId)}>
                    {t('frame.alarm.seen')}
                  </Button>
                </>
              )
            }
          >
            <p className={styles.title}>
              {t(late ? 'frame.alarm.lateTitle' : 'frame.alarm.doubleTitle', values)}
            </p>
            <p>{t(late ? 'frame.alarm.lateText' : 'frame.alarm.doubleText')}</p>
            <p className={styles.reference}>
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
