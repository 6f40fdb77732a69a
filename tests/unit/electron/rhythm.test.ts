import { describe, expect, it } from 'vitest';
import type { Attempt, AttemptState } from '../../../shared/attempt.ts';
import { beginAttempt } from '../../../shared/attempt.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import type { ApiFailure } from '../../../electron/dintero/failure.ts';
import { promptTimes } from '../../../electron/payments/prompt-times.ts';
import { nextPause } from '../../../electron/payments/rhythm.ts';

const attemptIn = (state: AttemptState, more: Partial<Attempt> = {}): Attempt => ({
  ...beginAttempt({
    attemptId: 'a',
    saleId: 's',
    saleNumber: 1,
    attemptNumber: 1,
    reference: 'r',
    terminalId: 't',
    storeId: 'o',
    amount: { amount: minorUnits(100), currency: currency('NOK') },
    lines: [],
    person: { id: 'p', name: 'Kari' },
    startedAt: 0,
    deadlineAt: 180_000,
  }),
  state,
  ...more,
});

const fine = { fruitless: 0 };
const busy: ApiFailure = {
  kind: 'status',
  status: 429,
  fault: { code: 'setup.rate-limited' },
  retryAfterMs: 20_000,
};
const down: ApiFailure = { kind: 'lost', fault: { code: 'setup.network' } };

describe('the rhythm of a follow (P8)', () => {
  it('is one look a second, and slower after a minute', () => {
    expect(nextPause(attemptIn('waiting'), 5_000, fine)).toBe(1_000);
    expect(nextPause(attemptIn('waiting'), 61_000, fine)).toBe(3_000);
  });

  it('ends when the money is captured, and when Dintero never started', () => {
    expect(nextPause(attemptIn('approved'), 5_000, fine)).toBeUndefined();
    expect(nextPause(attemptIn('refused'), 5_000, fine)).toBeUndefined();
  });

  it.each(['declined', 'cancelled', 'failed'] as const)(
    'reads on after %s: each second for 8 s, every 15 s until the deadline, then no more',
    (state) => {
      const settled = attemptIn(state, { settledAt: 10_000 });
      expect(nextPause(settled, 17_999, fine)).toBe(1_000);
      expect(nextPause(settled, 18_000, fine)).toBe(15_000);
      expect(nextPause(settled, 180_000, fine)).toBeUndefined();
    },
  );

  it('watches an authorization until it is captured, also past the deadline', () => {
    expect(nextPause(attemptIn('authorized'), 5_000, fine)).toBe(1_000);
    expect(nextPause(attemptIn('authorized'), 3_600_000, fine)).toBe(60_000);
  });

  it('goes on in the background while the outcome is unknown', () => {
    expect(nextPause(attemptIn('unknown'), 200_000, fine)).toBe(10_000);
    expect(nextPause(attemptIn('unknown'), 86_400_000, fine)).toBe(60_000);
  });

  it('P15: looks for a lost attempt with growing pauses', () => {
    const pauses = [0, 1, 2, 3, 4, 5].map((fruitless) =>
      nextPause(attemptIn('sending'), 5_000, { fruitless }),
    );
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('backs off when Dintero can not be reached', () => {
    const pauses = [1, 2, 3, 9].map((fruitless) =>
      nextPause(attemptIn('waiting'), 5_000, { fruitless, failure: down }),
    );
    expect(pauses).toEqual([1_000, 2_000, 4_000, 15_000]);
  });

  it('honours Retry-After', () => {
    expect(nextPause(attemptIn('waiting'), 5_000, { fruitless: 1, failure: busy })).toBe(20_000);
  });
});

describe('a long first wait (P9)', () => {
  it('is 10 s while the terminal has too little history', () => {
    expect(promptTimes([900, 900, 900, 900])).toEqual({ longAfterMs: 10_000 });
  });

  it('is three times the usual where that is longer', () => {
    expect(promptTimes([5_000, 6_000, 4_000, 40_000, 5_000])).toEqual({
      usualMs: 5_000,
      longAfterMs: 15_000,
    });
  });

  it('is never called before 10 s', () => {
    expect(promptTimes([900, 1_000, 1_100, 900, 900]).longAfterMs).toBe(10_000);
  });
});
