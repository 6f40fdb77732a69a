import { describe, expect, it } from 'vitest';
import { operationDeadlineMs } from '../../../electron/terminals/operations.ts';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import type { OperationKind, OperationState } from '../../../shared/views/operations.ts';
import { call, logIn } from '../sandbox/account.ts';
import { type OperatingTill, openOperatingTill, terminalId } from './operating-till.ts';

const otherTerminal = 'T00000001-T0002';
const lost = { kind: 'lose-reply' } as const;

const operations = [
  ['check_update', 'checkUpdateEnds', 3_000],
  ['open_menu', 'openMenuEnds', 500],
  ['send_logs', 'sendLogsEnds', 2_000],
  ['end_of_day', 'endOfDayEnds', 4_000],
] as const;

const path = '/v1/admin/terminals/operations';

const logged = async ({ sandbox }: OperatingTill) => ({
  authorization: `Bearer ${await logIn(sandbox.url)}`,
});

/** Somebody else asks the terminal for something. */
async function askElsewhere(till: OperatingTill, operation: OperationKind): Promise<void> {
  await call(till.sandbox.url, 'POST', path, {
    body: { terminal_id: terminalId, operation },
    headers: await logged(till),
  });
}

/** What Dintero has been asked for on the terminal. */
async function operationsAtDintero(till: OperatingTill): Promise<unknown> {
  return (await call(till.sandbox.url, 'GET', path, { headers: await logged(till) })).body;
}

/** A till whose operation is pending at Dintero. */
async function withPending(kind: OperationKind, options: OptionsChange = {}): Promise<OperatingTill> {
  const till = await openOperatingTill({ options });
  await till.start(kind);
  return till;
}

describe.each(operations)('%s', (kind, option, ms) => {
  it.each<[string, OperationState]>([
    ['completed', 'completed'],
    ['failed', 'failed'],
    ['timeout', 'timeout'],
  ])('that ends as %s is followed until then', async (end, state) => {
    const till = await openOperatingTill({ options: { [option]: end } });
    await till.start(kind);
    expect(till.last).toMatchObject({ terminalId, kind, state: 'running' });
    const { startedAt } = till.last;
    await till.pass(ms + 1_000);
    expect(till.last).toMatchObject({ state, startedAt, endedAt: startedAt + Math.ceil(ms / 1_000) * 1_000 });
    expect(till.starts).toHaveLength(1);
  });

  it('is told to who knows the terminal once it has ended', async () => {
    const till = await withPending(kind);
    expect(till.ended).toEqual([]);
    await till.pass(ms + 1_000);
    expect(till.ended).toEqual([terminalId]);
  });

  it('is not started while a payment or refund of this till is on the terminal', async () => {
    const till = await openOperatingTill();
    till.heldBy = 'counter7-1';
    expect(await till.start(kind)).toEqual({
      ok: false,
      error: { code: 'terminal.operation-reserved', detail: { reference: 'counter7-1' } },
    });
    expect(till.starts).toEqual([]);
  });
});

