import { z } from 'zod';
import { millisecondsSchema } from './moment.ts';
import { type Currency, type MinorUnits, parseAmount } from './money.ts';

/** What a person looks for among sales. An empty text asks for nothing. */
export const saleSearchSchema = z
  .object({
    /** A reference or a part of one, an amount, or the last four digits of a card. */
    text: z.string().max(200),
    /** Begun at this moment or later. */
    from: millisecondsSchema.optional(),
    /** Begun before this moment. */
    until: millisecondsSchema.optional(),
  })
  .readonly();
export type SaleSearch = z.infer<typeof saleSearchSchema>;

/** What a text may mean; it fits a sale when one of its meanings does. */
export interface Sought {
  /** A part of a reference, in small letters. */
  readonly reference: string;
  readonly amount?: MinorUnits;
  /** The end of a card number. */
  readonly digits?: string;
}

/** What of a sale a text is held against. */
export interface SearchedSale {
  /** Of every attempt. */
  readonly references: readonly string[];
  readonly amount: MinorUnits;
  /** The last four digits of every card. */
  readonly cardDigits: readonly string[];
}

/** Reads what was typed; `undefined` when nothing was. `0416` may be an amount, a card, or part of a reference. */
export function soughtIn(text: string, currency: Currency): Sought | undefined {
  const reference = text.trim().toLowerCase();
  if (reference === '') return undefined;
  const amount = parseAmount(reference.replace(/^(kr|nok)\s*/, ''), currency);
  return {
    reference,
    ...(amount.ok && { amount: amount.value }),
    ...(/^\d{4}$/.test(reference) && { digits: reference }),
  };
}

export const fitsSought = ({ references, amount, cardDigits }: SearchedSale, sought: Sought): boolean =>
  references.some((reference) => reference.toLowerCase().includes(sought.reference)) ||
  amount === sought.amount ||
  (sought.digits !== undefined && cardDigits.includes(sought.digits));

/** The last four digits of a masked card number, where they are told. */
export const lastDigits = (maskedPan: string | undefined): string | undefined =>
  /\d{4}$/.exec(maskedPan ?? '')?.[0];
