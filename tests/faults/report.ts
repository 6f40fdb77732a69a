import type { Journal } from '../../electron/journal/journal.ts';
import type { PairedTill } from '../../electron/paired-till.ts';
import type { Report } from './protocol.ts';

/** What a till says of its money. */
export function reportOf(journal: Journal, paired: PairedTill): Report {
  const sales = journal.sales.page(1_000);
  const inFront = journal.attempts.current();
  return {
    attempts: sales.flatMap(({ saleId }) => journal.attempts.ofSale(saleId)),
    refunds: sales.flatMap(({ saleId }) => journal.refunds.ofSale(saleId)),
    sales: [...sales],
    desk: paired.desk.view(),
    ...(inFront && { inFront: inFront.attemptId }),
  };
}
