import { describe, expect, it } from 'vitest';
import type { TerminalHealth } from '../../../shared/views/health.ts';
import { type OpenTill, openTill } from '../payments/open-till.ts';
import { terminalId } from '../payments/till-parts.ts';

const healthOf = (till: OpenTill): TerminalHealth => till.paired.health(terminalId, []);

/** Sells so often that there are figures, on a terminal whose transaction opens after a time in ms. */
async function sellOften(till: OpenTill, times: number, openMs: number): Promise<void> {
  till.sandbox.setOptions({ promptDelayMs: openMs });
  for (let count = 0; count < times; count += 1) {
    await till.charge(1_000);
    await till.pass(openMs);
    till.press('tap');
    await till.payments.checkNow(till.view.attempt.attemptId);
    till.payments.newSale(till.view.attempt.attemptId);
    await till.pass(10_000);
  }
}

/** Charges on a terminal without power, and gives it up after half a minute. */
async function wait(till: OpenTill): Promise<void> {
  const { attemptId } = await till.charge(1_000);
  await till.pass(30_000);
  await till.payments.cancel(attemptId);
  await till.until(() => till.attempt(attemptId).state === 'cancelled');
  till.payments.newSale(attemptId);
}

describe('the health of a terminal', () => {
  it('has figures after ten sales, as the journal has them', async () => {
    const till = await openTill();
    await sellOften(till, 9, 3_000);
    expect(healthOf(till)).toMatchObject({ standing: 'unmeasured' });
    expect(healthOf(till)).not.toHaveProperty('open');
    await sellOften(till, 1, 3_000);
    expect(healthOf(till)).toMatchObject({
      standing: 'usual',
      open: { count: 10, p50Ms: 3_000, p95Ms: 3_000 },
      outcome: { count: 10, p50Ms: 3_000, p95Ms: 3_000 },
      lastOutcome: { state: 'approved' },
    });
  });

  it('P9: speaks of the same usual time as the pay screen', async () => {
    const till = await openTill();
    await sellOften(till, 10, 2_000);
    await till.charge(1_000);
    expect(till.view.usualOpenMs).toBe(healthOf(till).open?.p50Ms);
  });

  it('outlives the till', async () => {
    const till = await openTill();
    await sellOften(till, 10, 2_000);
    const before = healthOf(till);
    await till.restart();
    expect(healthOf(till)).toEqual(before);
  });

  it('is slow when it takes longer than it used to', async () => {
    const till = await openTill();
    await sellOften(till, 10, 1_000);
    await sellOften(till, 3, 6_000);
    expect(healthOf(till).standing).toBe('slow');
  });

  it('is dead when nothing comes of it, and well again when something does', async () => {
    const till = await openTill();
    await sellOften(till, 10, 1_000);
    till.press('unplug');
    await wait(till);
    expect(healthOf(till).standing).toBe('usual');
    await wait(till);
    expect(healthOf(till)).toMatchObject({ standing: 'dead', silences: 2 });
    till.press('plug-in');
    await sellOften(till, 1, 1_000);
    expect(healthOf(till)).toMatchObject({ standing: 'usual', silences: 0 });
  });

  it('of a terminal that this till has never used is not known', async () => {
    const till = await openTill();
    expect(till.paired.health('T00000001-T0002', [])).toEqual({
      terminalId: 'T00000001-T0002',
      standing: 'unmeasured',
      silences: 0,
      times: [],
    });
  });
});
