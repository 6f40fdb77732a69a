import { describe, expect, it } from 'vitest';
import { fault } from '../../../shared/fault.ts';
import type { LinkRequest } from '../../../electron/onboarding/sellers.ts';
import { type SellersBench, company, openSeller, openSellers } from './open-sellers.ts';

/** A seller that is open and waits for its signer, with links that begin so. */
async function withLinks(approvalLinkBase: string): Promise<SellersBench> {
  const bench = await openSellers({ options: { approvalLinkBase } });
  await bench.sellers.apply(company);
  await openSeller(bench, 'kaffebaren');
  return bench;
}

const open: LinkRequest = { page: 'declaration', how: 'open', confirmedHost: null };

const firstLink = ({ sellers }: SellersBench): unknown => sellers.view()?.links[0];

describe('a link for the signer', () => {
  it.each(['https://sandbox.dintero.com', 'https://dintero.com', 'https://A.B.Dintero.com'])(
    'to %s opens at once',
    async (base) => {
      const bench = await withLinks(base);
      expect(await bench.sellers.link(open)).toEqual({ ok: true, value: { kind: 'done' } });
      expect(bench.opened).toHaveLength(1);
      expect(bench.opened[0]).toMatch(new RegExp(`^${base.toLowerCase()}/declaration/`));
    },
  );

  it.each([
    ['https://sign.example.com', 'sign.example.com'],
    ['https://notdintero.com', 'notdintero.com'],
    ['https://dintero.com.example.com', 'dintero.com.example.com'],
    ['https://dintero.com.', 'dintero.com.'],
    ['https://example.com/dintero.com', 'example.com'],
    ['https://dintero.com:8443', 'dintero.com:8443'],
    ['https://dintero.no', 'dintero.no'],
    // A letter of another alphabet that looks like one of ours is shown as what it is.
    ['https://d\u0456ntero.com', 'xn--dntero-pvf.com'],
  ])('to %s names %s, and opens only when just that was confirmed', async (base, host) => {
    const bench = await withLinks(base);
    const asked = await bench.sellers.link(open);
    const other = await bench.sellers.link({ ...open, confirmedHost: 'another.example.com' });
    expect([asked, other]).toEqual([
      { ok: true, value: { kind: 'confirm', host } },
      { ok: true, value: { kind: 'confirm', host } },
    ]);
    expect(bench.opened).toEqual([]);
    expect(await bench.sellers.link({ ...open, confirmedHost: host })).toEqual({
      ok: true,
      value: { kind: 'done' },
    });
    expect(bench.opened).toHaveLength(1);
  });

  it.each([
    'http://sandbox.dintero.com',
    'javascript:alert(1)//dintero.com',
    'file:///etc',
    'data:text/html,dintero.com',
    'ms-settings:dintero.com',
    'https://dintero.com@example.com',
    'https://user:secret@dintero.com',
    'no address at all',
  ])('to %s is given to nobody, and never opens', async (base) => {
    const bench = await withLinks(base);
    expect(firstLink(bench)).toEqual({ kind: 'unsafe', page: 'declaration' });
    for (const confirmedHost of [null, 'dintero.com', 'example.com', '']) {
      expect(await bench.sellers.link({ ...open, confirmedHost })).toMatchObject({
        error: { code: 'setup.link-unsafe' },
      });
    }
    expect(bench.opened).toEqual([]);
  });

  it('of Dintero is there to be drawn as a code', async () => {
    const bench = await withLinks('https://sandbox.dintero.com');
    expect(bench.sellers.view()?.links).toMatchObject([
      { kind: 'page', page: 'declaration', host: 'sandbox.dintero.com' },
      { kind: 'page', page: 'contract', host: 'sandbox.dintero.com' },
    ]);
    expect(firstLink(bench)).toHaveProperty('address');
  });

  it('to another host is there only once that host was confirmed', async () => {
    const bench = await withLinks('https://sign.example.com');
    const before = firstLink(bench);
    await bench.sellers.link({ ...open, how: 'show', confirmedHost: 'sign.example.com' });
    expect(before).not.toHaveProperty('address');
    expect(firstLink(bench)).toHaveProperty('address');
    expect(bench.opened).toEqual([]);
  });

  it('that is confirmed for one seller is not for the next', async () => {
    const bench = await withLinks('https://sign.example.com');
    await bench.sellers.link({ ...open, confirmedHost: 'sign.example.com' });
    await openSeller(bench, 'seller-2');
    expect(await bench.sellers.link({ ...open, page: 'contract' })).toMatchObject({
      value: { kind: 'confirm' },
    });
  });

  it('that leads to Dintero’s own case, or to the signed file, is given to nobody', async () => {
    const bench = await withLinks('https://sandbox.dintero.com');
    expect(bench.sellers.view()?.links.map(({ page }) => page)).toEqual(['declaration', 'contract']);
  });

  it('that is not there says so', async () => {
    const bench = await openSellers();
    await openSeller(bench, 'seller-1');
    expect(await bench.sellers.link(open)).toMatchObject({ error: { code: 'setup.link-gone' } });
  });

  it('of no seller at all says so', async () => {
    const { sellers } = await openSellers();
    expect(await sellers.link(open)).toMatchObject({ error: { code: 'setup.link-gone' } });
  });

  it('that the browser does not take is told', async () => {
    const bench = await withLinks('https://sandbox.dintero.com');
    bench.breakBrowser(fault('setup.browser'));
    expect(await bench.sellers.link(open)).toMatchObject({ error: { code: 'setup.browser' } });
  });
});
