import { describe, expect, it } from 'vitest';
import { type Fault, fault } from '../../../shared/fault.ts';
import { fill, hasDisks, smallDisk } from '../small-disk.ts';
import { createCall } from './calls.ts';
import { openTill } from './open-till.ts';

describe.each([fault('setup.journal-broken'), fault('setup.journal', { why: 'full' })])(
  'While the journal can’t take a sale (%j)',
  (broken) => {
    it('a charge is refused before it is on disk, and nothing is sent', async () => {
      const till = await openTill({ journalFault: () => broken });
      till.enter(39_900);
      expect(till.payments.charge(false)).toEqual({ ok: false, error: broken });
      expect(till.journal.length).toBe(0);
      expect(till.requests('POST', createCall)).toEqual([]);
    });

    it('the basket says why before anybody charges', async () => {
      const till = await openTill({ journalFault: () => broken });
      expect(till.paired.basketView().blocked).toEqual(broken);
    });

    it('what is open is followed to its end', async () => {
      const journal: { why?: Fault } = {};
      const till = await openTill({ journalFault: () => journal.why });
      await till.charge(39_900);
      journal.why = broken;
      till.press('tap');
      await till.pass(1_000);
      await till.until(() => till.attempt().state === 'approved');
    });
  },
);

describe.runIf(hasDisks)('On a disk that is full by now', () => {
  it('P1: a charge that can’t be written is refused as a value, and nothing is sent', async () => {
    const folder = smallDisk(3);
    const till = await openTill({ folder });
    till.enter(39_900);
    fill(folder);
    // What is left of a page or two is used up first.
    while (till.paired.baskets.setQuantity(till.paired.baskets.open.lines[0]?.lineId ?? '', 2).ok)
      till.enter(100);
    expect(till.payments.charge(false)).toEqual({
      ok: false,
      error: fault('setup.journal', { why: 'full' }),
    });
    expect(till.requests('POST', createCall)).toEqual([]);
  });
});
