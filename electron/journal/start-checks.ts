import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type EventTable, hashRow, hashText, subjectColumns } from './chain.ts';
import { isAttemptRight, isRefundRight } from './compare.ts';
import { headOf } from './database.ts';
import { readHead } from './head-record.ts';
import { migrations } from './migrations.ts';
import type { Reads } from './reads.ts';

/** The cheap checks at the start. Each says in a few words what is wrong, or `undefined`; none reads a whole table. */
export type Finding = string | undefined;

/** The tables of events that a file has: an earlier version has fewer. */
function eventTablesIn(database: Reads): readonly EventTable[] {
  const names = new Set(
    database.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map((row) => row['name']),
  );
  return (Object.keys(subjectColumns) as EventTable[]).filter((table) => names.has(table));
}

const lastRow = z.object({
  seq: z.number(),
  subject: z.string(),
  at: z.number(),
  payload: z.string(),
  previous_hash: z.instanceof(Uint8Array),
  hash: z.instanceof(Uint8Array),
});

/** The last event must be the one that `chain_head` names, and whole. */
export function wrongEnd(database: Reads): Finding {
  const ends = eventTablesIn(database).flatMap((table) => {
    const row = database.get(
      `SELECT seq, ${subjectColumns[table]} AS subject, at, payload, previous_hash, hash FROM ${table} ORDER BY seq DESC LIMIT 1`,
    );
    return row ? [{ table, ...lastRow.parse(row) }] : [];
  });
  const last = ends.toSorted((a, b) => b.seq - a.seq)[0];
  const head = headOf(database);
  if (head.count !== (last?.seq ?? 0)) {
    return `chain_head names event ${head.count}, and the last is ${last?.seq ?? 0}`;
  }
  if (!last) return undefined;
  const own = hashText(hashRow(last.previous_hash, last));
  return own === hashText(last.hash) && own === hashText(head.hash)
    ? undefined
    : `the last event, ${last.seq}, does not have the hash that it should`;
}

/** The event that the head record names must be there, with that hash. A longer chain is fine: it is not synced. */
export function lostTail(database: Reads, file: string): Finding {
  const record = readHead(file);
  if (!record || record.count === 0) return undefined;
  const row = eventTablesIn(database)
    .map((table) => database.get(`SELECT hash FROM ${table} WHERE seq = ?`, record.count))
    .find((found) => found !== undefined);
  if (!(row?.['hash'] instanceof Uint8Array)) {
    return `the head record names event ${record.count}, and the last is ${headOf(database).count}`;
  }
  return hashText(row['hash']) === record.hash
    ? undefined
    : `event ${record.count} has another hash than the head record names`;
}

/** Whether there is nothing beside the journal that says how far it went. */
export const lacksHeadRecord = (database: Reads, file: string): boolean =>
  headOf(database).count > 0 && readHead(file) === undefined;

const objectNames = (database: Pick<Reads, 'all'>): readonly string[] =>
  database
    .all("SELECT type || ' ' || name AS object FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY 1")
    .map((row) => z.string().parse(row['object']));

/** Whether a file of version 0 is an empty one, and no other program's. */
export const isEmpty = (database: Reads): boolean => objectNames(database).length === 0;

/** Every table, index and trigger of its version must be there: without one, a rule that it keeps would be gone. */
export function missingObject(database: Reads, version: number): Finding {
  const model = new DatabaseSync(':memory:');
  for (const step of migrations.slice(0, version)) model.exec(step);
  const there = new Set(objectNames(database));
  const missing = objectNames({ all: (sql) => model.prepare(sql).all() }).find((name) => !there.has(name));
  model.close();
  return missing === undefined ? undefined : `there is no ${missing}`;
}

/** Whether what is still to be followed is as its events say. */
export function openRowsAreRight(database: Reads): boolean {
  const ids = (sql: string): readonly string[] => database.all(sql).map((row) => z.string().parse(row['id']));
  return (
    ids('SELECT attempt_id AS id FROM attempts WHERE settled = 0').every((id) =>
      isAttemptRight(database, id),
    ) &&
    ids('SELECT refund_id AS id FROM refunds WHERE settled = 0').every((id) => isRefundRight(database, id))
  );
}
