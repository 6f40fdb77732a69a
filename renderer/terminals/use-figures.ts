import { useTranslation } from 'react-i18next';
import { type Latency } from '../../shared/views/health.ts';
import { useFormat } from '../i18n/use-format.tsx';

/** Puts p50 and p95 into words. */
export function useFigures(): (latency: Latency) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ p50Ms, p95Ms }) =>
    [
      t('health.halfWithin', { time: format.seconds(p50Ms) }),
      t('health.mostWithin', { time: format.seconds(p95Ms) }),
    ].join(', ');
}
