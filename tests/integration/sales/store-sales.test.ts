import { describe, expect, it } from 'vitest';
import type { StorePage, StoreQuery, StoreSale } from '../../../shared/views/store-sale.ts';
import { createCall, transactionList } from '../payments/calls.ts';
import { quiet } from '../payments/network.ts';
import { type OpenTill, type SetUp, openTill } from '../payments/open-till.ts';
import { terminalId, unwrap } from '../payments/till-parts.ts';
import { deskOf, refundElsewhere } from '../refunds/refund-desk.ts';
import { Account, logIn, saleBody } from '../sandbox/account.ts';

const minute = 60_000;
const terminalList = /\/terminals$/;
const otherTerminalId = terminalId.replace('T0001', 'T0002');

const queryOf = (over: Partial<StoreQuery> = {}, text = ''): StoreQuery => ({
  search: { text },
  outcome: 'any',
  ...over,
});

const pageOf = async (till: OpenTill, query: StoreQuery = queryOf()): Promise<StorePage> =>
  unwrap(await till.paired.storeSales.page(query));

const listOf = async (till: OpenTill, query?: StoreQuery): Promise<readonly StoreSale[]> =>
  (await pageOf(till, query)).sales;

/** Sells on a till, and leaves the outcome behind. */
async function sold(till: OpenTill, amount: number, pressedId = terminalId): Promise<string> {
  await till.pass(minute);
  const { attemptId } = await till.charge(amount);
  till.press('tap', pressedId);
  await till.payments.checkNow(attemptId);
  await quiet();
  const { reference, state } = till.attempt(attemptId);
  // Whatever has no outcome yet is set aside, so that the next customer can pay.
  if (state === 'waiting') {
    await till.pass(10 * minute);
    till.payments.setAside(attemptId);
  } else {
    till.payments.newSale(attemptId);
  }
  return reference;
}

async function twoTills(setUp: SetUp = {}): Promise<{ here: OpenTill; there: OpenTill }> {
  const here = await openTill(setUp);
  const there = await openTill({ beside: here, tillName: 'Counter 8', terminalId: otherTerminalId });
  return { here, there };
}

/** Sells as another app does, on the other terminal. */
async function soldByAnotherApp(till: OpenTill, reference: string, amount = 5_000): Promise<string> {
  const { sandbox, clock } = till;
  const account = new Account(sandbox, clock, await logIn(sandbox.url));
  await till.pass(minute);
  await account.session(
    saleBody(amount, { order: { merchant_reference: reference }, store: { terminal_id: otherTerminalId } }),
  );
  sandbox.press(otherTerminalId, 'tap');
  return account.last.id;
}

describe('the sales of the whole store', () => {
  it('are those of every till and of other apps, newest first, each with where it was made', async () => {
    const { here, there } = await twoTills();
    const first = await sold(here, 39_900);
    const second = await sold(there, 12_500, otherTerminalId);
    await soldByAnotherApp(here, 'web-77');
    expect(await listOf(here)).toMatchObject([
      { reference: 'web-77', madeAt: { kind: 'other-app' }, state: 'approved' },
      {
        reference: second,
        madeAt: { kind: 'other-till', name: 'counter8' },
        terminalId: otherTerminalId,
        amount: { amount: 12_500, currency: 'NOK' },
        card: { brand: 'Visa', maskedPan: '476173******0416' },
      },
      { reference: first, madeAt: { kind: 'this-till' }, number: 1, person: { name: 'Ola' } },
    ]);
  });

  it.each([
    ['declined', 101, 'declined'],
    ['cancelled at the terminal', 104, 'cancelled'],
    ['whose outcome nobody knows', 107, 'unknown'],
    ['under a status that nobody knows', 112, 'unknown'],
  ])('hold this till’s payment that was %s, once', async (_, amount, state) => {
    const here = await openTill({ sandbox: { laterMs: 100 * minute } });
    const reference = await sold(here, amount);
    expect(await listOf(here)).toMatchObject([{ reference, state }]);
  });

  it('hold this till’s payment that Dintero turned down', async () => {
    const here = await openTill();
    here.disturb(createCall, { kind: 'answer', status: 400 });
    const { reference } = await here.charge(39_900);
    expect(await listOf(here)).toMatchObject([{ reference, state: 'refused' }]);
  });

  it('hold what Dintero has not listed yet', async () => {
    const here = await openTill({ sandbox: { indexingDelayMs: 10 * minute } });
    const reference = await sold(here, 39_900);
    expect(await listOf(here)).toMatchObject([{ reference, state: 'approved' }]);
  });

  it('tell another till’s status that nobody knows by its own word', async () => {
    const { here, there } = await twoTills({ sandbox: { laterMs: 100 * minute } });
    const reference = await sold(there, 112, otherTerminalId);
    expect(await listOf(here)).toMatchObject([{ reference, state: 'unknown', word: 'AWAITING_REVIEW' }]);
  });

  it('tell what was refunded without this till', async () => {
    const here = await openTill({ sandbox: { refundDelayMs: 0 } });
    const sale = await here.sell(39_900);
    await refundElsewhere(deskOf(here, sale), { amount: 10_000 });
    expect(await listOf(here)).toMatchObject([{ state: 'partly-refunded', refunded: 10_000 }]);
  });

  it('list a sale of two attempts once, by the one that paid it', async () => {
    const here = await openTill();
    const declined = await here.charge(101);
    here.press('tap');
    await here.payments.checkNow(declined.attemptId);
    await here.clock.pass(minute);
    unwrap(here.payments.backToBasket(declined.attemptId));
    const paid = await here.charge(39_900);
    here.press('tap');
    await here.payments.checkNow(paid.attemptId);
    expect(await listOf(here)).toMatchObject([{ reference: paid.reference, state: 'approved' }]);
  });
});

