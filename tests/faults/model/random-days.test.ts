import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brokenPromises } from './broken-promises.ts';
import { Shop } from './shop.ts';
import { days } from './steps.ts';

/** How many days, and of which seed: a fixed sample, unless `npm run test:faults` asks for many new ones. */
const runs = Number(process.env['FAULT_DAYS'] ?? 40);
const seed = Number(process.env['FAULT_SEED'] ?? 20_261_121);

it(`keeps every promise on ${runs} random days at two tills (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(days, async (day) => {
      const shop = await Shop.open(day);
      try {
        for (const step of day.steps) await shop.do(step);
        await shop.settle();
        expect(brokenPromises(shop, day)).toEqual([]);
      } finally {
        await shop.close();
      }
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
}, 3_600_000);
