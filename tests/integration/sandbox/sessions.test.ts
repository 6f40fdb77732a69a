import { describe, expect, it } from 'vitest';
import { terminalSaleBody } from '../../../electron/dintero/sessions.ts';
import { refundBody } from '../../../electron/dintero/transactions.ts';
import { minorUnits } from '../../../shared/money.ts';
import seed from '../../fixtures/seed-requests.json' with { type: 'json' };
import { guideSale } from '../dintero/client.ts';
import { openAccount, saleBody, strictAmounts, terminalId } from './account.ts';

const here = { profileId: 'in-person', terminalId } as const;

describe('the bodies of the client are taken by the sandbox:', () => {
  it.each([true, false])('the guide’s sale (configuration sent: %s)', async (enableInPerson) => {
    const account = await openAccount();
    const body = terminalSaleBody({ ...guideSale, ...here, enableInPerson });
    expect((await account.post('/v1/sessions-profile', body, strictAmounts)).status).toBe(200);
  });

  it('the guide’s own words, with the return address that the reference asks for', async () => {
    const account = await openAccount();
    const { order } = seed.sale.body;
    const body = {
      ...seed.sale.body,
      url: { return_url: 'https://till.example.com/' },
      profile_id: 'in-person',
      order: { ...order, store: { ...order.store, terminal_id: terminalId } },
    };
    expect((await account.post('/v1/sessions-profile', body, strictAmounts)).status).toBe(200);
  });

  it('the guide’s refund of the whole', async () => {
    const account = await openAccount({ options: { captureDelayMs: 0 } });
    await account.sale();
    const body = refundBody({
      ...seed.refundFull.body,
      amount: minorUnits(39_900),
      reference: 'till-r1',
      terminalId,
      items: [],
    });
    expect((await account.refund({ ...body })).status).toBe(202);
  });

  it('the guide’s refund of a part', async () => {
    const account = await openAccount({ options: { captureDelayMs: 0 } });
    await account.sale();
    const body = refundBody({
      amount: minorUnits(19_900),
      reason: seed.refundPartial.body.reason,
      reference: 'till-r1',
      terminalId,
      items: [{ lineId: '1', amount: minorUnits(19_900), quantity: 1 }],
    });
    expect((await account.refund({ ...body })).status).toBe(202);
  });
});

const item = { id: 'coffee', line_id: '1', amount: 39_900 };

