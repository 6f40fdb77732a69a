import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Account, openAccount } from './account.ts';

const transactionsSchema = z.array(z.object({ id: z.string(), merchant_reference: z.string() }));
const terminalsSchema = z.object({
  terminals: z.array(z.object({ terminal_id: z.string() })),
  starting_after: z.string().optional(),
});

const captured = { options: { captureDelayMs: 0 } } as const;

/** Three sales: 100, 200 and 300 øre. */
async function threeSales(): Promise<Account> {
  const account = await openAccount(captured);
  for (const amount of [100, 200, 300]) await account.sale(amount);
  return account;
}

const references = async (account: Account, query: string): Promise<readonly string[]> =>
  transactionsSchema
    .parse((await account.get(`/v1/transactions?${query}`)).body)
    .map(({ merchant_reference: reference }) => reference);

describe('the list of transactions', () => {
  it.each([
    ['', ['till-300', 'till-200', 'till-100']],
    ['merchant_reference=till-200', ['till-200']],
    ['merchant_reference=till-200&merchant_reference=till-300', ['till-300', 'till-200']],
    ['search=till-100', ['till-100']],
    ['amount=300', ['till-300']],
    ['amount.gte=200', ['till-300', 'till-200']],
    ['amount.lte=100', ['till-100']],
    ['status=CAPTURED&limit=1', ['till-300']],
    ['status=FAILED', []],
    ['terminal_id=T00000001-T0002', []],
    ['created_at.gte=2026-11-20T12:00:00Z', ['till-300', 'till-200', 'till-100']],
    ['created_at.lte=2026-11-20T11:59:59Z', []],
    ['captured_at.gte=2026-11-20T12:00:00Z', ['till-300', 'till-200', 'till-100']],
    ['captured_at.lte=2026-11-20T11:59:59Z', []],
    ['merchant_reference=nothing-has-this', []],
  ])('asked with "%s" gives %j', async (query, expected) => {
    expect(await references(await threeSales(), query)).toEqual(expected);
  });

  it('is read page by page by the id of the last entry', async () => {
    const account = await threeSales();
    const first = transactionsSchema.parse((await account.get('/v1/transactions?limit=2')).body);
    const rest = await references(account, `limit=2&starting_after=${first.at(-1)?.id ?? ''}`);
    expect(rest).toEqual(['till-100']);
  });

  it.each(['limit=0', 'limit=101', 'limit=many', 'reference=till-100'])('refuses %s', async (query) => {
    const account = await openAccount();
    expect((await account.get(`/v1/transactions?${query}`)).status).toBe(400);
  });
});

describe('the list of sessions', () => {
  it('finds a session by its reference', async () => {
    const account = await threeSales();
    expect((await account.get('/v1/sessions?search=till-200')).body).toMatchObject([
      { order: { merchant_reference: 'till-200' } },
    ]);
  });

  it('refuses a filter that is not known', async () => {
    const account = await openAccount();
    expect((await account.get('/v1/sessions?merchant_reference=x')).status).toBe(400);
  });
});

describe('the list of terminals', () => {
  it('is read page by page by the token of the page before', async () => {
    const account = await openAccount();
    const path = '/v1/accounts/T00000001/terminals?limit=3';
    const first = terminalsSchema.parse((await account.get(path)).body);
    const next = await account.get(`${path}&starting_after=${first.starting_after ?? ''}`);
    const rest = terminalsSchema.parse(next.body);
    expect([first.terminals.length, rest.terminals.length, rest.starting_after]).toEqual([3, 1, undefined]);
  });

  it.each([
    ['status=ACTIVE', 2],
    ['store_id=oslo-center', 4],
    ['store_id=bergen-harbour', 0],
    ['status=PENDING&status=ACTIVE', 3],
    ['device_serial_number=SIMULATED-T00000001-002', 1],
    ['payout_destination_id=seller-1', 4],
  ])('asked with %s has %i', async (query, count) => {
    const account = await openAccount();
    const { body } = await account.get(`/v1/accounts/T00000001/terminals?${query}`);
    expect(terminalsSchema.parse(body).terminals).toHaveLength(count);
  });

  it('does not tell what stands on a display', async () => {
    const account = await openAccount();
    await account.session();
    const { body } = await account.get('/v1/accounts/T00000001/terminals/T00000001-T0001');
    expect(Object.keys(body as object)).not.toEqual(expect.arrayContaining(['prompts']));
  });
});

describe('stores and payout destinations', () => {
  it('a store names its payout destination with its status, and its terminals', async () => {
    const account = await openAccount();
    expect((await account.get('/v1/accounts/T00000001/stores/bergen-harbour')).body).toMatchObject({
      store_id: 'bergen-harbour',
      number_of_terminals: 0,
      payout_destination: { payout_destination_id: 'seller-2', status: 'WAITING_FOR_SIGNATURE' },
    });
  });

  it('a payout destination counts its stores', async () => {
    const account = await openAccount();
    expect((await account.get('/v1/accounts/T00000001/payout-destinations')).body).toMatchObject({
      payout_destinations: [{ number_of_stores: 1 }, { number_of_stores: 1 }],
    });
  });
});
