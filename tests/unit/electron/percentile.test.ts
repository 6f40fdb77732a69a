import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile } from '../../../electron/terminals/percentile.ts';

const times = fc.array(fc.integer({ min: 0, max: 600_000 }), { minLength: 1, maxLength: 200 });
const shares = fc.double({ min: 0, max: 1, minExcluded: true, noNaN: true });

describe('a percentile', () => {
  it.each<[readonly number[], number, number]>([
    [[7], 0.5, 7],
    [[7], 0.95, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5, 5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95, 10],
    [Array.from({ length: 100 }, (_, index) => index + 1), 0.95, 95],
  ])('of %j at %f is %f', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  it('of nothing is none', () => {
    expect(percentile([], 0.5)).toBeUndefined();
  });

  it('is one of the values, that at least this share does not exceed, and no smaller one', () => {
    fc.assert(
      fc.property(times, shares, (values, share) => {
        const found = percentile(values, share);
        const notAbove = (limit: number): number => values.filter((one) => one <= limit).length;
        expect(values).toContain(found);
        expect(notAbove(found ?? 0)).toBeGreaterThanOrEqual(share * values.length);
        for (const smaller of values.filter((one) => one < (found ?? 0))) {
          expect(notAbove(smaller)).toBeLessThan(share * values.length);
        }
      }),
    );
  });

  it('does not depend on the order, and does not change what it is given', () => {
    fc.assert(
      fc.property(times, shares, (values, share) => {
        const before = [...values];
        expect(percentile(values.toReversed(), share)).toBe(percentile(values, share));
        expect(values).toEqual(before);
      }),
    );
  });
});
