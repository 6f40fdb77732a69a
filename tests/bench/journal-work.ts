import { journalAt, clientAt, tillOn } from './bench-till.ts';
import type { Journal } from '../../electron/journal/journal.ts';
import { systemClock } from '../../electron/support/clock.ts';

const nowhere = new URL('http://127.0.0.1:1');

/** From the closed file to the moment at which the first line can be entered. */
export function openToSell(file: string): { readonly journal: Journal; readonly close: () => void } {
  const journal = journalAt(file);
  const { baskets, payments } = tillOn(journal, clientAt(nowhere));
  payments.recover();
  baskets.view(undefined);
  payments.view();
  payments.alarms();
  return {
    journal,
    close: () => {
      payments.close();
      journal.close();
    },
  };
}

const pageOfSales = 50;

/** What is asked of the journal at the start and while selling. */
export const questions: Readonly<Record<string, (journal: Journal) => unknown>> = {
  'first page of sales': ({ sales }) => sales.page(pageOfSales),
  'usual times of a terminal': ({ attempts }) => attempts.openTimes('T00000001-T0001', 20),
  'open, watched, alarmed, found': ({ attempts }) => [
    attempts.unsettled(),
    attempts.stillWatched(systemClock.now()),
    attempts.alarmed(),
    attempts.orphans(),
    attempts.current(),
  ],
  'open refunds, and those to look at': ({ refunds }) => [refunds.unsettled(), refunds.wantingAttention()],
};

/** Opens, asks everything a hundred times as a day at the counter does, and stays open. */
export function sellOn(file: string): void {
  const { journal } = openToSell(file);
  for (let times = 0; times < 100; times += 1) for (const ask of Object.values(questions)) ask(journal);
}
