import { inputFault } from './fault.ts';
import { type Result, err, ok } from './result.ts';

/**
 * A `payout_destination_id`, which the merchant chooses: at most 40 of `A-Z a-z 0-9 _ -`.
 * https://docs.dintero.com/management-auth-api/account-payout-destinations/aid_account_payout_destinations_post
 */
export const longestSellerId = 40;

/** Reads a seller ID as typed, or gives the fault to show at `field`. */
export function readSellerId(text: string, field?: string): Result<string> {
  const id = text.trim();
  if (id === '') return err(inputFault('input.required', field));
  if (id.length > longestSellerId) {
    return err(inputFault('input.too-long', field, { most: longestSellerId }));
  }
  return /^[A-Za-z0-9_-]+$/.test(id) ? ok(id) : err(inputFault('input.seller-id', field));
}

/** A seller ID that is free, made of the name: `Kaffebaren Øst AS` becomes `kaffebaren-oest-as`. */
export function proposeSellerId(name: string, taken: readonly string[]): string {
  const words = name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (words === '') return freeId('seller', taken, 1);
  const whole = cut(words, longestSellerId);
  return taken.includes(whole) ? freeId(words, taken, 2) : whole;
}

function freeId(words: string, taken: readonly string[], first: number): string {
  for (let number = first; ; number += 1) {
    const tail = `-${number}`;
    const id = `${cut(words, longestSellerId - tail.length)}${tail}`;
    if (!taken.includes(id)) return id;
  }
}

const cut = (words: string, length: number): string => words.slice(0, length).replace(/-$/, '');
