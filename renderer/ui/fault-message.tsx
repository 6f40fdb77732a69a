import CircleAlert from 'lucide-react/icons/circle-alert';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, familyOf } from '../../shared/fault.ts';
import { moneyEffectOf, useFaultText } from '../i18n/use-fault-text.ts';
import { Banner } from './banner.tsx';
import styles from './fault-message.module.css';

export interface FaultMessageProps {
  readonly fault: Fault;
  /**
   * What was asked for when it was reported. A refused `act` says what became of the money (rule E1); a `reading` that
   * failed knows nothing about it, and must not speak for the payment that it was about.
   */
  readonly about: 'act' | 'reading';
  readonly title?: string;
  /** What this very case adds. */
  readonly more?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out at once; false for what stood there before the person came. */
  readonly alert?: boolean;
}

/**
 * A fault in full: what happened, what became of the money, what to do next, and the code for support, which has no use
 * for a slip of the fingers. One that is read out at once comes into view.
 */
export function FaultMessage({ fault, about, title, more, actions, alert = true }: FaultMessageProps) {
  const { t } = useTranslation();
  const text = useFaultText(fault);
  const effect = about === 'act' ? moneyEffectOf(fault) : 'none';
  const uncertain = effect === 'may-have-moved';
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (alert) banner.current?.scrollIntoView({ block: 'nearest' });
  }, [alert, fault]);
  return (
    <Banner
      ref={banner}
      tone={uncertain ? 'unknown' : 'neutral'}
      icon={uncertain ? <TriangleAlert aria-hidden /> : <CircleAlert aria-hidden />}
      code={fault.code}
      actions={actions}
      {...(alert && { role: 'alert' })}
    >
      {title !== undefined && <p className={styles.title}>{title}</p>}
      <p className={title === undefined ? styles.title : undefined}>{text.what}</p>
      {effect !== 'none' && <p>{t(`common.moneyEffect.${effect}`)}</p>}
      {more}
      {text.next !== '' && <p>{text.next}</p>}
      {familyOf(fault.code) !== 'input' && (
        <p className={styles.code}>{t('common.supportCode', { code: fault.code })}</p>
      )}
    </Banner>
  );
}
