import type { AttemptEvent } from '../../shared/attempt-events.ts';
import { type Attempt, isSettled } from '../../shared/attempt.ts';
import type { Result } from '../../shared/result.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { hadNoEffect } from '../dintero/failure.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from '../support/clock.ts';
import { Follower } from '../support/follower.ts';
import type { Log } from '../support/log.ts';
import { lookUp } from './look-up.ts';
import type { LastLook } from './payment-view.ts';
import { type PromptTimes, promptHistory, promptTimes } from './prompt-times.ts';
import { nextPause } from './rhythm.ts';

export interface WatchOptions {
  readonly journal: Journal;
  readonly dintero: Pick<DinteroClient, 'sessions' | 'transactions'>;
  /** Rule P16: how long after the deadline "not found" frees the terminal, in ms. */
  readonly notFoundMarginMs: () => number;
  readonly record: (attemptId: string, event: AttemptEvent) => Result<Attempt>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

interface Progress {
  fruitless: number;
  look: LastLook | undefined;
}

/** Follows attempts to their end: asks Dintero, records what it says, sends a requested cancel, keeps the times. */
export class AttemptWatch {
  readonly #options: WatchOptions;
  readonly #follower: Follower;
  readonly #progress = new Map<string, Progress>();
  readonly #timers = new Set<() => void>();
  /** The attempts whose time to be found has passed while the till was awake: a clock that is set forward passes none. */
  readonly #overdue = new Set<string>();
  #closed = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#follower = new Follower({
      clock: options.clock,
      look: (attemptId) => this.#look(attemptId),
      onBug: (error) => options.log.error('payments.bug', { error }),
    });
  }

  /** What happens to an attempt by time alone: its first wait becomes long, its deadline passes (rules P9, P10). */
  keepTimes(attempt: Attempt): void {
    this.#at(attempt.startedAt + this.promptTimes(attempt.terminalId).longAfterMs, this.#options.onChange);
    this.#at(attempt.deadlineAt, () => {
      this.#options.record(attempt.attemptId, { kind: 'evidence', evidence: { kind: 'deadline' } });
    });
    this.#at(attempt.deadlineAt + this.#options.notFoundMarginMs(), () =>
      this.#overdue.add(attempt.attemptId),
    );
  }

  follow(attemptId: string): void {
    this.#follower.follow(attemptId);
  }

  async lookNow(attemptId: string): Promise<void> {
    await this.#follower.lookNow(attemptId);
  }

  lookAtAll(): void {
    this.#follower.lookNowAtAll();
  }

  lastLook(attemptId: string): LastLook | undefined {
    return this.#progress.get(attemptId)?.look;
  }

  promptTimes(terminalId: string): PromptTimes {
    return promptTimes(this.#options.journal.attempts.openTimes(terminalId, promptHistory.newest));
  }

  close(): void {
    this.#closed = true;
    this.#follower.close();
    for (const stop of this.#timers) stop();
  }

  /** One look: ask, record, and whatever follows from the answer. Gives the pause until the next. */
  async #look(attemptId: string): Promise<number | undefined> {
    const { journal, dintero, clock, record } = this.#options;
    const before = journal.attempts.get(attemptId);
    if (!before || nextPause(before, clock.now(), { fruitless: 0 }) === undefined) return undefined;
    const found = await lookUp(before, dintero);
    if (this.#closed) return undefined;

    for (const evidence of found.evidence) record(attemptId, { kind: 'evidence', evidence });
    const progress = this.#progressOf(attemptId);
    progress.fruitless = found.failure || found.notFound ? progress.fruitless + 1 : 0;
    progress.look = { at: clock.now(), ...(found.failure && { fault: found.failure.fault }) };
    // The timer may have slept with the machine, and a write of it may have failed.
    if (clock.now() >= before.deadlineAt)
      record(attemptId, { kind: 'evidence', evidence: { kind: 'deadline' } });
    if (found.notFound) this.#freeIfGone(attemptId);
    const after = journal.attempts.get(attemptId) ?? before;
    if (isCancelDue(after)) void this.#sendCancel(after);
    if (isVoidDue(after) && !found.failure) void this.#sendVoid(after);
    this.#options.onChange();
    return nextPause(after, clock.now(), {
      fruitless: progress.fruitless,
      ...(found.failure && { failure: found.failure }),
    });
  }

  /** A requested cancel goes out once per request, as soon as the session is known (rule P21). */
  async #sendCancel({ attemptId, sessionId, reference }: Attempt): Promise<void> {
    const { dintero, log, record } = this.#options;
    if (sessionId === undefined || !record(attemptId, { kind: 'cancel-sent' }).ok) return;
    const answer = await dintero.sessions.cancel(sessionId);
    if (this.#closed) return;
    if (!answer.ok) {
      log.warn('payments.cancel-failed', { reference, ...answer.error });
      record(attemptId, { kind: 'cancel-refused', code: answer.error.fault.code });
    }
    // Whatever the answer, only evidence decides.
    await this.#follower.lookNow(attemptId);
  }

  /** A requested void goes out once per request, right after a read that says that nothing is captured (rule R6). */
  async #sendVoid({ attemptId, transactionId, reference }: Attempt): Promise<void> {
    const { dintero, log, record } = this.#options;
    if (transactionId === undefined || !record(attemptId, { kind: 'void-sent' }).ok) return;
    const answer = await dintero.transactions.void(transactionId);
    if (this.#closed) return;
    if (!answer.ok) {
      log.warn('payments.void-failed', { reference, ...answer.error });
      const refused = hadNoEffect(answer.error);
      record(attemptId, { kind: 'void-ended', refused, code: answer.error.fault.code });
    }
    // Whatever the answer, only evidence decides.
    await this.#follower.lookNow(attemptId);
  }

  /** Rule P16: Dintero knows no transaction, and the terminal can't be asking any more. */
  #freeIfGone(attemptId: string): void {
    const { journal, clock, notFoundMarginMs, record } = this.#options;
    const attempt = journal.attempts.get(attemptId);
    if (attempt?.state !== 'unknown' || !this.#overdue.has(attemptId)) return;
    if (clock.now() < attempt.deadlineAt + notFoundMarginMs()) return;
    record(attemptId, { kind: 'terminal-freed', why: 'not-found' });
  }

  #at(time: number, run: () => void): void {
    const { clock } = this.#options;
    const stop = clock.after(Math.max(0, time - clock.now()), () => {
      this.#timers.delete(stop);
      run();
    });
    this.#timers.add(stop);
  }

  #progressOf(attemptId: string): Progress {
    const known = this.#progress.get(attemptId);
    if (known) return known;
    const fresh: Progress = { fruitless: 0, look: undefined };
    this.#progress.set(attemptId, fresh);
    return fresh;
  }
}

const isVoidDue = (attempt: Attempt): boolean =>
  attempt.state === 'authorized' &&
  attempt.void !== undefined &&
  attempt.void.sentAt === undefined &&
  attempt.void.endedAt === undefined;

const isCancelDue = (attempt: Attempt): boolean =>
  !isSettled(attempt) &&
  attempt.sessionId !== undefined &&
  attempt.cancelRequestedAt !== undefined &&
  (attempt.cancelSentAt === undefined || attempt.cancelSentAt < attempt.cancelRequestedAt);
