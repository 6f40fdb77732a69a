import { join } from 'node:path';
import { soughtIn } from '../../shared/sale-search.ts';
import { type Figure, atMost, milliseconds, percentile } from './figures.ts';
import { amountOf, cardOf, writeLongJournal } from './long-journal.ts';
import { journalAt, nok } from './bench-till.ts';

const sales = 100_000;
const pageOfSales = 50;
const most = { firstPageMs: 50, searchMs: 100 };
const rounds = 60;
const day = 24 * 60 * 60_000;

/** The list of a till that has sold for years, and every way to search it. */
export function benchSales(folder: string): Promise<readonly Figure[]> {
  const file = join(folder, 'long.sqlite');
  const references = writeLongJournal(file, sales);
  const journal = journalAt(file);
  const cold = performance.now();
  const newest = journal.sales.page(pageOfSales);
  const first = performance.now() - cold;
  const end = newest[0]?.startedAt ?? 0;

  const timed = (name: string, limit: number, ask: (round: number) => unknown): Figure => {
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // What other programs take of the processor is not the search's.
      const before = process.threadCpuUsage();
      ask(round);
      const { user, system } = process.threadCpuUsage(before);
      took.push((user + system) / 1_000);
    }
    return atMost(`${name}, p95`, percentile(took, 0.95), limit, milliseconds);
  };
  const searched = (name: string, textOf: (round: number) => string, from?: number, until?: number): Figure =>
    timed(name, most.searchMs, (round) =>
      journal.sales.search({ sought: soughtIn(textOf(round), nok), from, until }, pageOfSales),
    );
  const anyNumber = (round: number): number => 1 + ((round * 7_919) % sales);
  const old = (round: number): string => references[round] ?? '';

  const figures = [
    atMost('first page, cold', first, most.firstPageMs, milliseconds),
    timed('first page', most.firstPageMs, () => journal.sales.page(pageOfSales)),
    searched('reference, of the oldest', old),
    searched('reference, a part of it', (round) => old(round).slice(-10)),
    searched('reference, a part that all have', () => '-20'),
    searched('amount', (round) => (amountOf(anyNumber(round)) / 100).toFixed(2)),
    searched('last four digits', (round) => cardOf(anyNumber(round))),
    searched('date range, the oldest week', () => '', 0, end - (sales * 180_000 - 7 * day)),
    searched('nothing fits', () => 'no such reference'),
    searched('amount, within a month', () => '10,02', end - 30 * day, end),
  ];
  journal.close();
  return Promise.resolve(figures);
}
