import { randomBytes } from 'node:crypto';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Random, base 62. */
const randomText = (length: number): string =>
  Array.from(randomBytes(length), (byte) => letters.charAt(byte % letters.length)).join('');

/** The id of a session or a transaction: the account and 22 random characters. */
export const newPaymentId = (accountId: string): string => `${accountId}.${randomText(22)}`;
