import { type Fault, fault } from '../../shared/fault.ts';

/** SQLite's primary result codes that mean the disk, not us (https://www.sqlite.org/rescode.html). */
const diskCodes: Readonly<Record<number, 'full' | 'read-only' | 'unreadable' | 'busy'>> = {
  5: 'busy',
  8: 'read-only',
  10: 'unreadable',
  11: 'unreadable',
  13: 'full',
  14: 'unreadable',
  26: 'unreadable',
};

/** Any error that SQLite itself reported. */
export const isSqliteError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';

const sqliteCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;

/** The fault for an error of the disk below the journal; `undefined` for any other error, which is a bug. */
export function diskFault(error: unknown): Fault | undefined {
  const code = sqliteCode(error);
  const why = code === undefined ? undefined : diskCodes[code];
  return why && fault('setup.journal', { why });
}

/** SQLITE_CORRUPT and SQLITE_NOTADB: the file itself is no good. */
export const isFileDamage = (error: unknown): error is Error => {
  const code = sqliteCode(error);
  return code === 11 || code === 26;
};

/** The fault for an error of the file system; `undefined` for any other error, which is a bug. */
export function fileFault(error: unknown): Fault | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return fault('setup.journal', { why: 'full' });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fault('setup.journal', { why: 'read-only' });
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EIO':
      return fault('setup.journal', { why: 'unreadable' });
    default:
      return undefined;
  }
}
