import { minorUnits } from '../../../shared/money.ts';
import { describe, expect, it } from 'vitest';
import { Approvals } from '../../../renderer/bridge/approvals.ts';
import { createBridge } from '../../../renderer/bridge/bridge.ts';
import { type Bridge, contract } from '../../../shared/contract.ts';
import { type Wire } from '../../../shared/wire.ts';
import { FakeWire } from '../../renderer/fake-wire.ts';
import { quietTill } from '../../renderer/samples/till-samples.ts';

const bridgeOn = (wire: Wire): Bridge => createBridge(wire, new Approvals());

const pressed = {
  acceptRisk: false,
  basketId: 'basket-1',
  total: minorUnits(39_900),
  terminalId: 'T12345678-T0001',
};

describe('the bridge to main', () => {
  it('has every call of the contract, and no other', () => {
    const bridge = bridgeOn(new FakeWire(quietTill));
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
    const bridge = bridgeOn(new FakeWire(quietTill));
    expect(bridge.payments).toBe(bridge.payments);
    expect(bridge.payments.cancel).toBe(bridge.payments.cancel);
  });

  it('sends the name and the argument, and null where there is none', async () => {
    const wire = new FakeWire(quietTill);
    const bridge = bridgeOn(wire);
    await bridge.payments.cancel({ attemptId: 'attempt-1' });
    await bridge.staff.lock();
    expect(wire.calls).toEqual([
      { name: 'payments.cancel', argument: { attemptId: 'attempt-1' } },
      { name: 'staff.lock', argument: null },
    ]);
  });

  it('gives a refusal back as a value', async () => {
    const wire = new FakeWire(quietTill, { 'payments.charge': { fault: { code: 'terminal.busy' } } });
    expect(await bridgeOn(wire).payments.charge(pressed)).toEqual({
      ok: false,
      error: { code: 'terminal.busy' },
    });
  });

  it.each([
    ['is none', undefined],
    ['does not fit the contract', { ok: true, value: { sales: 'all' } }],
    ['names a fault that nobody knows', { ok: false, error: { code: 'setup.gremlins' } }],
  ])('calls a reply that %s a bug, which says that money may have moved', async (_, reply) => {
    const bridge = bridgeOn({ call: () => Promise.resolve(reply), subscribe: () => () => undefined });
    expect(await bridge.sales.list({ search: { text: '' }, limit: 1 })).toMatchObject({
      ok: false,
      error: { code: 'setup.bug' },
    });
  });

  it('never throws, also when the wire does', async () => {
    const bridge = bridgeOn({
      call: () => Promise.reject(new Error('gone')),
      subscribe: () => () => undefined,
    });
    expect(await bridge.payments.charge(pressed)).toMatchObject({
      ok: false,
      error: { code: 'setup.bug' },
    });
  });

  describe('asked for an approval', () => {
    const asked = { code: 'setup.needs-approval', detail: { right: 'change-settings' } } as const;
    const yes = { reason: 'Told to', approverId: 'person-kari', pin: '1234' };
    const changed = { deadlineSeconds: 240 };

    it('waits for it, and makes the same call again with it', async () => {
      const wire = new FakeWire(quietTill, { 'settings.save': { fault: asked } });
      const approvals = new Approvals();
      const answer = createBridge(wire, approvals).settings.save(changed);
      await expect.poll(() => approvals.waiting.getState()).toMatchObject([{ right: 'change-settings' }]);
      wire.answer('settings.save', { value: null });
      await approvals.waiting.getState()[0]?.sign(yes);
      expect(await answer).toEqual({ ok: true, value: null });
      expect(wire.calls.map(({ argument }) => argument)).toEqual([changed, { ...changed, approval: yes }]);
      expect(approvals.waiting.getState()).toEqual([]);
    });

    it('goes on waiting after one that is no good', async () => {
      const wire = new FakeWire(quietTill, { 'settings.save': { fault: asked } });
      const approvals = new Approvals();
      const answer = createBridge(wire, approvals).settings.save(changed);
      await expect.poll(() => approvals.waiting.getState()).toHaveLength(1);
      wire.answer('settings.save', { fault: { code: 'input.pin-wrong', field: 'pin' } });
      expect(await approvals.waiting.getState()[0]?.sign(yes)).toMatchObject({ ok: false });
      expect(approvals.waiting.getState()).toHaveLength(1);
      wire.answer('settings.save', { fault: { code: 'input.deadline', field: 'deadlineSeconds' } });
      await approvals.waiting.getState()[0]?.sign(yes);
      expect(await answer).toMatchObject({ ok: false, error: { code: 'input.deadline' } });
    });

    it('that nobody gives, tells what it was refused for', async () => {
      const wire = new FakeWire(quietTill, { 'settings.save': { fault: asked } });
      const approvals = new Approvals();
      const answer = createBridge(wire, approvals).settings.save(changed);
      await expect.poll(() => approvals.waiting.getState()).toHaveLength(1);
      approvals.waiting.getState()[0]?.leave();
      expect(await answer).toEqual({ ok: false, error: asked });
      expect(wire.calls).toHaveLength(1);
    });
  });
});
