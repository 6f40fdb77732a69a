import { z } from 'zod';
import { type Discount, checkDiscount, discountOn, discountPercent, discountSchema } from './discount.ts';
import { divideRounded, splitByLargestRemainder } from './division.ts';
import { type Fault, inputFault } from './fault.ts';
import { type MinorUnits, largestAmount, minorUnits, minorUnitsSchema, minus, sum, zero } from './money.ts';
import { isQuantity, largestQuantity, plusQuantity, quantitySchema, thousandths } from './quantity.ts';
import { type Result, err, ok } from './result.ts';
import { type VatRate, vatRateSchema, vatWithin } from './vat.ts';

/** Dintero takes at most this many items with one order. */
export const mostLines = 100;
export const longestDescription = 100;

/**
 * One line of a basket or of a sale. `unitPrice` is the price of one incl. VAT; `amount` is the line total incl. VAT,
 * after its own discount and its share of the basket's.
 */
export const lineSchema = z
  .object({
    lineId: z.string().min(1),
    productId: z.string().optional(),
    /** Empty for an open amount that the cashier gave no words. */
    description: z.string().max(longestDescription),
    quantity: quantitySchema,
    unitPrice: minorUnitsSchema,
    vatRate: vatRateSchema,
    discount: discountSchema.optional(),
    /** What of the basket's discount falls on this line, in minor units. */
    basketShare: minorUnitsSchema.optional(),
    amount: minorUnitsSchema,
  })
  .readonly();
export type Line = z.infer<typeof lineSchema>;

/** What the cashier enters: everything of a line but its place, its discount and its total. */
export type LineInput = Omit<Line, 'lineId' | 'amount' | 'discount' | 'basketShare'>;

