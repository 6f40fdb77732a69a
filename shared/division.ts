import { type MinorUnits, minorUnits } from './money.ts';

/** Divides two whole numbers and rounds half away from zero, as money is rounded here. `divisor` is above zero. */
export function divideRounded(dividend: bigint, divisor: bigint): number {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = Number((2n * magnitude + divisor) / (2n * divisor));
  return dividend < 0n ? 0 - rounded : rounded;
}

/**
 * Splits an amount over weights by largest remainder, so that the parts always add up to the amount. Of equal
 * remainders the earlier part gains. Weights are whole, not negative, and not all zero (unless the amount is).
 */
export function splitByLargestRemainder(
  amount: MinorUnits,
  weights: readonly number[],
): readonly MinorUnits[] {
  const whole = weights.map((weight) => BigInt(weight));
  const total = whole.reduce((a, b) => a + b, 0n);
  if (total === 0n) {
    if (amount !== 0) throw new Error('An amount can not be split over nothing');
    return weights.map(() => minorUnits(0));
  }
  const sign = amount < 0 ? -1 : 1;
  const magnitude = BigInt(Math.abs(amount));
  const shares = whole.map((weight, index) => ({
    index,
    floor: Number((magnitude * weight) / total),
    remainder: (magnitude * weight) % total,
  }));
  let left = Number(magnitude) - shares.reduce((a, share) => a + share.floor, 0);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const parts = shares.map((share) => share.floor);
  for (const share of byRemainder) {
    if (left === 0) break;
    parts[share.index] = share.floor + 1;
    left -= 1;
  }
  return parts.map((part) => minorUnits(part === 0 ? 0 : sign * part));
}
