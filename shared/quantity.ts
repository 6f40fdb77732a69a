import { z } from 'zod';

/** How many of something: pieces, or a weight or a length with up to three decimals. */

export const largestQuantity = 9_999;
/** One thousandth. */
export const leastQuantity = 0.001;

/** In thousandths, so that no float touches money. */
export const thousandths = (quantity: number): number => Math.round(quantity * 1_000);

/** Above zero, at most `largestQuantity`, at most three decimals. */
export const isQuantity = (quantity: number): boolean =>
  quantity > 0 &&
  quantity <= largestQuantity &&
  Math.abs(thousandths(quantity) - quantity * 1_000) < 1e-6 * Math.max(1, quantity);

export const quantitySchema = z.number().refine(isQuantity, 'No quantity');

export const plusQuantity = (a: number, b: number): number => (thousandths(a) + thousandths(b)) / 1_000;

/** Never below zero. */
export const minusQuantity = (a: number, b: number): number =>
  Math.max(0, thousandths(a) - thousandths(b)) / 1_000;

/** Reads a quantity as a person types it: `3`, `0,350`. Nothing, when it is none. */
export function parseQuantity(text: string): number | undefined {
  const [, whole = '', fraction = ''] = /^(\d{0,5})(?:[.,](\d{0,3}))?$/.exec(text.trim()) ?? [];
  const quantity = Number(`${whole}.${fraction.padEnd(3, '0')}`);
  return isQuantity(quantity) ? quantity : undefined;
}
