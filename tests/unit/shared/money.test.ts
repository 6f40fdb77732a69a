import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currency,
  decimalText,
  exponentOf,
  largestAmount,
  minorUnits,
  parseAmount,
} from '../../../shared/money.ts';

const nok = currency('NOK');

const faultOf = (text: string, code = nok): string | undefined => {
  const parsed = parseAmount(text, code);
  return parsed.ok ? undefined : parsed.error.code;
};

describe('an amount as typed', () => {
  it.each([
    ['399', 39900],
    ['399.00', 39900],
    ['399,00', 39900],
    ['399,5', 39950],
    ['1 250,50', 125050],
    ['1\u00a0250,50', 125050],
    [',50', 50],
    ['5.', 500],
    ['0,01', 1],
    ['21474836,47', largestAmount],
  ])('%s is %i øre', (text, amount) => {
    expect(parseAmount(text, nok)).toEqual({ ok: true, value: amount });
  });

  it.each([
    ['', 'input.required'],
    ['  ', 'input.required'],
    ['0', 'input.amount-zero'],
    ['0,00', 'input.amount-zero'],
    ['-0', 'input.amount-zero'],
    ['-5', 'input.amount-negative'],
    ['\u22125', 'input.amount-negative'],
    ['1,234', 'input.amount-decimals'],
    ['1.000', 'input.amount-decimals'],
    ['21474836,48', 'input.amount-too-large'],
    ['99999999999999999999', 'input.amount-too-large'],
    ['1,2,3', 'input.amount'],
    ['1.2,3', 'input.amount'],
    ['abc', 'input.amount'],
    ['1e3', 'input.amount'],
    [',', 'input.amount'],
    ['0x10', 'input.amount'],
  ])('%s is refused as %s', (text, code) => {
    expect(faultOf(text)).toBe(code);
  });

  it('has no decimals in yen, and three in Kuwaiti dinar', () => {
    expect(parseAmount('500', currency('JPY'))).toEqual({ ok: true, value: 500 });
    expect(faultOf('500,5', currency('JPY'))).toBe('input.amount-decimals');
    expect(parseAmount('1,234', currency('KWD'))).toEqual({ ok: true, value: 1234 });
  });

  it('written for machines reads back as itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: largestAmount }),
        fc.constantFrom('NOK', 'JPY', 'KWD', 'CLF'),
        (amount, code) => {
          const written = decimalText(minorUnits(amount), currency(code));
          expect(parseAmount(written, currency(code))).toEqual({ ok: true, value: amount });
        },
      ),
    );
  });
});

describe('a currency', () => {
  it.each([
    ['NOK', 2],
    ['JPY', 0],
    ['BHD', 3],
    ['UYW', 4],
  ])('%s has %i decimals', (code, decimals) => {
    expect(exponentOf(currency(code))).toBe(decimals);
  });
});