export const basketSchema = z
  .object({
    id: z.string().min(1),
    lines: z.array(lineSchema).readonly(),
    /** On the whole of it, after the discounts of its lines. */
    discount: discountSchema.optional(),
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

/** Price × quantity, half away from zero, before any discount. */
export const grossAmount = ({ unitPrice, quantity }: Pick<Line, 'unitPrice' | 'quantity'>): MinorUnits =>
  minorUnits(divideRounded(BigInt(unitPrice) * BigInt(thousandths(quantity)), 1_000n));

/** What a line's own discount takes off, in minor units. */
export const lineDiscount = (line: Line): MinorUnits => discountOn(grossAmount(line), line.discount);

/** What the basket's discount takes off in all, in minor units. */
export const basketDiscount = (lines: readonly Line[]): MinorUnits =>
  sum(lines.flatMap(({ basketShare }) => basketShare ?? []));

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
 * Puts a line in the basket. The same product at the same price and rate joins the line that is there, unless that line
 * has a discount of its own. Refuses what Dintero could not take: a total above int32, more than 100 lines.
 */
export function addLine(basket: Basket, input: LineInput): Result<Basket> {
  const same = basket.lines.find(
    (line) =>
      input.productId !== undefined &&
      line.productId === input.productId &&
      line.unitPrice === input.unitPrice &&
      line.vatRate === input.vatRate &&
      line.discount === undefined,
  );
  if (same) return setQuantity(basket, same.lineId, plusQuantity(same.quantity, input.quantity));
  if (basket.lines.length >= mostLines)
    return err(inputFault('input.basket-lines', undefined, { most: mostLines }));
  if (input.unitPrice <= 0) return err(inputFault('input.amount-zero'));
  if (!isQuantity(input.quantity)) return err(noQuantity());
  const added = { ...input, lineId: nextLineId(basket), amount: grossAmount(input) };
  return withinLimit({ ...basket, lines: [...basket.lines, added] });
}

/** Sets how many of a line; 0 takes it out. A line that is gone changes nothing. */
export function setQuantity(basket: Basket, lineId: string, quantity: number): Result<Basket> {
  if (quantity === 0) return ok(removeLine(basket, lineId));
  return isQuantity(quantity)
    ? withinLimit(withLine(basket, lineId, (line) => ({ ...line, quantity })))
    : err(noQuantity());
}

/** Takes a line out. The discount of a basket goes with its last line. */
export function removeLine(basket: Basket, lineId: string): Basket {
  const lines = basket.lines.filter((line) => line.lineId !== lineId);
  return lines.length === 0 ? { ...withoutDiscount(basket), lines } : priced({ ...basket, lines });
}

/** Gives a line a discount, or takes it away. A line that is gone changes nothing. */
export function discountLine(basket: Basket, lineId: string, discount: Discount | undefined): Result<Basket> {
  const line = basket.lines.find((one) => one.lineId === lineId);
  if (!line) return ok(basket);
  const checked = discount && checkDiscount(discount, grossAmount(line));
  if (checked && !checked.ok) return checked;
  const changed = withLine(basket, lineId, (one) => ({
    ...withoutDiscount(one),
    ...(discount && { discount }),
  }));
  return ok(priced(changed));
}

/** Gives the whole basket a discount, or takes it away. */
export function discountBasket(basket: Basket, discount: Discount | undefined): Result<Basket> {
  if (discount === undefined) return ok(priced(withoutDiscount(basket)));
  if (basket.lines.length === 0) return err(inputFault('input.basket-empty'));
  const checked = checkDiscount(discount, sum(basket.lines.map(afterOwnDiscount)));
  return checked.ok ? ok(priced({ ...basket, discount })) : checked;
}

/** How much is taken off the line that loses most, in percent of its price, as it was entered: no rounding is in it. */
export function largestDiscount({ lines, discount }: Pick<Basket, 'lines' | 'discount'>): number {
  const ofBasket = discountPercent(discount, sum(lines.map(afterOwnDiscount)));
  const ofLines = lines.map((line) => discountPercent(line.discount, grossAmount(line)));
  const most = Math.max(0, ...ofLines);
  // To a ten-thousandth: what the fractions add up to is no reason to ask a manager.
  return Math.round((most + ofBasket - (most * ofBasket) / 100) * 10_000) / 10_000;
}

/**
 * Works every line out again from what was entered (rule P5), so that what is sent never rests on a stored total. The
 * basket's discount is split over the lines by largest remainder, so that they always add up.
 */
export function priced(basket: Basket): Basket {
  const own = basket.lines.map(afterOwnDiscount);
  const shares = splitByLargestRemainder(discountOn(sum(own), basket.discount), own);
  return {
    ...basket,
    lines: basket.lines.map((line, index) => {
      const { basketShare: _, ...entered } = line;
      const share = shares[index] ?? zero;
      return {
        ...entered,
        ...(share > 0 && { basketShare: share }),
        amount: minus(own[index] ?? zero, share),
      };
    }),
  };
}

const afterOwnDiscount = (line: Line): MinorUnits => minus(grossAmount(line), lineDiscount(line));

const withLine = (basket: Basket, lineId: string, change: (line: Line) => Line): Basket => ({
  ...basket,
  lines: basket.lines.map((line) => (line.lineId === lineId ? change(line) : line)),
});

function withoutDiscount<Value extends { readonly discount?: Discount | undefined }>(
  value: Value,
): Omit<Value, 'discount'> {
  const { discount: _, ...rest } = value;
  return rest;
}

/** The lines may be large before their discounts too: Dintero's amounts are int32. */
function withinLimit(basket: Basket): Result<Basket> {
  const gross = basket.lines.reduce((a, line) => a + grossAmount(line), 0);
  return gross > largestAmount ? err(inputFault('input.basket-too-large')) : ok(priced(basket));
}

const noQuantity = (): Fault => inputFault('input.quantity', undefined, { most: largestQuantity });

const nextLineId = (basket: Basket): string =>
  (1 + basket.lines.reduce((highest, line) => Math.max(highest, Number(line.lineId)), 0)).toString();
