import { z } from 'zod';
import { inputFault } from './fault.ts';
import { type Result, err, ok } from './result.ts';

/** Dintero's amounts are int32; this is the largest, in minor units. */
export const largestAmount = 2_147_483_647;

/** A whole number of the currency's minor unit (øre, cent, yen). Branded, so that a plain number can't slip in. */
export const minorUnitsSchema = z.int().brand<'MinorUnits'>();
export type MinorUnits = z.infer<typeof minorUnitsSchema>;

/** An ISO 4217 code. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .brand<'Currency'>();
export type Currency = z.infer<typeof currencySchema>;

export const moneySchema = z.object({ amount: minorUnitsSchema, currency: currencySchema }).readonly();
export type Money = z.infer<typeof moneySchema>;

/** Brands a whole number. Throws on a fraction: that is a bug in a calculation, never something a person typed. */
export const minorUnits = (amount: number): MinorUnits => minorUnitsSchema.parse(amount);

export const currency = (code: string): Currency => currencySchema.parse(code);

export const zero = minorUnits(0);

export const plus = (a: MinorUnits, b: MinorUnits): MinorUnits => minorUnits(a + b);

export const minus = (a: MinorUnits, b: MinorUnits): MinorUnits => minorUnits(a - b);

export const sum = (amounts: readonly MinorUnits[]): MinorUnits => amounts.reduce(plus, zero);

// ISO 4217, list one: only the currencies whose exponent is not 2.
const exponents: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  ...Object.fromEntries('CLF UYW'.split(' ').map((code) => [code, 4])),
};

/** How many decimals the currency has: NOK 2, JPY 0. */
export const exponentOf = (code: Currency): number => exponents[code] ?? 2;

/**
 * Reads an amount as a person types it: `399`, `399.00`, `399,00`, `1 250,50`. One decimal separator, point or comma;
 * spaces may group. Gives minor units above zero and within int32, or the fault to show.
 */
export function parseAmount(text: string, code: Currency): Result<MinorUnits> {
  const compact = text.replaceAll(/[\s\u00a0\u202f]/gu, '').replaceAll('\u2212', '-');
  if (compact === '') return err(inputFault('input.required'));
  const match = /^(-?)(\d*)(?:[.,](\d*))?$/.exec(compact);
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  if (!match || whole + fraction === '') return err(inputFault('input.amount'));
  const decimals = exponentOf(code);
  if (fraction.length > decimals) return err(inputFault('input.amount-decimals', undefined, { decimals }));
  const amount = Number(whole + fraction.padEnd(decimals, '0'));
  if (amount === 0) return err(inputFault('input.amount-zero'));
  if (sign !== '') return err(inputFault('input.amount-negative'));
  if (amount > largestAmount) return err(inputFault('input.amount-too-large'));
  return ok(minorUnits(amount));
}

/** Writes minor units as plain digits with a decimal point, for machines: 39900 NOK is `399.00`. */
export function decimalText(amount: MinorUnits, code: Currency): string {
  const decimals = exponentOf(code);
  const digits = Math.abs(amount)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  return `${amount < 0 ? '-' : ''}${whole}${decimals > 0 ? `.${fraction}` : ''}`;
}
