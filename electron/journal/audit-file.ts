import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { AuditFilter } from '../../shared/audit.ts';
import type { Actor } from '../../shared/person.ts';
import { wrongAuditRows } from './audit-compare.ts';
import { type ExportHeader, exportBeginning, exportLine, readExportHeader } from './audit-export.ts';
import { countEntries, everyEntry } from './audit.ts';
import { hashText, subjectColumns } from './chain.ts';
import { headOf } from './database.ts';
import { partsIn } from './part.ts';
import { openReadOnly } from './read-only.ts';
import { Statements } from './reads.ts';

export interface AuditExportOrder {
  /** The journal. */
  readonly file: string;
  /** What the export is to be called in the end. */
  readonly target: string;
  readonly format: ExportHeader['format'];
  readonly filter: AuditFilter;
  readonly by: Actor;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

/** How much text is written at once. In UTF-16 units. */
const pieceSize = 64 * 1_024;

/** What an export is called until it is whole. */
export const unfinished = (target: string): string => `${target}.part`;

/**
 * Writes the audit log as it is at this moment, however the journal goes on, and gives what the file says of itself. The
 * file has its name once it is whole. Throws the file system's error and SQLite's.
 */
export function writeAuditFile(
  order: AuditExportOrder,
  onProgress: (done: number, of: number) => void,
): ExportHeader {
  const database = openReadOnly(order.file);
  try {
    database.exec('BEGIN');
    const reads = new Statements(database);
    const header = headerOf(reads, order);
    const fresh = unfinished(order.target);
    try {
      writeWhole(fresh, exportText(reads, header, onProgress));
      renameSync(fresh, order.target);
    } catch (error) {
      rmSync(fresh, { force: true });
      throw error;
    }
    return header;
  } finally {
    database.close();
  }
}

function headerOf(reads: Statements, { format, filter, by, madeAt }: AuditExportOrder): ExportHeader {
  const { count, hash } = headOf(reads);
  const [part = ''] = partsIn(reads);
  return {
    tillsideAudit: 1,
    format,
    account: accountOf(reads),
    part,
    madeAt,
    by,
    filter,
    head: { events: count, hash: hashText(hash) },
    entries: countEntries(reads, filter, count),
  };
}

const accountOf = (reads: Statements): string =>
  z.string().parse(reads.get("SELECT value FROM meta WHERE key = 'account'")?.['value']);

/** The whole text of an export, piece by piece: its beginning, then an entry each. */
function* exportText(
  reads: Statements,
  header: ExportHeader,
  onProgress?: (done: number, of: number) => void,
): Iterable<string> {
  yield exportBeginning(header);
  let done = 0;
  for (const entry of everyEntry(reads, header.filter, header.head.events)) {
    yield exportLine(header.format, entry);
    done += 1;
    onProgress?.(done, header.entries);
  }
}

function writeWhole(file: string, text: Iterable<string>): void {
  const descriptor = openSync(file, 'w');
  try {
    let piece = '';
    for (const part of text) {
      piece += part;
      if (piece.length < pieceSize) continue;
      writeAll(descriptor, Buffer.from(piece));
      piece = '';
    }
    writeAll(descriptor, Buffer.from(piece));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A disk that fills up may take a part of what is given to it. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

/** What an export is held against. */
export interface ExportVerdict {
  /** What it says of itself, if that can be read. */
  readonly header: ExportHeader | undefined;
  /** What speaks against it, in a few words. None for one that is true to the journal. */
  readonly problem: string | undefined;
}

/**
 * Holds an export against the journal that it was made from, which must be sound: every entry must be there, with its
 * content and its hash, and none may be left out. Changes nothing. Throws when there is no such file.
 */
export function verifyAuditFile(journalFile: string, exportFile: string): ExportVerdict {
  const database = openReadOnly(journalFile);
  const text = new FileText(exportFile);
  try {
    database.exec('BEGIN');
    const header = readExportHeader(text.beginning());
    return {
      header,
      problem: header ? problemOf(database, header, text) : 'it is no export of an audit log',
    };
  } finally {
    text.close();
    database.close();
  }
}

function problemOf(database: DatabaseSync, header: ExportHeader, text: FileText): string | undefined {
  const reads = new Statements(database);
  if (header.account !== accountOf(reads)) return `it is of another account, ${header.account}`;
  if (!partsIn(reads).includes(header.part)) return 'it is of another journal';
  const { events, hash } = header.head;
  if (events > headOf(reads).count) return `it names event ${events}, which the journal does not have`;
  if (events > 0 && hashAt(reads, events) !== hash) return `event ${events} has another hash in the journal`;
  for (const { table, id } of wrongAuditRows(reads))
    return `the journal is not what its events say: ${table} ${id}`;
  if (!text.continuesWith(exportBeginning(header))) return 'its beginning is not as it was written';
  for (const entry of everyEntry(reads, header.filter, events)) {
    if (!text.continuesWith(exportLine(header.format, entry))) {
      return `event ${entry.seq} is not as the journal has it, or is missing`;
    }
  }
  return text.isAtEnd() ? undefined : 'there is more in it than the journal has';
}

function hashAt(reads: Statements, seq: number): string | undefined {
  for (const table of Object.keys(subjectColumns)) {
    const hash = reads.get(`SELECT hash FROM ${table} WHERE seq = ?`, seq)?.['hash'];
    if (hash instanceof Uint8Array) return hashText(hash);
  }
  return undefined;
}

/** A long file that is compared as it is read. */
class FileText {
  readonly #descriptor: number;
  #read = 0;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
  }

  beginning(): string {
    const bytes = Buffer.alloc(pieceSize);
    return bytes.toString('utf8', 0, readSync(this.#descriptor, bytes, 0, bytes.length, 0));
  }

  /** Whether the file goes on with this text; then it is read on behind it. */
  continuesWith(text: string): boolean {
    const expected = Buffer.from(text);
    const found = Buffer.alloc(expected.length);
    const length = readSync(this.#descriptor, found, 0, found.length, this.#read);
    this.#read += length;
    return length === expected.length && found.equals(expected);
  }

  isAtEnd(): boolean {
    return readSync(this.#descriptor, Buffer.alloc(1), 0, 1, this.#read) === 0;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
