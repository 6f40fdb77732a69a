import { useTranslation } from 'react-i18next';
import { useFigures } from './use-figures.ts';
import { useHealth } from './use-health.ts';

/** How a terminal does, in a line beside what else is known of it. */
export function HealthLine({ terminalId }: { readonly terminalId: string }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const health = useHealth(terminalId);
  if (!health) return <>{t('common.loading')}</>;
  const { standing, open } = health;
  return <>{[t(`health.standing.${standing}`), ...(open ? [figures(open)] : [])].join(' · ')}</>;
}
