import { z } from 'zod';
import { divideRounded } from './division.ts';
import { inputFault } from './fault.ts';
import { type Currency, type MinorUnits, minorUnits, minorUnitsSchema, parseAmount } from './money.ts';
import { type Result, err, ok } from './result.ts';

/** All of it, in hundredths of a percent. */
export const wholePercent = 10_000;

/** What is taken off a line or off a whole basket. Percent in hundredths (10 % is 1000), amounts in minor units. */
export const discountSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('percent'), percent: z.int().min(1).max(wholePercent) }).readonly(),
  z.object({ by: z.literal('amount'), amount: minorUnitsSchema.min(1) }).readonly(),
]);
export type Discount = z.infer<typeof discountSchema>;

/** What a discount takes off an amount, half away from zero, and never more than there is. */
export function discountOn(amount: MinorUnits, discount: Discount | undefined): MinorUnits {
  if (discount === undefined) return minorUnits(0);
  const wanted =
    discount.by === 'percent'
      ? divideRounded(BigInt(amount) * BigInt(discount.percent), BigInt(wholePercent))
      : discount.amount;
  return minorUnits(Math.min(amount, wanted));
}

/** What a discount is of an amount, in percent. */
export function discountPercent(discount: Discount | undefined, amount: MinorUnits): number {
  if (discount === undefined || amount === 0) return 0;
  return discount.by === 'percent' ? discount.percent / 100 : Math.min(100, (discount.amount * 100) / amount);
}

/** Whether a discount may be given on an amount: not of more than there is. */
export const checkDiscount = (discount: Discount, amount: MinorUnits): Result<Discount> =>
  discount.by === 'amount' && discount.amount > amount
    ? err(inputFault('input.discount-too-large', 'discount', { most: amount }))
    : ok(discount);

/**
 * Reads a discount as a person types it: `10`, `12,5`, `10 %` in percent; `50`, `49,90` as an amount. A percent sign
 * decides over what was chosen.
 */
export function parseDiscount(text: string, by: Discount['by'], currency: Currency): Result<Discount> {
  if (text.trim() === '') return err(inputFault('input.required', 'discount'));
  if (by === 'percent' || hasPercentSign(text)) return parsePercent(text);
  const amount = parseAmount(text, currency);
  return amount.ok ? ok({ by: 'amount', amount: amount.value }) : err({ ...amount.error, field: 'discount' });
}

export const hasPercentSign = (text: string): boolean => text.trimEnd().endsWith('%');

function parsePercent(text: string): Result<Discount> {
  const match = /^(\d{0,3})(?:[.,](\d{0,2}))?%?$/.exec(text.replaceAll(/[\s\u00a0\u202f]/gu, ''));
  const [, whole = '', fraction = ''] = match ?? [];
  const parsed = discountSchema.safeParse({
    by: 'percent',
    percent: Number(whole + fraction.padEnd(2, '0')),
  });
  return match && parsed.success ? ok(parsed.data) : err(inputFault('input.percent', 'discount'));
}
