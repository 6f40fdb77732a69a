import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../../electron/sandbox/disturbances.ts';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import { type FleetBench, openFleet } from './open-fleet.ts';

const aTerminal = { serialNumber: '158222607285', model: '', storeId: 'oslo-center' } as const;
const registerCall = /\/terminals$/;
const changeCall = /\/terminals\/[^/]+$/;

const moved = { terminalId: 'T00000001-T0002', model: '', storeId: 'bergen-harbour' } as const;

/** What was asked for, over all tries, oldest first. */
const storeIdsSent = ({ sandbox }: FleetBench): readonly unknown[] =>
  sandbox
    .requests()
    .flatMap(({ method, body }) =>
      (method === 'POST' || method === 'PUT') && typeof body === 'object' && body && 'store_id' in body
        ? [body.store_id]
        : [],
    );

describe('the terminals of an account', () => {
  it('are listed part after part, to the end', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.growFleet(4_996, 'oslo-center');
    const sizes: number[] = [];
    const seen = new Set<string>();
    let after: string | undefined;
    do {
      const page = await fleet.page(after);
      if (!page.ok) throw new Error(page.error.code);
      sizes.push(page.value.terminals.length);
      for (const { terminalId } of page.value.terminals) seen.add(terminalId);
      after = page.value.next;
    } while (after !== undefined);
    expect([sizes.length, seen.size]).toEqual([50, 5_000]);
  });

  it('tell their first part within a second, however many there are', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.growFleet(4_996, 'oslo-center');
    const began = performance.now();
    await fleet.page(undefined);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('that this API client may not read name the scope that is missing', async () => {
    const { fleet } = await openFleet({ client: 'checkoutOnly' });
    expect(await fleet.page(undefined)).toMatchObject({
      error: { code: 'setup.rights', detail: { scope: 'read:accounts' } },
    });
  });

  it('keep a status that nobody knows as it is', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.setTerminalStatus('T00000001-T0001', 'QUARANTINED');
    expect(await fleet.page(undefined)).toHaveProperty('value.terminals[0].status', 'QUARANTINED');
  });
});

