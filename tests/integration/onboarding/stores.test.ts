import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../../electron/sandbox/disturbances.ts';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import { readSellerForm } from '../../../shared/seller-form.ts';
import { openFleet } from '../terminals/open-fleet.ts';
import { company } from './open-sellers.ts';

const createCall = /\/stores$/;

const west = {
  storeId: 'oslo-west',
  name: 'Oslo West',
  organisationNumber: '923 663 487',
  payoutDestinationId: 'seller-1',
} as const;

const bodiesSent = (
  requests: readonly { readonly method: string; readonly body: unknown; readonly path: string }[],
) => requests.flatMap(({ method, path, body }) => (method === 'POST' && createCall.test(path) ? [body] : []));

describe('the stores of an account', () => {
  it('are listed with both ids, and how their payout destination stands', async () => {
    const { stores } = await openFleet();
    expect(await stores.list()).toMatchObject({
      value: [
        {
          storeId: 'oslo-center',
          dinteroId: 'T00000001-0001',
          name: 'Oslo Center',
          payoutDestinationId: 'seller-1',
          payoutStatus: 'ACTIVE',
          terminals: 4,
        },
        { storeId: 'bergen-harbour', payoutStatus: 'WAITING_FOR_SIGNATURE', terminals: 0 },
      ],
    });
  });

  it('are none in an account that nobody has set up', async () => {
    const { stores } = await openFleet({ account: 'empty' });
    expect(await stores.list()).toEqual({ ok: true, value: [] });
  });

  it('that were deleted are not there', async () => {
    const { stores, sandbox } = await openFleet();
    sandbox.deleteStore('bergen-harbour');
    expect(await stores.list()).toMatchObject({ value: [{ storeId: 'oslo-center' }] });
  });

  it('that may not be read name the scope', async () => {
    const { stores } = await openFleet({ client: 'checkoutOnly' });
    expect(await stores.list()).toMatchObject({
      error: { code: 'setup.rights', detail: { scope: 'read:accounts' } },
    });
  });

  it('are read over all pages', async () => {
    const { stores, sandbox } = await openFleet();
    for (let one = 0; one < 250; one += 1) sandbox.addStore({ storeId: `s-${one}`, name: `Shop ${one}` });
    expect(await stores.list()).toHaveProperty('value.length', 252);
  });

  it('can be read one by one', async () => {
    const { stores } = await openFleet();
    expect(await stores.read('oslo-center')).toMatchObject({ value: { dinteroId: 'T00000001-0001' } });
  });

  it('that is not there any more is not found', async () => {
    const { stores } = await openFleet();
    expect(await stores.read('nowhere')).toMatchObject({ error: { code: 'setup.not-found' } });
  });

  it('may be tied to a payout destination that is ready; the others say what they wait for', async () => {
    const { stores } = await openFleet();
    expect(await stores.sellers()).toMatchObject({
      value: [
        { payoutDestinationId: 'seller-1', status: 'ACTIVE', organisationNumber: '923663487' },
        { payoutDestinationId: 'seller-2', status: 'WAITING_FOR_SIGNATURE' },
      ],
    });
  });
});

