import { createHash } from 'node:crypto';

/** The tables that hold the record, in the order of their names in the chain. */
export type EventTable = 'attempt_events' | 'refund_events';

export interface ChainedRow {
  readonly seq: number;
  readonly table: EventTable;
  /** The id of the attempt or refund. */
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
export const hashRow = (previous: Uint8Array, row: ChainedRow): Uint8Array =>
  createHash('sha256')
    .update(previous)
    .update(JSON.stringify([row.seq, row.table, row.subject, row.at, row.payload]))
    .digest();

export const hashText = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
