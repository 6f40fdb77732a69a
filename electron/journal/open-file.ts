import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Fault, fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Clock } from '../support/clock.ts';
import { backupFile, backupsOf, dayOf, makeBackup } from './backups.ts';
import { JournalDatabase } from './database.ts';
import { readHead } from './head-record.ts';
import { currentVersion, migrate, projectionsOf, versionOf } from './migrate.ts';
import { JournalPart } from './part.ts';
import { openReadOnly } from './read-only.ts';
import { type Reads, Statements } from './reads.ts';
import { rebuildProjections } from './rebuild.ts';
import { type PendingReplacement, noteReplacement } from './replacement.ts';
import { UnreadableRow } from './rows.ts';
import { setAsidesOf } from './set-aside.ts';
import { diskFault, fileFault, isFileDamage } from './sqlite-error.ts';
import {
  isEmpty,
  lacksHeadRecord,
  lostTail,
  missingObject,
  openRowsAreRight,
  wrongEnd,
} from './start-checks.ts';
import { writeFault } from './storage.ts';

export interface JournalOptions {
  /** The SQLite file. Its folder is made. */
  readonly file: string;
  readonly accountId: string;
  readonly clock: Clock;
  /** Told when the head record beside the file could not be written. */
  readonly onHeadFailure: (error: unknown) => void;
}

/** Something at the opening that did not stop it: an event for the log. */
export interface OpeningNote {
  readonly event: 'journal.head-missing' | 'journal.backup-failed' | 'journal.rebuilt';
  readonly error?: unknown;
}

export interface OpenedFile {
  readonly database: JournalDatabase;
  readonly part: JournalPart;
  readonly notes: readonly OpeningNote[];
}

/** Why a file was not opened: it is no good, or there is a fault that is not the file's own. */
export type Refusal = { readonly broken: string } | { readonly fault: Fault };

/**
 * Opens one file, after the cheap checks, or makes it. The checks use a read-only connection, so that a file that fails
 * them is left byte by byte as it was.
 * @param replaced what a file that has to be made takes the place of
 */
export function openFile(
  options: JournalOptions,
  replaced?: PendingReplacement,
): Result<OpenedFile, Refusal> {
  let database: JournalDatabase | undefined;
  try {
    mkdirSync(dirname(options.file), { recursive: true });
    const unwritable = writeFault(dirname(options.file));
    if (unwritable) return err({ fault: unwritable });
    const looked = look(options, replaced);
    if (!looked.ok) return looked;
    const notes = looked.value.isOlder ? backUpBefore(options) : [];
    database = new JournalDatabase(options.file, options.onHeadFailure);
    migrate(database);
    const part = identify(database, options, replaced);
    const finished = finish(database, part);
    if (!finished.ok) {
      database.close();
      return finished;
    }
    return ok({ database, part, notes: [...notes, ...finished.value] });
  } catch (error) {
    database?.close();
    const broken = damageIn(error);
    if (broken !== undefined) return err({ broken });
    const fault = diskFault(error) ?? fileFault(error);
    if (fault) return err({ fault });
    throw error;
  }
}

/** What an error says of the file; `undefined` when it is not about that. */
const damageIn = (error: unknown): string | undefined => {
  if (isFileDamage(error)) return error.message;
  const unreadable = [z.ZodError, SyntaxError, UnreadableRow].some((kind) => error instanceof kind);
  return unreadable ? 'a row can’t be understood' : undefined;
};

/** Looks at the file before anything is written. */
function look(
  { file, accountId }: JournalOptions,
  replaced: PendingReplacement | undefined,
): Result<{ readonly isOlder: boolean }, Refusal> {
  if (!existsSync(file) || statSync(file).size === 0) {
    const was =
      (readHead(file)?.count ?? 0) > 0 || backupsOf(file).length > 0 || setAsidesOf(file).length > 0;
    return was && !replaced
      ? err({ broken: 'the file is not there, and there was one' })
      : ok({ isOlder: false });
  }
  const connection = openReadOnly(file);
  try {
    const database = new Statements(connection);
    const version = versionOf(database);
    if (version > currentVersion) return err({ fault: fault('setup.journal-newer', { version }) });
    const broken =
      version === 0
        ? isEmpty(database)
          ? undefined
          : 'it is no journal'
        : (missingObject(database, version) ??
          anotherAccount(database, accountId) ??
          wrongEnd(database) ??
          lostTail(database, file));
    return broken === undefined ? ok({ isOlder: version > 0 && version < currentVersion }) : err({ broken });
  } finally {
    connection.close();
  }
}

const accountIn = (database: Reads): string | undefined =>
  z.string().optional().parse(database.get('SELECT value FROM meta WHERE key = ?', 'account')?.['value']);

/** A file of another account is not ours to write in. */
function anotherAccount(database: Reads, accountId: string): string | undefined {
  const account = accountIn(database);
  return account === undefined || account === accountId ? undefined : `it is the journal of ${account}`;
}

/** A copy before the file is taken further. A till that can't make one sells all the same. */
function backUpBefore({ file, clock }: JournalOptions): readonly OpeningNote[] {
  try {
    makeBackup(file, backupFile(file, dayOf(clock.now()), currentVersion));
    return [];
  } catch (error) {
    return [{ event: 'journal.backup-failed', error }];
  }
}

/** Takes a new file for its account, once. */
function identify(
  database: JournalDatabase,
  { accountId, clock }: JournalOptions,
  replaced: PendingReplacement | undefined,
): JournalPart {
  if (accountIn(database) !== undefined) return new JournalPart(database);
  let part: JournalPart | undefined;
  database.transaction(() => {
    const put = (key: string, value: string): void =>
      database.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value);
    put('account', accountId);
    put('begun', new Date(clock.now()).toISOString());
    if (replaced) noteReplacement((sql, ...values) => database.run(sql, ...values), replaced);
    part = new JournalPart(database);
  });
  return part ?? new JournalPart(database);
}

/** The checks that may mend something. */
function finish(database: JournalDatabase, part: JournalPart): Result<readonly OpeningNote[], Refusal> {
  const notes: OpeningNote[] = [];
  if (!areRight(database)) {
    database.transaction(() => rebuildProjections(database, projectionsOf(database)));
    if (!openRowsAreRight(database))
      return err({ broken: 'the open payments are not what their events say' });
    notes.push({ event: 'journal.rebuilt' });
  }
  if (lacksHeadRecord(database, database.file)) {
    // Nothing tells how far this journal had come. If it is an older copy, its next references were given out already.
    database.transaction(() => part.renew());
    database.noteHead();
    notes.push({ event: 'journal.head-missing' });
  }
  return ok(notes);
}

/** A row that can't be understood is a wrong one. */
function areRight(database: JournalDatabase): boolean {
  try {
    return openRowsAreRight(database);
  } catch (error) {
    if (damageIn(error) === undefined) throw error;
    return false;
  }
}