describe('registering a terminal', () => {
  it('gives the new terminal, which is being set up', async () => {
    const { fleet } = await openFleet();
    expect(await fleet.register(aTerminal)).toMatchObject({
      value: {
        tookStoreId: 'merchant',
        terminal: {
          terminalId: 'T00000001-T0005',
          serialNumber: '158222607285',
          storeId: 'oslo-center',
          status: 'PENDING',
        },
      },
    });
  });

  it('sends its model only when there is one', async () => {
    const { fleet, sandbox } = await openFleet();
    await fleet.register(aTerminal);
    await fleet.register({ ...aTerminal, serialNumber: '158222607286', model: 'S1P2' });
    const bodies = sandbox.requests().flatMap(({ path, body }) => (registerCall.test(path) && body) || []);
    expect(bodies).toEqual([
      { device_serial_number: '158222607285', store_id: 'oslo-center' },
      { device_serial_number: '158222607286', store_id: 'oslo-center', device_model: 'S1P2' },
    ]);
  });

  it.each<[string, OptionsChange, readonly string[], string]>([
    ['the merchant’s id', {}, ['oslo-center'], 'merchant'],
    [
      'Dintero’s id, and refuses the other with 400',
      { terminalStoreId: 'dintero' },
      ['oslo-center', 'T00000001-0001'],
      'dintero',
    ],
    [
      'Dintero’s id, and refuses the other with 404',
      { terminalStoreId: 'dintero', unknownReferenceStatus: 404 },
      ['oslo-center', 'T00000001-0001'],
      'dintero',
    ],
  ])('at a server that takes %s goes the right way', async (_, options, sent, took) => {
    const bench = await openFleet({ options });
    expect(await bench.fleet.register(aTerminal)).toMatchObject({
      value: { tookStoreId: took, terminal: { storeId: 'oslo-center' } },
    });
    expect(storeIdsSent(bench)).toEqual(sent);
  });

  it.each<[string, Trouble]>([
    ['a lost reply', { kind: 'lose-reply' }],
    ['a 503', { kind: 'answer', status: 503 }],
    ['a 403', { kind: 'answer', status: 403 }],
    ['a 409', { kind: 'answer', status: 409 }],
  ])('is tried with Dintero’s id after a 400 or 404 only, not after %s', async (_, trouble) => {
    const bench = await openFleet();
    bench.sandbox.disturb({ method: 'POST', path: registerCall, trouble });
    await bench.fleet.register(aTerminal);
    expect(bench.requests('POST').filter((path) => registerCall.test(path))).toHaveLength(1);
  });

  it.each([
    ['nothing', '', { code: 'input.required' }],
    ['eleven digits', '15822260728', { code: 'input.serial-length', detail: { count: 11 } }],
    ['letters', 'ABC222607285', { code: 'input.serial-letters' }],
    [
      'a simulated one of another account',
      'SIMULATED-T00000009-001',
      { code: 'input.serial-simulated', detail: { example: 'SIMULATED-T00000001-001' } },
    ],
  ])('with %s as its serial number is refused before anything is sent', async (_, serialNumber, error) => {
    const { fleet, sandbox } = await openFleet();
    expect(await fleet.register({ ...aTerminal, serialNumber })).toMatchObject({
      error: { ...error, field: 'serialNumber' },
    });
    expect(sandbox.requests()).toEqual([]);
  });

  it.each<[string, OptionsChange]>([
    ['409', {}],
    ['400', { alreadyThereStatus: 400 }],
  ])('that was registered before (%s) says where it is', async (_, options) => {
    const { fleet } = await openFleet({ options });
    expect(await fleet.register({ ...aTerminal, serialNumber: 'simulated-t00000001-002' })).toMatchObject({
      error: {
        code: 'input.serial-taken',
        field: 'serialNumber',
        detail: { terminalId: 'T00000001-T0002', storeId: 'oslo-center' },
      },
    });
  });

  it('that Dintero refuses for another reason says that', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.disturb({
      method: 'POST',
      path: registerCall,
      times: 2,
      trouble: { kind: 'answer', status: 400 },
    });
    expect(await fleet.register(aTerminal)).toMatchObject({ error: { code: 'setup.terminal-refused' } });
  });

  it.each([
    ['no store', '', 'input.choose'],
    ['a store that is not there', 'nowhere', 'input.store-unknown'],
  ])('in %s is refused', async (_, storeId, code) => {
    const { fleet } = await openFleet();
    expect(await fleet.register({ ...aTerminal, storeId })).toMatchObject({
      error: { code, field: 'storeId' },
    });
  });

  it('in a store that was deleted is refused', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.deleteStore('oslo-center');
    expect(await fleet.register(aTerminal)).toMatchObject({
      error: { code: 'input.store-unknown', field: 'storeId' },
    });
  });

  it('never comes to stand in another store, whose id is the same as Dintero’s of this one', async () => {
    const bench = await openFleet();
    bench.sandbox.addStore({ storeId: 'T00000001-0001', name: 'Another' });
    bench.sandbox.disturb({ method: 'POST', path: registerCall, trouble: { kind: 'answer', status: 400 } });
    expect(await bench.fleet.register(aTerminal)).toMatchObject({
      error: { code: 'setup.terminal-refused' },
    });
    expect(storeIdsSent(bench)).toEqual(['oslo-center']);
  });

  it('in a store without a payout destination is refused', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.addStore({ storeId: 'bare', name: 'Bare' });
    expect(await fleet.register({ ...aTerminal, storeId: 'bare' })).toMatchObject({
      error: { code: 'input.store-no-seller', field: 'storeId' },
    });
  });

  it('with a right that is missing for this alone names the scope', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.disturb({ method: 'POST', path: registerCall, trouble: { kind: 'answer', status: 403 } });
    expect(await fleet.register(aTerminal)).toMatchObject({
      error: { code: 'setup.rights', detail: { scope: 'write:accounts' } },
    });
  });

  it('that this client may not register is not looked for', async () => {
    const { fleet, sandbox, requests } = await openFleet();
    sandbox.disturb({ method: 'POST', path: registerCall, trouble: { kind: 'answer', status: 403 } });
    await fleet.register(aTerminal);
    expect(requests('GET').filter((path) => registerCall.test(path))).toEqual([]);
  });

  it('by a client that may not read stores takes the store as it was typed', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.disturb({ method: 'GET', path: /\/stores$/, trouble: { kind: 'answer', status: 403 } });
    expect(await fleet.register(aTerminal)).toMatchObject({ ok: true });
  });

  it('whose reply is lost is found in the list', async () => {
    const { fleet, sandbox, requests } = await openFleet();
    sandbox.disturb({ method: 'POST', path: registerCall, trouble: { kind: 'lose-reply' } });
    expect(await fleet.register(aTerminal)).toMatchObject({
      value: { terminal: { terminalId: 'T00000001-T0005' } },
    });
    expect(requests('POST').filter((path) => registerCall.test(path))).toHaveLength(1);
  });

  it('that got lost on its way is not known to be done', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.disturb({ method: 'POST', path: registerCall, trouble: { kind: 'reset' } });
    expect(await fleet.register(aTerminal)).toMatchObject({ error: { code: 'setup.reply-lost' } });
  });

  it('whose reply is lost is not taken for another that stands elsewhere', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.disturb({ method: 'POST', path: registerCall, trouble: { kind: 'reset' } });
    expect(
      await fleet.register({
        serialNumber: 'SIMULATED-T00000001-001',
        model: '',
        storeId: 'bergen-harbour',
      }),
    ).toMatchObject({ error: { code: 'input.serial-taken' } });
  });

  it('may be tried again after it was deleted', async () => {
    const { fleet, sandbox } = await openFleet();
    await fleet.register(aTerminal);
    sandbox.setTerminalStatus('T00000001-T0005', 'DELETED');
    expect(await fleet.register(aTerminal)).toMatchObject({ value: { terminal: { status: 'PENDING' } } });
  });

  it('proposes the next simulated one that is free', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.removeTerminal('T00000001-T0003');
    expect(await fleet.nextSimulated()).toEqual({ ok: true, value: 'SIMULATED-T00000001-003' });
  });
});

