import { z } from 'zod';
import { inputFault } from './fault.ts';
import { type Result, err, ok } from './result.ts';

/** Each reads what a person typed about how to reach somebody, or gives the fault to show at `field`. */

/** Whether mail arrives there can't be told from its form. */
export function readEmail(text: string, field?: string): Result<string> {
  const tidy = text.trim();
  if (tidy === '') return err(inputFault('input.required', field));
  return tidy.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(tidy)
    ? ok(tidy)
    : err(inputFault('input.email', field));
}

/** With the code of its country, as in `+47 22 33 44 55`; in Norway (`country` is NO) eight digits will do. */
export function readPhoneNumber(text: string, country: string, field?: string): Result<string> {
  const tidy = text.replaceAll(/[\s\u00a0\u202f()-]/gu, '').replace(/^00/, '+');
  if (tidy === '') return err(inputFault('input.required', field));
  if (/^\+\d{7,15}$/.test(tidy)) return ok(tidy);
  return country === 'NO' && /^\d{8}$/.test(tidy)
    ? ok(`+47${tidy}`)
    : err(inputFault('input.phone-number', field));
}

/** `17.05.1980` or `1980-05-17`, a day before `now` (in ms since 1970). Gives it as ISO 8601. */
export function readBirthDate(text: string, now: number, field?: string): Result<string> {
  const tidy = text.trim();
  if (tidy === '') return err(inputFault('input.required', field));
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(tidy) ?? [];
  const iso = year === '' ? tidy : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const wasDay = z.iso.date().safeParse(iso).success && iso >= '1900-01-01' && Date.parse(iso) < now;
  return wasDay ? ok(iso) : err(inputFault('input.birth-date', field));
}
