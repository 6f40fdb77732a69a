import { z } from 'zod';
import type { SearchedSale, Sought } from '../../shared/sale-search.ts';
import { type SaleSummary, saleSummarySchema } from '../../shared/views/sale.ts';
import type { JournalDatabase } from './database.ts';
import type { ProjectedRow } from './projections.ts';
import { parseBody } from './rows.ts';

const highestSchema = z.number().catch(0);

/** Which sales a search gives. Times in ms since 1970: begun at `from` or later, and before `until`. */
export interface SaleQuery {
  readonly sought?: Sought | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

/** A sale as its row keeps it, with the columns that it is searched by. */
export const saleRow = (summary: SaleSummary, searched: SearchedSale): ProjectedRow => ({
  sale_id: summary.saleId,
  number: summary.number,
  started_at: summary.startedAt,
  amount: searched.amount,
  card_digits: searched.cardDigits.join(' '),
  reference_words: searched.references.join(' ').toLowerCase(),
  body: JSON.stringify(summary),
});

/** The list of this till's sales: a projection, written whenever an attempt or a refund of the sale changes. */
export class SaleRecords {
  readonly #database: JournalDatabase;
  #upsert: string | undefined;

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

  /**
   * The sales that fit, newest first. They are looked for from the newest on, in an index that holds all that is asked
   * about, and no further than the page is long: a search for what is rare reads that index once, and no sale's body.
   */
  search({ sought, from, until }: SaleQuery, limit: number, beforeNumber?: number): readonly SaleSummary[] {
    const conditions = [
      { sql: 'number < ?', values: [beforeNumber ?? Number.MAX_SAFE_INTEGER] },
      ...(from === undefined ? [] : [{ sql: 'started_at >= ?', values: [from] }]),
      ...(until === undefined ? [] : [{ sql: 'started_at < ?', values: [until] }]),
      ...(sought === undefined ? [] : [meant(sought)]),
    ];
    return this.#database
      .all(
        `SELECT body FROM sales WHERE number IN (
           SELECT number FROM sales INDEXED BY sales_searched
           WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
           ORDER BY number DESC LIMIT ?
         ) ORDER BY number DESC`,
        ...conditions.flatMap(({ values }) => values),
        limit,
      )
      .map((row) => parseBody(saleSummarySchema, row['body']));
  }

  get(saleId: string): SaleSummary | undefined {
    const row = this.#database.get('SELECT body FROM sales WHERE sale_id = ?', saleId);
    return row && parseBody(saleSummarySchema, row['body']);
  }

  /** Only inside a write. */
  put(summary: SaleSummary, searched: SearchedSale): void {
    const row = saleRow(summary, searched);
    this.#upsert ??= upsert(Object.keys(row));
    this.#database.run(this.#upsert, ...Object.values(row));
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

/** Any of what a text may mean. */
function meant({ reference, amount, digits }: Sought): { sql: string; values: (string | number)[] } {
  const meanings = [
    ...(amount === undefined ? [] : [{ sql: 'amount = ?', value: amount }]),
    ...(digits === undefined ? [] : [{ sql: 'instr(card_digits, ?)', value: digits }]),
    { sql: 'instr(reference_words, ?)', value: reference },
  ];
  return {
    sql: `(${meanings.map(({ sql }) => sql).join(' OR ')})`,
    values: meanings.map(({ value }) => value),
  };
}

/** A new row, or what changed of it: a sale keeps its number. */
const upsert = (columns: readonly string[]): string =>
  `INSERT INTO sales (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
   ON CONFLICT (sale_id) DO UPDATE SET ${columns
     .filter((column) => column !== 'sale_id' && column !== 'number')
     .map((column) => `${column} = excluded.${column}`)
     .join(', ')}`;
