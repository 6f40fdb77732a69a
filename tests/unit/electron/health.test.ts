import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Seen, healthOf, paceOf } from '../../../electron/terminals/health.ts';
import { type Attempt, beginAttempt } from '../../../shared/attempt.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import type { OperationView } from '../../../shared/views/operations.ts';

const second = 1_000;
const minute = 60 * second;
const now = Date.UTC(2026, 10, 20, 12);
const terminalId = 'T12345678-T0001';

/** An attempt that was begun so many minutes ago. */
function attempt(minutesAgo: number, more: Partial<Attempt> = {}): Attempt {
  const startedAt = now - minutesAgo * minute;
  return {
    ...beginAttempt({
      attemptId: `attempt-${minutesAgo}`,
      saleId: 'sale',
      saleNumber: 1,
      attemptNumber: 1,
      reference: 'counter7-1',
      terminalId,
      storeId: 'oslo-center',
      amount: { amount: minorUnits(100), currency: currency('NOK') },
      lines: [],
      person: { id: 'kari', name: 'Kari' },
      startedAt,
      deadlineAt: startedAt + 3 * minute,
    }),
    ...more,
  };
}

/** One that was approved, after the transaction had taken so long to open, in ms. */
const paid = (minutesAgo: number, openMs = 1_000): Attempt => {
  const startedAt = now - minutesAgo * minute;
  return attempt(minutesAgo, {
    state: 'approved',
    transactionId: 'transaction',
    openedAt: startedAt + openMs,
    settledAt: startedAt + openMs + 8 * second,
  });
};

/** One that the cashier cancelled after a wait in ms, and no transaction had been opened. */
const silent = (minutesAgo: number, waitedMs = 40 * second): Attempt => {
  const startedAt = now - minutesAgo * minute;
  return attempt(minutesAgo, {
    state: 'cancelled',
    reason: 'cancelled.at-till',
    cancelRequestedAt: startedAt + waitedMs,
    settledAt: startedAt + waitedMs + second,
  });
};

const refused = (minutesAgo: number, reason: NonNullable<Attempt['reason']>): Attempt =>
  attempt(minutesAgo, { state: 'refused', reason, settledAt: now - minutesAgo * minute + 300 });

const operation = (minutesAgo: number, state: OperationView['state']): OperationView => ({
  terminalId,
  kind: 'check_update',
  state,
  startedAt: now - minutesAgo * minute - second,
  endedAt: now - minutesAgo * minute,
});

const tenPaid = Array.from({ length: 10 }, (_, index) => paid(100 + index));

/** What a till has seen; attempts newest first. */
const seen = (attempts: readonly Attempt[], more: Partial<Seen> = {}): Seen => ({
  terminalId,
  attempts,
  openTimes: attempts.flatMap(({ openedAt, startedAt }) =>
    openedAt === undefined ? [] : [openedAt - startedAt],
  ),
  longAfterMs: 10 * second,
  operations: [],
  now,
  ...more,
});

describe('the figures of a terminal', () => {
  it.each([
    [9, undefined],
    [10, { count: 10, p50Ms: 1_000, p95Ms: 1_000 }],
  ])('after %i payments are %j', (count, open) => {
    const health = healthOf(seen(tenPaid.slice(0, count)));
    expect(health.open).toEqual(open);
    expect(health.standing).toBe(open ? 'usual' : 'unmeasured');
  });

  it('tell how long an approval or a refusal takes', () => {
    const declined = tenPaid.map((one): Attempt => ({ ...one, state: 'declined' }));
    expect(healthOf(seen([...tenPaid.slice(0, 5), ...declined.slice(5)])).outcome).toEqual({
      count: 10,
      p50Ms: 9_000,
      p95Ms: 9_000,
    });
  });

  it.each<[string, Partial<Attempt>]>([
    ['that was cancelled', { state: 'cancelled' }],
    ['whose reply was lost', { replyLostAt: now }],
    ['that ended when the till was not there to see it', { settledAt: now }],
  ])('leave out an outcome %s', (_, more) => {
    const [first, ...others] = tenPaid;
    expect(healthOf(seen([{ ...first, ...more } as Attempt, ...others])).outcome).toBeUndefined();
  });
});

describe('a slow terminal', () => {
  const usual = Array.from({ length: 20 }, () => 1_000);

  it.each<[string, readonly number[], string]>([
    ['as ever', [1_000, 1_100, 900], 'usual'],
    ['one long wait alone', [20_000, 1_000, 1_000], 'usual'],
    ['twice as long, but within what looks can tell', [2_100, 2_100, 2_100], 'usual'],
    ['two long waits of three', [9_000, 9_000, 1_000], 'slow'],
    ['three long waits', [5_000, 6_000, 4_000], 'slow'],
  ])('%s: %j', (_, newest, pace) => {
    expect(paceOf([...newest, ...usual])).toBe(pace);
  });

  it('is measured against its own history, not against a number', () => {
    const atCard = Array.from({ length: 20 }, (_, index) => 15_000 + index * 500);
    expect(paceOf([20_000, 22_000, 18_000, ...atCard])).toBe('usual');
    expect(paceOf([60_000, 70_000, 65_000, ...atCard])).toBe('slow');
  });

  it('is none that has always been as slow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120_000 }), fc.integer({ min: 10, max: 50 }), (time, count) => {
        expect(paceOf(Array.from({ length: count }, () => time))).toBe('usual');
      }),
    );
  });

  it('does not become one by being quicker', () => {
    const times = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 10, maxLength: 50 });
    fc.assert(
      fc.property(times, (history) => {
        const [a = 0, b = 0, c = 0, ...before] = history;
        if (paceOf(history) === 'usual') {
          expect(paceOf([a / 2, b / 2, c / 2, ...before].map(Math.floor))).toBe('usual');
        }
      }),
    );
  });
});

