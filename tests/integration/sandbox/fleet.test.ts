import { describe, expect, it } from 'vitest';
import { type Account, openAccount } from './account.ts';

const terminals = '/v1/accounts/T00000001/terminals';
const stores = '/v1/accounts/T00000001/stores';

const newOne = { device_serial_number: '158222607285', store_id: 'oslo-center' } as const;
const westSide = {
  store_id: 'oslo-west',
  store_name: 'Oslo West',
  organization: { organization_number: '923663487', country: 'NO', type: 'main_unit' },
  payout_destination: { payout_destination_id: 'seller-1' },
} as const;

const put = (account: Account, terminalId: string, body: unknown) =>
  account.put(`${terminals}/${terminalId}`, body);

describe('a terminal that is registered', () => {
  it('gets the next number, and is being set up', async () => {
    const account = await openAccount();
    expect((await account.post(terminals, newOne)).body).toMatchObject({
      terminal_id: 'T00000001-T0005',
      status: 'PENDING',
      store_id: 'oslo-center',
    });
  });

  it('waits for an update then, and is ready when that was checked', async () => {
    const account = await openAccount();
    await account.post(terminals, newOne);
    await account.clock.pass(5_000);
    const waiting = (await account.get(`${terminals}/T00000001-T0005`)).body;
    account.sandbox.checkUpdate('T00000001-T0005');
    const ready = (await account.get(`${terminals}/T00000001-T0005`)).body;
    expect([waiting, ready]).toMatchObject([
      { status: 'ACTION_REQUIRED', status_reason: 'CHECK_UPDATE' },
      { status: 'ACTIVE' },
    ]);
    expect(ready).not.toHaveProperty('status_reason');
  });

  it('that is active already is not changed by a checked update', async () => {
    const account = await openAccount();
    account.sandbox.setTerminalStatus('T00000001-T0001', 'INACTIVE');
    account.sandbox.checkUpdate('T00000001-T0001');
    expect((await account.get(`${terminals}/T00000001-T0001`)).body).toMatchObject({ status: 'INACTIVE' });
  });

  it('that was given another status meanwhile keeps it', async () => {
    const account = await openAccount();
    await account.post(terminals, newOne);
    account.sandbox.setTerminalStatus('T00000001-T0005', 'ERROR');
    await account.clock.pass(60_000);
    expect((await account.get(`${terminals}/T00000001-T0005`)).body).toMatchObject({ status: 'ERROR' });
  });

  it.each([
    ['letters', 'ABC222607285'],
    ['eleven digits', '15822260728'],
    ['a simulated one of another account', 'SIMULATED-T00000002-005'],
    ['a simulated one of two digits', 'SIMULATED-T00000001-05'],
  ])('with a serial number of %s is refused', async (_, serial) => {
    const account = await openAccount();
    expect((await account.post(terminals, { ...newOne, device_serial_number: serial })).status).toBe(400);
  });

  it('can be registered again after it was deleted', async () => {
    const account = await openAccount();
    await account.post(terminals, newOne);
    account.sandbox.setTerminalStatus('T00000001-T0005', 'DELETED');
    expect((await account.post(terminals, newOne)).status).toBe(200);
  });

  it('moves to another store, and takes another model', async () => {
    const account = await openAccount();
    await put(account, 'T00000001-T0002', { store_id: 'bergen-harbour', device_model: 'S1P2' });
    expect((await account.get(`${terminals}/T00000001-T0002`)).body).toMatchObject({
      store_id: 'bergen-harbour',
      device_model: 'S1P2',
    });
  });

  it.each([
    ['T00000001-T0099', { device_model: 'S1P2' }, 404],
    ['T00000001-T0002', { store_id: 'nowhere' }, 400],
    ['T00000001-T0002', { model: 'S1P2' }, 400],
  ])('(%s) is not changed by %j', async (terminalId, change, status) => {
    const account = await openAccount();
    expect((await put(account, terminalId, change)).status).toBe(status);
  });

  it('may have 4,999 others beside it', async () => {
    const account = await openAccount();
    account.sandbox.growFleet(4_996, 'oslo-center');
    const page = (await account.get(`${terminals}?starting_after=T00000001-T4900`)).body;
    expect(page).toHaveProperty('terminals.length', 100);
    expect(page).not.toHaveProperty('starting_after');
  });
});

describe('a store that is created', () => {
  it('has the id that was chosen, and one of Dintero’s', async () => {
    const account = await openAccount();
    expect((await account.post(stores, westSide)).body).toMatchObject({
      store_id: 'oslo-west',
      id: 'T00000001-0003',
      store_name: 'Oslo West',
      payout_destination: { payout_destination_id: 'seller-1', status: 'ACTIVE' },
    });
  });

  it('without an id of its own has Dintero’s for both', async () => {
    const account = await openAccount();
    const { store_id: _, ...rest } = westSide;
    expect((await account.post(stores, rest)).body).toMatchObject({
      store_id: 'T00000001-0003',
      id: 'T00000001-0003',
    });
  });

  it.each([
    ['no name', { ...westSide, store_name: '' }],
    ['a destination that is not there', { ...westSide, payout_destination: { payout_destination_id: 'x' } }],
    ['a member that is misspelt', { ...westSide, storename: 'x' }],
  ])('with %s is refused', async (_, body) => {
    const account = await openAccount();
    expect((await account.post(stores, body)).status).toBe(400);
  });

  it('without a payout destination takes no payments', async () => {
    const account = await openAccount();
    const { payout_destination: _, ...rest } = westSide;
    await account.post(stores, rest);
    expect((await account.get(`${stores}/oslo-west`)).body).not.toHaveProperty('payout_destination');
  });
});

describe('the account of a client that may only take payments', () => {
  it.each([
    ['POST', terminals],
    ['POST', stores],
    ['PUT', `${terminals}/T00000001-T0001`],
  ])('refuses %s %s', async (method, path) => {
    const account = await openAccount({ client: 'checkoutOnly' });
    const answer = await (method === 'PUT' ? account.put(path, {}) : account.post(path, {}));
    expect(answer.status).toBe(403);
  });
});
