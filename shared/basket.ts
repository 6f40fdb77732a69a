import { z } from 'zod';
import { divideRounded } from './division.ts';
import { inputFault } from './fault.ts';
import { type MinorUnits, largestAmount, minorUnits, minorUnitsSchema, sum } from './money.ts';
import { type Result, err, ok } from './result.ts';
import { type VatRate, vatRateSchema, vatWithin } from './vat.ts';

/** Dintero takes at most this many items with one order. */
export const mostLines = 100;
export const largestQuantity = 9_999;
export const longestDescription = 100;

/** One line of a basket or of a sale. `amount` is the line total incl. VAT, `unitPrice` the price of one incl. VAT. */
export const lineSchema = z
  .object({
    lineId: z.string().min(1),
    productId: z.string().optional(),
    /** Empty for an open amount that the cashier gave no words. */
    description: z.string().max(longestDescription),
    quantity: z.int().min(1).max(largestQuantity),
    unitPrice: minorUnitsSchema,
    vatRate: vatRateSchema,
    amount: minorUnitsSchema,
  })
  .readonly();
export type Line = z.infer<typeof lineSchema>;

/** What the cashier enters: everything of a line but its place and its total. */
export type LineInput = Omit<Line, 'lineId' | 'amount'>;

export const basketSchema = z
  .object({
    id: z.string().min(1),
    lines: z.array(lineSchema).readonly(),
    /** The sale that this basket became when it was first charged. */
    saleId: z.string().optional(),
  })
  .readonly();
export type Basket = z.infer<typeof basketSchema>;

/** Sales at one VAT rate: their total incl. VAT, and the VAT inside it. */
export interface VatTotal {
  readonly rate: VatRate;
  readonly amount: MinorUnits;
  readonly vat: MinorUnits;
}

/** The total of a line: price × quantity, half away from zero. */
export const lineAmount = (unitPrice: MinorUnits, quantity: number): MinorUnits =>
  minorUnits(divideRounded(BigInt(unitPrice) * BigInt(quantity), 1n));

export const totalOf = (lines: readonly Line[]): MinorUnits => sum(lines.map((line) => line.amount));

/** VAT is rounded per line and added up per rate; the highest rate comes first. */
export function vatTotals(lines: readonly Line[]): readonly VatTotal[] {
  const rates = [...new Set(lines.map((line) => line.vatRate))].toSorted((a, b) => b - a);
  return rates.map((rate) => {
    const atRate = lines.filter((line) => line.vatRate === rate);
    return {
      rate,
      amount: totalOf(atRate),
      vat: sum(atRate.map((line) => vatWithin(line.amount, rate))),
    };
  });
}

/**
 * Puts a line in the basket. The same product at the same price and rate joins the line that is there.
 * Refuses what Dintero could not take: a total above int32, more than 100 lines.
 */
export function addLine(basket: Basket, input: LineInput): Result<Basket> {
  const same = basket.lines.find(
    (line) =>
      input.productId !== undefined &&
      line.productId === input.productId &&
      line.unitPrice === input.unitPrice &&
      line.vatRate === input.vatRate,
  );
  if (same) return setQuantity(basket, same.lineId, same.quantity + input.quantity);
  if (basket.lines.length >= mostLines)
    return err(inputFault('input.basket-lines', undefined, { most: mostLines }));
  if (input.unitPrice <= 0) return err(inputFault('input.amount-zero'));
  const added = { ...input, lineId: nextLineId(basket), amount: lineAmount(input.unitPrice, input.quantity) };
  return withinLimit({ ...basket, lines: [...basket.lines, added] });
}

/** Sets how many of a line; 0 takes it out. A line that is gone changes nothing. */
export function setQuantity(basket: Basket, lineId: string, quantity: number): Result<Basket> {
  if (quantity === 0) return ok(removeLine(basket, lineId));
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > largestQuantity) {
    return err(inputFault('input.quantity', undefined, { most: largestQuantity }));
  }
  return withinLimit({
    ...basket,
    lines: basket.lines.map((line) =>
      line.lineId === lineId ? { ...line, quantity, amount: lineAmount(line.unitPrice, quantity) } : line,
    ),
  });
}

export const removeLine = (basket: Basket, lineId: string): Basket => ({
  ...basket,
  lines: basket.lines.filter((line) => line.lineId !== lineId),
});

/**
 * Works every line out again from what was entered (rule P5), so that what is sent never rests on a stored total.
 */
export const recomputed = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line) => ({ ...line, amount: lineAmount(line.unitPrice, line.quantity) }));

function withinLimit(basket: Basket): Result<Basket> {
  const total = basket.lines.reduce((a, line) => a + line.amount, 0);
  return total > largestAmount ? err(inputFault('input.basket-too-large')) : ok(basket);
}

const nextLineId = (basket: Basket): string =>
  (1 + basket.lines.reduce((highest, line) => Math.max(highest, Number(line.lineId)), 0)).toString();
