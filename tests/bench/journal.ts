import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walkChain } from '../../electron/journal/chain-walk.ts';
import { openReadOnly } from '../../electron/journal/read-only.ts';
import { type Figure, atLeast, atMost, milliseconds, percentile } from './figures.ts';
import { openToSell, questions } from './journal-work.ts';
import { writeLongJournal } from './long-journal.ts';
import { journalAt } from './bench-till.ts';

const sales = 100_000;
const openings = 40;
const lookUps = 2_000;
const longestMs = 15_000;

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')} /s`;

const most = { openingRatio: 3, queryMs: 5, growth: 40_000_000 };
const leastChecked = 200_000;

/** A journal of a million events beside an empty one. */
export function benchJournal(folder: string): Promise<readonly Figure[]> {
  const empty = join(folder, 'empty.sqlite');
  const long = join(folder, 'long.sqlite');
  journalAt(empty).close();
  const writing = performance.now();
  const references = writeLongJournal(long, sales);
  const written = performance.now() - writing;
  return Promise.resolve([
    { name: 'a million events, written in', measured: `${(written / 1_000).toFixed(1)} s` },
    ...openingFigures(empty, long),
    ...queryFigures(long, references),
    ...checkFigures(long),
    memoryFigure(empty, long),
  ]);
}

function openingFigures(empty: string, long: string): readonly Figure[] {
  const took: Record<string, number[]> = { [empty]: [], [long]: [] };
  const end = performance.now() + longestMs;
  for (let round = 0; round <= openings && performance.now() < end; round += 1) {
    for (const file of round % 2 === 0 ? [empty, long] : [long, empty]) {
      const start = performance.now();
      const { close } = openToSell(file);
      if (round > 0) took[file]?.push(performance.now() - start);
      close();
    }
  }
  const [short, grown] = [took[empty] ?? [], took[long] ?? []].map((all) => percentile(all, 0.5));
  return [
    { name: 'opening to ready, empty, p50', measured: milliseconds(short ?? 0) },
    { name: 'opening to ready, long, p50', measured: milliseconds(grown ?? 0) },
    atMost('opening, long ÷ empty', (grown ?? 0) / (short ?? 1), most.openingRatio, times),
  ];
}

function queryFigures(file: string, references: readonly string[]): readonly Figure[] {
  const { journal, close } = openToSell(file);
  const byReference = (index: number): unknown => {
    const reference = references[(index * 7_919) % references.length] ?? '';
    return journal.attempts.byReference(reference);
  };
  const figures = [
    queryFigure('look-up by reference', byReference),
    ...Object.entries(questions).map(([name, ask]) => queryFigure(name, () => ask(journal))),
  ];
  close();
  return figures;
}

function queryFigure(name: string, ask: (index: number) => unknown): Figure {
  const took: number[] = [];
  const end = performance.now() + longestMs / 5;
  for (let index = 0; index < lookUps && performance.now() < end; index += 1) {
    const start = performance.now();
    ask(index);
    took.push(performance.now() - start);
  }
  return atMost(`${name}, p95`, percentile(took, 0.95), most.queryMs, milliseconds);
}

function checkFigures(file: string): readonly Figure[] {
  const database = openReadOnly(file);
  const start = performance.now();
  const before = process.threadCpuUsage();
  const { events, breaks, stopped } = walkChain(database, undefined);
  const { user, system } = process.threadCpuUsage(before);
  const seconds = (performance.now() - start) / 1_000;
  database.close();
  if (breaks.length > 0 || stopped !== undefined) throw new Error('The long journal is not sound');
  return [
    // What other programs take of the processor is not the check's.
    atLeast(
      'chain check, events of processor time',
      events / ((user + system) / 1e6),
      leastChecked,
      perSecond,
    ),
    { name: 'chain check, events by the clock', measured: perSecond(events / seconds) },
  ];
}

/** In a process of its own: this one has just written a million events. */
function memoryFigure(empty: string, long: string): Figure {
  const program = fileURLToPath(new URL('./journal-memory.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--expose-gc', program, empty, long], { encoding: 'utf8' });
  return atMost('growth of the process', Number(output), most.growth, megabytes);
}
