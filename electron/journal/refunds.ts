import { z } from 'zod';
import { type Attempt } from '../../shared/attempt.ts';
import { fault } from '../../shared/fault.ts';
import {
  type Refund,
  type RefundJournalEvent,
  type RefundStart,
  applyRefundEvent,
  beginRefund,
  isRefundOpen,
  isRefundSettled,
  refundAttention,
  refundHoldsTerminal,
  refundJournalEventSchema,
  refundSchema,
} from '../../shared/refund.ts';
import { refundReference } from '../../shared/reference.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { JournalDatabase } from './database.ts';
import type { JournalPart } from './part.ts';
import { flag, parseBody } from './rows.ts';
import { summarise } from './sale-summary.ts';
import type { SaleRecords } from './sales.ts';
import type { TerminalHolds } from './terminal-holds.ts';

/** A refund before the journal has given it a reference. */
export interface RefundDraft extends Omit<RefundStart, 'reference'> {
  readonly tillName: string;
}

export interface KeptRefundEvent {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly event: RefundJournalEvent;
}

/** The reading half, which attempts need for a sale's summary. */
export class RefundReader {
  protected readonly database: JournalDatabase;

  constructor(database: JournalDatabase) {
    this.database = database;
  }

  get(refundId: string): Refund | undefined {
    const row = this.database.get('SELECT body FROM refunds WHERE refund_id = ?', refundId);
    return row && parseBody(refundSchema, row['body']);
  }

  /** Oldest first. */
  ofSale(saleId: string): readonly Refund[] {
    return this.many('SELECT body FROM refunds WHERE sale_id = ? ORDER BY started_at, rowid', saleId);
  }

  /** Refunds whose end is not known, oldest first. */
  unsettled(): readonly Refund[] {
    return this.many('SELECT body FROM refunds WHERE settled = 0 ORDER BY started_at, rowid');
  }

  /** Refunds that met another one, or that ended other than a manager had said, which nobody has acknowledged. */
  wantingAttention(): readonly Refund[] {
    return this.many(
      `SELECT body FROM refunds
       WHERE (body ->> '$.overlapAt' IS NOT NULL AND body ->> '$.overlapSeenAt' IS NULL)
          OR (body ->> '$.mark' IS NOT NULL AND settled = 1 AND body ->> '$.contradictionSeenAt' IS NULL)
       ORDER BY started_at, rowid`,
    ).filter((refund) => refundAttention(refund) !== undefined);
  }

  events(refundId: string): readonly KeptRefundEvent[] {
    return this.database
      .all('SELECT seq, at, payload FROM refund_events WHERE refund_id = ? ORDER BY seq', refundId)
      .map((row) => ({
        seq: z.number().parse(row['seq']),
        at: z.number().parse(row['at']),
        event: parseBody(refundJournalEventSchema, row['payload']),
      }));
  }

  protected many(sql: string, ...values: string[]): readonly Refund[] {
    return this.database.all(sql, ...values).map((row) => parseBody(refundSchema, row['body']));
  }
}

/** The refunds of the journal: the events, and the projection that follows from them in the same transaction. */
export class RefundRecords extends RefundReader {
  readonly #part: JournalPart;
  readonly #sales: SaleRecords;
  readonly #holds: TerminalHolds;
  readonly #attemptsOf: (saleId: string) => readonly Attempt[];

  constructor(
    database: JournalDatabase,
    part: JournalPart,
    sales: SaleRecords,
    holds: TerminalHolds,
    attemptsOf: (saleId: string) => readonly Attempt[],
  ) {
    super(database);
    this.#part = part;
    this.#sales = sales;
    this.#holds = holds;
    this.#attemptsOf = attemptsOf;
  }

  /** Puts a new refund on disk as `sending`, in one synced commit (rule R2). One at a time per attempt and terminal. */
  start(draft: RefundDraft): Result<Refund> {
    return this.database.write(() => {
      const running = this.ofSale(draft.saleId).find(
        (refund) => refund.attemptId === draft.attemptId && isRefundOpen(refund),
      );
      if (running) return err(fault('terminal.refund-running', { reference: running.reference }));
      const held = draft.terminalId === undefined ? undefined : this.#holds.refusal(draft.terminalId);
      if (held) return err(held);
      const { tillName, ...fixed } = draft;
      const start: RefundStart = {
        ...fixed,
        reference: refundReference({
          till: tillName,
          journal: this.#part.current,
          day: new Date(draft.startedAt),
          refund: this.#nextNumber(),
        }),
      };
      const refund = beginRefund(start);
      this.#append(refund.refundId, { kind: 'started', start }, draft.startedAt);
      this.#project(refund);
      return ok(refund);
    });
  }

  /** Adds what happened to a refund. What changes nothing is not kept. */
  record(refundId: string, event: RefundJournalEvent, at: number): Result<Refund> {
    return this.database.write(() => {
      const before = this.get(refundId);
      if (!before) throw new Error(`No refund ${refundId} in the journal`);
      const after = applyRefundEvent(before, event, at);
      if (after === before) return ok(before);
      this.#append(refundId, event, at);
      this.#project(after);
      return ok(after);
    });
  }

  #nextNumber(): number {
    const row = this.database.get('SELECT count(*) AS refunds FROM refunds');
    return 1 + z.number().parse(row?.['refunds']);
  }

  #append(refundId: string, event: RefundJournalEvent, at: number): void {
    this.database.append({ table: 'refund_events', subject: refundId, at, payload: JSON.stringify(event) });
  }

  #project(refund: Refund): void {
    this.database.run(
      `INSERT INTO refunds (refund_id, sale_id, attempt_id, reference, started_at, settled, open, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (refund_id) DO UPDATE SET
         settled = excluded.settled, open = excluded.open, body = excluded.body`,
      refund.refundId,
      refund.saleId,
      refund.attemptId,
      refund.reference,
      refund.startedAt,
      flag(isRefundSettled(refund)),
      flag(isRefundOpen(refund)),
      JSON.stringify(refund),
    );
    if (refund.terminalId !== undefined) {
      const { refundId: id, terminalId, reference } = refund;
      this.#holds.settle({ id, terminalId, reference }, refundHoldsTerminal(refund));
    }
    const summary = summarise(this.#attemptsOf(refund.saleId), this.ofSale(refund.saleId));
    if (summary) this.#sales.put(summary);
  }
}
