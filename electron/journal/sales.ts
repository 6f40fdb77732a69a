import { z } from 'zod';
import { type SaleSummary, saleSummarySchema } from '../../shared/views/sale.ts';
import type { JournalDatabase } from './database.ts';
import { parseBody } from './rows.ts';

const highestSchema = z.number().catch(0);

/** The list of this till's sales: a projection, written whenever an attempt or a refund of the sale changes. */
export class SaleRecords {
  readonly #database: JournalDatabase;

  constructor(database: JournalDatabase) {
    this.#database = database;
  }

  /** Newest first. `beforeNumber` is the last sale's number of the page before. */
  page(limit: number, beforeNumber?: number): readonly SaleSummary[] {
    return this.#database
      .all(
        'SELECT body FROM sales WHERE number < ? ORDER BY number DESC LIMIT ?',
        beforeNumber ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
      .map((row) => parseBody(saleSummarySchema, row['body']));
  }

  get(saleId: string): SaleSummary | undefined {
    const row = this.#database.get('SELECT body FROM sales WHERE sale_id = ?', saleId);
    return row && parseBody(saleSummarySchema, row['body']);
  }

  /** Only inside a write. */
  put(summary: SaleSummary): void {
    this.#database.run(
      `INSERT INTO sales (sale_id, number, started_at, body) VALUES (?, ?, ?, ?)
       ON CONFLICT (sale_id) DO UPDATE SET started_at = excluded.started_at, body = excluded.body`,
      summary.saleId,
      summary.number,
      summary.startedAt,
      JSON.stringify(summary),
    );
  }

  /** A sale that has no attempt any more. Only inside a write. */
  drop(saleId: string): void {
    this.#database.run('DELETE FROM sales WHERE sale_id = ?', saleId);
  }

  /** The number that the next new sale gets. Only inside a write. */
  nextNumber(): number {
    const row = this.#database.get('SELECT max(number) AS highest FROM sales');
    return 1 + highestSchema.parse(row?.['highest']);
  }
}