describe('changing a terminal', () => {
  it.each<[string, OptionsChange, string]>([
    ['the merchant’s id', {}, 'merchant'],
    ['Dintero’s id', { terminalStoreId: 'dintero' }, 'dintero'],
  ])('moves it to another store at a server that takes %s', async (_, options, took) => {
    const { fleet } = await openFleet({ options });
    expect(await fleet.change(moved)).toMatchObject({
      value: { tookStoreId: took, terminal: { storeId: 'bergen-harbour' } },
    });
  });

  it('gives it another model', async () => {
    const { fleet } = await openFleet();
    expect(await fleet.change({ ...moved, storeId: 'oslo-center', model: 'S1P2' })).toMatchObject({
      value: { terminal: { model: 'S1P2', storeId: 'oslo-center' } },
    });
  });

  it('that was deleted behind our back says so', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.removeTerminal(moved.terminalId);
    expect(await fleet.change(moved)).toMatchObject({ error: { code: 'terminal.gone' } });
  });

  it('while a payment holds it is refused, and nothing is sent', async () => {
    const { fleet, sandbox } = await openFleet({ held: moved.terminalId });
    expect(await fleet.change(moved)).toMatchObject({ error: { code: 'terminal.operation-reserved' } });
    expect(sandbox.requests()).toEqual([]);
  });

  it('whose reply is lost is seen to be done', async () => {
    const { fleet, sandbox } = await openFleet();
    sandbox.disturb({ method: 'PUT', path: changeCall, trouble: { kind: 'lose-reply' } });
    expect(await fleet.change(moved)).toMatchObject({ value: { terminal: { storeId: 'bergen-harbour' } } });
  });

  it.each<[string, Trouble, string]>([
    ['got lost on its way', { kind: 'reset' }, 'setup.reply-lost'],
    ['is not allowed', { kind: 'answer', status: 403 }, 'setup.rights'],
    ['Dintero refuses', { kind: 'answer', status: 409 }, 'setup.terminal-refused'],
  ])('that %s says so', async (_, trouble, code) => {
    const { fleet, sandbox } = await openFleet();
    sandbox.disturb({ method: 'PUT', path: changeCall, trouble });
    expect(await fleet.change(moved)).toMatchObject({ error: { code } });
  });
});
