import { randomBytes } from 'node:crypto';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Random, base 62. */
const randomText = (length: number): string =>
  Array.from(randomBytes(length), (byte) => letters.charAt(byte % letters.length)).join('');

/** The id of a session or a transaction: the account and 22 random characters. */
export const newPaymentId = (accountId: string): string => `${accountId}.${randomText(22)}`;

/** The next free id of a row: `T00000001-0003`, `T00000001-T0003`. */
export function nextRowId(prefix: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const id = `${prefix}${String(number).padStart(4, '0')}`;
    if (!taken.has(id)) return id;
  }
}
