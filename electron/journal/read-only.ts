import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/**
 * Opens a journal to look at it, and changes nothing of it: no step, no checkpoint, no file beside it. Throws SQLite's
 * error for what is no database.
 *
 * A file without a write-ahead log is in nobody's hands, and is read as it lies there. With one, it is in use or was
 * left by a crash; then SQLite takes its locks in the `-shm` beside it, and the log is read too.
 */
export function openReadOnly(file: string): DatabaseSync {
  if (!statSync(file).isFile()) throw new Error(`${file} is no file`);
  if (existsSync(`${file}-wal`)) return new DatabaseSync(file, { readOnly: true, timeout: 2_000 });
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  return new DatabaseSync(url, { readOnly: true });
}
