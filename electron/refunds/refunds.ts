import { randomUUID } from 'node:crypto';
import type { Attempt } from '../../shared/attempt.ts';
import { type Fault, fault, inputFault } from '../../shared/fault.ts';
import type { MinorUnits } from '../../shared/money.ts';
import type { Actor, Approval } from '../../shared/person.ts';
import { type RefundChoice, type Remainder, remainderOf, splitRefund } from '../../shared/refund-split.ts';
import {
  type Refund,
  type RefundEvidence,
  type RefundJournalEvent,
  type RefundMark,
  canMarkRefund,
  refundAttention,
} from '../../shared/refund.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { SignedPermit } from '../../shared/rights.ts';
import type { Pairing } from '../../shared/views/pairing.ts';
import type { RefundOffer, RefundView } from '../../shared/views/refund.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { hadNoEffect } from '../dintero/failure.ts';
import type { Transaction } from '../dintero/transactions.ts';
import type { Journal } from '../journal/journal.ts';
import { transactionFacts } from '../payments/transaction-facts.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import type { TillTerminals } from '../terminals/till-terminals.ts';
import { earlierRefunds, refundKeys, soldLines } from './earlier-refunds.ts';
import { type LastLook, canFreeTerminal, refundView } from './refund-view.ts';
import { RefundWatch } from './watch.ts';

export interface RefundsOptions {
  readonly journal: Journal;
  readonly dintero: Pick<DinteroClient, 'transactions' | 'token' | 'openAhead'>;
  readonly pairing: Pairing;
  readonly terminals: Pick<TillTerminals, 'presentId' | 'forSale'>;
  /** Whether refunds name a terminal on which the customer confirms. */
  readonly onTerminal: () => boolean;
  readonly actor: () => Actor;
  /** Why no request about money may leave now for this terminal. */
  readonly blocked: (terminalId: string) => Fault | undefined;
  /** How long a refund may run before its end counts as unknown, in ms (rule R3). */
  readonly deadlineMs: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** What a person decided on the refund screen. */
export interface RefundOrder {
  /** The approved attempt whose money goes back. */
  readonly attemptId: string;
  readonly choice: RefundChoice;
  /** What remained when they looked, in minor units. */
  readonly seenRemaining: MinorUnits;
  /** The terminal that they were told of, where the refund names one. */
  readonly terminalId?: string | undefined;
}

/** A payment's money as Dintero has it at this moment. */
interface FreshPayment {
  readonly attempt: Attempt;
  readonly transaction: Transaction;
  readonly remainder: Remainder;
}

const dayMs = 86_400_000;

/** How often what remains is read for a person who looks at it. */
const offerTries = 3;

/** Gives money back, under the rules R1 to R7, and follows each refund to its end. */
export class Refunds {
  readonly #options: RefundsOptions;
  readonly #watch: RefundWatch;
  #inFront: string | undefined;
  readonly #sending = new Set<string>();
  #starting = false;
  #closed = false;

