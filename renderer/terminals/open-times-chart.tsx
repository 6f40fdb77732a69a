import { useTranslation } from 'react-i18next';
import { type Latency, type OpenTime } from '../../shared/views/health.ts';
import { useFormat } from '../i18n/use-format.tsx';
import styles from './open-times-chart.module.css';

interface OpenTimesChartProps {
  /** The newest last. */
  readonly times: readonly OpenTime[];
  readonly open: Latency;
}

/** In the chart's own units. */
const height = 100;
const slot = 10;
const bar = 7;
/** With fewer payments the bars would be as wide as walls. */
const fewestSlots = 20;
/** So that a quick payment is seen too. */
const lowestBar = 2;

/** How long each of the last payments took to open, as bars; one without contact is an empty frame. */
export function OpenTimesChart({ times, open }: OpenTimesChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const opened = times.flatMap(({ openMs }) => openMs ?? []);
  const silent = times.length - opened.length;
  const longest = Math.max(open.p95Ms, ...opened);
  const width = slot * Math.max(fewestSlots, times.length);
  const scaled = (ms: number): number => Math.max(lowestBar, (ms / Math.max(1, longest)) * height);
  const label = [
    t('health.chart.label', {
      count: opened.length,
      shortest: format.seconds(Math.min(longest, ...opened)),
      longest: format.seconds(Math.max(0, ...opened)),
    }),
    `${t('health.halfWithin', { time: format.seconds(open.p50Ms) })}, ${t('health.mostWithin', { time: format.seconds(open.p95Ms) })}.`,
    ...(silent > 0 ? [t('health.chart.silent', { count: silent })] : []),
  ].join(' ');
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {times.map(({ at, openMs }, index) => {
          const tall = openMs === undefined ? height - lowestBar : scaled(openMs);
          return (
            <rect
              key={`${at}-${index}`}
              className={openMs === undefined ? styles.silent : styles.bar}
              x={width - (times.length - index) * slot}
              y={height - tall}
              width={bar}
              height={tall}
            />
          );
        })}
        {([open.p50Ms, open.p95Ms] as const).map((ms, index) => (
          <line
            key={index}
            className={index === 0 ? styles.half : styles.most}
            x1={0}
            x2={width}
            y1={height - scaled(ms)}
            y2={height - scaled(ms)}
          />
        ))}
      </svg>
      <figcaption className={styles.legend} aria-hidden>
        <span className={styles.entry} data-mark="half">
          {t('health.chart.half')}: {format.seconds(open.p50Ms)}
        </span>
        <span className={styles.entry} data-mark="most">
          {t('health.chart.most')}: {format.seconds(open.p95Ms)}
        </span>
        {silent > 0 && (
          <span className={styles.entry} data-mark="silent">
            {t('health.chart.silent')}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
