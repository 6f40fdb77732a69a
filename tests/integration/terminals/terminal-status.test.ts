import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../../electron/sandbox/disturbances.ts';
import type { Terminal } from '../../../electron/sandbox/records.ts';
import { createCall } from '../payments/calls.ts';
import { type OpenTill, openTill } from '../payments/open-till.ts';
import { terminalId } from '../payments/till-parts.ts';

const statusRead = /^\/v1\/accounts\/[^/]+\/terminals\/[^/]+$/;

/** What the till says against a sale, if anything. */
const blockedBy = (till: OpenTill): string | undefined => till.paired.basketView().blocked?.code;

/** A till that has read its terminal as not usable. */
async function withStatus(status: Terminal['status']): Promise<OpenTill> {
  const till = await openTill();
  till.sandbox.setTerminalStatus(terminalId, status);
  await till.paired.refreshTerminals();
  return till;
}

const answered = (status: number): Trouble => ({ kind: 'answer', status });

describe('the status of the paired terminal', () => {
  it('is read when the till starts', async () => {
    const till = await openTill();
    expect(till.terminalView()).toMatchObject({
      terminalId,
      status: 'ACTIVE',
      serialNumber: 'SIMULATED-T00000001-001',
      model: 'SATURN1000',
    });
  });

  it.each(['PENDING', 'ACTION_REQUIRED', 'INACTIVE', 'ERROR', 'DELETED'] as const)(
    '%s blocks a sale and says which',
    async (status) => {
      const till = await withStatus(status);
      expect(till.paired.basketView().blocked).toEqual({
        code: 'terminal.not-active',
        detail: { status, terminalId },
      });
    },
  );

  it('that is not ACTIVE keeps a charge from leaving', async () => {
    const till = await withStatus('INACTIVE');
    till.enter(39_900);
    till.payments.charge(true);
    expect(till.requests('POST', createCall)).toEqual([]);
  });

  it('is read each minute', async () => {
    const till = await openTill();
    till.sandbox.setTerminalStatus(terminalId, 'INACTIVE');
    await till.pass(60_000);
    expect(blockedBy(till)).toBe('terminal.not-active');
  });

  it('is read every 10 s while it blocks', async () => {
    const till = await withStatus('INACTIVE');
    till.sandbox.setTerminalStatus(terminalId, 'ACTIVE');
    await till.pass(10_000);
    expect(blockedBy(till)).toBeUndefined();
  });

  it('of a terminal that has vanished is a fault that blocks', async () => {
    const till = await openTill();
    till.sandbox.removeTerminal(terminalId);
    await till.paired.refreshTerminals();
    expect(till.paired.basketView().blocked).toEqual({ code: 'terminal.gone', detail: { terminalId } });
  });

  it('that may not be read is not known, says why, and blocks nothing', async () => {
    const till = await openTill();
    till.disturb(statusRead, answered(403));
    await till.paired.refreshTerminals();
    expect([blockedBy(till), till.terminalView()]).toMatchObject([
      undefined,
      { fault: { code: 'setup.rights', detail: { scope: 'read:accounts' } } },
    ]);
  });

  it('that may not be read is not what it was before', async () => {
    const till = await withStatus('INACTIVE');
    till.disturb(statusRead, answered(403));
    await till.paired.refreshTerminals();
    expect(till.terminalView().status).toBeUndefined();
  });
});

describe('a look at the terminal that brings no answer', () => {
  it.each<[string, Trouble]>([
    ['a 429', answered(429)],
    ['a 500', answered(500)],
    ['a 503', answered(503)],
    ['a reset', { kind: 'reset' }],
    ['garbage', { kind: 'garble' }],
  ])('(%s) leaves a terminal that is not ACTIVE blocked', async (_, trouble) => {
    const till = await withStatus('INACTIVE');
    till.disturb(statusRead, trouble);
    await till.paired.refreshTerminals();
    expect(till.terminalView()).toMatchObject({
      status: 'INACTIVE',
      fault: { code: 'terminal.not-active' },
    });
  });

  it.each<[string, Trouble]>([
    ['a 503', answered(503)],
    ['a reset', { kind: 'reset' }],
  ])('(%s) leaves a terminal that has vanished blocked', async (_, trouble) => {
    const till = await openTill();
    till.sandbox.removeTerminal(terminalId);
    await till.paired.refreshTerminals();
    till.disturb(statusRead, trouble);
    await till.paired.refreshTerminals();
    expect(till.terminalView().fault).toMatchObject({ code: 'terminal.gone' });
  });

  it('(a 429) is followed by no other for as long as Dintero wants to be left alone', async () => {
    const till = await openTill();
    till.disturb(statusRead, { kind: 'answer', status: 429, retryAfterSeconds: 110 });
    await till.paired.refreshTerminals();
    till.sandbox.setTerminalStatus(terminalId, 'INACTIVE');
    await till.pass(109_000);
    expect(blockedBy(till)).toBeUndefined();
    await till.pass(2_000);
    expect(blockedBy(till)).toBe('terminal.not-active');
  });

  it('(a 503) blocks no sale on a terminal that was ACTIVE', async () => {
    const till = await openTill();
    till.disturb(statusRead, answered(503));
    await till.paired.refreshTerminals();
    expect([blockedBy(till), till.terminalView().status]).toEqual([undefined, 'ACTIVE']);
  });

  it('(a 503) is told beside the last known status', async () => {
    const till = await openTill();
    till.disturb(statusRead, answered(503));
    await till.paired.refreshTerminals();
    expect(till.terminalView().fault).toMatchObject({ code: 'setup.dintero-down' });
  });
});
