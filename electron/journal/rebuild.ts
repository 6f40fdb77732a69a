import { z } from 'zod';
import { type AttemptEvent, applyAttemptEvent, attemptEventSchema } from '../../shared/attempt-events.ts';
import { type Attempt, beginAttempt } from '../../shared/attempt.ts';
import {
  type Refund,
  type RefundJournalEvent,
  applyRefundEvent,
  beginRefund,
  refundJournalEventSchema,
} from '../../shared/refund.ts';
import { entriesOfAttempt, entriesOfRefund, putAuditEntry, recordedEntries } from './audit-log.ts';
import { type EventTable, subjectColumns } from './chain.ts';
import type { JournalDatabase } from './database.ts';
import { type Projections, projectionKeys } from './projections.ts';
import type { Reads } from './reads.ts';
import { UnreadableRow, parseBody } from './rows.ts';

/** One event, as kept. */
export interface KeptEvent<Event> {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly event: Event;
}

/** One event of an attempt, as kept. */
export type KeptAttemptEvent = KeptEvent<AttemptEvent>;

/** One event of a refund, as kept. */
export type KeptRefundEvent = KeptEvent<RefundJournalEvent>;

const keptRow = z.object({ seq: z.number(), at: z.number(), payload: z.string() });

function eventsOf<Schema extends z.ZodType>(
  database: Reads,
  table: EventTable,
  id: string,
  schema: Schema,
): readonly KeptEvent<z.infer<Schema>>[] {
  return database
    .all(`SELECT seq, at, payload FROM ${table} WHERE ${subjectColumns[table]} = ? ORDER BY seq`, id)
    .map((row) => {
      const { seq, at, payload } = keptRow.parse(row);
      return { seq, at, event: parseBody(schema, payload) };
    });
}

/** In the order in which they were written. */
export const attemptEvents = (database: Reads, id: string): readonly KeptAttemptEvent[] =>
  eventsOf(database, 'attempt_events', id, attemptEventSchema);

/** In the order in which they were written. */
export const refundEvents = (database: Reads, id: string): readonly KeptRefundEvent[] =>
  eventsOf(database, 'refund_events', id, refundJournalEventSchema);

/** What an attempt is after all of its events. The first is its start, or how it was found; throws when it is not. */
export function foldAttempt(events: readonly KeptAttemptEvent[]): Attempt {
  const first = events[0]?.event;
  if (first?.kind !== 'started' && first?.kind !== 'found')
    throw new UnreadableRow('An attempt without a start');
  return events.reduce(
    (attempt, { event, at }) => applyAttemptEvent(attempt, event, at),
    beginAttempt(first.start),
  );
}

/** What a refund is after all of its events. Throws when the first is not its start. */
export function foldRefund(events: readonly KeptRefundEvent[]): Refund {
  const first = events[0]?.event;
  if (first?.kind !== 'started') throw new UnreadableRow('A refund without a start');
  return events.reduce(
    (refund, { event, at }) => applyRefundEvent(refund, event, at),
    beginRefund(first.start),
  );
}

/**
 * Makes every projection anew from the events: the rows come out as they were written, or as they should have been.
 * Only inside a write. Throws when an event can't be understood.
 */
export function rebuildProjections(database: JournalDatabase, projections: Projections): void {
  for (const table of Object.keys(projectionKeys)) database.run(`DELETE FROM ${table}`);
  for (const id of inOrderOfStart(database, 'attempt_events')) {
    const events = attemptEvents(database, id);
    const attempt = foldAttempt(events);
    projections.attempt(attempt);
    for (const entry of entriesOfAttempt(attempt, events)) putAuditEntry(database, entry);
  }
  for (const id of inOrderOfStart(database, 'refund_events')) {
    const events = refundEvents(database, id);
    const refund = foldRefund(events);
    projections.refund(refund);
    for (const entry of entriesOfRefund(refund, events)) putAuditEntry(database, entry);
  }
  for (const entry of recordedEntries(database)) putAuditEntry(database, entry);
}

/** The id of every attempt or refund, the oldest first. */
export function* inOrderOfStart(
  database: Reads,
  table: 'attempt_events' | 'refund_events',
): Iterable<string> {
  const subject = subjectColumns[table];
  const rows = database.each(`SELECT ${subject} AS id FROM ${table} GROUP BY ${subject} ORDER BY min(seq)`);
  for (const row of rows) yield z.string().parse(row['id']);
}
