import { z } from 'zod';
import {
  type Attempt,
  attemptSchema,
  holdsTerminal,
  isOpen,
  isOrphan,
  isSettled,
  openMs,
} from '../../shared/attempt.ts';
import {
  type Refund,
  isRefundOpen,
  isRefundSettled,
  refundAttention,
  refundHoldsTerminal,
  refundSchema,
} from '../../shared/refund.ts';
import type { JournalDatabase } from './database.ts';
import type { Reads } from './reads.ts';
import { flag, parseBody } from './rows.ts';
import { searchedSale, summarise } from './sale-summary.ts';
import type { SaleRecords } from './sales.ts';
import type { TerminalHolds } from './terminal-holds.ts';

/** The tables that follow from the events, each with the key that its rows are told apart by. */
export const projectionKeys = {
  attempts: 'attempt_id',
  refunds: 'refund_id',
  terminal_holds: 'holder',
  sales: 'sale_id',
  audit_entries: 'seq',
  audit_words: 'seq',
  audit_people: 'seq, person_id',
} as const;

/** A row by its columns. */
export type ProjectedRow = Readonly<Record<string, string | number | null>>;

/** An attempt as its row keeps it. The body's members are in the order of the schema, whatever happened in which order. */
export const attemptRow = (attempt: Attempt): ProjectedRow => ({
  attempt_id: attempt.attemptId,
  sale_id: attempt.saleId,
  reference: attempt.reference,
  terminal_id: attempt.terminalId,
  started_at: attempt.startedAt,
  opened_ms: openMs(attempt) ?? null,
  deadline_at: attempt.deadlineAt,
  open: flag(isOpen(attempt)),
  settled: flag(isSettled(attempt)),
  closed: flag(attempt.closedAt !== undefined),
  alarmed: flag(attempt.alarm !== undefined && attempt.alarm.seenAt === undefined),
  found: flag(attempt.foundAt !== undefined),
  orphan: flag(isOrphan(attempt)),
  body: JSON.stringify(attemptSchema.parse(attempt)),
});

/** A refund as its row keeps it, but for its running number. */
export const refundRow = (refund: Refund): ProjectedRow => ({
  refund_id: refund.refundId,
  sale_id: refund.saleId ?? null,
  transaction_id: refund.transactionId,
  reference: refund.reference,
  started_at: refund.startedAt,
  settled: flag(isRefundSettled(refund)),
  open: flag(isRefundOpen(refund)),
  attention: flag(refundAttention(refund) !== undefined),
  body: JSON.stringify(refundSchema.parse(refund)),
});

/**
 * Writes what an attempt or a refund has become into the tables that screens and rules read. It takes only the state
 * after the last event, so the same rows come out of one write an event and of a rebuild. Only inside a write.
 */
export class Projections {
  readonly #database: JournalDatabase;
  readonly #sales: SaleRecords;
  readonly #holds: TerminalHolds;
  readonly #upserts: Partial<Record<'attempts' | 'refunds', string>> = {};

  constructor(database: JournalDatabase, sales: SaleRecords, holds: TerminalHolds) {
    this.#database = database;
    this.#sales = sales;
    this.#holds = holds;
  }

  attempt(attempt: Attempt): void {
    this.#putAttempt(attempt);
    this.#summarise(attempt.saleId);
  }

  /** The same for a new attempt, whose sale's earlier ones are in hand: this is on the way of every charge. */
  newAttempt(attempt: Attempt, earlier: readonly Attempt[]): void {
    this.#putAttempt(attempt);
    this.#putSale([...earlier, attempt], refundsOfSale(this.#database, attempt.saleId));
  }

  refund(refund: Refund): void {
    this.#put('refunds', { ...refundRow(refund), number: this.nextRefundNumber() });
    if (refund.terminalId !== undefined) {
      const { refundId: id, terminalId, reference } = refund;
      this.#holds.settle({ id, terminalId, reference }, refundHoldsTerminal(refund));
    }
    if (refund.saleId !== undefined) this.#summarise(refund.saleId);
  }

  /** The number that the next new refund gets: they count up from 1. */
  nextRefundNumber(): number {
    const row = this.#database.get('SELECT max(number) AS highest FROM refunds');
    return 1 + z.number().catch(0).parse(row?.['highest']);
  }

  #putAttempt(attempt: Attempt): void {
    this.#put('attempts', attemptRow(attempt));
    const { attemptId: id, terminalId, reference } = attempt;
    this.#holds.settle({ id, terminalId, reference }, holdsTerminal(attempt));
  }

  /** A new row, or what changed of it: its key and its running number stay. */
  #put(table: 'attempts' | 'refunds', row: ProjectedRow): void {
    this.#upserts[table] ??= upsert(table, Object.keys(row));
    this.#database.run(this.#upserts[table], ...Object.values(row));
  }

  #summarise(saleId: string): void {
    this.#putSale(attemptsOfSale(this.#database, saleId), refundsOfSale(this.#database, saleId));
  }

  #putSale(attempts: readonly Attempt[], refunds: readonly Refund[]): void {
    const summary = summarise(attempts, refunds);
    if (summary) this.#sales.put(summary, searchedSale(attempts, summary));
  }
}

function upsert(table: 'attempts' | 'refunds', columns: readonly string[]): string {
  const key = projectionKeys[table];
  const changes = columns.filter((column) => column !== key && column !== 'number');
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (${key}) DO UPDATE SET ${changes.map((column) => `${column} = excluded.${column}`).join(', ')}`;
}

/** Oldest first. */
export const attemptsOfSale = (database: Reads, saleId: string): readonly Attempt[] =>
  database
    .all('SELECT body FROM attempts WHERE sale_id = ? ORDER BY started_at, rowid', saleId)
    .map((row) => parseBody(attemptSchema, row['body']));

/** Oldest first. */
export const refundsOfSale = (database: Reads, saleId: string): readonly Refund[] =>
  database
    .all('SELECT body FROM refunds WHERE sale_id = ? ORDER BY started_at, rowid', saleId)
    .map((row) => parseBody(refundSchema, row['body']));
