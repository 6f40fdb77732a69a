import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Result, err } from '../../shared/result.ts';
import { type ChainedRow, type EventTable, genesis, hashRow, hashText, subjectColumns } from './chain.ts';
import { HeadFile } from './head-record.ts';
import { type Reads, type Row, Statements } from './reads.ts';
import { diskFault } from './sqlite-error.ts';

export interface ChainHead {
  readonly count: number;
  readonly hash: Uint8Array;
}

/** How many rows a journal says that its record has, and the hash of the last. */
export function headOf(database: Pick<Reads, 'get'>): ChainHead {
  const row = database.get('SELECT seq, hash FROM chain_head');
  return row && typeof row['seq'] === 'number' && row['hash'] instanceof Uint8Array
    ? { count: row['seq'], hash: row['hash'] }
    : { count: 0, hash: genesis };
}

/**
 * One SQLite file with one writer: transactions, the append that keeps the chain, and prepared statements. Knows
 * nothing of attempts, refunds or the audit log.
 */
export class JournalDatabase implements Reads {
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  readonly #headFile: HeadFile;
  readonly #onHeadFailure: (error: unknown) => void;
  #appendedRows = 0;

  constructor(file: string, onHeadFailure: (error: unknown) => void) {
    this.file = file;
    this.#headFile = new HeadFile(file);
    this.#onHeadFailure = onHeadFailure;
    this.#database = new DatabaseSync(file, { timeout: 2_000 });
    this.#statements = new Statements(this.#database);
    try {
      this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
      if (process.platform === 'darwin') {
        this.#database.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;');
      }
    } catch (error) {
      // A file that is to be moved must not be held open.
      this.#database.close();
      throw error;
    }
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statements.get(sql, ...values);
  }

  all(sql: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#statements.all(sql, ...values);
  }

  each(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.#statements.each(sql, ...values);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#statements.run(sql, ...values);
  }

  /**
   * Runs the work in one synced transaction. A failed result, or a disk that fails, leaves nothing behind. When it
   * returns a value, that is on disk. Inside the work of another write it is a part of that one: the outer one commits,
   * and has to fail when this one does.
   */
  write<Value>(work: () => Result<Value>): Result<Value> {
    if (this.#isWriting()) return work();
    const rowsBefore = this.#appendedRows;
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const result = work();
      this.#database.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
      if (result.ok && this.#appendedRows > rowsBefore) this.noteHead();
      return result;
    } catch (error) {
      if (this.#isWriting()) this.#database.exec('ROLLBACK');
      const problem = diskFault(error);
      if (problem) return err(problem);
      throw error;
    }
  }

  /** Does what no screen asked for – steps, and what the file says of itself – in one transaction, or not at all. */
  transaction(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#isWriting()) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** Adds a row to the record, and gives its number. Only inside `write`. */
  append(row: Omit<ChainedRow, 'seq' | 'table'> & { readonly table: EventTable }): number {
    const head = this.head();
    const seq = head.count + 1;
    const hash = hashRow(head.hash, { seq, ...row });
    this.run(
      `INSERT INTO ${row.table} (seq, ${subjectColumns[row.table]}, at, payload, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?)`,
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
    return seq;
  }

  /** How many rows the record has, and the hash of the last. */
  head(): ChainHead {
    return headOf(this);
  }

  /** Writes the head record beside the file. */
  noteHead(): void {
    const { count, hash } = this.head();
    try {
      this.#headFile.write({ count, hash: hashText(hash) });
    } catch (error) {
      // The journal itself is safe; an older head record only weakens a later check.
      this.#onHeadFailure(error);
    }
  }

  close(): void {
    this.#headFile.close();
    this.#database.close();
  }

  #isWriting(): boolean {
    return this.#database.isTransaction;
  }
}
