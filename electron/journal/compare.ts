import { z } from 'zod';
import { type Attempt, attemptSchema, holdsTerminal } from '../../shared/attempt.ts';
import { type Refund, refundHoldsTerminal, refundSchema } from '../../shared/refund.ts';
import { type ProjectedRow, attemptRow, attemptsOfSale, refundRow, refundsOfSale } from './projections.ts';
import { type AuditTable, wrongAuditRows } from './audit-compare.ts';
import type { Reads, Row } from './reads.ts';
import { attemptEvents, foldAttempt, foldRefund, inOrderOfStart, refundEvents } from './rebuild.ts';
import { parseBody } from './rows.ts';
import { searchedSale, summarise } from './sale-summary.ts';
import { saleRow } from './sales.ts';

/** A row that is not what the events make of it. */
export interface Disagreement {
  readonly table: 'attempts' | 'refunds' | 'terminal_holds' | 'sales' | AuditTable;
  /** Its key. */
  readonly id: string;
}

/**
 * Every projected row that is not what the events say, one after the other, so that who asks only whether there is one can
 * stop. Reads the whole journal; throws where an event can't be understood.
 */
export function* disagreements(database: Reads): Iterable<Disagreement> {
  for (const id of inOrderOfStart(database, 'attempt_events')) {
    if (!isAttemptRight(database, id)) yield { table: 'attempts', id };
  }
  for (const id of inOrderOfStart(database, 'refund_events')) {
    if (!isRefundRight(database, id)) yield { table: 'refunds', id };
  }
  yield* surplusRows(database);
  yield* wrongHolds(database);
  yield* wrongSales(database);
  yield* wrongAuditRows(database);
}

/** Whether an attempt's row is what its events say. */
export function isAttemptRight(database: Reads, id: string): boolean {
  const row = database.get('SELECT * FROM attempts WHERE attempt_id = ?', id);
  return !!row && fits(row, attemptRow(foldAttempt(attemptEvents(database, id))), attemptSchema);
}

/** Whether a refund's row is what its events say. */
export function isRefundRight(database: Reads, id: string): boolean {
  const row = database.get('SELECT * FROM refunds WHERE refund_id = ?', id);
  return !!row && fits(row, refundRow(foldRefund(refundEvents(database, id))), refundSchema);
}

/** An earlier version may have written the members of a body in another order. */
function fits(row: Row, should: ProjectedRow, schema: z.ZodType): boolean {
  return Object.entries(should).every(([column, value]) =>
    column === 'body' ? inOrder(row['body'], schema) === value : row[column] === value,
  );
}

/** `undefined` for a body that can't be understood, which is no right one. */
function inOrder(body: unknown, schema: z.ZodType): string | undefined {
  try {
    return JSON.stringify(parseBody(schema, body));
  } catch {
    return undefined;
  }
}

function* surplusRows(database: Reads): Iterable<Disagreement> {
  const surplus = [
    [
      'attempts',
      'SELECT attempt_id AS id FROM attempts WHERE attempt_id NOT IN (SELECT attempt_id FROM attempt_events)',
    ],
    [
      'refunds',
      'SELECT refund_id AS id FROM refunds WHERE refund_id NOT IN (SELECT refund_id FROM refund_events)',
    ],
    ['sales', 'SELECT sale_id AS id FROM sales WHERE sale_id NOT IN (SELECT sale_id FROM attempts)'],
  ] as const;
  for (const [table, sql] of surplus) {
    for (const row of database.each(sql)) yield { table, id: z.string().parse(row['id']) };
  }
}

const holdRow = z.object({ terminal_id: z.string(), holder: z.string(), reference: z.string() });

/** Only what is not settled holds a terminal, so few rows tell. */
function* wrongHolds(database: Reads): Iterable<Disagreement> {
  const unsettled = <Schema extends z.ZodType>(
    table: 'attempts' | 'refunds',
    schema: Schema,
  ): z.infer<Schema>[] =>
    database.all(`SELECT body FROM ${table} WHERE settled = 0`).map((row) => parseBody(schema, row['body']));
  const holders = new Map<string, Attempt | Refund>([
    ...unsettled('attempts', attemptSchema)
      .filter(holdsTerminal)
      .map((attempt) => [attempt.attemptId, attempt] as const),
    ...unsettled('refunds', refundSchema)
      .filter(refundHoldsTerminal)
      .map((refund) => [refund.refundId, refund] as const),
  ]);
  for (const row of database.all('SELECT * FROM terminal_holds')) {
    const { terminal_id: terminalId, holder, reference } = holdRow.parse(row);
    const should = holders.get(holder);
    if (should?.terminalId !== terminalId || should.reference !== reference) {
      yield { table: 'terminal_holds', id: holder };
    }
    holders.delete(holder);
  }
  for (const id of holders.keys()) yield { table: 'terminal_holds', id };
}

function* wrongSales(database: Reads): Iterable<Disagreement> {
  for (const row of database.each('SELECT DISTINCT sale_id AS id FROM attempts ORDER BY sale_id')) {
    const id = z.string().parse(row['id']);
    const attempts = attemptsOfSale(database, id);
    const summary = summarise(attempts, refundsOfSale(database, id));
    const should = summary && saleRow(summary, searchedSale(attempts, summary));
    const kept = database.get('SELECT * FROM sales WHERE sale_id = ?', id);
    const right = should && kept && Object.entries(should).every(([column, value]) => kept[column] === value);
    if (!right) yield { table: 'sales', id };
  }
}