describe('an operation', () => {
  it('carries a key of its own each time', async () => {
    const till = await withPending('send_logs');
    await till.pass(3_000);
    await till.start('send_logs');
    const [first, second] = till.keys;
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
  });

  it('of the end of day says who closes it', async () => {
    const till = await withPending('end_of_day');
    expect(till.starts[0]?.body).toEqual({
      terminal_id: terminalId,
      operation: 'end_of_day',
      parameters: { operator_id: 'kari' },
    });
  });

  it('brings the figures of the end of day', async () => {
    const till = await withPending('end_of_day');
    await till.pass(5_000);
    expect(till.last.endOfDay).toMatchObject({
      outcome: 'accepted',
      batchId: '1',
      purchases: 0,
      purchasesAmount: 0,
      startOfDayAt: Date.UTC(2026, 0, 2, 8),
    });
  });

  it('brings the software when the terminal tells it', async () => {
    const till = await withPending('check_update', { firmwareTold: true });
    await till.pass(4_000);
    expect(till.last).toMatchObject({ firmware: '4.2.1' });
    expect(till.last).not.toHaveProperty('endOfDay');
  });

  it('with a status that nobody knows is still running, with that word', async () => {
    const till = await withPending('check_update', { runningOperationStatus: 'IN_PROGRESS' });
    expect(till.last).toMatchObject({ state: 'running', word: 'IN_PROGRESS' });
    await till.pass(4_000);
    expect(till.last.state).toBe('completed');
    expect(till.last).not.toHaveProperty('word');
  });

  it('is not written down each time that it is looked at', async () => {
    const till = await withPending('send_logs', { sendLogsMs: 60_000 });
    const { writes } = till;
    await till.pass(50_000);
    expect(till.writes).toBe(writes);
  });

  it('is one at a time on a terminal', async () => {
    const till = await withPending('send_logs');
    expect(await till.start('open_menu')).toMatchObject({ error: { code: 'terminal.operation-running' } });
    expect(till.starts).toHaveLength(1);
  });

  it('leaves other terminals free', async () => {
    const till = await withPending('send_logs');
    expect((await till.start('open_menu', otherTerminal)).ok).toBe(true);
  });

  it('is remembered, the last of each kind on each terminal', async () => {
    const till = await withPending('send_logs');
    await till.pass(3_000);
    await till.start('open_menu');
    await till.pass(2_000);
    await till.start('send_logs', otherTerminal);
    await till.start('send_logs');
    expect(till.operations.view().map(({ kind, terminalId: id }) => [kind, id])).toEqual([
      ['open_menu', terminalId],
      ['send_logs', otherTerminal],
      ['send_logs', terminalId],
    ]);
  });
});

describe('an end that is never told', () => {
  it('is not known after the till’s own deadline', async () => {
    const till = await withPending('send_logs', { sendLogsEnds: 'never' });
    await till.pass(operationDeadlineMs - 1_000);
    expect(till.last.state).toBe('running');
    await till.pass(2_000);
    expect(till.last).toMatchObject({ state: 'unknown', endedAt: till.clock.now() - 1_000 });
  });

  it('lets the terminal be asked again', async () => {
    const till = await withPending('send_logs', { sendLogsEnds: 'never' });
    await till.pass(operationDeadlineMs + 1_000);
    expect((await till.start('open_menu')).ok).toBe(true);
  });

  it('is not known at once when the right to read it is missing', async () => {
    const till = await openOperatingTill();
    till.disturb('GET', { kind: 'answer', status: 403 });
    await till.start('send_logs');
    await till.pass(1_000);
    expect(till.last).toMatchObject({
      state: 'unknown',
      fault: { code: 'setup.rights', detail: { scope: 'read:checkout:/admin/terminals' } },
    });
  });

  it('is not asked about for as long as Dintero wants to be left alone', async () => {
    const till = await openOperatingTill();
    till.disturb('GET', { kind: 'answer', status: 429, retryAfterSeconds: 60 });
    const looks = (): number => till.sandbox.requests().filter(({ method }) => method === 'GET').length;
    await till.start('send_logs');
    await till.pass(59_000);
    expect(looks()).toBe(1);
    await till.pass(5_000);
    expect(till.last.state).toBe('completed');
  });

  it('is waited for while Dintero can’t be asked', async () => {
    const till = await openOperatingTill();
    till.disturb('GET', { kind: 'reset' }, 5);
    await till.start('send_logs');
    await till.pass(6_000);
    expect(till.last).toMatchObject({ state: 'running', fault: { code: 'setup.network' } });
    await till.pass(10_000);
    expect(till.last.state).toBe('completed');
    expect(till.last).not.toHaveProperty('fault');
  });
});

