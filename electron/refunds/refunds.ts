import { randomUUID } from 'node:crypto';
import { type Fault, fault, inputFault } from '../../shared/fault.ts';
import type { MinorUnits } from '../../shared/money.ts';
import type { Actor, Approval } from '../../shared/person.ts';
import { type RefundChoice, type RefundSplit, splitRefund } from '../../shared/refund-split.ts';
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
import type { PairedTerminal, Pairing } from '../../shared/views/pairing.ts';
import type { PaymentKey, RefundOffer, RefundView } from '../../shared/views/refund.ts';
import type { DinteroClient } from '../dintero/client.ts';
import type { Journal } from '../journal/journal.ts';
import type { RefundDraft } from '../journal/refunds.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import { refundKeys } from './earlier-refunds.ts';
import { type Paid, readPaid } from './paid.ts';
import type { RefundTerminals } from './refund-terminals.ts';
import { type LastLook, canFreeTerminal, refundView } from './refund-view.ts';
import { sendRefund } from './send-refund.ts';
import { RefundWatch } from './watch.ts';

export interface RefundsOptions {
  readonly journal: Journal;
  readonly dintero: Pick<DinteroClient, 'transactions' | 'token' | 'openAhead'>;
  readonly pairing: Pairing;
  readonly terminals: RefundTerminals;
  /** Whether refunds name a terminal on which the customer confirms. */
  readonly onTerminal: () => boolean;
  readonly actor: () => Actor;
  /** Why no request about money may leave now, for this terminal where one takes part. */
  readonly blocked: (terminalId: string | undefined) => Fault | undefined;
  /** How long a refund may run before its end counts as unknown, in ms (rule R3). */
  readonly deadlineMs: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** What a person decided on the refund screen. */
export interface RefundOrder {
  /** The payment whose money goes back. */
  readonly payment: PaymentKey;
  readonly choice: RefundChoice;
  /** What remained when they looked, in minor units. */
  readonly seenRemaining: MinorUnits;
  /** The terminal that they were told of or picked, where the refund names one. */
  readonly terminalId?: string | undefined;
}

const dayMs = 86_400_000;

/** How often what remains is read for a person who looks at it. */
const offerTries = 3;

/** Gives money back, under the rules R1 to R7, and follows each refund to its end. */
export class Refunds {
  readonly #options: RefundsOptions;
  readonly #watch: RefundWatch;
  /** Refunds whose request has left and whose reply is still waited for. */
  readonly #sending = new Set<string>();
  #inFront: string | undefined;
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

  /** What can be refunded of a payment, read from Dintero now (rule R1). */
  async offer(payment: PaymentKey): Promise<Result<RefundOffer>> {
    const { dintero, terminals, clock } = this.#options;
    const read = await readPaid(this.#options, payment, offerTries);
    if (!read.ok) return read;
    const { reference, captured, remainder, card, of } = read.value;
    const onTerminal = this.#onTerminal(read.value);
    const refusal = onTerminal ? terminals.refusal(read.value.transaction) : undefined;
    if (refusal) return err(refusal);
    void dintero.openAhead();
    return ok({
      payment,
      ...('attempt' in of ? { saleId: of.attempt.saleId } : { elsewhere: of.elsewhere }),
      reference,
      currency: captured.currency,
      captured: remainder.captured,
      refunded: remainder.refunded,
      running: remainder.running,
      remaining: remainder.remaining,
      lines: [...remainder.lines],
      ...(card && { card }),
      readAt: clock.now(),
      ...(onTerminal && { terminalId: terminals.presentId }),
    });
  }

  /** The store's other terminals on which a customer may confirm, as far as they may be listed. */
  async otherTerminals(): Promise<Result<PairedTerminal[]>> {
    return this.#options.onTerminal() ? await this.#options.terminals.others() : ok([]);
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
    const { journal, terminals, clock } = this.#options;
    const terminal = await this.#terminalFor(order);
    if (!terminal.ok) return terminal;
    const blocked = this.#options.blocked(terminal.value);
    if (blocked) return err(blocked);

    // Read once: a refund that waits for Dintero would go out after its person has left (rule R7).
    const read = await readPaid(this.#options, order.payment, 1);
    if (!read.ok) return read;
    const terminalId = this.#onTerminal(read.value) ? terminal.value : undefined;
    const blockedSince =
      this.#options.blocked(terminalId) ??
      (terminalId === undefined ? undefined : terminals.refusal(read.value.transaction));
    if (blockedSince) return err(blockedSince);
    if (this.#closed) return err(fault('setup.not-paired'));
    const { reference, remainder, startedAt } = read.value;
    if (remainder.running > 0) return err(fault('terminal.refund-running', { reference }));
    if (remainder.remaining !== order.seenRemaining) return err(inputFault('input.changed-meanwhile'));
    const split = splitRefund(remainder, order.choice);
    if (!split.ok) return split;
    const beyond = within({
      refundAmount: split.value.amount,
      ...(startedAt !== undefined && { refundAgeDays: Math.floor((clock.now() - startedAt) / dayMs) }),
    });
    if (beyond) return err(beyond);
    const started = journal.refunds.start(this.#draft(read.value, split.value, approval, terminalId));
    if (!started.ok) return started;
    this.#inFront = started.value.refundId;
    this.#options.onChange();
    void this.#send(started.value);
    return ok(null);
  }

  /** What goes into the journal before the request leaves (rule R2). */
  #draft(
    { transaction, captured, remainder, of }: Paid,
    { amount, items }: RefundSplit,
    { by: person, approver, reason }: Approval,
    terminalId: string | undefined,
  ): RefundDraft {
    const { pairing, clock, deadlineMs } = this.#options;
    const now = clock.now();
    return {
      refundId: randomUUID(),
      tillName: pairing.tillName,
      ...('attempt' in of
        ? { attemptId: of.attempt.attemptId, saleId: of.attempt.saleId }
        : { elsewhere: of.elsewhere }),
      transactionId: transaction.id,
      amount: { amount, currency: captured.currency },
      items: items.map((item) => ({
        ...item,
        description: remainder.lines.find((line) => line.lineId === item.lineId)?.description ?? '',
      })),
      reason,
      ...(terminalId !== undefined && { terminalId }),
      person,
      approver,
      knownRefunds: [...refundKeys(transaction)],
      startedAt: now,
      deadlineAt: now + deadlineMs,
    };
  }

  #onTerminal({ inPerson }: Paid): boolean {
    return inPerson && this.#options.onTerminal();
  }

  async #terminalFor({ terminalId }: RefundOrder): Promise<Result<string | undefined>> {
    return this.#options.onTerminal() ? await this.#options.terminals.check(terminalId) : ok(undefined);
  }

  async #send(refund: Refund): Promise<void> {
    this.#sending.add(refund.refundId);
    const evidence = await sendRefund(refund, this.#options).catch((error: unknown): RefundEvidence => {
      this.#options.log.error('refunds.bug', { reference: refund.reference, error });
      // Whether the request left is not known.
      return { kind: 'reply-lost', code: 'setup.bug' };
    });
    this.#sending.delete(refund.refundId);
    if (this.#closed) return;
    this.#record(refund.refundId, { kind: 'evidence', evidence });
    this.#watch.follow(refund);
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
