import { largestQuantity } from '../../shared/basket.ts';
import { inputFault } from '../../shared/fault.ts';
import { type Currency, type MinorUnits, parseAmount } from '../../shared/money.ts';
import { type Result, err, ok } from '../../shared/result.ts';

/** What an amount that is being typed comes to. */
export interface Entry {
  readonly quantity: number;
  readonly unitPrice: MinorUnits;
}

const timesSign = /[*×]/;
const longest = 24;

/** Puts a character of the number pad at the end. What could never become an amount is not taken. */
export function typed(text: string, character: string): string {
  if (text.length >= longest) return text;
  if (character === '*') return text === '' || timesSign.test(text) ? text : `${text}×`;
  const factor = text.split(timesSign).at(-1) ?? '';
  if (character === '.' || character === ',') {
    if (/[.,]/.test(factor)) return text;
    return `${text}${factor === '' ? '0' : ''}${character}`;
  }
  return /^\d$/.test(character) ? text + character : text;
}

export const deleted = (text: string): string => text.slice(0, -1);

/**
 * Reads an entry: `399,00`, or `3 × 125` for three at 125. The quantity comes first, as on every till; when only the
 * second can be a quantity (`12,50 × 3`), the two change places.
 */
export function parseEntry(text: string, currency: Currency): Result<Entry> {
  const [first = '', second, ...more] = text.split(timesSign);
  if (more.length > 0) return err(inputFault('input.amount'));
  if (second === undefined) return priced(first, 1, currency);
  const quantity = quantityOf(first);
  if (quantity !== undefined) return priced(second, quantity, currency);
  const swapped = quantityOf(second);
  return swapped === undefined ? err(inputFault('input.quantity')) : priced(first, swapped, currency);
}

/** How many of the next product: an entry that ends after its times sign. */
export function quantityFor(text: string): number | undefined {
  const [first = '', second] = text.split(timesSign);
  return second?.trim() === '' ? quantityOf(first) : undefined;
}

function priced(text: string, quantity: number, currency: Currency): Result<Entry> {
  const unitPrice = parseAmount(text, currency);
  return unitPrice.ok ? ok({ quantity, unitPrice: unitPrice.value }) : unitPrice;
}

function quantityOf(text: string): number | undefined {
  const digits = text.trim();
  if (!/^\d{1,5}$/.test(digits)) return undefined;
  const quantity = Number(digits);
  return quantity >= 1 && quantity <= largestQuantity ? quantity : undefined;
}