describe('a session is refused with 400', () => {
  it.each<[string, unknown]>([
    ['without a store', saleBody(39_900, { store: { id: undefined } })],
    ['without a terminal', saleBody(39_900, { store: { terminal_id: undefined } })],
    ['without a payout destination', saleBody(39_900, { store: { payout_destination_id: undefined } })],
    ['without a place at all', saleBody(39_900, { order: { store: undefined } })],
    ['without a reference', saleBody(39_900, { order: { merchant_reference: undefined } })],
    ['without a profile', saleBody(39_900, { top: { profile_id: undefined } })],
    ['without a return address', saleBody(39_900, { top: { url: {} } })],
    ['with a field that is not documented', saleBody(39_900, { top: { terminal: terminalId } })],
    ['with a misspelt field of the order', saleBody(39_900, { order: { merchant_refrence: 'x' } })],
    ['with a misspelt field of a line', saleBody(39_900, { order: { items: [{ ...item, qty: 1 }] } })],
    ['with a misspelt field of the store', saleBody(39_900, { store: { terminalId } })],
    ['with an amount of nothing', saleBody(0)],
    ['with an amount in kroner', saleBody(399.5)],
    ['with an amount above int32', saleBody(2_147_483_648)],
    ['with an amount as a text', saleBody(39_900, { order: { amount: '39900' } })],
    ['with a currency that is none', saleBody(39_900, { order: { currency: 'kroner' } })],
    ['with two lines of one id', saleBody(79_800, { order: { items: [item, item] } })],
    [
      'with more than 100 lines',
      saleBody(101, {
        order: { items: Array.from({ length: 101 }, (_, index) => ({ line_id: `${index}`, amount: 1 })) },
      }),
    ],
    ['with VAT of three decimals', saleBody(39_900, { order: { items: [{ ...item, vat: 11.111 }] } })],
    ['with VAT as a fraction above 100', saleBody(39_900, { order: { items: [{ ...item, vat: 101 }] } })],
    ['for a store that is not there', saleBody(39_900, { store: { id: 'trondheim' } })],
    ['for the seller of another store', saleBody(39_900, { store: { payout_destination_id: 'seller-2' } })],
    ['for a terminal that is not there', saleBody(39_900, { store: { terminal_id: 'T0292' } })],
    ['for a PENDING terminal', saleBody(39_900, { store: { terminal_id: 'T00000001-T0003' } })],
    ['for an ACTION_REQUIRED terminal', saleBody(39_900, { store: { terminal_id: 'T00000001-T0004' } })],
    [
      'for a terminal of another store',
      saleBody(39_900, { store: { id: 'bergen-harbour', payout_destination_id: 'seller-2' } }),
    ],
    ['for a profile that is not there', saleBody(39_900, { top: { profile_id: 'none' } })],
    ['for a profile of the web shop', saleBody(39_900, { top: { profile_id: 'default' } })],
    [
      'with other methods beside the terminal',
      saleBody(39_900, {
        top: {
          configuration: {
            vipps: { type: 'payment_type', enabled: true },
            seitatech: {
              type: 'payment_type',
              in_person: { type: 'payment_product_type', enabled: true },
            },
          },
        },
      }),
    ],
    ['that is a text', 'a sale, please'],
    ['that is a list', [saleBody()]],
  ])('%s', async (_, body) => {
    const account = await openAccount();
    const answer = await account.post('/v1/sessions-profile', body);
    expect([answer.status, account.sandbox.ledger()]).toEqual([400, []]);
  });

  it.each([
    'http://till.example.com/callback',
    'https://localhost/callback',
    'https://127.0.0.1:8080/callback',
    'https://[::1]/callback',
    'callback',
  ])('with the callback address %s', async (callback_url) => {
    const account = await openAccount();
    const url = { return_url: 'https://till.example.com/', callback_url };
    expect(await account.post('/v1/sessions-profile', saleBody(39_900, { top: { url } }))).toMatchObject({
      status: 400,
      body: { error: { errors: [{ path: 'url.callback_url' }] } },
    });
  });

  it('whose lines are not its amount, when that is to be checked', async () => {
    const account = await openAccount();
    const body = saleBody(39_900, { order: { items: [{ ...item, amount: 39_899 }] } });
    expect((await account.post('/v1/sessions-profile', body, strictAmounts)).status).toBe(400);
  });

  it('that is not said to be JSON', async () => {
    const account = await openAccount();
    const answer = await account.post('/v1/sessions-profile', saleBody(), { 'content-type': 'text/plain' });
    expect(answer.status).toBe(400);
  });

  it('in Dintero’s shape', async () => {
    const account = await openAccount();
    expect((await account.post('/v1/sessions-profile', saleBody(0))).body).toEqual({
      error: {
        message: 'Validation failed',
        errors: expect.arrayContaining([expect.objectContaining({ path: 'order.amount' })]) as unknown,
      },
    });
  });
});

describe('a session that is taken', () => {
  it('whose lines are not its amount is taken when that is not to be checked', async () => {
    const account = await openAccount();
    const body = saleBody(39_900, { order: { items: [{ ...item, amount: 39_899 }] } });
    expect((await account.post('/v1/sessions-profile', body)).status).toBe(200);
  });

  it('of which a part is to be paid need not be the sum of its lines', async () => {
    const account = await openAccount();
    const body = saleBody(20_000, { order: { partial_payment: true, items: [item] } });
    expect((await account.post('/v1/sessions-profile', body, strictAmounts)).status).toBe(200);
  });

  it('comes back whole when that is asked for', async () => {
    const account = await openAccount();
    const answer = await account.post('/v1/sessions-profile?include_session=true', saleBody());
    expect(answer.body).toMatchObject({ session: { order: { merchant_reference: 'till-39900' } } });
  });

  it('remembers the system that made it', async () => {
    const account = await openAccount();
    await account.post('/v1/sessions-profile', saleBody(), { 'dintero-system-name': 'Tillside' });
    const [session] = (await account.get('/v1/sessions')).body as readonly object[];
    expect(session).toMatchObject({
      initiating_system_request_headers: { 'dintero-system-name': 'Tillside' },
    });
  });

  it('makes the terminal prompt for its amount', async () => {
    const account = await openAccount();
    await account.session();
    expect(account.sandbox.display(terminalId)?.prompt).toEqual({
      kind: 'sale',
      amount: 39_900,
      currency: 'NOK',
    });
  });
});
