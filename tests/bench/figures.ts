/** One line of a benchmark's table. */
export interface Figure {
  readonly name: string;
  readonly measured: string;
  /** What it is held against; a figure without a limit only explains the others. */
  readonly limit?: string;
  readonly kept?: boolean;
}

export const milliseconds = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;

/** A figure that may be so much at most. */
export const atMost = (
  name: string,
  measured: number,
  limit: number,
  write: (value: number) => string,
): Figure => ({ name, measured: write(measured), limit: `≤ ${write(limit)}`, kept: measured <= limit });

/** A figure that must be so much at least. */
export const atLeast = (
  name: string,
  measured: number,
  limit: number,
  write: (value: number) => string,
): Figure => ({ name, measured: write(measured), limit: `≥ ${write(limit)}`, kept: measured >= limit });

/** The value below which this share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}

/** Each figure beside its limit. */
export function renderFigures(figures: readonly Figure[]): string {
  const lines = [
    ['', 'measured', 'limit', ''],
    ...figures.map(({ name, measured, limit = '', kept }) => [
      name,
      measured,
      limit,
      kept === undefined ? '' : kept ? 'ok' : 'missed',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const written = lines.map((line) =>
    line
      .map((cell, column) =>
        column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd(),
  );
  const rule = '-'.repeat(Math.max(...written.map((line) => line.length)));
  return [written[0], rule, ...written.slice(1)].join('\n');
}
