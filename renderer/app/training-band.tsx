import { useTranslation } from 'react-i18next';
import styles from './training-band.module.css';

interface TrainingBandProps {
  /** Payments that still run in the live profile. */
  readonly liveMatters: number;
  readonly onLeave: () => void;
}

/** Across the top for as long as nothing is real. */
export function TrainingBand({ liveMatters, onLeave }: TrainingBandProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.band} aria-label={t('frame.training.band')} data-testid="training-band">
      <p className={styles.words}>
        <strong>{t('frame.training.band')}</strong>
        {liveMatters > 0 && <span>{t('frame.training.live', { count: liveMatters })}</span>}
      </p>
      <button type="button" className={styles.leave} onClick={onLeave}>
        {t('frame.training.leave')}
      </button>
    </section>
  );
}
