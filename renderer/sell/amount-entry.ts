import { inputFault } from '../../shared/fault.ts';
import { type Currency, type MinorUnits, exponentOf, parseAmount } from '../../shared/money.ts';
import { parseQuantity } from '../../shared/quantity.ts';
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
 * Reads an entry: `399,00`, `3 × 125` for three at 125, or `0,350 × 129` for 350 g at 129 a kilo. The quantity comes
 * first, as on every till; when the first is a price and the second a number of pieces (`12,50 × 3`), they change places.
 */
export function parseEntry(text: string, currency: Currency): Result<Entry> {
  const [first = '', second, ...more] = text.split(timesSign);
  if (more.length > 0) return err(inputFault('input.amount'));
  if (second === undefined) return priced(first, 1, currency);
  const quantity = parseQuantity(first);
  const pieces = piecesOf(second);
  if (pieces !== undefined && (quantity === undefined || isPrice(first, currency))) {
    return priced(first, pieces, currency);
  }
  return quantity === undefined ? err(inputFault('input.quantity')) : priced(second, quantity, currency);
}

/** How many of the next product: an entry that ends after its times sign. */
export function quantityFor(text: string): number | undefined {
  const [first = '', second] = text.split(timesSign);
  return second?.trim() === '' ? parseQuantity(first) : undefined;
}

function priced(text: string, quantity: number, currency: Currency): Result<Entry> {
  const unitPrice = parseAmount(text, currency);
  return unitPrice.ok ? ok({ quantity, unitPrice: unitPrice.value }) : unitPrice;
}

const piecesOf = (text: string): number | undefined =>
  /^\d+$/.test(text.trim()) ? parseQuantity(text) : undefined;

/** Written like a price of one and more: with just the decimals that the currency has. */
function isPrice(text: string, currency: Currency): boolean {
  const [, whole, fraction = ''] = /^(\d+)[.,](\d+)$/.exec(text.trim()) ?? [];
  return Number(whole) >= 1 && fraction.length <= exponentOf(currency);
}