describe('a search in the whole store', () => {
  it.each([
    ['a whole reference', 'web-77', ['web-77']],
    ['a part of one', 'WEB', ['web-77']],
    ['an amount', '50', ['web-77']],
    ['an amount with decimals, which Dintero looks for', '50,00', ['web-77']],
    ['the last digits of a card', '9130', ['counter8']],
    ['what nothing fits', 'no such thing', []],
  ])('finds %s', async (_, text, found) => {
    const { here, there } = await twoTills();
    await sold(here, 39_900);
    await sold(there, 120, otherTerminalId);
    await soldByAnotherApp(here, 'web-77');
    const list = await listOf(here, queryOf({}, text));
    expect(list.map(({ reference }) => reference.replace(/^(counter8).*/, '$1'))).toEqual(found);
  });

  it.each([
    ['paid', ['approved', 'approved']],
    ['not-paid', ['declined']],
    ['refunded', []],
    ['open', ['unknown']],
  ] as const)('keeps to what came to %s', async (outcome, states) => {
    const { here, there } = await twoTills({ sandbox: { laterMs: 100 * minute } });
    await sold(here, 39_900);
    await sold(there, 101, otherTerminalId);
    await sold(there, 12_500, otherTerminalId);
    await sold(there, 112, otherTerminalId);
    const list = await listOf(here, queryOf({ outcome }));
    expect(list.map(({ state }) => state)).toEqual(states);
  });

  it('keeps to a terminal', async () => {
    const { here, there } = await twoTills();
    await sold(here, 39_900);
    const reference = await sold(there, 12_500, otherTerminalId);
    const list = await listOf(here, queryOf({ terminalId: otherTerminalId }));
    expect(list.map((sale) => sale.reference)).toEqual([reference]);
  });

  it('keeps to a range of time', async () => {
    const { here, there } = await twoTills();
    await sold(here, 39_900);
    const from = here.clock.now() + 1;
    const reference = await sold(there, 12_500, otherTerminalId);
    const until = here.clock.now() + 1;
    await sold(here, 10_000);
    const list = await listOf(here, queryOf({ search: { text: '', from, until } }));
    expect(list.map((sale) => sale.reference)).toEqual([reference]);
  });
});

describe('the terminals that a store’s sales are looked for by', () => {
  const idsOf = async (till: OpenTill): Promise<readonly string[]> =>
    (await till.paired.storeTerminals()).map((terminal) => terminal.terminalId);

  it('are this till’s first, then all others of the store', async () => {
    const till = await openTill({ terminalId: otherTerminalId });
    expect(await idsOf(till)).toEqual(
      ['T0002', 'T0001', 'T0003', 'T0004'].map((tail) => terminalId.replace('T0001', tail)),
    );
  });

  it('are those that took payments, where the API client may not list terminals', async () => {
    const { here, there } = await twoTills();
    await sold(there, 12_500, otherTerminalId);
    here.disturb(terminalList, { kind: 'answer', status: 403 });
    expect(await idsOf(here)).toEqual([terminalId, otherTerminalId]);
  });

  it('are this till’s own while Dintero can’t be read', async () => {
    const here = await openTill();
    here.disturb(terminalList, { kind: 'answer', status: 403 });
    here.disturb(transactionList, { kind: 'answer', status: 403 });
    expect(await idsOf(here)).toEqual([terminalId]);
  });
});

