import { describe, expect, it } from 'vitest';
import { readBirthDate, readEmail, readPhoneNumber } from '../../../shared/contact-details.ts';

const now = Date.UTC(2026, 10, 20, 12);

describe('an e-mail address as typed', () => {
  it.each(['kari@example.com', ' kari.nordmann+sign@post.example.no '])('%s is taken', (text) => {
    expect(readEmail(text)).toEqual({ ok: true, value: text.trim() });
  });

  it.each([
    'kari',
    'kari@',
    '@example.com',
    'kari@example',
    'kari@example.',
    'ka ri@example.com',
    'a@b@c.no',
  ])('%s is none', (text) => {
    expect(readEmail(text, 'email')).toEqual({ ok: false, error: { code: 'input.email', field: 'email' } });
  });
});

describe('a phone number as typed', () => {
  it.each([
    ['22 33 44 55', 'NO', '+4722334455'],
    ['+47 22 33 44 55', 'NO', '+4722334455'],
    ['0047 22334455', 'SE', '+4722334455'],
    ['+46 (70) 123-45 67', 'SE', '+46701234567'],
  ])('%s in %s is %s', (text, country, number) => {
    expect(readPhoneNumber(text, country)).toEqual({ ok: true, value: number });
  });

  it.each([
    ['2233445', 'NO'],
    ['22334455', 'SE'],
    ['call me', 'NO'],
    ['+47 22 33', 'NO'],
  ])('%s in %s is none', (text, country) => {
    expect(readPhoneNumber(text, country)).toMatchObject({ error: { code: 'input.phone-number' } });
  });
});

describe('a date of birth as typed', () => {
  it.each([
    ['17.05.1980', '1980-05-17'],
    ['7.5.1980', '1980-05-07'],
    ['17/05/1980', '1980-05-17'],
    ['1980-05-17', '1980-05-17'],
    ['29.02.2000', '2000-02-29'],
  ])('%s is %s', (text, day) => {
    expect(readBirthDate(text, now)).toEqual({ ok: true, value: day });
  });

  it.each(['31.02.1980', '29.02.1900', '17.05.80', '1980', '21.11.2026', '01.01.1899', 'May 17'])(
    '%s is none',
    (text) => {
      expect(readBirthDate(text, now)).toMatchObject({ error: { code: 'input.birth-date' } });
    },
  );
});
