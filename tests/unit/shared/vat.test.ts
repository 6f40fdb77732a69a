import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorUnits } from '../../../shared/money.ts';
import { parseVatRate, percentOf, vatRate, vatWithin } from '../../../shared/vat.ts';

describe('the VAT inside an amount', () => {
  it.each([
    [39900, 12, 4275],
    [10000, 25, 2000],
    [11500, 15, 1500],
    [10000, 11.11, 1000],
    [10000, 0, 0],
    [1, 25, 0],
    // 3 øre at 25 % hold 0.6 øre; 5 øre hold exactly 1.
    [3, 25, 1],
    [5, 25, 1],
    [-39900, 12, -4275],
  ])('%i øre at %d %% hold %i', (amount, percent, vat) => {
    expect(vatWithin(minorUnits(amount), vatRate(percent))).toBe(vat);
  });

  it('is never more than half an øre from the exact value', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_147_483_647, max: 2_147_483_647 }),
        fc.integer({ min: 0, max: 10_000 }),
        (amount, hundredths) => {
          const vat = vatWithin(minorUnits(amount), vatRate(hundredths / 100));
          const numerator = BigInt(amount) * BigInt(hundredths);
          const denominator = BigInt(10_000 + hundredths);
          const error = 2n * (BigInt(vat) * denominator - numerator);
          expect(error <= denominator && error >= -denominator).toBe(true);
        },
      ),
    );
  });
});

describe('a VAT rate as typed', () => {
  it.each([
    ['25', 25],
    ['15 %', 15],
    ['11,11', 11.11],
    ['11.1', 11.1],
    ['0', 0],
    ['100', 100],
  ])('%s is %d percent', (text, percent) => {
    expect(parseVatRate(text)).toEqual({ ok: true, value: percent * 100 });
  });

  it.each(['', '-5', '101', '11,111', 'x', '1000'])('%s is refused', (text) => {
    expect(parseVatRate(text)).toMatchObject({ ok: false, error: { code: 'input.vat-rate' } });
  });

  it('goes to Dintero in percent', () => {
    expect(percentOf(vatRate(11.11))).toBe(11.11);
  });
});
