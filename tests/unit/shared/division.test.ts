import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideRounded, splitByLargestRemainder } from '../../../shared/division.ts';
import { minorUnits } from '../../../shared/money.ts';

describe('division', () => {
  it.each([
    [5n, 2n, 3],
    [-5n, 2n, -3],
    [4n, 3n, 1],
    [0n, 7n, 0],
    [-1n, 3n, 0],
  ])('%d ÷ %d is %i, half away from zero', (dividend, divisor, result) => {
    expect(divideRounded(dividend, divisor)).toBe(result);
  });
});

describe('a split by largest remainder', () => {
  it('gives the odd øre to the largest remainder, the earlier of equals first', () => {
    expect(splitByLargestRemainder(minorUnits(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByLargestRemainder(minorUnits(10), [1, 2, 4])).toEqual([1, 3, 6]);
    expect(splitByLargestRemainder(minorUnits(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('always adds up, and no part is an øre away from its exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_147_483_647, max: 2_147_483_647 }),
        fc
          .array(fc.nat(2_147_483_647), { minLength: 1, maxLength: 30 })
          .filter((all) => all.some((w) => w > 0)),
        (amount, weights) => {
          const parts = splitByLargestRemainder(minorUnits(amount), weights);
          const total = weights.reduce((a, b) => a + BigInt(b), 0n);
          expect(parts.reduce<number>((a, b) => a + b, 0)).toBe(amount);
          parts.forEach((part, index) => {
            const off = BigInt(part) * total - BigInt(amount) * BigInt(weights[index] ?? 0);
            expect(off < total && off > -total).toBe(true);
          });
        },
      ),
    );
  });

  it('refuses to split something over nothing', () => {
    expect(() => splitByLargestRemainder(minorUnits(1), [0, 0])).toThrow('over nothing');
  });
});
