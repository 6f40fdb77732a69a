import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../renderer/i18n/format.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import { vatRate } from '../../../shared/vat.ts';

const en = createFormat('en');
const nb = createFormat('nb');
const nok = currency('NOK');
const at = Date.UTC(2026, 10, 20, 13, 2, 11);

/** Any space is a space to the reader. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');

describe('money', () => {
  it('has the decimals of its language', () => {
    expect(en.amount(minorUnits(39900), nok)).toBe('399.00');
    expect(nb.amount(minorUnits(39900), nok)).toBe('399,00');
    expect(plain(nb.amount(minorUnits(2_147_483_647), nok))).toBe('21 474 836,47');
    expect(en.amount(minorUnits(2_147_483_647), nok)).toBe('21,474,836.47');
  });

  it('has as many decimals as its currency', () => {
    expect(en.amount(minorUnits(1250), currency('JPY'))).toBe('1,250');
    expect(en.amount(minorUnits(1250), currency('KWD'))).toBe('1.250');
  });

  it('stands after its sign and does not break from it', () => {
    expect(nb.money({ amount: minorUnits(37905), currency: nok })).toBe('kr\u00a0379,05');
    expect(en.money({ amount: minorUnits(37905), currency: nok })).toBe('kr\u00a0379.05');
    expect(en.money({ amount: minorUnits(5), currency: currency('EUR') })).toBe('€\u00a00.05');
  });
});

describe('numbers and times', () => {
  it('writes rates with up to two decimals', () => {
    expect(plain(nb.percent(vatRate(11.11)))).toBe('11,11 %');
    expect(en.percent(vatRate(25))).toBe('25%');
  });

  it('writes quantities, also by weight', () => {
    expect(nb.quantity(1.25)).toBe('1,25');
    expect(en.quantity(3)).toBe('3');
  });

  it('writes seconds and elapsed time', () => {
    expect(plain(nb.seconds(1_340))).toBe('1,3 s');
    expect(en.elapsed(0)).toBe('0:00');
    expect(en.elapsed(64_999)).toBe('1:04');
    expect(en.elapsed(3_600_000)).toBe('60:00');
  });

  it('writes times of the day to the minute and to the second', () => {
    expect(en.time(at)).toMatch(/^\d{2}:02$/);
    expect(nb.exactTime(at)).toMatch(/^\d{2}:02:11$/);
  });
});
