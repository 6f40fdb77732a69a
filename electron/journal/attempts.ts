import { z } from 'zod';
import { type AttemptEvent, applyAttemptEvent } from '../../shared/attempt-events.ts';
import {
  type Attempt,
  type AttemptStart,
  attemptSchema,
  beginAttempt,
  countsAsPaid,
  isOpen,
  isOrphan,
  mayHaveTaken,
} from '../../shared/attempt.ts';
import { fault, inputFault } from '../../shared/fault.ts';
import type { Evidence } from '../../shared/payment-facts.ts';
import type { Approval } from '../../shared/person.ts';
import { attemptReference } from '../../shared/reference.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import { entriesOfAttempt, putAuditEntry } from './audit-log.ts';
import type { JournalDatabase } from './database.ts';
import type { JournalPart } from './part.ts';
import { type Projections, attemptsOfSale } from './projections.ts';
import { type KeptAttemptEvent, attemptEvents } from './rebuild.ts';
import type { RefundReader } from './refunds.ts';
import { parseBody } from './rows.ts';
import type { SaleRecords } from './sales.ts';
import type { TerminalHolds } from './terminal-holds.ts';

/** An attempt before the journal has numbered it. */
export interface AttemptDraft extends Omit<AttemptStart, 'saleNumber' | 'attemptNumber' | 'reference'> {
  readonly tillName: string;
}

/** A payment that Dintero has and the journal does not know, as far as Dintero tells. */
export type FoundDraft = Omit<AttemptStart, 'saleId' | 'saleNumber' | 'attemptNumber'>;

const timeSchema = z.number();

/**
 * Whether a found payment may become one more attempt of the sale that the others are of: not while one of them is paid,
 * nor while one is open, whose approval would be a second payment that surprises nobody.
 */
export const mayJoin = (others: readonly Attempt[]): boolean =>
  !others.some((other) => countsAsPaid(other) || isOpen(other));

/** The attempts of the journal: the events, and the projection that follows from them in the same transaction. */
export class AttemptRecords {
  readonly #database: JournalDatabase;
  readonly #part: JournalPart;
  readonly #sales: SaleRecords;
  readonly #holds: TerminalHolds;
  readonly #refunds: RefundReader;
  readonly #projections: Projections;

  constructor(
    database: JournalDatabase,
    part: JournalPart,
    sales: SaleRecords,
    holds: TerminalHolds,
    refunds: RefundReader,
    projections: Projections,
  ) {
    this.#database = database;
    this.#part = part;
    this.#sales = sales;
    this.#holds = holds;
    this.#refunds = refunds;
    this.#projections = projections;
  }