describe('a list that is longer than a page', () => {
  const sales = 60;

  it.each(['newest-first', 'oldest-first'] as const)(
    'goes on where the page before ended, and joins every sale of this till, %s',
    async (listOrder) => {
      const here = await openTill({ sandbox: { listOrder } });
      const first = await sold(here, 39_900);
      for (let number = 1; number <= sales; number += 1) await soldByAnotherApp(here, `web-${number}`);
      const last = await sold(here, 101);
      const pages: StorePage[] = [await pageOf(here)];
      for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
        pages.push(await pageOf(here, queryOf({ after: next })));
      }
      const references = pages.flatMap((page) => page.sales.map(({ reference }) => reference));
      expect(pages).toHaveLength(2);
      expect(references.toSorted()).toEqual(
        [first, last, ...Array.from({ length: sales }, (_, index) => `web-${index + 1}`)].toSorted(),
      );
    },
  );
});

describe('a store that can’t be read', () => {
  it('says why', async () => {
    const here = await openTill();
    here.disturb(transactionList, { kind: 'answer', status: 403 });
    expect(await here.paired.storeSales.page(queryOf())).toMatchObject({
      ok: false,
      error: { code: 'setup.rights' },
    });
  });
});

describe('a reference that is scanned', () => {
  it('opens this till’s sale without asking Dintero', async () => {
    const here = await openTill();
    const reference = await sold(here, 39_900);
    const before = here.requests('GET', transactionList).length;
    expect(unwrap(await here.paired.storeSales.find(reference))).toMatchObject({ kind: 'sale' });
    expect(here.requests('GET', transactionList)).toHaveLength(before);
  });

  it('of a refund opens the sale that it is of', async () => {
    const here = await openTill({ sandbox: { refundDelayMs: 0 } });
    const sale = await here.sell(39_900);
    const refund = await deskOf(here, sale).refund({ by: 'lines', lines: [{ lineId: '1', quantity: 1 }] });
    expect(unwrap(await here.paired.storeSales.find(refund.reference))).toEqual({
      kind: 'sale',
      saleId: sale.saleId,
    });
  });

  it('of another till opens its transaction', async () => {
    const { here, there } = await twoTills();
    const reference = await sold(there, 12_500, otherTerminalId);
    const [transaction] = here.sandbox.transactions();
    expect(unwrap(await here.paired.storeSales.find(reference.toUpperCase()))).toEqual({
      kind: 'transaction',
      transactionId: transaction?.id,
    });
  });

  it('of nothing is not found', async () => {
    const here = await openTill();
    expect(unwrap(await here.paired.storeSales.find('counter9-k3f9x-20261120-000001-1'))).toBeNull();
  });
});

describe('a payment as Dintero has it', () => {
  it('tells lines, events, card, refunds and how far it is settled', async () => {
    const here = await openTill({ sandbox: { refundDelayMs: 0 } });
    const transactionId = await soldByAnotherApp(here, 'web-77');
    const account = new Account(here.sandbox, here.clock, await logIn(here.sandbox.url));
    await account.refund({ amount: 2_000, terminal_id: otherTerminalId, refund_reference: 'web-r1' });
    const view = unwrap(await here.paired.storeSales.transaction(transactionId));
    expect(view).toMatchObject({
      sale: { reference: 'web-77', state: 'partly-refunded', refunded: 2_000 },
      transactionId,
      storeId: 'oslo-center',
      settlement: 'NOT_SETTLED',
      lines: [{ lineId: '1', description: 'Coffee', quantity: 1, amount: 5_000, vatRate: 2_500 }],
      refunds: [{ amount: 2_000, reference: 'web-r1', state: 'done' }],
    });
    expect(view.events).toContainEqual(expect.objectContaining({ event: 'CAPTURE', amount: 5_000 }));
  });

  it('of this till is known as its sale', async () => {
    const here = await openTill();
    const sale = await here.sell(39_900);
    const view = unwrap(await here.paired.storeSales.transaction(sale.transactionId ?? ''));
    expect(view.sale).toMatchObject({ saleId: sale.saleId, madeAt: { kind: 'this-till' } });
  });

  it('is copied for support without what tells of the customer', async () => {
    const here = await openTill();
    const sale = await here.sell(39_900);
    const { supportCopy } = unwrap(await here.paired.storeSales.transaction(sale.transactionId ?? ''));
    expect(supportCopy).toContain(sale.reference);
    expect(supportCopy).toContain('476173******0416');
    expect(supportCopy).not.toContain('12/2028');
    expect(supportCopy).not.toContain('SIMULATED\\n');
  });
});
