import { z } from 'zod';
import { type KeptEntry, auditEntrySchema } from '../../shared/audit.ts';
import { auditRows, entriesOfAttempt, entriesOfRefund, recordedEntries } from './audit-log.ts';
import type { Reads } from './reads.ts';
import { attemptEvents, foldAttempt, foldRefund, inOrderOfStart, refundEvents } from './rebuild.ts';
import { parseBody } from './rows.ts';

export type AuditTable = 'audit_entries' | 'audit_words' | 'audit_people';

/** Every row of the audit log that is not what the events say. Reads the whole journal. */
export function* wrongAuditRows(
  database: Reads,
): Iterable<{ readonly table: AuditTable; readonly id: string }> {
  let entries = 0;
  let people = 0;
  for (const kept of entriesOfEvents(database)) {
    const should = auditRows(kept);
    entries += 1;
    people += should.people.length;
    for (const table of wrongRowsOf(database, kept, should)) yield { table, id: kept.seq.toString() };
  }
  // Each that should be there is; so one more is one too many.
  const counts: readonly (readonly [AuditTable, number])[] = [
    ['audit_entries', entries],
    ['audit_words', entries],
    ['audit_people', people],
  ];
  for (const [table, count] of counts) {
    const there = z.number().parse(database.get(`SELECT count(*) AS rows FROM ${table}`)?.['rows']);
    if (there !== count) yield { table, id: `${there} instead of ${count}` };
  }
}

function* entriesOfEvents(database: Reads): Iterable<KeptEntry> {
  for (const id of inOrderOfStart(database, 'attempt_events')) {
    const events = attemptEvents(database, id);
    yield* entriesOfAttempt(foldAttempt(events), events);
  }
  for (const id of inOrderOfStart(database, 'refund_events')) {
    const events = refundEvents(database, id);
    yield* entriesOfRefund(foldRefund(events), events);
  }
  yield* recordedEntries(database);
}

function wrongRowsOf(
  database: Reads,
  { seq }: KeptEntry,
  should: ReturnType<typeof auditRows>,
): readonly AuditTable[] {
  const entry = database.get('SELECT at, topic, body FROM audit_entries WHERE seq = ?', seq);
  const words = database.get('SELECT words FROM audit_words WHERE seq = ?', seq);
  const isPersonThere = (id: string): boolean =>
    database.get('SELECT topic FROM audit_people WHERE person_id = ? AND seq = ?', id, seq)?.['topic'] ===
    should.entry.topic;
  const isEntryRight =
    entry?.['at'] === should.entry.at &&
    entry['topic'] === should.entry.topic &&
    inOrder(entry['body']) === should.entry.body;
  return [
    ...(isEntryRight ? [] : ['audit_entries' as const]),
    ...(words?.['words'] === should.words ? [] : ['audit_words' as const]),
    ...(should.people.every(isPersonThere) ? [] : ['audit_people' as const]),
  ];
}

/** `undefined` for a body that can't be understood, which is no right one. */
function inOrder(body: unknown): string | undefined {
  try {
    return JSON.stringify(parseBody(auditEntrySchema, body));
  } catch {
    return undefined;
  }
}
