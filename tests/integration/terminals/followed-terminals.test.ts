import { describe, expect, it } from 'vitest';
import { terminalHandlers } from '../../../electron/terminals/handlers.ts';
import { managersLeave } from '../payments/people.ts';
import { type FleetBench, openFleet } from './open-fleet.ts';

const newOne = 'T00000001-T0005';

/** A terminal that was just registered and is followed. */
async function following(): Promise<FleetBench> {
  const bench = await openFleet();
  await bench.fleet.register({ serialNumber: '158222607285', model: '', storeId: 'oslo-center' });
  bench.followed.set([newOne]);
  await seen(bench, 'PENDING');
  return bench;
}

/** Resolves when what is followed shows this status; time passes until then. */
async function seen(bench: FleetBench, status: string): Promise<void> {
  await expect
    .poll(async () => {
      await bench.clock.pass(1_000);
      return bench.followed.view()[0]?.terminal?.status;
    })
    .toBe(status);
}

describe('a terminal that is followed', () => {
  it('goes from PENDING through ACTION_REQUIRED to ACTIVE by itself', async () => {
    const bench = await following();
    await seen(bench, 'ACTION_REQUIRED');
    expect(bench.followed.view()).toMatchObject([{ terminal: { statusReason: 'CHECK_UPDATE' } }]);
    bench.sandbox.checkUpdate(newOne);
    await seen(bench, 'ACTIVE');
  });

  it('that was deleted behind our back is gone', async () => {
    const bench = await following();
    bench.sandbox.removeTerminal(newOne);
    await expect
      .poll(async () => {
        await bench.clock.pass(1_000);
        return bench.followed.view();
      })
      .toMatchObject([{ terminalId: newOne, gone: true, terminal: { status: 'PENDING' } }]);
  });

  it('keeps what is known of it when a look brings nothing, and says why', async () => {
    const bench = await following();
    bench.sandbox.disturb({
      method: 'GET',
      path: /\/terminals\/[^/]+$/,
      times: 1_000,
      trouble: { kind: 'answer', status: 503 },
    });
    await expect
      .poll(async () => {
        await bench.clock.pass(1_000);
        return bench.followed.view();
      })
      .toMatchObject([{ terminal: { status: 'PENDING' }, fault: { code: 'setup.dintero-down' } }]);
  });

  it('is left alone for as long as Dintero asks', async () => {
    const bench = await following();
    bench.sandbox.disturb({
      method: 'GET',
      path: /\/terminals\/[^/]+$/,
      trouble: { kind: 'answer', status: 429, retryAfterSeconds: 60 },
    });
    await expect
      .poll(async () => {
        await bench.clock.pass(1_000);
        return bench.followed.view();
      })
      .toMatchObject([{ fault: { code: 'setup.rate-limited' } }]);
    const asked = bench.requests('GET').length;
    await bench.clock.pass(58_000);
    expect(bench.requests('GET')).toHaveLength(asked);
  });

  it.each(['ACTIVE', 'DELETED'])(
    'that is %s changes rarely, and is looked at each minute',
    async (status) => {
      const bench = await following();
      bench.sandbox.setTerminalStatus(newOne, status);
      await seen(bench, status);
      const asked = bench.requests('GET').length;
      await bench.clock.pass(58_000);
      expect(bench.requests('GET')).toHaveLength(asked);
    },
  );

  it('that was moved is looked at at once', async () => {
    const bench = await openFleet();
    const terminalId = 'T00000001-T0001';
    const { follow, change } = terminalHandlers(bench.fleet, bench.followed);
    void follow({ terminalIds: [terminalId] });
    await seen(bench, 'ACTIVE');
    await change({ terminalId, model: '', storeId: 'bergen-harbour' }, managersLeave);
    await expect
      .poll(() => bench.followed.view())
      .toMatchObject([{ terminal: { storeId: 'bergen-harbour' } }]);
  });

  it('that may not be read names the scope', async () => {
    const bench = await openFleet({ client: 'checkoutOnly' });
    bench.followed.set(['T00000001-T0001']);
    await expect
      .poll(() => bench.followed.view())
      .toMatchObject([{ fault: { code: 'setup.rights', detail: { scope: 'read:accounts' } } }]);
  });

  it('is looked at no more when nobody follows it', async () => {
    const bench = await following();
    bench.followed.set([]);
    await bench.clock.pass(3_000);
    const asked = bench.requests('GET').length;
    await bench.clock.pass(600_000);
    expect([bench.followed.view(), bench.requests('GET').length]).toEqual([[], asked]);
  });

  it('is looked at anew when it is followed once more', async () => {
    const bench = await openFleet();
    bench.followed.set(['T00000001-T0001']);
    await seen(bench, 'ACTIVE');
    bench.followed.set([]);
    bench.followed.set(['T00000001-T0001']);
    await expect.poll(() => bench.followed.view()[0]?.terminal?.status).toBe('ACTIVE');
  });
});
