import CircleCheck from 'lucide-react/icons/circle-check';
import Gauge from 'lucide-react/icons/gauge';
import Snail from 'lucide-react/icons/snail';
import Unplug from 'lucide-react/icons/unplug';
import { useTranslation } from 'react-i18next';
import { type TerminalHealth as Health, type TerminalStanding } from '../../shared/views/health.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { SaleStateTag } from '../sales/sale-state-tag.tsx';
import { Facts } from '../ui/facts.tsx';
import { type LucideIcon } from '../ui/icon.ts';
import { Loading } from '../ui/loading.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { OpenTimesChart } from './open-times-chart.tsx';
import styles from './terminal-health.module.css';
import { useFigures } from './use-figures.ts';
import { useHealth } from './use-health.ts';

const looks: Readonly<Record<TerminalStanding, { readonly tone: Tone; readonly Icon: LucideIcon }>> = {
  unmeasured: { tone: 'neutral', Icon: Gauge },
  usual: { tone: 'neutral', Icon: CircleCheck },
  slow: { tone: 'unknown', Icon: Snail },
  dead: { tone: 'unknown', Icon: Unplug },
};

/** How a terminal does, by what this till has seen of it. */
export function TerminalHealth({ terminalId }: { readonly terminalId: string }) {
  const { t } = useTranslation();
  const health = useHealth(terminalId);
  return (
    <div
      role="group"
      className={styles.health}
      aria-label={t('health.title')}
      data-standing={health?.standing}
    >
      <h3 className={styles.title}>{t('health.title')}</h3>
      {health ? <Details health={health} /> : <Loading />}
    </div>
  );
}

function Details({ health }: { readonly health: Health }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = useFigures();
  const { standing, open, outcome, silences, times, lastOutcome, lastContactAt, firmware } = health;
  const { tone, Icon } = looks[standing];
  const few = t('health.few');
  return (
    <>
      <div className={styles.standing}>
        <Tag tone={tone} icon={<Icon size="1.125rem" aria-hidden />}>
          {t(`health.standing.${standing}`)}
        </Tag>
        <p>
          {standing === 'dead' ? t('health.silences', { count: silences }) : t(`health.meaning.${standing}`)}
        </p>
      </div>
      {(standing === 'slow' || standing === 'dead') && (
        <p className={styles.next}>{t(`health.next.${standing}`)}</p>
      )}
      {open && <OpenTimesChart times={times} open={open} />}
      <Facts
        facts={[
          {
            label: t('health.open'),
            about: t('health.openAbout'),
            value: open ? figures(open) : few,
          },
          {
            label: t('health.outcome'),
            about: t('health.outcomeAbout'),
            value: outcome ? figures(outcome) : few,
          },
          {
            label: t('health.lastOutcome'),
            value: lastOutcome ? (
              <span className={styles.outcome}>
                <SaleStateTag state={lastOutcome.state} />
                {format.dateTime(lastOutcome.at)}
              </span>
            ) : (
              t('health.never')
            ),
          },
          {
            label: t('health.lastContact'),
            value: lastContactAt === undefined ? t('health.never') : format.dateTime(lastContactAt),
          },
          ...(firmware === undefined ? [] : [{ label: t('health.firmware'), value: firmware }]),
        ]}
      />
    </>
  );
}