describe('a terminal that is busy (409)', () => {
  /** Another till has asked the terminal for its logs. */
  async function busy(options: OptionsChange = {}): Promise<OperatingTill> {
    const till = await openOperatingTill({ options: { sendLogsMs: 8_000, ...options } });
    await askElsewhere(till, 'send_logs');
    return till;
  }

  it('is waited for as long as it says, for all to see', async () => {
    const till = await busy();
    await till.start('open_menu');
    expect(till.last).toMatchObject({ state: 'waiting', againAt: till.clock.now() + 5_000 });
  });

  it('is asked again with the same key', async () => {
    const till = await busy();
    await till.start('open_menu');
    await till.pass(11_000);
    expect(till.last.state).toBe('completed');
    expect(till.keys).toHaveLength(3);
    expect(new Set(till.keys).size).toBe(1);
  });

  it('is asked again after a while when it does not say when', async () => {
    const till = await busy({ operationRetryAfterSeconds: null });
    await till.start('open_menu');
    expect(till.last).toMatchObject({ state: 'waiting', againAt: till.clock.now() + 5_000 });
  });

  it('is not asked in a circle when it says that there is nothing to wait for', async () => {
    const till = await busy({ operationRetryAfterSeconds: 0, sendLogsEnds: 'never' });
    await till.start('open_menu');
    await till.pass(60_000);
    expect(till.starts.length).toBeLessThanOrEqual(1 + 60 / 5);
  });

  it('that stays so was asked for nothing, and the till says so', async () => {
    const till = await busy({ sendLogsEnds: 'never' });
    await till.start('open_menu');
    await till.pass(operationDeadlineMs + 5_000);
    expect(till.last).toMatchObject({ state: 'refused', fault: { code: 'terminal.operation-busy' } });
  });

  it('is not asked again while a payment has come onto it', async () => {
    const till = await busy();
    await till.start('open_menu');
    till.heldBy = 'counter7-2';
    await till.pass(11_000);
    expect(till.last).toMatchObject({ state: 'waiting', heldBy: 'counter7-2' });
    expect(till.starts).toHaveLength(1);
    till.heldBy = undefined;
    await till.pass(4_000);
    expect(till.last.state).toBe('completed');
    expect(till.last).not.toHaveProperty('heldBy');
  });

  it('and a payment that stays on it to the end leave nothing started', async () => {
    const till = await busy();
    await till.start('open_menu');
    till.heldBy = 'counter7-2';
    await till.pass(operationDeadlineMs + 5_000);
    expect(till.last).toMatchObject({
      state: 'refused',
      fault: { code: 'terminal.operation-reserved', detail: { reference: 'counter7-2' } },
    });
  });
});

describe('a lost reply', () => {
  it('is asked for again with the same key, and starts nothing twice', async () => {
    const till = await openOperatingTill();
    till.disturb('POST', lost);
    await till.start('end_of_day');
    expect(till.last).toMatchObject({ state: 'asking', fault: { code: 'setup.network' } });
    await till.pass(7_000);
    expect(till.last.state).toBe('completed');
    expect(till.keys).toHaveLength(2);
    expect(new Set(till.keys).size).toBe(1);
    expect(await operationsAtDintero(till)).toHaveLength(1);
  });

  it('is asked for with growing pauses', async () => {
    const till = await openOperatingTill();
    till.disturb('POST', { kind: 'reset' }, 4);
    await till.start('send_logs');
    await till.pass(2_000 + 4_000 + 8_000 - 1);
    expect(till.starts).toHaveLength(3);
    await till.pass(1 + 16_000);
    expect(till.starts).toHaveLength(5);
  });

  it('waits as long as Dintero asks', async () => {
    const till = await openOperatingTill();
    till.disturb('POST', { kind: 'answer', status: 503, retryAfterSeconds: 20 });
    await till.start('send_logs');
    await till.pass(19_000);
    expect(till.starts).toHaveLength(1);
    await till.pass(1_000);
    expect(till.starts).toHaveLength(2);
  });

  it('of a server that forgets keys is found on the terminal, and not started twice', async () => {
    const till = await openOperatingTill({ options: { operationKeys: 'ignored' } });
    till.disturb('POST', lost);
    await till.start('end_of_day');
    await till.pass(7_000);
    expect(till.last.state).toBe('completed');
    expect(await operationsAtDintero(till)).toHaveLength(1);
  });

  it('that never comes is not known in the end', async () => {
    const till = await openOperatingTill();
    till.disturb('POST', lost, 1_000);
    await till.start('end_of_day');
    await till.pass(operationDeadlineMs + 30_000);
    expect(till.last).toMatchObject({ state: 'unknown', fault: { code: 'setup.network' } });
  });

  it('before a refusal leaves it not known', async () => {
    const till = await openOperatingTill();
    till.disturb('POST', lost);
    till.disturb('POST', { kind: 'answer', status: 403 });
    await till.start('end_of_day');
    await till.pass(3_000);
    expect(till.last).toMatchObject({ state: 'unknown', fault: { code: 'setup.rights' } });
  });
});

