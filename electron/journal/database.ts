import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type Fault, fault } from '../../shared/fault.ts';
import { type Result, err } from '../../shared/result.ts';
import { type ChainedRow, type EventTable, genesis, hashRow, hashText } from './chain.ts';
import { writeHead } from './head-record.ts';

type Row = Readonly<Record<string, unknown>>;

const subjectColumn: Readonly<Record<EventTable, string>> = {
  attempt_events: 'attempt_id',
  refund_events: 'refund_id',
};

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

/**
 * One SQLite file with one writer: transactions, the append that keeps the chain, and prepared statements. Knows
 * nothing of attempts or refunds.
 */
export class JournalDatabase {
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #onHeadFailure: (error: unknown) => void;
  #appendedRows = 0;

  constructor(file: string, onHeadFailure: (error: unknown) => void) {
    this.file = file;
    this.#onHeadFailure = onHeadFailure;
    this.#database = new DatabaseSync(file, { timeout: 2_000 });
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    if (process.platform === 'darwin') {
      this.#database.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;');
    }
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepared(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#prepared(sql).all(...values);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#prepared(sql).run(...values);
  }

  /**
   * Runs the work in one synced transaction. A failed result, or a disk that fails, leaves nothing behind. When it
   * returns a value, that is on disk.
   */
  write<Value>(work: () => Result<Value>): Result<Value> {
    const rowsBefore = this.#appendedRows;
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const result = work();
      this.#database.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
      if (result.ok && this.#appendedRows > rowsBefore) this.#writeHead();
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      const problem = diskFault(error);
      if (problem) return err(problem);
      throw error;
    }
  }

  /** Adds a row to the record. Only inside `write`. */
  append(row: Omit<ChainedRow, 'seq'>): void {
    const head = this.head();
    const seq = head.count + 1;
    const hash = hashRow(head.hash, { seq, ...row });
    this.run(
      `INSERT INTO ${row.table} (seq, ${subjectColumn[row.table]}, at, payload, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?)`,
      seq,
      row.subject,
      row.at,
      row.payload,
      head.hash,
      hash,
    );
    this.run(
      'INSERT INTO chain_head (only_row, seq, hash) VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash',
      seq,
      hash,
    );
    this.#appendedRows += 1;
  }

  /** How many rows the record has, and the hash of the last. */
  head(): { readonly count: number; readonly hash: Uint8Array } {
    const row = this.get('SELECT seq, hash FROM chain_head');
    return row && typeof row['seq'] === 'number' && row['hash'] instanceof Uint8Array
      ? { count: row['seq'], hash: row['hash'] }
      : { count: 0, hash: genesis };
  }

  close(): void {
    this.#database.close();
  }

  #writeHead(): void {
    const { count, hash } = this.head();
    try {
      writeHead(this.file, { count, hash: hashText(hash) });
    } catch (error) {
      // The journal itself is safe; an older head record only weakens a later check.
      this.#onHeadFailure(error);
    }
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
