import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../shared/attempt.ts';
import type { DeskMatter } from '../../../shared/views/desk.ts';
import { minorUnits } from '../../../shared/money.ts';
import { transactionList } from '../payments/calls.ts';
import { type OpenTill, type SetUp, openTill } from '../payments/open-till.ts';
import { unwrap } from '../payments/till-parts.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { approved, notApproved } from './approval.ts';

const tenMinutes = 600_000;

/** The sandbox says FAILED of this amount at first, and captures it later. */
const failedThenApproved = 115;

/** Puts the journal back as it was before `work`, as somebody does who restores a backup. The till is shut meanwhile. */
async function forgotten<Value>(till: OpenTill, work: () => Promise<Value>): Promise<Value> {
  const kept = temporaryFolder();
  await till.close();
  const files = ['', '.head']
    .map((suffix) => ({ file: `${till.journalFile}${suffix}`, copy: join(kept, `journal${suffix}`) }))
    .filter(({ file }) => existsSync(file));
  for (const { file, copy } of files) copyFileSync(file, copy);
  await till.start();
  const value = await work();
  await till.close();
  for (const suffix of ['-wal', '-shm', '.head']) rmSync(`${till.journalFile}${suffix}`, { force: true });
  for (const { file, copy } of files) copyFileSync(copy, file);
  return value;
}

const orphans = (till: OpenTill): readonly DeskMatter[] =>
  till.paired.desk.view().matters.filter(({ kind }) => kind === 'orphan');

/** A till whose journal has forgotten a paid sale, and that has been started again and has found it. */
async function withOrphan(setUp: SetUp = {}): Promise<{
  readonly till: OpenTill;
  readonly lost: Attempt;
  readonly orphan: DeskMatter & { readonly saleId: string };
}> {
  const till = await openTill(setUp);
  await till.sell(100);
  unwrap(till.payments.newSale(till.view.attempt.attemptId));
  const lost = await forgotten(till, () => till.sell(39_900));
  await till.start();
  await till.until(() => orphans(till).length > 0);
  const [orphan] = orphans(till);
  if (orphan?.saleId === undefined) throw new Error('There is no orphan');
  return { till, lost, orphan: { ...orphan, saleId: orphan.saleId } };
}

describe('P14: a payment of this journal that it does not know', () => {
  it('is found at the start and is on the desk', async () => {
    const { lost, orphan } = await withOrphan();
    expect(orphan).toMatchObject({
      reference: lost.reference,
      amount: { amount: 39_900, currency: 'NOK' },
      state: 'approved',
      can: { adopt: true, mark: false, cancel: false },
    });
  });

  it('is no alarm and no sale in front of the cashier', async () => {
    const { till } = await withOrphan();
    expect([till.paired.desk.view().alarms, till.payments.view()]).toEqual([[], null]);
  });

  it('has the lines that Dintero has, and can be refunded', async () => {
    const { till, orphan } = await withOrphan();
    expect(unwrap(await till.paired.refunds.offer({ attemptId: orphan.id }))).toMatchObject({
      remaining: 39_900,
      lines: [{ description: 'Coffee', quantity: 1, vatRate: 2_500 }],
    });
  });

  it('is kept once, however often it is looked for', async () => {
    const { till } = await withOrphan();
    await till.pass(tenMinutes);
    await till.restart();
    await till.pass(tenMinutes);
    expect(orphans(till)).toHaveLength(1);
  });

  it('P4: gives the references from then on another part, for the old numbers were used', async () => {
    const { till, lost } = await withOrphan();
    const next = await till.charge(39_900);
    expect(next.reference.split('-')[1]).not.toBe(lost.reference.split('-')[1]);
  });

  it('is found again after the part was made anew', async () => {
    const { till } = await withOrphan();
    const again = await forgotten(till, () => till.sell(5_000));
    await till.start();
    await till.until(() => orphans(till).length > 1);
    expect(orphans(till).map(({ reference }) => reference)).toContain(again.reference);
  });

  it('is found within ten minutes when the start could not read', async () => {
    const till = await openTill();
    const lost = await forgotten(till, () => till.sell(39_900));
    till.disturb(transactionList, { kind: 'answer', status: 503 }, 1, 'GET');
    await till.start();
    await till.pass(61_000);
    expect(orphans(till)).toMatchObject([{ reference: lost.reference }]);
  });

  it('is found every ten minutes while the till is open', async () => {
    const till = await openTill({ sandbox: { indexingDelayMs: 300_000 } });
    const lost = await forgotten(till, () => till.sell(39_900));
    await till.start();
    await till.pass(tenMinutes);
    expect(orphans(till)).toMatchObject([{ reference: lost.reference }]);
  });

  it('is none when it took no money', async () => {
    const till = await openTill();
    await forgotten(till, async () => {
      const { attemptId } = await till.charge(39_900);
      till.press('decline');
      await till.payments.checkNow(attemptId);
    });
    await till.start();
    await till.pass(tenMinutes);
    expect(orphans(till)).toEqual([]);
  });

  it('is none of another till of the store', async () => {
    const till = await openTill();
    const other = await openTill({ beside: till, tillName: 'Counter 8' });
    await other.sell(39_900);
    await till.pass(tenMinutes);
    expect(orphans(till)).toEqual([]);
  });

  it('that is only authorized is followed until it is captured', async () => {
    const till = await openTill({ sandbox: { captureDelayMs: 60_000 } });
    await forgotten(till, async () => {
      await till.charge(39_900);
      till.press('tap');
    });
    await till.start();
    await till.until(() => orphans(till).length > 0);
    await till.pass(120_000);
    expect(orphans(till)).toMatchObject([{ state: 'approved' }]);
  });
});