describe('a refusal', () => {
  it.each([400, 404])('with %i starts nothing', async (status) => {
    const till = await openOperatingTill();
    till.disturb('POST', { kind: 'answer', status });
    await till.start('send_logs');
    expect(till.last).toMatchObject({
      state: 'refused',
      fault: { code: 'terminal.operation-refused', detail: { status } },
    });
    await till.pass(60_000);
    expect(till.starts).toHaveLength(1);
  });

  it('for want of a right names the scope', async () => {
    const till = await openOperatingTill();
    till.disturb('POST', { kind: 'answer', status: 403 });
    await till.start('send_logs');
    expect(till.last).toMatchObject({
      state: 'refused',
      fault: { code: 'setup.rights', detail: { scope: 'write:checkout:/admin/terminals' } },
    });
  });

  it('for want of a right leaves it to the account’s other API client', async () => {
    const till = await openOperatingTill({ clients: ['checkoutOnly', 'full'] });
    till.disturb('POST', { kind: 'answer', status: 403 });
    await till.start('send_logs');
    await till.pass(3_000);
    expect(till.last.state).toBe('completed');
    expect(new Set(till.keys).size).toBe(1);
  });

  it('of an old login is mended with a new one', async () => {
    const till = await openOperatingTill();
    await till.start('open_menu');
    await till.pass(2_000);
    till.sandbox.revokeTokens();
    await till.start('send_logs');
    await till.pass(3_000);
    expect(till.last.state).toBe('completed');
  });

  it('of the login itself is told', async () => {
    const till = await openOperatingTill({ clients: ['nobody'] });
    await till.start('send_logs');
    expect(till.last).toMatchObject({ state: 'refused', fault: { code: 'setup.login' } });
  });

  it('of a till that has no account is told at once', async () => {
    const till = await openOperatingTill();
    till.away = true;
    expect(await till.start('send_logs')).toMatchObject({ error: { code: 'setup.not-paired' } });
  });

  it('without a network is told at once', async () => {
    const till = await openOperatingTill();
    await till.start('open_menu');
    await till.pass(2_000);
    await till.sandbox.close();
    await till.start('send_logs');
    expect(till.last).toMatchObject({ state: 'refused', fault: { code: 'setup.network' } });
  });
});

describe('a till that is closed meanwhile', () => {
  it('goes on following where it was', async () => {
    const till = await withPending('end_of_day');
    till.close();
    await till.clock.pass(10_000);
    await till.open();
    await till.pass(1_000);
    expect(till.last).toMatchObject({ state: 'completed', endOfDay: { outcome: 'accepted' } });
    expect(till.starts).toHaveLength(1);
  });

  it('before the reply came asks again with the same key', async () => {
    const till = await openOperatingTill();
    till.disturb('POST', lost);
    await till.start('end_of_day');
    till.close();
    await till.open();
    await till.pass(6_000);
    expect(till.last.state).toBe('completed');
    expect(new Set(till.keys).size).toBe(1);
    expect(await operationsAtDintero(till)).toHaveLength(1);
  });

  it('until after the deadline does not start it a day late', async () => {
    const till = await openOperatingTill();
    till.disturb('POST', { kind: 'reset' });
    await till.start('end_of_day');
    till.close();
    await till.clock.pass(operationDeadlineMs);
    await till.open();
    expect(till.last.state).toBe('unknown');
    expect(till.starts).toHaveLength(1);
  });

  it('while a busy terminal was waited for waits on, and asks then', async () => {
    const till = await openOperatingTill();
    till.disturb('POST', { kind: 'answer', status: 409, retryAfterSeconds: 20 });
    await till.start('open_menu');
    till.close();
    await till.clock.pass(5_000);
    await till.open();
    await till.pass(14_000);
    expect(till.starts).toHaveLength(1);
    await till.pass(3_000);
    expect(till.last.state).toBe('completed');
  });

  it('remembers what ran last, and when', async () => {
    const till = await withPending('send_logs');
    await till.pass(3_000);
    const before = till.last;
    till.close();
    await till.open();
    expect(till.last).toEqual(before);
  });
});

it('an account that is away for a while is waited for', async () => {
  const till = await withPending('send_logs');
  till.away = true;
  await till.pass(10_000);
  expect(till.last.state).toBe('running');
  till.away = false;
  await till.pass(3_000);
  expect(till.last.state).toBe('completed');
});
