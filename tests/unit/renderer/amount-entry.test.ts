import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleted, parseEntry, quantityFor, typed } from '../../../renderer/sell/amount-entry.ts';
import { currency } from '../../../shared/money.ts';

const nok = currency('NOK');
const type = (keys: string): string => keys.split('').reduce(typed, '');

describe('an amount built key by key', () => {
  it.each([
    ['125', '125'],
    ['12,5', '12,5'],
    ['12,5,0', '12,50'],
    [',5', '0,5'],
    ['3*125', '3×125'],
    ['3**125', '3×125'],
    ['*125', '125'],
    ['3*12,5*4', '3×12,54'],
    ['3*,5', '3×0,5'],
  ])('of the keys %s is %s', (keys, text) => {
    expect(type(keys)).toBe(text);
  });

  it('loses its last character, and nothing more', () => {
    expect(deleted('3×125')).toBe('3×12');
    expect(deleted('')).toBe('');
  });

  it('never becomes longer than its field, whatever is typed', () => {
    const key = fc.constantFrom('0', '1', '5', '9', ',', '.', '*');
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
        const text = keys.reduce(typed, '');
        expect(text.length).toBeLessThanOrEqual(24);
        expect(text.split('×').length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('an entry as it is read', () => {
  it.each([
    ['399', 1, 39900],
    ['399.00', 1, 39900],
    ['399,00', 1, 39900],
    ['1 250,50', 1, 125050],
    ['3×125', 3, 12500],
    ['3*125', 3, 12500],
    ['12,50×3', 3, 1250],
    ['0,350×129,90', 0.35, 12990],
    ['0,350×129', 0.35, 12900],
    ['0,35×129', 0.35, 12900],
    ['1,5×2,5', 1.5, 250],
    ['1,250×99', 1.25, 9900],
  ])('%s is %d at %i øre', (text, quantity, unitPrice) => {
    expect(parseEntry(text, nok)).toEqual({ ok: true, value: { quantity, unitPrice } });
  });

  it.each([
    ['', 'input.required'],
    ['0', 'input.amount-zero'],
    ['-5', 'input.amount-negative'],
    ['1,234', 'input.amount-decimals'],
    ['99999999', 'input.amount-too-large'],
    ['x', 'input.amount'],
    ['1×2×3', 'input.amount'],
    ['1,2345×2,5', 'input.quantity'],
    ['10000×1,5', 'input.quantity'],
    ['3×', 'input.required'],
  ])('%s is refused as %s', (text, code) => {
    expect(parseEntry(text, nok)).toMatchObject({ ok: false, error: { code } });
  });

  it.each([
    ['3×', 3],
    ['3*', 3],
    ['3', undefined],
    ['0,35×', 0.35],
    ['0×', undefined],
    ['3×1', undefined],
    ['', undefined],
  ])('%s counts %s of the next product', (text, quantity) => {
    expect(quantityFor(text)).toBe(quantity);
  });
});