  /**
   * Puts a new attempt on disk as `sending`, in one synced commit (rules P1, P2, P4). Refuses while another attempt of
   * the sale is open or the terminal is held, and while an earlier attempt may have taken the money, unless a person
   * accepted that risk (rule P16). A sale that is paid is never charged again.
   */
  start(draft: AttemptDraft, acceptRisk: boolean): Result<Attempt> {
    return this.#database.write(() => {
      const earlier = this.ofSale(draft.saleId);
      const open = earlier.find(isOpen);
      if (open) return err(fault('terminal.reserved', { reference: open.reference }));
      const held = this.#holds.refusal(draft.terminalId);
      if (held) return err(held);
      if (earlier.some(countsAsPaid)) return err(inputFault('input.sale-paid'));
      const risky = earlier.find(mayHaveTaken);
      if (risky && !acceptRisk) return err(fault('unknown.earlier-attempt', { reference: risky.reference }));

      const { tillName, ...fixed } = draft;
      const saleNumber = earlier[0]?.saleNumber ?? this.#sales.nextNumber();
      const attemptNumber = earlier.length + 1;
      const start: AttemptStart = {
        ...fixed,
        saleNumber,
        attemptNumber,
        reference: attemptReference({
          till: tillName,
          journal: this.#part.current,
          day: new Date(draft.startedAt),
          sale: saleNumber,
          attempt: attemptNumber,
        }),
      };
      const attempt = beginAttempt(start);
      this.#append(attempt, { kind: 'started', start }, draft.startedAt);
      this.#projections.newAttempt(attempt, earlier);
      return ok(attempt);
    });
  }

  /** Adds what happened to an attempt. What changes nothing is not kept. */
  record(attemptId: string, event: AttemptEvent, at: number): Result<Attempt> {
    return this.#database.write(() => {
      const before = this.get(attemptId);
      if (!before) throw new Error(`No attempt ${attemptId} in the journal`);
      const after = applyAttemptEvent(before, event, at);
      if (after === before) return ok(before);
      this.#append(after, event, at);
      this.#projections.attempt(after);
      return ok(after);
    });
  }

  /**
   * Keeps a payment that was found at Dintero (rule P14), as a sale of its own, until a manager takes it over. That it
   * was not known means that this journal is older than its work: the part of its references is made anew.
   */
  found(draft: FoundDraft, evidence: Evidence, at: number): Result<Attempt> {
    return this.#database.write(() => {
      const start: AttemptStart = {
        ...draft,
        saleId: draft.attemptId,
        saleNumber: this.#sales.nextNumber(),
        attemptNumber: 1,
      };
      const events: readonly AttemptEvent[] = [
        { kind: 'found', start },
        { kind: 'evidence', evidence },
      ];
      const attempt = events.reduce(
        (before, event) => applyAttemptEvent(before, event, at),
        beginAttempt(start),
      );
      for (const event of events) this.#append(attempt, event, at);
      this.#projections.attempt(attempt);
      this.#part.renew();
      return ok(attempt);
    });
  }

  /** Takes a found payment over: as the sale of its own that it is, or as one more attempt of `saleId`. */
  adopt(attemptId: string, saleId: string | undefined, approval: Approval, at: number): Result<Attempt> {
    return this.#database.write(() => {
      const before = this.get(attemptId);
      if (!before || !isOrphan(before)) return err(inputFault('input.changed-meanwhile'));
      const others = saleId === undefined ? [] : this.ofSale(saleId);
      const first = others[0];
      const mayMove = first && mayJoin(others) && this.#refunds.ofSale(before.saleId).length === 0;
      if (saleId !== undefined && !mayMove) return err(inputFault('input.changed-meanwhile'));
      const event: AttemptEvent = {
        kind: 'adopted',
        ...(first && {
          sale: { saleId: first.saleId, saleNumber: first.saleNumber, attemptNumber: others.length + 1 },
        }),
        ...approval,
      };
      const after = applyAttemptEvent(before, event, at);
      this.#append(after, event, at);
      this.#projections.attempt(after);
      if (after.saleId !== before.saleId) this.#sales.drop(before.saleId);
      return ok(after);
    });
  }

  get(attemptId: string): Attempt | undefined {
    const row = this.#database.get('SELECT body FROM attempts WHERE attempt_id = ?', attemptId);
    return row && parseBody(attemptSchema, row['body']);
  }

  /** Oldest first. */
  ofSale(saleId: string): readonly Attempt[] {
    return attemptsOfSale(this.#database, saleId);
  }

  /** Everything whose outcome is not known, oldest first: what start-up must follow (rule P19). */
  unsettled(): readonly Attempt[] {
    return this.#many('SELECT body FROM attempts WHERE settled = 0 ORDER BY started_at, rowid');
  }

  /** Settled attempts whose deadline is still to come: an approval may overtake a refusal (rule P13). */
  stillWatched(now: number): readonly Attempt[] {
    return this.#many(
      'SELECT body FROM attempts WHERE settled = 1 AND deadline_at > ? ORDER BY started_at, rowid',
      now,
    );
  }

  /** Payments found at Dintero that nobody has taken over (rule P14), oldest first. */
  orphans(): readonly Attempt[] {
    return this.#many('SELECT body FROM attempts WHERE orphan = 1 ORDER BY started_at, rowid');
  }

  /** Every attempt that bears a reference: two, when one was found at Dintero after the journal gave it out anew. */
  byReference(reference: string): readonly Attempt[] {
    return this.#many(
      `SELECT body FROM (
         SELECT body, started_at, rowid AS row FROM attempts WHERE reference = ? AND found = 0
         UNION ALL SELECT body, started_at, rowid FROM attempts WHERE reference = ? AND found = 1
       ) ORDER BY started_at, row`,
      reference,
      reference,
    );
  }

  /** Attempts whose alarm nobody has seen. */
  alarmed(): readonly Attempt[] {
    return this.#many('SELECT body FROM attempts WHERE alarmed = 1 ORDER BY started_at, rowid');
  }

  /** The attempt in front of the cashier: the newest that was not left behind. */
  current(): Attempt | undefined {
    return this.#many(
      'SELECT body FROM attempts WHERE closed = 0 ORDER BY started_at DESC, rowid DESC LIMIT 1',
    )[0];
  }

  /** How long Dintero took to open the transaction, in ms, for the newest attempts on a terminal that tell. */
  openTimes(terminalId: string, limit: number): readonly number[] {
    return this.#database
      .all(
        `SELECT opened_ms AS time FROM attempts WHERE terminal_id = ? AND opened_ms IS NOT NULL
         ORDER BY started_at DESC LIMIT ?`,
        terminalId,
        limit,
      )
      .map((row) => timeSchema.parse(row['time']));
  }

  /** The newest attempts on a terminal, newest first, of the last thousand on any. */
  newestOn(terminalId: string, limit: number): readonly Attempt[] {
    return this.#many(
      `SELECT body FROM (SELECT terminal_id, body FROM attempts ORDER BY rowid DESC LIMIT 1000)
       WHERE terminal_id = ? LIMIT ?`,
      terminalId,
      limit,
    );
  }

  events(attemptId: string): readonly KeptAttemptEvent[] {
    return attemptEvents(this.#database, attemptId);
  }

  #many(sql: string, ...values: (string | number)[]): readonly Attempt[] {
    return this.#database.all(sql, ...values).map((row) => parseBody(attemptSchema, row['body']));
  }

  #append(attempt: Attempt, event: AttemptEvent, at: number): void {
    const payload = JSON.stringify(event);
    const seq = this.#database.append({ table: 'attempt_events', subject: attempt.attemptId, at, payload });
    for (const entry of entriesOfAttempt(attempt, [{ seq, at, event }])) putAuditEntry(this.#database, entry);
  }
}
