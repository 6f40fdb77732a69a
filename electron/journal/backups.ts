import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type HeadRecord, headFileOf, writeHead } from './head-record.ts';
import { openReadOnly } from './read-only.ts';
import { type PendingReplacement, noteReplacement } from './replacement.ts';
import { problemsOf, verifyFile } from './verify.ts';

/** A copy of a journal as it was on a day. */
export interface Backup {
  readonly file: string;
  /** The till's local day: `2026-11-20`. */
  readonly day: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

/** How many are kept. */
const keptBackups = 14;

const folderOf = (journalFile: string): string => join(dirname(journalFile), 'backups');

/** `journal-T12345678` of `journal-T12345678.sqlite`. */
const stemOf = (journalFile: string): string => basename(journalFile, '.sqlite');

/** The till's local day, as it stands in a backup's name. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => part.toString().padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Where the copy of a day goes. `before` is the version that a file is about to be taken to. */
export const backupFile = (journalFile: string, day: string, before?: number): string =>
  join(
    folderOf(journalFile),
    `${stemOf(journalFile)}-${day}${before === undefined ? '' : `-before-${before}`}.sqlite`,
  );

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The backups of a journal, newest first. None where there is no folder that can be read. */
export function backupsOf(journalFile: string): readonly Backup[] {
  const stem = stemOf(journalFile);
  const names = namesIn(folderOf(journalFile));
  return names
    .flatMap((name) => {
      const rest = name.startsWith(`${stem}-`) ? name.slice(stem.length + 1) : '';
      const day = /^(\d{4}-\d{2}-\d{2})(-before-\d+)?\.sqlite$/.exec(rest)?.[1];
      const file = join(folderOf(journalFile), name);
      return day === undefined ? [] : [{ file, day, madeAt: statSync(file).mtimeMs }];
    })
    .toSorted((a, b) => (a.day === b.day ? b.madeAt - a.madeAt : a.day < b.day ? 1 : -1));
}

/**
 * Copies a journal, in use or not, in one consistent piece, and lets the oldest copies go. Throws what stands in the way:
 * a disk that is full, or a copy that does not pass the checks; then nothing has changed.
 */
export function makeBackup(journalFile: string, target: string): void {
  const fresh = `${target}.new`;
  mkdirSync(folderOf(journalFile), { recursive: true, mode: 0o700 });
  rmSync(fresh, { force: true });
  try {
    const database = openReadOnly(journalFile);
    try {
      database.prepare('VACUUM INTO ?').run(fresh);
    } finally {
      database.close();
    }
    const verdict = verifyFile(fresh);
    const [problem] = problemsOf(verdict);
    if (problem !== undefined) throw new Error(`The copy does not pass: ${problem}`);
    putInPlace(fresh, target, verdict.end);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  for (const { file } of backupsOf(journalFile).slice(keptBackups)) {
    rmSync(file, { force: true });
    rmSync(headFileOf(file), { force: true });
  }
}

/**
 * Puts the newest backup that passes its checks where a journal belongs, and gives it back; `undefined` when there is
 * none. Nothing may lie there any more. It says itself what it takes the place of. Throws the file system's error.
 */
export function loadNewestBackup(
  journalFile: string,
  replaced: Omit<PendingReplacement, 'backup'>,
): Backup | undefined {
  for (const backup of backupsOf(journalFile)) {
    const verdict = verifyFile(backup.file);
    if (problemsOf(verdict).length > 0) continue;
    const fresh = `${journalFile}.new`;
    copyFileSync(backup.file, fresh);
    noteIn(fresh, { ...replaced, backup });
    putInPlace(fresh, journalFile, verdict.end);
    return backup;
  }
  return undefined;
}

function noteIn(file: string, replacement: PendingReplacement): void {
  const database = new DatabaseSync(file);
  try {
    noteReplacement((sql, ...values) => database.prepare(sql).run(...values), replacement);
  } finally {
    database.close();
  }
}

/** Synced before it has its name: a power cut leaves a whole file or none. */
function putInPlace(fresh: string, target: string, end: HeadRecord): void {
  const descriptor = openSync(fresh, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, target);
  writeHead(target, end);
}
