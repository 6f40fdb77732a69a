import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

// OWASP's least for scrypt: N 2^17, r 8, p 1. A PIN has few digits; the lock-out and the keychain carry the rest.
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;
const keyLength = 32;
/** What scrypt needs for this cost is 128 × N × r bytes; Node wants the bound to be above it. */
const memoryBound = 256 * cost.N * cost.r;

const storedSchema = z.object({
  N: z.int().positive(),
  r: z.int().positive(),
  p: z.int().positive(),
  salt: z.base64(),
  hash: z.base64(),
});

/** A PIN as it is stored: a salted scrypt hash with its own cost, as JSON. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(pin, salt, keyLength, { ...cost, maxmem: memoryBound });
  return JSON.stringify({ ...cost, salt: salt.toString('base64'), hash: hash.toString('base64') });
}

/** Whether a PIN is the one that was hashed. Takes the same time either way. */
export async function isSamePin(pin: string, stored: string): Promise<boolean> {
  const { N, r, p, salt, hash } = storedSchema.parse(JSON.parse(stored));
  const expected = Buffer.from(hash, 'base64');
  const actual = await derive(pin, Buffer.from(salt, 'base64'), expected.length, {
    N,
    r,
    p,
    maxmem: 256 * N * r,
  });
  return timingSafeEqual(actual, expected);
}
