import { fault } from '../../shared/fault.ts';
import {
  type Refund,
  type RefundJournalEvent,
  type RefundStart,
  applyRefundEvent,
  beginRefund,
  isRefundOpen,
  refundSchema,
} from '../../shared/refund.ts';
import { refundReference } from '../../shared/reference.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import { entriesOfRefund, putAuditEntry } from './audit-log.ts';
import type { JournalDatabase } from './database.ts';
import type { JournalPart } from './part.ts';
import { type Projections, refundsOfSale } from './projections.ts';
import { type KeptRefundEvent, refundEvents } from './rebuild.ts';
import { parseBody } from './rows.ts';
import type { TerminalHolds } from './terminal-holds.ts';

/** A refund before the journal has given it a reference. */
export interface RefundDraft extends Omit<RefundStart, 'reference'> {
  readonly tillName: string;
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
    return refundsOfSale(this.database, saleId);
  }

  byReference(reference: string): Refund | undefined {
    const row = this.database.get('SELECT body FROM refunds WHERE reference = ?', reference);
    return row && parseBody(refundSchema, row['body']);
  }

  /** Every refund of a payment that this till has made, also of one that was paid elsewhere. Oldest first. */
  ofTransaction(transactionId: string): readonly Refund[] {
    return this.many(
      'SELECT body FROM refunds WHERE transaction_id = ? ORDER BY started_at, rowid',
      transactionId,
    );
  }

  /** Refunds whose end is not known, oldest first. */
  unsettled(): readonly Refund[] {
    return this.many('SELECT body FROM refunds WHERE settled = 0 ORDER BY started_at, rowid');
  }

  /** Refunds that met another one, or that ended other than a manager had said, which nobody has acknowledged. */
  wantingAttention(): readonly Refund[] {
    return this.many('SELECT body FROM refunds WHERE attention = 1 ORDER BY started_at, rowid');
  }

  events(refundId: string): readonly KeptRefundEvent[] {
    return refundEvents(this.database, refundId);
  }

  protected many(sql: string, ...values: string[]): readonly Refund[] {
    return this.database.all(sql, ...values).map((row) => parseBody(refundSchema, row['body']));
  }
}

/** The refunds of the journal: the events, and the projection that follows from them in the same transaction. */
export class RefundRecords extends RefundReader {
  readonly #part: JournalPart;
  readonly #holds: TerminalHolds;
  readonly #projections: Projections;

  constructor(database: JournalDatabase, part: JournalPart, holds: TerminalHolds, projections: Projections) {
    super(database);
    this.#part = part;
    this.#holds = holds;
    this.#projections = projections;
  }

  /** Puts a new refund on disk as `sending`, in one synced commit (rule R2). One at a time per payment and terminal. */
  start(draft: RefundDraft): Result<Refund> {
    return this.database.write(() => {
      const running = this.ofTransaction(draft.transactionId).find(isRefundOpen);
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
          refund: this.#projections.nextRefundNumber(),
        }),
      };
      const refund = beginRefund(start);
      this.#append(refund, { kind: 'started', start }, draft.startedAt);
      this.#projections.refund(refund);
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
      this.#append(after, event, at);
      this.#projections.refund(after);
      return ok(after);
    });
  }

  #append(refund: Refund, event: RefundJournalEvent, at: number): void {
    const payload = JSON.stringify(event);
    const seq = this.database.append({ table: 'refund_events', subject: refund.refundId, at, payload });
    for (const entry of entriesOfRefund(refund, [{ seq, at, event }])) putAuditEntry(this.database, entry);
  }
}