  constructor(options: RefundsOptions) {
    this.#options = options;
    this.#watch = new RefundWatch({
      journal: options.journal,
      dintero: options.dintero,
      record: (refundId, event) => this.#record(refundId, event),
      clock: options.clock,
      log: options.log,
      onChange: options.onChange,
    });
  }

  /** Takes up every refund whose end is not known. */
  recover(): void {
    for (const refund of this.#options.journal.refunds.unsettled()) {
      // Its reply is still waited for, when the journal's rows were made anew meanwhile.
      if (this.#sending.has(refund.refundId)) continue;
      if (refund.state === 'sending' && refund.replyLostAt === undefined) {
        this.#record(refund.refundId, {
          kind: 'evidence',
          evidence: { kind: 'reply-lost', code: 'restart' },
        });
      }
      this.#watch.follow(refund);
    }
  }

  /** What can be refunded on an approved attempt, read from Dintero now (rule R1). */
  async offer(attemptId: string): Promise<Result<RefundOffer>> {
    const { dintero, terminals, clock } = this.#options;
    const fresh = await this.#read(attemptId, offerTries);
    if (!fresh.ok) return fresh;
    const { attempt, remainder } = fresh.value;
    void dintero.openAhead();
    return ok({
      saleId: attempt.saleId,
      attemptId,
      reference: attempt.reference,
      currency: attempt.amount.currency,
      captured: remainder.captured,
      refunded: remainder.refunded,
      running: remainder.running,
      remaining: remainder.remaining,
      lines: [...remainder.lines],
      ...(attempt.card && { card: attempt.card }),
      readAt: clock.now(),
      ...(this.#options.onTerminal() && { terminalId: terminals.presentId }),
    });
  }

  /**
   * A fresh read, then at once journal and POST (rules R1, R2, R4); who approves it has done so before (rule R5). A figure
   * that changed since the person looked stops it, and so does a limit of those who answer for it.
   */
  async start(order: RefundOrder, permit: SignedPermit): Promise<Result<null>> {
    if (this.#starting) return err(fault('terminal.refund-running', { reference: '' }));
    this.#starting = true;
    try {
      return await this.#start(order, permit);
    } finally {
      this.#starting = false;
    }
  }

  async checkNow(refundId: string): Promise<Result<null>> {
    await this.#watch.lookNow(refundId);
    return ok(null);
  }

  /** A person at the counter saw that the terminal's display is idle. */
  freeTerminal(refundId: string): Result<null> {
    return this.#recordIf(refundId, canFreeTerminal, { kind: 'terminal-freed', by: this.#options.actor() });
  }

  /** A person saw that it met another refund (rule R4), or that a manager's word about it was wrong. */
  seen(refundId: string): Result<null> {
    const refund = this.#options.journal.refunds.get(refundId);
    const attention = refund && refundAttention(refund);
    if (!attention) return ok(null);
    const by = this.#options.actor();
    const recorded = this.#record(refundId, { kind: `${attention}-seen`, by });
    return recorded.ok ? ok(null) : recorded;
  }

  /** A manager says what became of it; it no longer bars the next one. Dintero is still asked, and decides (rule R3). */
  mark(refundId: string, verdict: RefundMark['verdict'], approval: Approval): Result<null> {
    return this.#recordIf(refundId, canMarkRefund, { kind: 'marked', verdict, ...approval });
  }

  /** The refund screen was left; the refund itself goes on and stays on the desk until its end is known. */
  leave(): void {
    this.#inFront = undefined;
    this.#options.onChange();
  }

  lookAtAll(): void {
    this.#watch.lookAtAll();
  }

  view(): RefundView | null {
    const refund = this.#inFront === undefined ? undefined : this.#options.journal.refunds.get(this.#inFront);
    return refund ? refundView(refund, this.#watch.lastLook(refund.refundId)) : null;
  }

  /** What the last look at Dintero brought, since the till was started. */
  lastLook(refundId: string): LastLook | undefined {
    return this.#watch.lastLook(refundId);
  }

  close(): void {
    this.#closed = true;
    this.#watch.close();
  }

  async #start(order: RefundOrder, { approval, within }: SignedPermit): Promise<Result<null>> {
    const { journal, pairing, terminals, clock } = this.#options;
    const terminal = terminals.forSale(order.terminalId);
    if (!terminal.ok) return terminal;
    const blocked = this.#options.blocked(terminal.value);
    if (blocked) return err(blocked);

    // Read once: a refund that waits for Dintero would go out after its person has left (rule R7).
    const fresh = await this.#read(order.attemptId, 1);
    if (!fresh.ok) return fresh;
    const blockedSince = this.#options.blocked(terminal.value);
    if (blockedSince) return err(blockedSince);
    if (this.#closed) return err(fault('setup.not-paired'));
    const { attempt, transaction, remainder } = fresh.value;
    if (remainder.running > 0) {
      return err(fault('terminal.refund-running', { reference: attempt.reference }));
    }
    if (remainder.remaining !== order.seenRemaining) return err(inputFault('input.changed-meanwhile'));
    const split = splitRefund(remainder, order.choice);
    if (!split.ok) return split;
    const now = clock.now();
    const refundAgeDays = Math.floor((now - attempt.startedAt) / dayMs);
    const beyond = within({ refundAmount: split.value.amount, refundAgeDays });
    if (beyond) return err(beyond);
    const started = journal.refunds.start({
      refundId: randomUUID(),
      tillName: pairing.tillName,
      attemptId: attempt.attemptId,
      saleId: attempt.saleId,
      transactionId: transaction.id,
      amount: { amount: split.value.amount, currency: attempt.amount.currency },
      items: split.value.items.map((item) => ({
        ...item,
        description: attempt.lines.find((line) => line.lineId === item.lineId)?.description ?? '',
      })),
      reason: approval.reason,
      ...(this.#options.onTerminal() && { terminalId: terminal.value }),
      person: approval.by,
      approver: approval.approver,
      knownRefunds: [...refundKeys(transaction)],
      startedAt: now,
      deadlineAt: now + this.#options.deadlineMs,
    });
    if (!started.ok) return started;
    this.#inFront = started.value.refundId;
    this.#options.onChange();
    void this.#send(started.value);
    return ok(null);
  }

  async #send(refund: Refund): Promise<void> {
    this.#sending.add(refund.refundId);
    const evidence = await this.#post(refund).catch((error: unknown): RefundEvidence => {
      this.#options.log.error('refunds.bug', { reference: refund.reference, error });
      // Whether the request left is not known.
      return { kind: 'reply-lost', code: 'setup.bug' };
    });
    this.#sending.delete(refund.refundId);
    if (this.#closed) return;
    this.#record(refund.refundId, { kind: 'evidence', evidence });
    this.#watch.follow(refund);
  }

  /** The one request that moves the money (rule R2), and what came back. */
  async #post(refund: Refund): Promise<RefundEvidence> {
    const { dintero, log } = this.#options;
    const answer = await dintero.transactions.refund(refund.transactionId, {
      amount: refund.amount.amount,
      reason: refund.reason,
      reference: refund.reference,
      ...(refund.terminalId !== undefined && { terminalId: refund.terminalId }),
      items: refund.items.map(({ lineId, amount, quantity }) => ({
        lineId,
        amount,
        ...(quantity !== undefined && { quantity }),
      })),
    });
    if (answer.ok) {
      const requestId = answer.value.eventRequestId;
      return { kind: 'accepted', ...(requestId !== undefined && { requestId }) };
    }
    const { code } = answer.error.fault;
    log.warn('refunds.failed', { reference: refund.reference, ...answer.error });
    if (code === 'setup.login') void dintero.token.renew();
    return hadNoEffect(answer.error)
      ? { kind: 'refused', code: refusalCode(code) }
      : { kind: 'reply-lost', code };
  }

  async #read(attemptId: string, tries: number): Promise<Result<FreshPayment>> {
    const { journal, dintero } = this.#options;
    const attempt = journal.attempts.get(attemptId);
    if (attempt?.state !== 'approved' || attempt.transactionId === undefined)
      return err(inputFault('input.refund-not-captured'));
    const read = await dintero.transactions.get(attempt.transactionId, tries);
    if (!read.ok) return err(read.error.fault);
    const transaction = read.value;
    const facts = transactionFacts(transaction);
    if (facts.currency !== attempt.amount.currency || facts.reference !== attempt.reference) {
      return err(fault('unknown.contradiction', { reference: attempt.reference }));
    }
    const captured = facts.captured ?? attempt.captured ?? facts.amount;
    return ok({
      attempt,
      transaction,
      remainder: remainderOf(soldLines(attempt.lines), captured, earlierRefunds(transaction)),
    });
  }

  #record(refundId: string, event: RefundJournalEvent): Result<Refund> {
    const { journal, clock, log } = this.#options;
    const recorded = journal.refunds.record(refundId, event, clock.now());
    if (!recorded.ok) {
      log.error('refunds.not-recorded', { refundId, kind: event.kind, code: recorded.error.code });
    }
    this.#options.onChange();
    return recorded;
  }

  /** Records what the person wants, if it may still be done; the screen that they saw may be old. */
  #recordIf(refundId: string, may: (refund: Refund) => boolean, event: RefundJournalEvent): Result<null> {
    const refund = this.#options.journal.refunds.get(refundId);
    if (!refund || !may(refund)) return err(inputFault('input.changed-meanwhile'));
    const recorded = this.#record(refundId, event);
    return recorded.ok ? ok(null) : recorded;
  }
}

/** A refund call that Dintero turned down for what it said. */
const refusalCode = (code: Fault['code']): Fault['code'] =>
  code === 'setup.rejected' || code === 'setup.not-found' || code === 'setup.rights'
    ? 'terminal.refund-refused'
    : code;
