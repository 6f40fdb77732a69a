import { randomBytes, scryptSync } from 'node:crypto';

const cost = { N: 16, r: 8, p: 1 } as const;

/** A PIN as it is stored. It says what it cost, so that a test need not pay the price of a real one at each try. */
export function cheapPin(pin: string): string {
  const salt = randomBytes(16);
  const hash = scryptSync(pin, salt, 32, cost);
  return JSON.stringify({ ...cost, salt: salt.toString('base64'), hash: hash.toString('base64') });
}
