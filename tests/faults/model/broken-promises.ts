import type { OpenTill } from '../../integration/payments/open-till.ts';
import { violations } from '../invariants.ts';
import { reportOf } from '../report.ts';
import type { Day } from './steps.ts';
import type { Shop } from './shop.ts';

/** What the tills of a shop promise, held against what truly happened once everything has settled. */
export const brokenPromises = (shop: Shop, day: Day): readonly string[] => [
  ...shop.violations,
  ...shop.tills.flatMap((till) => brokenBy(till, shop, day)),
];

/** Each till answers for what came from it, by the part of its references. */
function brokenBy(till: OpenTill, { sandbox, posts }: Shop, { sandbox: options }: Day): readonly string[] {
  const own = (reference: string): boolean =>
    till.journal.part.all.some((part) => reference.split('-')[1] === part);
  return violations({
    till: reportOf(till.journal, till.paired),
    sandbox: {
      transactions: sandbox.transactions().filter((transaction) => own(transaction.merchant_reference)),
      ledger: sandbox.ledger().filter(({ reference }) => own(reference)),
      requests: posts,
    },
    // Looked at before each charge instead.
    mostPrompts: 0,
    countsRunningRefunds: options.countRunningRefunds === true,
  });
}