describe('An orphan that a manager takes over', () => {
  it.each(notApproved)('needs more than %s', async (_what, request, code, field) => {
    const { till, orphan } = await withOrphan();
    expect(await till.adopt(orphan.id, undefined, request)).toMatchObject({
      error: { code, field },
    });
  });

  it('leaves the desk and is a sale of its own', async () => {
    const { till, orphan } = await withOrphan();
    await till.adopt(orphan.id, undefined, approved);
    expect(till.paired.desk.view().matters).toEqual([]);
    expect(till.journal.sales.get(orphan.saleId)).toMatchObject({ state: 'approved', number: 2 });
  });

  it('may belong to a sale of the same amount that nobody paid', async () => {
    const { till, orphan } = await withOrphan();
    const { attemptId, saleId } = await till.charge(39_900);
    till.press('decline');
    await till.payments.checkNow(attemptId);
    await till.pass(8_000);
    const offered = unwrap(till.paired.desk.adoptableSales(orphan.id));
    expect(offered.map((sale) => sale.saleId)).toEqual([saleId]);
  });

  it('makes that sale a paid one, and its own is no more', async () => {
    const { till, orphan } = await withOrphan();
    const { attemptId, saleId } = await till.charge(39_900);
    till.press('decline');
    await till.payments.checkNow(attemptId);
    unwrap(await till.adopt(orphan.id, saleId, approved));
    expect(till.journal.sales.get(saleId)).toMatchObject({ state: 'approved', reference: orphan.reference });
    expect(till.journal.sales.get(orphan.saleId)).toBeUndefined();
    expect(till.paired.baskets.open.lines).toEqual([]);
  });

  it('does not go to a sale that is paid', async () => {
    const { till, orphan } = await withOrphan();
    const { saleId } = await till.sell(39_900);
    expect(await till.adopt(orphan.id, saleId, approved)).toMatchObject({
      error: { code: 'input.changed-meanwhile' },
    });
  });

  it('stays where it is once something of it was refunded', async () => {
    const { till, orphan } = await withOrphan();
    const { attemptId, saleId } = await till.charge(39_900);
    till.press('decline');
    await till.payments.checkNow(attemptId);
    unwrap(
      await till.refund({
        ...approved,
        payment: { attemptId: orphan.id },
        choice: { by: 'amount', amount: minorUnits(100) },
        seenRemaining: minorUnits(39_900),
      }),
    );
    expect(unwrap(till.paired.desk.adoptableSales(orphan.id))).toEqual([]);
    expect(await till.adopt(orphan.id, saleId, approved)).toMatchObject({
      error: { code: 'input.changed-meanwhile' },
    });
  });
});

describe('The evidence of a matter', () => {
  it('is told in the order in which it came', async () => {
    const { till, orphan } = await withOrphan();
    expect(till.paired.desk.evidence('orphan', orphan.id)).toMatchObject([
      { step: 'found' },
      { step: 'evidence.transaction', word: 'CAPTURED' },
    ]);
  });
});

describe('P13: an approval after the watch for it has ended', () => {
  it('is found by the scan, and alarms', async () => {
    const till = await openTill({ sandbox: { laterMs: 400_000 } });
    const { attemptId } = await till.charge(failedThenApproved);
    till.press('tap');
    await till.pass(190_000);
    expect(till.attempt(attemptId).state).toBe('failed');
    await till.pass(tenMinutes);
    expect(till.paired.desk.view().alarms).toMatchObject([{ attemptId, kind: 'late-approval' }]);
  });

  it('is found hours after the payment was made', async () => {
    const till = await openTill({ sandbox: { laterMs: 2 * 3_600_000 } });
    const { attemptId } = await till.charge(failedThenApproved);
    till.press('tap');
    await till.pass(2 * 3_600_000 + 2 * tenMinutes);
    expect(till.attempt(attemptId).state).toBe('approved');
  });

  it('is found by a till whose clock was hours ahead when it started, and was set right', async () => {
    const till = await openTill({ sandbox: { laterMs: 400_000 } });
    till.clock.jump(7_200_000);
    await till.restart();
    till.clock.jump(-7_200_000);
    const { attemptId } = await till.charge(failedThenApproved);
    till.press('tap');
    await till.pass(400_000 + 2 * tenMinutes);
    expect(till.attempt(attemptId).state).toBe('approved');
  });
});
