import { describe, expect, it } from 'vitest';
import { type SellersBench, company, openSeller, openSellers } from './open-sellers.ts';

const caseReads = { method: 'GET', path: /approvals\/payout-destinations$/ } as const;
const allReads = { method: 'GET', path: /payout-destinations/, times: 1_000 } as const;

/** Applied for and open, with the declaration to be made. */
async function applied(bench: SellersBench): Promise<SellersBench> {
  await bench.sellers.apply(company);
  await openSeller(bench, 'kaffebaren');
  return bench;
}

const status = ({ sellers }: SellersBench): string | undefined => sellers.view()?.seller.status;

describe('an open seller', () => {
  it('is followed from its declaration to ACTIVE by itself', async () => {
    const bench = await applied(await openSellers({ options: { approvalReviewMs: 20_000 } }));
    expect(status(bench)).toBe('WAITING_FOR_DECLARATION');
    bench.sandbox.sign('kaffebaren');
    await bench.until(({ seller }) => seller.status === 'WAITING_FOR_SIGNATURE');
    bench.sandbox.sign('kaffebaren');
    await bench.until(({ seller }) => seller.status === 'AUTOMATIC_REVIEW');
    const view = await bench.until(({ seller }) => seller.status === 'ACTIVE');
    expect(view).toMatchObject({
      seller: {
        payoutDestinationId: 'kaffebaren',
        name: 'Kaffebaren AS',
        type: 'company',
        organisationNumber: '923663487',
        stores: 0,
        terminals: 0,
      },
      payoutReference: 'Kaffebaren',
      payoutInterval: 'daily',
      accountTail: '7947',
      signerName: 'Kari Nordmann',
      signerEmail: 'kari@example.com',
      followed: false,
    });
  });

  it.each(['ACTIVE', 'DECLINED', 'ARCHIVED', 'TERMINATED'])(
    'that is %s is settled, and looked at no more',
    async (settled) => {
      const bench = await applied(await openSellers());
      bench.sandbox.setCaseStatus('kaffebaren', settled);
      await bench.until(({ followed }) => !followed);
      const before = bench.looks();
      await bench.pass(3_600_000);
      expect([status(bench), bench.looks()]).toEqual([settled, before]);
    },
  );

  it.each([
    'UNDER_MANUAL_REVIEW',
    'AUTOMATIC_REVIEW',
    'WAITING_FOR_SIGNATURE',
    'WAITING_FOR_DECLARATION',
    'WAITING_FOR_DETAILS',
    'ERROR',
    'SOMETHING_NEW',
  ])('that is %s is followed on', async (waiting) => {
    const bench = await applied(await openSellers());
    bench.sandbox.setCaseStatus('kaffebaren', waiting);
    await bench.until(({ seller }) => seller.status === waiting);
    expect(bench.sellers.view()?.followed).toBe(true);
  });

  it('is looked at each 3 s at first, each 15 s later, and each minute after that', async () => {
    const bench = await applied(await openSellers());
    const pauses: number[] = [];
    for (const ms of [0, 200_000, 1_200_000]) {
      await bench.pass(ms);
      const { checkedAt } = await bench.until(() => true);
      const next = await bench.until((view) => (view.checkedAt ?? 0) > (checkedAt ?? 0));
      const after = await bench.until((view) => (view.checkedAt ?? 0) > (next.checkedAt ?? 0));
      pauses.push(Math.round(((after.checkedAt ?? 0) - (next.checkedAt ?? 0)) / 1_000));
    }
    expect(pauses).toEqual([3, 15, 60]);
  });

  it('is left alone for as long as Dintero asks', async () => {
    const bench = await applied(await openSellers());
    bench.sandbox.disturb({
      ...caseReads,
      trouble: { kind: 'answer', status: 429, retryAfterSeconds: 90 },
    });
    await bench.until(({ fault }) => fault?.code === 'setup.rate-limited');
    const before = bench.looks();
    await bench.pass(89_000);
    expect(bench.looks()).toBe(before);
    await bench.until(({ fault }) => fault === undefined);
  });

  it('keeps what is known when a look brings nothing, and says why', async () => {
    const bench = await applied(await openSellers());
    bench.sandbox.disturb({ ...allReads, times: 2, trouble: { kind: 'answer', status: 503 } });
    const view = await bench.until(({ fault }) => fault !== undefined);
    expect(view).toMatchObject({
      seller: { status: 'WAITING_FOR_DECLARATION' },
      fault: { code: 'setup.dintero-down' },
      followed: true,
    });
    await bench.until(({ fault }) => fault === undefined);
  });

  it('that may not be read names the scope, and is not asked for again and again', async () => {
    const bench = await openSellers({ client: 'checkoutOnly' });
    const view = await openSeller(bench, 'seller-1');
    const before = bench.looks();
    await bench.pass(3_600_000);
    expect([view, bench.looks()]).toMatchObject([
      { fault: { code: 'setup.rights', detail: { scope: 'read:accounts' } }, followed: false },
      before,
    ]);
  });

  it('that nobody knows says so, and is looked for on: lists may be late', async () => {
    const bench = await openSellers();
    expect(await openSeller(bench, 'kaffebaren')).toMatchObject({
      seller: { payoutDestinationId: 'kaffebaren' },
      fault: { code: 'setup.not-found' },
      followed: true,
    });
    await bench.sellers.apply(company);
    await bench.until(({ seller, fault }) => seller.status !== undefined && fault === undefined);
  });

  it('is looked at no more once it is left', async () => {
    const bench = await applied(await openSellers());
    bench.sellers.leave();
    const before = bench.looks();
    await bench.pass(3_600_000);
    expect([bench.sellers.view(), bench.looks()]).toEqual([null, before]);
  });

  it('makes room for the next one', async () => {
    const bench = await applied(await openSellers());
    expect(await openSeller(bench, 'seller-1')).toMatchObject({ seller: { status: 'ACTIVE' } });
  });

  it('of an account that is no longer the one that is worked on is let go', async () => {
    const bench = await applied(await openSellers());
    bench.changeAccount();
    await bench.until(({ followed }) => !followed);
    const before = bench.looks();
    await bench.pass(3_600_000);
    expect(bench.looks()).toBe(before);
  });

  it('can be read again when it is settled', async () => {
    const bench = await openSellers();
    await openSeller(bench, 'seller-1');
    bench.sandbox.setCaseStatus('seller-1', 'TERMINATED');
    await bench.sellers.lookNow();
    expect(status(bench)).toBe('TERMINATED');
  });
});