describe('a dead terminal', () => {
  it.each<[string, readonly Attempt[]]>([
    ['nothing came twice', [silent(1), silent(2)]],
    ['Dintero turned it away twice', [refused(1, 'terminal.refused'), refused(2, 'terminal.refused')]],
    [
      'a reply was lost, and nothing was found',
      [
        attempt(5, { state: 'unknown', replyLostAt: now }),
        attempt(9, { state: 'unknown', replyLostAt: now }),
      ],
    ],
    ['it is waited for now, as before', [attempt(1, { state: 'waiting' }), silent(2)]],
  ])('is one of which %s', (_, newest) => {
    const health = healthOf(seen([...newest, ...tenPaid]));
    expect(health).toMatchObject({ standing: 'dead', silences: 2 });
  });

  it.each<[string, readonly Attempt[]]>([
    ['nothing came once', [silent(1)]],
    ['it came again since', [paid(1), silent(2), silent(3)]],
    ['the cashier thought better of it', [silent(1, second), silent(2, second)]],
    ['the till could not log in', [refused(1, 'setup.login'), refused(2, 'setup.login')]],
    ['somebody else was using it', [refused(1, 'terminal.busy'), refused(2, 'terminal.busy')]],
    ['the payment has only begun', [attempt(0, { state: 'waiting' }), silent(2)]],
  ])('is none of which %s', (_, newest) => {
    expect(healthOf(seen([...newest, ...tenPaid])).standing).toBe('usual');
  });

  it('is told apart from a slow one: both slow and silent is dead, slow alone is not', () => {
    const slow = [paid(5, 30 * second), paid(6, 30 * second), paid(7, 30 * second), ...tenPaid];
    expect(healthOf(seen(slow)).standing).toBe('slow');
    expect(healthOf(seen([silent(1), silent(2), ...slow])).standing).toBe('dead');
  });

  it('is one without any history too', () => {
    expect(healthOf(seen([silent(1), silent(2)])).standing).toBe('dead');
  });

  it('is there again once it has done something else', () => {
    const operations = [operation(0.5, 'completed')];
    expect(healthOf(seen([silent(1), silent(2), ...tenPaid], { operations })).standing).toBe('usual');
  });

  it('is one that does not answer operations either', () => {
    const operations = [operation(0.5, 'timeout')];
    expect(healthOf(seen([silent(1), ...tenPaid], { operations }))).toMatchObject({
      standing: 'dead',
      silences: 2,
    });
  });
});

describe('what is last known of a terminal', () => {
  it('is its newest outcome, with its reason', () => {
    const declined = attempt(1, { state: 'declined', reason: 'declined.pin', settledAt: now });
    expect(healthOf(seen([declined, ...tenPaid])).lastOutcome).toEqual({
      state: 'declined',
      at: now,
      reason: 'declined.pin',
    });
  });

  it('is nothing before anything has ended', () => {
    const health = healthOf(seen([attempt(0, { state: 'waiting' })]));
    expect(health).not.toHaveProperty('lastOutcome');
    expect(health).not.toHaveProperty('lastContactAt');
  });

  it('is when it was there', () => {
    expect(healthOf(seen([silent(1), ...tenPaid])).lastContactAt).toBe(now - 100 * minute + second);
  });

  it('is its software, from the newest operation that told it', () => {
    const told = (minutesAgo: number, firmware: string): OperationView => ({
      ...operation(minutesAgo, 'completed'),
      firmware,
    });
    const operations = [told(9, '4.2.0'), told(5, '4.2.1'), operation(1, 'completed')];
    expect(healthOf(seen([], { operations })).firmware).toBe('4.2.1');
  });

  it('leaves out payments that were found at Dintero', () => {
    const found = { ...paid(1, 30 * minute), foundAt: now };
    expect(healthOf(seen([found], { openTimes: [] }))).toMatchObject({ times: [], silences: 0 });
  });
});

it('the chart has the oldest first, and a silence as a payment without a time', () => {
  const health = healthOf(seen([silent(1), paid(2, 700), refused(3, 'setup.login'), paid(4, 900)]));
  expect(health.times).toEqual([
    { at: now - 4 * minute, openMs: 900 },
    { at: now - 2 * minute, openMs: 700 },
    { at: now - minute },
  ]);
});
