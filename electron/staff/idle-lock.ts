import type { Clock } from '../support/clock.ts';
import type { Staff } from './staff.ts';

export interface IdleLockOptions {
  readonly staff: Staff;
  readonly clock: Clock;
  /** How long a minute is: shorter under test. */
  readonly minuteMs: number;
}

/**
 * Locks the till when nobody has touched it for so long. The window says when somebody did; a window that says nothing –
 * because nobody is there, or because it hangs – is locked. The time is the machine's own, which no clock on the wall
 * changes, and it is looked at before every call too: a machine that slept wakes up locked.
 */
export class IdleLock {
  readonly #options: IdleLockOptions;
  #touchedAt: number;
  /** What is waited for. */
  #minutes: number | null = null;
  #stop: (() => void) | undefined;

  constructor(options: IdleLockOptions) {
    this.#options = options;
    this.#touchedAt = options.clock.uptime();
  }

  /** Somebody is at the till. Too late once it is locked. */
  touch(): void {
    this.check();
    if (!this.#options.staff.isLocked) this.restart();
  }

  /** Somebody has just shown who they are, or the time is another: it begins anew. */
  restart(): void {
    const { staff, clock } = this.#options;
    this.#minutes = staff.lockRules().afterMinutes;
    this.#touchedAt = clock.uptime();
    this.#wait();
  }

  /** Locks if the time is over; called whenever that may be so, or the rule may be another. */
  check(): void {
    const { staff } = this.#options;
    // From when on the till locks by itself, it waits from then on.
    if (staff.lockRules().afterMinutes !== this.#minutes) this.restart();
    if (!staff.isLocked && this.#leftMs() <= 0) staff.lock('idle');
  }

  close(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #wait(): void {
    this.close();
    const left = this.#leftMs();
    if (this.#options.staff.isLocked || !Number.isFinite(left)) return;
    this.#stop = this.#options.clock.after(Math.max(0, left), () => {
      this.check();
      this.#wait();
    });
  }

  #leftMs(): number {
    if (this.#minutes === null) return Number.POSITIVE_INFINITY;
    const { minuteMs, clock } = this.#options;
    return this.#touchedAt + this.#minutes * minuteMs - clock.uptime();
  }
}
