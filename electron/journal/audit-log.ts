import { z } from 'zod';
import {
  type KeptEntry,
  auditEntrySchema,
  peopleIn,
  recordedEntrySchema,
  topicOf,
  wordsOf,
} from '../../shared/audit.ts';
import type { Attempt } from '../../shared/attempt.ts';
import type { Refund } from '../../shared/refund.ts';
import { entryOfAttemptEvent, entryOfRefundEvent } from './audit-entries.ts';
import type { JournalDatabase } from './database.ts';
import type { Reads } from './reads.ts';
import type { KeptAttemptEvent, KeptRefundEvent } from './rebuild.ts';
import { parseBody } from './rows.ts';

/** The log as a table that can be filtered: a projection of all events, a row for each that the log tells. */

/** An entry as its rows keep it. The body's members are in the order of the schema. */
export const auditRows = ({ seq, at, entry }: KeptEntry) => ({
  entry: { seq, at, topic: topicOf(entry), body: JSON.stringify(auditEntrySchema.parse(entry)) },
  words: wordsOf(entry),
  people: peopleIn(entry).map(({ id }) => id),
});

/** Only inside a write. */
export function putAuditEntry(database: JournalDatabase, kept: KeptEntry): void {
  const { entry, words, people } = auditRows(kept);
  const { seq, at, topic, body } = entry;
  database.run('INSERT INTO audit_entries (seq, at, topic, body) VALUES (?, ?, ?, ?)', seq, at, topic, body);
  database.run('INSERT INTO audit_words (seq, words) VALUES (?, ?)', seq, words);
  for (const person of people) {
    database.run('INSERT INTO audit_people (person_id, seq, topic) VALUES (?, ?, ?)', person, seq, topic);
  }
}

/** What the log tells of the events of an attempt. */
export const entriesOfAttempt = (attempt: Attempt, events: readonly KeptAttemptEvent[]): KeptEntry[] =>
  events.flatMap(({ seq, at, event }) => {
    const entry = entryOfAttemptEvent(event, attempt);
    return entry ? [{ seq, at, entry }] : [];
  });

/** What the log tells of the events of a refund. */
export const entriesOfRefund = (refund: Refund, events: readonly KeptRefundEvent[]): KeptEntry[] =>
  events.flatMap(({ seq, at, event }) => {
    const entry = entryOfRefundEvent(event, refund);
    return entry ? [{ seq, at, entry }] : [];
  });

const eventRow = z.object({ seq: z.number(), at: z.number(), payload: z.string() });

/** The entries that were written as such, oldest first. */
export function* recordedEntries(database: Reads): Iterable<KeptEntry> {
  for (const row of database.each('SELECT seq, at, payload FROM audit_events ORDER BY seq')) {
    const { seq, at, payload } = eventRow.parse(row);
    yield { seq, at, entry: parseBody(recordedEntrySchema, payload) };
  }
}
