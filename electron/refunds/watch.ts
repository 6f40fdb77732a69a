import { type Refund, type RefundJournalEvent, isRefundSettled } from '../../shared/refund.ts';
import type { Result } from '../../shared/result.ts';
import type { DinteroClient } from '../dintero/client.ts';
import type { Transaction } from '../dintero/transactions.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from '../support/clock.ts';
import { Follower } from '../support/follower.ts';
import type { Log } from '../support/log.ts';
import { refundEvents, refundKeys, showsRefund } from './earlier-refunds.ts';
import type { LastLook } from './refund-view.ts';

export interface RefundWatchOptions {
  readonly journal: Journal;
  readonly dintero: Pick<DinteroClient, 'transactions'>;
  readonly record: (refundId: string, event: RefundJournalEvent) => Result<Refund>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

const second = 1_000;
const minute = 60 * second;

/** Follows refunds to their end by the events of their transactions (rules R2, R3). */
export class RefundWatch {
  readonly #options: RefundWatchOptions;
  readonly #follower: Follower;
  readonly #looks = new Map<string, LastLook>();
  readonly #compared = new Set<string>();
  readonly #stopTimers = new Map<string, () => void>();
  #closed = false;

  constructor(options: RefundWatchOptions) {
    this.#options = options;
    this.#follower = new Follower({
      clock: options.clock,
      look: (refundId) => this.#look(refundId),
      onBug: (error) => options.log.error('refunds.bug', { error }),
    });
  }

  follow(refund: Refund): void {
    const { clock, record } = this.#options;
    if (!this.#stopTimers.has(refund.refundId)) {
      const stop = clock.after(Math.max(0, refund.deadlineAt - clock.now()), () => {
        record(refund.refundId, { kind: 'evidence', evidence: { kind: 'deadline' } });
      });
      this.#stopTimers.set(refund.refundId, stop);
    }
    this.#follower.follow(refund.refundId);
  }

  async lookNow(refundId: string): Promise<void> {
    await this.#follower.lookNow(refundId);
  }

  lookAtAll(): void {
    this.#follower.lookNowAtAll();
  }

  lastLook(refundId: string): LastLook | undefined {
    return this.#looks.get(refundId);
  }

  close(): void {
    this.#closed = true;
    this.#follower.close();
    for (const stop of this.#stopTimers.values()) stop();
  }

  async #look(refundId: string): Promise<number | undefined> {
    const { journal, dintero, clock, record } = this.#options;
    const before = journal.refunds.get(refundId);
    if (!before) return undefined;
    const read = await dintero.transactions.get(before.transactionId);
    if (this.#closed) return undefined;
    if (read.ok) {
      this.#reportOverlap(before, read.value);
      record(refundId, {
        kind: 'evidence',
        evidence: { kind: 'events', events: [...refundEvents(read.value)] },
      });
    }
    this.#looks.set(refundId, { at: clock.now(), ...(!read.ok && { fault: read.error.fault }) });
    this.#options.onChange();
    // The timer may have slept with the machine, and a write of it may have failed.
    if (clock.now() >= before.deadlineAt)
      record(refundId, { kind: 'evidence', evidence: { kind: 'deadline' } });
    const after = journal.refunds.get(refundId) ?? before;
    if (isRefundSettled(after) && read.ok) return undefined;
    const asked = !read.ok && read.error.kind === 'status' ? (read.error.retryAfterMs ?? 0) : 0;
    return Math.max(asked, pauseOf(after, clock.now()));
  }

  /**
   * Rule R4: another refund that was not there before this one was taken in the same instant. A read may be older than
   * the refund, so reads are compared until one shows it, or for a minute; after a restart once at least.
   */
  #reportOverlap(refund: Refund, transaction: Transaction): void {
    const { refundId, transactionId, knownRefunds } = refund;
    if (knownRefunds === undefined || this.#compared.has(refundId)) return;
    const { clock, journal, record } = this.#options;
    if (showsRefund(transaction, refund) || clock.now() - refund.startedAt >= minute) {
      this.#compared.add(refundId);
    }
    const ours = journal.refunds.ofTransaction(transactionId);
    const others = [...refundKeys(transaction, ours)].filter((key) => !knownRefunds.includes(key));
    if (others.length > 0) record(refundId, { kind: 'overlap' });
  }
}

function pauseOf(refund: Refund, now: number): number {
  if (refund.state === 'unknown') {
    return now - refund.deadlineAt < 10 * minute ? 10 * second : minute;
  }
  return now - refund.startedAt < minute ? second : 3 * second;
}
