import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { UnreadableRow } from './rows.ts';

/**
 * One event as it lies in the file: number, table, subject, milliseconds since 1970, payload, the hash before it, its
 * own hash. A tuple, for millions of them are read.
 */
export type EventRow = readonly [
  seq: number,
  table: string,
  subject: string,
  at: number,
  payload: string,
  previous: Uint8Array,
  own: Uint8Array,
];

const columnRow = z.object({ name: z.string().regex(/^[a-z_]+$/), columns: z.string() });

const shape = /^seq,([a-z_]+),at,payload,previous_hash,hash$/;

/** The tables that hold events and the column of their subject, told by their columns: a newer version may have more. */
export function eventTables(database: DatabaseSync): ReadonlyMap<string, string> {
  const tables = database
    .prepare(
      `SELECT t.name, group_concat(c.name) AS columns
       FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'
       GROUP BY t.name ORDER BY t.name`,
    )
    .all();
  return new Map(
    tables.flatMap((row) => {
      const parsed = columnRow.safeParse(row);
      const subject = parsed.success ? shape.exec(parsed.data.columns)?.[1] : undefined;
      return parsed.success && subject !== undefined ? [[parsed.data.name, subject] as const] : [];
    }),
  );
}

/**
 * Every event of a journal of any version, in the order of the chain. Throws SQLite's error where the file can't be read
 * on, and `UnreadableRow`.
 */
export function* eventRows(database: DatabaseSync): Iterable<EventRow> {
  const tables = eventTables(database);
  if (tables.size === 0) throw new UnreadableRow('no journal: there is no table of events');
  const parts = [...tables].map(
    ([table, subject]) =>
      `SELECT seq, '${table}', ${subject}, at, payload, previous_hash, hash FROM ${table}`,
  );
  const statement = database.prepare(`${parts.join(' UNION ALL ')} ORDER BY 1`);
  statement.setReturnArrays(true);
  for (const row of statement.iterate() as Iterable<unknown>) {
    if (!isEventRow(row)) throw new UnreadableRow('a row of another shape');
    yield row;
  }
}

/** A look at the types alone: a schema would take longer than the reading. */
const isEventRow = (row: unknown): row is EventRow =>
  Array.isArray(row) &&
  typeof row[0] === 'number' &&
  typeof row[1] === 'string' &&
  typeof row[2] === 'string' &&
  typeof row[3] === 'number' &&
  typeof row[4] === 'string' &&
  isBlob(row[5]) &&
  isBlob(row[6]);

/** `instanceof` takes longer. */
const isBlob = (value: unknown): boolean => typeof value === 'object' && value !== null;
