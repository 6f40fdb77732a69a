import { z } from 'zod';
import { divideRounded } from './division.ts';
import { inputFault } from './fault.ts';
import { type MinorUnits, minorUnits } from './money.ts';
import { type Result, err, ok } from './result.ts';

/** A VAT rate in hundredths of a percent: 25 % is 2500, 11.11 % is 1111. Whole, from 0 to 10000. */
export const vatRateSchema = z.int().min(0).max(10_000).brand<'VatRate'>();
export type VatRate = z.infer<typeof vatRateSchema>;

/** Reads a rate given in percent with up to two decimals. Throws on more: the caller has checked what was typed. */
export const vatRate = (percent: number): VatRate => {
  const hundredths = Math.round(percent * 100);
  if (Math.abs(hundredths - percent * 100) > 1e-6)
    throw new Error(`VAT rate with over two decimals: ${percent}`);
  return vatRateSchema.parse(hundredths);
};

/** The rate in percent, as Dintero wants it: 25, 11.11. */
export const percentOf = (rate: VatRate): number => rate / 100;

/** Reads a rate as a person types it: `25`, `11,11`, `15 %`. */
export function parseVatRate(text: string): Result<VatRate> {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?%?$/.exec(text.replaceAll(/[\s\u00a0]/gu, ''));
  const [, whole = '', fraction = ''] = match ?? [];
  const parsed = vatRateSchema.safeParse(Number(whole + fraction.padEnd(2, '0')));
  return match && parsed.success ? ok(parsed.data) : err(inputFault('input.vat-rate'));
}

/**
 * The VAT inside an amount that includes it: `amount × rate ÷ (100 + rate)`, half away from zero. 399.00 at 12 % holds
 * 42.75.
 */
export const vatWithin = (amount: MinorUnits, rate: VatRate): MinorUnits =>
  minorUnits(divideRounded(BigInt(amount) * BigInt(rate), 10_000n + BigInt(rate)));

/** Norway's rates, the highest first. The first is proposed for an open amount. */
export const norwegianRates: readonly VatRate[] = [25, 15, 12, 0].map(vatRate);
