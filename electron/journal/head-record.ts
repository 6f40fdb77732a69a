import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { z } from 'zod';

/**
 * How long the chain is and what its last hash was, kept beside the journal. A journal that was put back to an older
 * copy, or lost its tail, is shorter than its head record says.
 */
export interface HeadRecord {
  readonly count: number;
  /** Hexadecimal. */
  readonly hash: string;
}

const headSchema = z.object({ count: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

export const headFileOf = (journalFile: string): string => `${journalFile}.head`;

/** How long a record is in its file, in bytes: longer than any, so that each covers the one before. */
const recordLength = 128;

/**
 * Written after each commit, over the one before: far within a sector of any disk, and a rename would cost the commit
 * after it more than the commit itself. It is not synced: a power cut may leave an older one, which is allowed; one that
 * is ahead of the journal never comes about, because the journal is synced first.
 */
export function writeHead(journalFile: string, head: HeadRecord): void {
  const file = headFileOf(journalFile);
  const record = JSON.stringify(head).padEnd(recordLength);
  if (overwrite(file, record)) return;
  writeFileSync(`${file}.new`, record);
  renameSync(`${file}.new`, file);
}

/** Gives whether there was a record of the same length to write over. */
function overwrite(file: string, record: string): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.size !== recordLength) return false;
  const opened = openSync(file, 'r+');
  try {
    return writeSync(opened, record, 0) === recordLength;
  } finally {
    closeSync(opened);
  }
}

/** The record, or `undefined` when there is none that can be read. */
export function readHead(journalFile: string): HeadRecord | undefined {
  try {
    const parsed = headSchema.safeParse(JSON.parse(readFileSync(headFileOf(journalFile), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
