import { readFileSync, renameSync, writeFileSync } from 'node:fs';
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

/**
 * Written after each commit. It is not synced: a power cut may leave an older one, which is allowed; one that is ahead
 * of the journal never comes about, because the journal is synced first.
 */
export function writeHead(journalFile: string, head: HeadRecord): void {
  const file = headFileOf(journalFile);
  writeFileSync(`${file}.new`, JSON.stringify(head));
  renameSync(`${file}.new`, file);
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
