import { z } from 'zod';
import {
  type AuditFilter,
  type KeptEntry,
  type RecordedEntry,
  auditEntrySchema,
  peopleIn,
  recordedEntrySchema,
} from '../../shared/audit.ts';
import type { Actor } from '../../shared/person.ts';
import { type Result, ok } from '../../shared/result.ts';
import { putAuditEntry } from './audit-log.ts';
import type { HashedEntry } from './audit-export.ts';
import { hashText, subjectColumns } from './chain.ts';
import type { JournalDatabase } from './database.ts';
import type { Reads } from './reads.ts';
import { parseBody } from './rows.ts';

const keptRow = z.object({ seq: z.number(), at: z.number(), body: z.string() });

/** The audit log: entries of its own in the journal's chain, and with them what the events of payments and refunds tell. */
export class AuditRecords {
  readonly #database: JournalDatabase;

  constructor(database: JournalDatabase) {
    this.#database = database;
  }

  /** Puts an entry on disk, in one synced commit. @param at milliseconds since 1970 */
  record(entry: RecordedEntry, at: number): Result<null> {
    return this.#database.write(() => {
      const kept = recordedEntrySchema.parse(entry);
      const seq = this.#database.append({
        table: 'audit_events',
        subject: kept.person.id,
        at,
        payload: JSON.stringify(kept),
      });
      putAuditEntry(this.#database, { seq, at, entry: kept });
      return ok(null);
    });
  }

  /**
   * Newest first, in the order of the chain: a clock that was set back hides nothing further down. `before` is the number
   * of the last entry of the page before.
   */
  page(filter: AuditFilter, limit: number, before?: number): readonly KeptEntry[] {
    const bounds = boundsOf(this.#database, filter);
    if (!bounds) return [];
    const to = before === undefined ? bounds.to : Math.min(bounds.to, before - 1);
    const { sql, values } = question(filter, { from: bounds.from, to }, 'DESC');
    return this.#database.all(`${sql} LIMIT ?`, ...values, limit).map(keptEntry);
  }

  /** Everybody whom an entry is about, by the name that they bore last. */
  people(): readonly Actor[] {
    return this.#database
      .all(
        `WITH RECURSIVE ids (id) AS (
           SELECT min(person_id) FROM audit_people
           UNION ALL SELECT (SELECT min(person_id) FROM audit_people WHERE person_id > id) FROM ids WHERE id IS NOT NULL
         )
         SELECT id, (SELECT body FROM audit_entries
           WHERE seq = (SELECT max(seq) FROM audit_people WHERE person_id = id)) AS body
         FROM ids WHERE id IS NOT NULL`,
      )
      .flatMap((row) =>
        peopleIn(parseBody(auditEntrySchema, row['body'])).filter(({ id }) => id === row['id']),
      );
  }
}

/** Every entry up to an event that fits, with its hash, oldest first and one after the other. */
export function* everyEntry(database: Reads, filter: AuditFilter, upTo: number): Iterable<HashedEntry> {
  const bounds = boundsOf(database, filter);
  if (!bounds) return;
  const { sql, values } = question(filter, { ...bounds, to: Math.min(bounds.to, upTo) }, 'ASC', hashColumn);
  for (const row of database.each(sql, ...values)) {
    yield { ...keptEntry(row), hash: hashText(hashSchema.parse(row['hash'])) };
  }
}

const hashColumn = `coalesce(${Object.keys(subjectColumns)
  .map((table) => `(SELECT hash FROM ${table} WHERE ${table}.seq = audit_entries.seq)`)
  .join(', ')}) AS hash`;

/** How many entries up to an event fit. */
export function countEntries(database: Reads, filter: AuditFilter, upTo: number): number {
  const bounds = boundsOf(database, filter);
  if (!bounds) return 0;
  const { sql, values } = question(filter, { ...bounds, to: Math.min(bounds.to, upTo) }, 'ASC');
  return z.number().parse(database.get(`SELECT count(*) AS entries FROM (${sql})`, ...values)?.['entries']);
}

const hashSchema = z.instanceof(Uint8Array);

function keptEntry(row: unknown): KeptEntry {
  const { seq, at, body } = keptRow.parse(row);
  return { seq, at, entry: parseBody(auditEntrySchema, body) };
}

/** Numbers of events, both inclusive. */
interface Bounds {
  readonly from: number;
  readonly to: number;
}

const boundsRow = z.object({ first: z.number().nullable(), last: z.number().nullable() });

/** Between which events the time that is asked for lies; `undefined` when nothing does. */
function boundsOf(database: Reads, { from, to }: AuditFilter): Bounds | undefined {
  const all: Bounds = { from: 0, to: Number.MAX_SAFE_INTEGER };
  if (from === undefined && to === undefined) return all;
  const { first, last } = boundsRow.parse(
    database.get(
      'SELECT min(seq) AS first, max(seq) AS last FROM audit_entries WHERE at >= ? AND at < ?',
      from ?? Number.MIN_SAFE_INTEGER,
      to ?? Number.MAX_SAFE_INTEGER,
    ),
  );
  return first === null || last === null ? undefined : { from: first, to: last };
}

/** The words of a text, in small letters. */
const wordsIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/**
 * The table that leaves the fewest rows is read first, from one end, and no further than is wanted: the order of the joins
 * is the order of the words here.
 */
function question(
  { topic, personId, from, to, text }: AuditFilter,
  bounds: Bounds,
  order: 'ASC' | 'DESC',
  more?: string,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const words = wordsIn(text);
  const tables = [
    ...(personId === undefined ? [] : ['audit_people']),
    ...(personId === undefined && topic === undefined && words.length > 0
      ? ['audit_words', 'audit_entries']
      : ['audit_entries', ...(words.length > 0 ? ['audit_words'] : [])]),
  ];
  const [first = 'audit_entries', ...others] = tables;
  const conditions: readonly (readonly [string, ...(string | number)[]])[] = [
    [`${first}.seq BETWEEN ? AND ?`, bounds.from, bounds.to],
    ...others.map((table) => [`${table}.seq = ${first}.seq`] as const),
    ...(personId === undefined ? [] : [['audit_people.person_id = ?', personId] as const]),
    ...(topic === undefined
      ? []
      : [[`${personId === undefined ? 'audit_entries' : 'audit_people'}.topic = ?`, topic] as const]),
    ...(from === undefined ? [] : [['audit_entries.at >= ?', from] as const]),
    ...(to === undefined ? [] : [['audit_entries.at < ?', to] as const]),
    ...words.map((word) => ['instr(audit_words.words, ?) > 0', word] as const),
  ];
  const columns = ['audit_entries.seq', 'audit_entries.at', 'audit_entries.body', ...(more ? [more] : [])];
  return {
    sql: `SELECT ${columns.join(', ')} FROM ${tables.join(' CROSS JOIN ')}
      WHERE ${conditions.map(([condition]) => condition).join(' AND ')} ORDER BY ${first}.seq ${order}`,
    values: conditions.flatMap(([, ...values]) => values),
  };
}
