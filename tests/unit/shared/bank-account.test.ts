import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBankAccount } from '../../../shared/bank-account.ts';

describe('a bank account as typed', () => {
  it.each([
    // The examples of the IBAN registry, https://www.swift.com/standards/data-standards/iban
    ['NO93 8601 1117 947', 'NO9386011117947', 'NO'],
    ['no9386011117947', 'NO9386011117947', 'NO'],
    ['SE45 5000 0000 0583 9825 7466', 'SE4550000000058398257466', 'SE'],
    ['DK50\u00a00040\u00a00440\u00a01162\u00a043', 'DK5000400440116243', 'DK'],
    ['FI21 1234 5600 0007 85', 'FI2112345600000785', 'FI'],
    ['GB29 NWBK 6016 1331 9268 19', 'GB29NWBK60161331926819', 'GB'],
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000', 'DE'],
  ])('%s is the IBAN %s', (text, number, country) => {
    expect(readBankAccount(text, 'IBAN')).toEqual({ ok: true, value: { type: 'IBAN', number, country } });
  });

  it.each([
    ['8601 11 17947', '86011117947'],
    ['8601.11.17947', '86011117947'],
    ['86011117947', '86011117947'],
  ])('%s is the Norwegian account %s', (text, number) => {
    expect(readBankAccount(text, 'BBAN')).toEqual({
      ok: true,
      value: { type: 'BBAN', number, country: 'NO' },
    });
  });

  it.each([
    ['IBAN', '', 'input.required'],
    ['IBAN', '86011117947', 'input.iban'],
    ['IBAN', 'NO938601111794', 'input.iban'],
    ['IBAN', 'NO93860111179477', 'input.iban'],
    ['IBAN', 'NO93860111179AB', 'input.iban'],
    ['IBAN', 'XX9386011117947', 'input.iban'],
    ['IBAN', 'NO9386011117948', 'input.iban-check-digits'],
    ['IBAN', 'NO3986011117947', 'input.iban-check-digits'],
    // The check digits of the IBAN are right, the one of the account within is not.
    ['IBAN', 'NO6686011117948', 'input.iban-check-digits'],
    ['IBAN', 'SE4550000000058398257467', 'input.iban-check-digits'],
    ['BBAN', ' ', 'input.required'],
    ['BBAN', '8601111794', 'input.account-number'],
    ['BBAN', '860111179477', 'input.account-number'],
    ['BBAN', 'NO9386011117947', 'input.account-number'],
    ['BBAN', '86011117948', 'input.account-check-digit'],
    // Two digits changed places.
    ['BBAN', '86101117947', 'input.account-check-digit'],
  ] as const)('%s %j is refused as %s', (type, text, code) => {
    expect(readBankAccount(text, type, 'accountNumber')).toEqual({
      ok: false,
      error: { code, field: 'accountNumber' },
    });
  });

  it.each([
    ['BBAN', '86011117947', 'input.account-check-digit'],
    ['IBAN', 'NO9386011117947', 'input.iban-check-digits'],
  ] as const)('finds every single digit of a %s that is wrong', (type, right, code) => {
    const first = right.length - 11;
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: right.length - 1 }),
        fc.integer({ min: 1, max: 9 }),
        (place, more) => {
          const digit = (Number(right[place]) + more) % 10;
          const wrong = `${right.slice(0, place)}${digit}${right.slice(place + 1)}`;
          expect(readBankAccount(wrong, type)).toMatchObject({ error: { code } });
        },
      ),
    );
  });
});
