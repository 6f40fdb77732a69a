import { describe, expect, it } from 'vitest';
import { Approvals } from '../../../renderer/bridge/approvals.ts';
import { createBridge } from '../../../renderer/bridge/bridge.ts';
import { changesOf, openMirror } from '../../../renderer/stores/mirror.ts';
import { type Result } from '../../../shared/result.ts';
import { FakeWire } from '../../renderer/fake-wire.ts';
import { paymentOf } from '../../renderer/samples/payment-samples.ts';
import { quietTill } from '../../renderer/samples/till-samples.ts';

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('the mirror of what main owns', () => {
  it('starts with the snapshot and follows every push', async () => {
    const wire = new FakeWire(quietTill);
    const mirror = valueOf(await openMirror(wire, createBridge(wire, new Approvals())));
    expect(mirror.getState().payment).toBeNull();
    wire.push('payment', paymentOf('approved'));
    expect(mirror.getState().payment?.shown).toBe('approved');
    wire.push('payment', null);
    expect(mirror.getState().payment).toBeNull();
  });

  it('keeps a push that overtakes the snapshot, and lets no older snapshot undo it', async () => {
    const wire = new FakeWire(quietTill);
    const snapshot = wire.call('app.snapshot', null);
    const opening = openMirror(
      { subscribe: wire.subscribe },
      {
        app: {
          snapshot: async () => {
            // The reply was made before the push, and arrives after it.
            await snapshot;
            wire.push('payment', paymentOf('approved'));
            return { ok: true, value: quietTill };
          },
        },
      },
    );
    expect(valueOf(await opening).getState().payment?.shown).toBe('approved');
  });

  it('takes the last of several early pushes of a slice, and leaves the other slices to the snapshot', async () => {
    const wire = new FakeWire(quietTill);
    const opening = openMirror(
      { subscribe: wire.subscribe },
      {
        app: {
          snapshot: () => {
            wire.push('sales', { revision: 2 });
            wire.push('sales', { revision: 3 });
            return Promise.resolve({ ok: true, value: quietTill });
          },
        },
      },
    );
    const mirror = valueOf(await opening);
    expect(mirror.getState().sales.revision).toBe(3);
    expect(mirror.getState().tillTerminals).toEqual(quietTill.tillTerminals);
  });

  it('changes one slice per push, so that screens of other slices stay as they are', async () => {
    const wire = new FakeWire(quietTill);
    const mirror = valueOf(await openMirror(wire, createBridge(wire, new Approvals())));
    const before = mirror.getState();
    wire.push('sales', { revision: 7 });
    expect(mirror.getState().staff).toBe(before.staff);
    expect(mirror.getState().basket).toBe(before.basket);
  });

  it('says so when main does not answer, and stops listening', async () => {
    const wire = new FakeWire(quietTill, { 'app.snapshot': { fault: { code: 'setup.bug' } } });
    expect(await openMirror(wire, createBridge(wire, new Approvals()))).toEqual({
      ok: false,
      error: { code: 'setup.bug' },
    });
  });

  it.each([
    ['no push at all', 'hello'],
    ['a slice that it does not know', { slice: 'weather', value: {} }],
    ['a value that does not fit', { slice: 'sales', value: { revision: 'many' } }],
    ['a name that every object has', { slice: 'constructor', value: {} }],
  ])('ignores %s', (_, push) => {
    expect(changesOf(push)).toEqual({});
  });
});
