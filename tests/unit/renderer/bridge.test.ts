import { minorUnits } from '../../../shared/money.ts';
import { describe, expect, it } from 'vitest';
import { createBridge } from '../../../renderer/bridge/bridge.ts';
import { contract } from '../../../shared/contract.ts';
import { FakeWire } from '../../renderer/fake-wire.ts';
import { quietTill } from '../../renderer/samples/till-samples.ts';

const pressed = {
  acceptRisk: false,
  basketId: 'basket-1',
  total: minorUnits(39_900),
  terminalId: 'T12345678-T0001',
};

describe('the bridge to main', () => {
  it('has every call of the contract, and no other', () => {
    const bridge = createBridge(new FakeWire(quietTill));
    const callsOf = (feature: string): readonly string[] => {
      const calls: unknown = Reflect.get(bridge, feature);
      return Object.keys(Object(calls) as object);
    };
    for (const [feature, calls] of Object.entries(contract)) {
      expect(callsOf(feature)).toEqual(Object.keys(calls));
    }
    expect(callsOf('weather')).toEqual([]);
  });

  it('gives the same feature each time, so that it can be depended on', () => {
    const bridge = createBridge(new FakeWire(quietTill));
    expect(bridge.payments).toBe(bridge.payments);
    expect(bridge.payments.cancel).toBe(bridge.payments.cancel);
  });

  it('sends the name and the argument, and null where there is none', async () => {
    const wire = new FakeWire(quietTill);
    const bridge = createBridge(wire);
    await bridge.payments.cancel({ attemptId: 'attempt-1' });
    await bridge.staff.lock();
    expect(wire.calls).toEqual([
      { name: 'payments.cancel', argument: { attemptId: 'attempt-1' } },
      { name: 'staff.lock', argument: null },
    ]);
  });

  it('gives a refusal back as a value', async () => {
    const wire = new FakeWire(quietTill, { 'payments.charge': { fault: { code: 'terminal.busy' } } });
    expect(await createBridge(wire).payments.charge(pressed)).toEqual({
      ok: false,
      error: { code: 'terminal.busy' },
    });
  });

  it.each([
    ['is none', undefined],
    ['does not fit the contract', { ok: true, value: { sales: 'all' } }],
    ['names a fault that nobody knows', { ok: false, error: { code: 'setup.gremlins' } }],
  ])('calls a reply that %s a bug, which says that money may have moved', async (_, reply) => {
    const bridge = createBridge({ call: () => Promise.resolve(reply), subscribe: () => () => undefined });
    expect(await bridge.sales.list({ search: { text: '' }, limit: 1 })).toMatchObject({
      ok: false,
      error: { code: 'setup.bug' },
    });
  });

  it('never throws, also when the wire does', async () => {
    const bridge = createBridge({
      call: () => Promise.reject(new Error('gone')),
      subscribe: () => () => undefined,
    });
    expect(await bridge.payments.charge(pressed)).toMatchObject({
      ok: false,
      error: { code: 'setup.bug' },
    });
  });
});
