import { z } from 'zod';
import { type Result, ok } from '../../shared/result.ts';
import type { JournalDatabase } from './database.ts';

const key = 'read-back-since';

/**
 * Up to when the journal knew everything: what Dintero has since then must be read back. That is the newest event in the
 * file as it was opened – or, when a backup was put in its place, the newest of that backup, until it has been read.
 */
export class ReadBack {
  readonly #database: JournalDatabase;
  readonly #newestAtOpening: number | undefined;

  constructor(database: JournalDatabase) {
    this.#database = database;
    this.#newestAtOpening = newestEvent(database);
  }

  /** Milliseconds since 1970; `undefined` for a journal that was empty. */
  get since(): number | undefined {
    const owed = this.#database.get('SELECT value FROM meta WHERE key = ?', key)?.['value'];
    return owed === undefined ? this.#newestAtOpening : Number(z.string().parse(owed));
  }

  /** A backup was loaded: what came after it is owed, however often the till is restarted. Only inside a write. */
  owe(): void {
    if (this.#newestAtOpening === undefined) return;
    this.#database.run(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING',
      key,
      this.#newestAtOpening.toString(),
    );
  }

  /** Everything since then has been read. */
  done(): Result<null> {
    return this.#database.write(() => {
      this.#database.run('DELETE FROM meta WHERE key = ?', key);
      return ok(null);
    });
  }
}

/** When the newest event happened, in milliseconds since 1970. */
function newestEvent(database: JournalDatabase): number | undefined {
  const row = database.get(
    `SELECT at FROM (SELECT seq, at FROM (SELECT seq, at FROM attempt_events ORDER BY seq DESC LIMIT 1)
     UNION ALL SELECT seq, at FROM (SELECT seq, at FROM refund_events ORDER BY seq DESC LIMIT 1)) ORDER BY seq DESC LIMIT 1`,
  );
  return z.number().optional().parse(row?.['at']);
}
