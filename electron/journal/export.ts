import type { DatabaseSync } from 'node:sqlite';
import { hashText } from './chain.ts';
import { type EventRow, eventRows } from './event-rows.ts';
import { openReadOnly } from './read-only.ts';

/** How much text is handed on at once. In UTF-16 units. */
const pieceSize = 64 * 1_024;

/**
 * Every event of a journal file as JSON Lines, in the order of the chain, in pieces of many lines; the next is read when it
 * is asked for. Throws SQLite's error where the file can't be read on; the last few lines before that may be missing.
 */
export function* exportLines(file: string): Iterable<string> {
  const database: DatabaseSync = openReadOnly(file);
  try {
    database.exec('BEGIN');
    let piece = '';
    for (const row of eventRows(database)) {
      piece += `${lineOf(row)}\n`;
      if (piece.length < pieceSize) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  } finally {
    database.close();
  }
}

function lineOf([seq, table, subject, at, payload, previous, own]: EventRow): string {
  return JSON.stringify({
    seq,
    table,
    subject,
    at,
    payload: readable(payload),
    previousHash: hashText(previous),
    hash: hashText(own),
  });
}

/** A payload that damage has made no JSON is told as the text that it is. */
function readable(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}
