import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { JournalDatabase } from './database.ts';
import type { Reads } from './reads.ts';

// No vowels and no look-alikes: the part is read aloud to support.
const letters = 'bcdfghjkmnpqrstvwxz23456789';

const newPart = (): string =>
  Array.from(randomBytes(5), (byte) => letters.charAt(byte % letters.length)).join('');

const partKey = 'part';
const earlierKey = 'earlier-parts';

const read = (database: Pick<Reads, 'get'>, key: string): string | undefined =>
  z.string().optional().parse(database.get('SELECT value FROM meta WHERE key = ?', key)?.['value']);

const put = (database: JournalDatabase, key: string, value: string): void =>
  database.run(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );

/** Every part that references of a journal may bear, the present one first. None in a journal that has not begun. */
export const partsIn = (database: Pick<Reads, 'get'>): readonly string[] =>
  [read(database, partKey), ...(read(database, earlierKey) ?? '').split(' ')].filter(
    (part): part is string => part !== undefined && part !== '',
  );

/**
 * The journal's own part of every reference, random (rule P4). It is made once, and made anew when the journal turns
 * out to be older than what it did: its running numbers were used already, and a new part keeps the next ones apart.
 */
export class JournalPart {
  readonly #database: JournalDatabase;
  #current: string;
  #earlier: readonly string[];

  /** Reads the part, or makes it. Inside a transaction when it is the first time. */
  constructor(database: JournalDatabase) {
    this.#database = database;
    const [known, ...earlier] = partsIn(database);
    this.#earlier = earlier;
    this.#current = known ?? newPart();
    if (known === undefined) put(database, partKey, this.#current);
  }

  get current(): string {
    return this.#current;
  }

  /** Every part that references of this journal may bear, the present one first. */
  get all(): readonly string[] {
    return [this.#current, ...this.#earlier];
  }

  /** `others` are parts that a lost journal of this till bore. Only inside a write. */
  renew(others: readonly string[] = []): void {
    this.#earlier = [...new Set([...this.all, ...others])];
    this.#current = newPart();
    put(this.#database, earlierKey, this.#earlier.join(' '));
    put(this.#database, partKey, this.#current);
  }
}
