import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Clock } from '../support/clock.ts';
import { AttemptRecords } from './attempts.ts';
import { BasketRecords } from './baskets.ts';
import { hashText } from './chain.ts';
import { JournalDatabase, diskFault } from './database.ts';
import { headFileOf, readHead } from './head-record.ts';
import { migrations } from './migrations.ts';
import { JournalPart } from './part.ts';
import { RefundReader, RefundRecords } from './refunds.ts';
import { SaleRecords } from './sales.ts';
import { TerminalHolds } from './terminal-holds.ts';

export interface JournalOptions {
  /** The SQLite file. Its folder is made. */
  readonly file: string;
  readonly accountId: string;
  readonly clock: Clock;
  /** Told when the head record beside the file could not be written. */
  readonly onHeadFailure: (error: unknown) => void;
}

export interface OpenedJournal {
  readonly journal: Journal;
  /** Where a broken file went, when this journal had to be begun anew. */
  readonly setAside?: string;
}

/** The till's durable record of everything that touched money, one file per account. */
export class Journal {
  readonly part: JournalPart;
  readonly attempts: AttemptRecords;
  readonly refunds: RefundRecords;
  readonly sales: SaleRecords;
  readonly baskets: BasketRecords;
  readonly holds: TerminalHolds;
  readonly #database: JournalDatabase;

  constructor(database: JournalDatabase, part: JournalPart) {
    this.#database = database;
    this.part = part;
    this.sales = new SaleRecords(database);
    this.baskets = new BasketRecords(database);
    this.holds = new TerminalHolds(database);
    this.attempts = new AttemptRecords(database, part, this.sales, this.holds, new RefundReader(database));
    this.refunds = new RefundRecords(database, part, this.sales, this.holds, (saleId) =>
      this.attempts.ofSale(saleId),
    );
  }

  /** How many events it holds. */
  get length(): number {
    return this.#database.head().count;
  }

  close(): void {
    this.#database.close();
  }
}

/**
 * Opens the journal of an account, or begins it. A file that SQLite can't read, or whose chain ends before its head
 * record does, is set aside under a dated name and never overwritten. A disk that can't be written is a fault.
 */
export function openJournal(options: JournalOptions): Result<OpenedJournal> {
  const first = tryOpen(options);
  if (first.ok) return ok({ journal: first.value });
  if (first.error !== 'broken') return err(first.error);
  const setAside = moveAside(options);
  const second = tryOpen(options);
  if (second.ok) return ok({ journal: second.value, setAside });
  return err(second.error === 'broken' ? fault('setup.journal-broken') : second.error);
}

type Failure = 'broken' | ReturnType<typeof fault>;

function tryOpen(options: JournalOptions): Result<Journal, Failure> {
  let database: JournalDatabase | undefined;
  try {
    mkdirSync(dirname(options.file), { recursive: true });
    database = new JournalDatabase(options.file, options.onHeadFailure);
    migrate(database);
    const part = identify(database, options);
    if (!part.ok || !endsAsRecorded(database)) {
      database.close();
      return err('broken');
    }
    return ok(new Journal(database, part.value));
  } catch (error) {
    database?.close();
    return isDamage(error) ? err('broken') : err(diskFault(error) ?? systemFault(error));
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB: the file itself is no good. */
const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  [11, 26].includes(error.errcode & 0xff);

function systemFault(error: unknown): ReturnType<typeof fault> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return fault('setup.journal', { why: 'full' });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return fault('setup.journal', { why: 'read-only' });
  }
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'EIO')
    return fault('setup.journal', { why: 'unreadable' });
  throw error;
}

function migrate(database: JournalDatabase): void {
  const version = z.number().parse(database.get('PRAGMA user_version')?.['user_version']);
  migrations.slice(version).forEach((step, index) => {
    database.exec('BEGIN IMMEDIATE');
    database.exec(step);
    database.exec(`PRAGMA user_version = ${version + index + 1}`);
    database.exec('COMMIT');
  });
}

/** Takes the file for an account, once. A file of another account is not ours to write in. */
function identify(database: JournalDatabase, options: JournalOptions): Result<JournalPart, 'other-account'> {
  const account = z
    .string()
    .optional()
    .parse(database.get('SELECT value FROM meta WHERE key = ?', 'account')?.['value']);
  if (account !== undefined) {
    return account === options.accountId ? ok(new JournalPart(database)) : err('other-account');
  }
  database.exec('BEGIN IMMEDIATE');
  const put = (key: string, value: string): void =>
    database.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value);
  put('account', options.accountId);
  put('begun', new Date(options.clock.now()).toISOString());
  const part = new JournalPart(database);
  database.exec('COMMIT');
  return ok(part);
}

/** The row that the head record names must be there, with that hash. A longer chain is fine: the record is not synced. */
function endsAsRecorded(database: JournalDatabase): boolean {
  const record = readHead(database.file);
  if (!record || record.count === 0) return true;
  const row = database.get(
    'SELECT hash FROM attempt_events WHERE seq = ? UNION ALL SELECT hash FROM refund_events WHERE seq = ?',
    record.count,
    record.count,
  );
  return row?.['hash'] instanceof Uint8Array && hashText(row['hash']) === record.hash;
}

function moveAside({ file, clock }: JournalOptions): string {
  const stamp = new Date(clock.now()).toISOString().replaceAll(/[:.]/g, '-');
  const target = `${file}.set-aside-${stamp}`;
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${target}${suffix}`);
  }
  if (existsSync(headFileOf(file))) renameSync(headFileOf(file), headFileOf(target));
  if (existsSync(file)) renameSync(file, target);
  return target;
}