describe('creating a store', () => {
  it('sends what was filled in', async () => {
    const { stores, sandbox } = await openFleet();
    await stores.create(west);
    expect(bodiesSent(sandbox.requests())).toEqual([
      {
        store_id: 'oslo-west',
        store_name: 'Oslo West',
        organization: { organization_number: '923663487', country: 'NO' },
        payout_destination: { payout_destination_id: 'seller-1' },
      },
    ]);
  });

  it('gives both of its ids', async () => {
    const { stores } = await openFleet();
    expect(await stores.create(west)).toMatchObject({
      value: { storeId: 'oslo-west', dinteroId: 'T00000001-0003', payoutStatus: 'ACTIVE' },
    });
  });

  it('leaves the id to Dintero when none is typed', async () => {
    const { stores, sandbox } = await openFleet();
    const made = await stores.create({ ...west, storeId: ' ' });
    expect(made).toMatchObject({ value: { storeId: 'T00000001-0003' } });
    expect(bodiesSent(sandbox.requests())[0]).not.toHaveProperty('store_id');
  });

  it.each([
    ['an id with a space', { storeId: 'oslo west' }, 'input.store-id', 'storeId'],
    ['an id of 41', { storeId: 'x'.repeat(41) }, 'input.store-id', 'storeId'],
    ['no name', { name: ' ' }, 'input.required', 'name'],
    ['a name of 101', { name: 'x'.repeat(101) }, 'input.too-long', 'name'],
    ['no number', { organisationNumber: '' }, 'input.required', 'organisationNumber'],
    ['eight digits', { organisationNumber: '92366348' }, 'input.organisation-number', 'organisationNumber'],
    [
      'a digit that is wrong',
      { organisationNumber: '923663488' },
      'input.organisation-check-digit',
      'organisationNumber',
    ],
    ['no payout destination', { payoutDestinationId: '' }, 'input.choose', 'payoutDestinationId'],
    [
      'no payout destination and no number',
      { payoutDestinationId: '', organisationNumber: '' },
      'input.required',
      'organisationNumber',
    ],
    ['one that is not there', { payoutDestinationId: 'seller-9' }, 'input.choose', 'payoutDestinationId'],
    [
      'one that is not ready',
      { payoutDestinationId: 'seller-2', organisationNumber: '974760673' },
      'setup.payout-destination',
      'payoutDestinationId',
    ],
  ])('with %s is refused before it is sent', async (_, typed, code, field) => {
    const { stores, requests } = await openFleet();
    expect(await stores.create({ ...west, ...typed })).toMatchObject({ error: { code, field } });
    expect(requests('POST').filter((path) => createCall.test(path))).toEqual([]);
  });

  it.each<[string, OptionsChange]>([
    ['400', {}],
    ['409', { organizationRefusedStatus: 409 }],
  ])('with a number that is not the payout destination’s (%s) tells the right one', async (_, options) => {
    const { stores } = await openFleet({ options });
    expect(await stores.create({ ...west, organisationNumber: '974760673' })).toMatchObject({
      error: {
        code: 'input.organisation-of-seller',
        field: 'organisationNumber',
        detail: { number: '923663487' },
      },
    });
  });

  it.each<[string, OptionsChange]>([
    ['409', {}],
    ['400', { alreadyThereStatus: 400 }],
  ])('with an id that is taken (%s) says so', async (_, options) => {
    const { stores } = await openFleet({ options });
    expect(await stores.create({ ...west, storeId: 'oslo-center' })).toMatchObject({
      error: { code: 'input.store-id-taken', field: 'storeId' },
    });
  });

  it.each<[string, Trouble, string]>([
    ['refuses for a reason of its own', { kind: 'answer', status: 400 }, 'setup.store-refused'],
    ['lacks the right', { kind: 'answer', status: 403 }, 'setup.rights'],
    ['is down', { kind: 'answer', status: 503 }, 'setup.reply-lost'],
    ['does not hear', { kind: 'reset' }, 'setup.reply-lost'],
  ])('at a Dintero that %s says so, and sends once', async (_, trouble, code) => {
    const { stores, sandbox, requests } = await openFleet();
    sandbox.disturb({ method: 'POST', path: createCall, trouble });
    expect(await stores.create(west)).toMatchObject({ error: { code } });
    expect(requests('POST').filter((path) => createCall.test(path))).toHaveLength(1);
  });

  it('whose reply is lost is found in the list', async () => {
    const { stores, sandbox } = await openFleet();
    sandbox.disturb({ method: 'POST', path: createCall, trouble: { kind: 'lose-reply' } });
    expect(await stores.create(west)).toMatchObject({ value: { storeId: 'oslo-west' } });
  });

  it('whose reply is lost is not taken for another that has its id', async () => {
    const { stores, sandbox } = await openFleet();
    sandbox.disturb({ method: 'POST', path: createCall, trouble: { kind: 'reset' } });
    expect(await stores.create({ ...west, storeId: 'oslo-center' })).toMatchObject({
      error: { code: 'input.store-id-taken', field: 'storeId', detail: { name: 'Oslo Center' } },
    });
  });

  it('of a seller that is registered abroad takes the number as it is written there', async () => {
    const bench = await openFleet({ options: { approvalPath: ['ACTIVE'] } });
    const { payoutDestinations } = bench.dintero;
    const application = readSellerForm(
      { ...company, payoutDestinationId: 'kaffe-ab', country: 'SE', organisationNumber: '556036-0793' },
      { now: bench.clock.now(), testAccount: true },
    );
    if (!application.ok) throw new Error(application.error.code);
    await payoutDestinations.apply(application.value);
    expect(
      await bench.stores.create({
        ...west,
        organisationNumber: '556036-0793',
        payoutDestinationId: 'kaffe-ab',
      }),
    ).toMatchObject({ value: { storeId: 'oslo-west', organisationNumber: '556036-0793' } });
    expect(bodiesSent(bench.sandbox.requests())).toMatchObject([{ organization: { country: 'SE' } }]);
  });

  it('that this client may not create is not looked for', async () => {
    const { stores, sandbox, requests } = await openFleet();
    sandbox.disturb({ method: 'POST', path: createCall, trouble: { kind: 'answer', status: 403 } });
    await stores.create(west);
    expect(requests('GET').filter((path) => createCall.test(path))).toEqual([]);
  });

  it('by a client that may not read payout destinations takes it as it was typed', async () => {
    const { stores, sandbox } = await openFleet();
    sandbox.disturb({ path: /\/payout-destinations\//, trouble: { kind: 'answer', status: 403 } });
    expect(await stores.create(west)).toMatchObject({ ok: true });
  });
});
