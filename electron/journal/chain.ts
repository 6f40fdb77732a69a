import { hash } from 'node:crypto';

/** The tables that hold the record, each with the column that says what an event is about. */
export const subjectColumns = {
  attempt_events: 'attempt_id',
  refund_events: 'refund_id',
  /** Who did it. */
  audit_events: 'person_id',
} as const;

export type EventTable = keyof typeof subjectColumns;

export interface ChainedRow {
  readonly seq: number;
  /** One of `EventTable`, or a name that only a newer version knows. */
  readonly table: string;
  /** The id of the attempt, the refund, or the person. */
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** JSON, exactly as stored. */
  readonly payload: string;
}

/** What stands before the first row. */
export const genesis: Uint8Array = new Uint8Array(32);

/**
 * The hash of a row: SHA-256 over the row before it and all of its own content. Changing, dropping, adding or
 * reordering a row changes every hash after it.
 */
export type RowHash = (previous: Uint8Array, row: ChainedRow) => Buffer;

/** Makes a `RowHash` that keeps its working space from row to row, for a walk through all of them. */
export function rowHasher(): RowHash {
  let space = Buffer.allocUnsafe(4_096);
  return (previous, { seq, table, subject, at, payload }) => {
    const content = JSON.stringify([seq, table, subject, at, payload]);
    // No character takes more than three bytes for each of its units.
    const most = previous.length + 3 * content.length;
    if (most > space.length) space = Buffer.allocUnsafe(2 * most);
    space.set(previous);
    const end = previous.length + space.write(content, previous.length);
    return hash('sha256', space.subarray(0, end), 'buffer');
  };
}

export const hashRow: RowHash = (previous, row) => rowHasher()(previous, row);

export const hashText = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
