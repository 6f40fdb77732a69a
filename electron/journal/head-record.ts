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
 * The record of an open journal, written after each commit, over the one before: far within a sector of any disk, and a
 * rename would cost the commit after it more than the commit itself. It is not synced: a power cut may leave an older
 * one, which is allowed; one that is ahead of the journal never comes about, because the journal is synced first.
 */
export class HeadFile {
  readonly #file: string;
  #opened: number | undefined;

  constructor(journalFile: string) {
    this.#file = headFileOf(journalFile);
  }

  write(head: HeadRecord): void {
    const record = JSON.stringify(head).padEnd(recordLength);
    // Kept open: this is on the way of every charge.
    this.#opened ??= this.#open(record);
    writeSync(this.#opened, record, 0);
  }

  close(): void {
    if (this.#opened !== undefined) closeSync(this.#opened);
    this.#opened = undefined;
  }

  /** One of another length gives way to one that each later record covers. */
  #open(record: string): number {
    if (statSync(this.#file, { throwIfNoEntry: false })?.size !== recordLength) {
      writeFileSync(`${this.#file}.new`, record);
      renameSync(`${this.#file}.new`, this.#file);
    }
    return openSync(this.#file, 'r+');
  }
}

/** Writes the record of a journal that is not open. */
export function writeHead(journalFile: string, head: HeadRecord): void {
  const record = new HeadFile(journalFile);
  try {
    record.write(head);
  } finally {
    record.close();
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
