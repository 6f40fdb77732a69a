import type { Fault } from '../../shared/fault.ts';
import type { NetworkView } from '../../shared/views/app.ts';
import type { Clock } from '../support/clock.ts';
import type { DinteroAddresses } from './addresses.ts';

export type DinteroHost = keyof DinteroAddresses;

/** What the client tells of each exchange with a host of Dintero. */
export interface LineObserver {
  readonly onReached: (host: DinteroHost) => void;
  readonly onUnreachable: (host: DinteroHost, reason: Fault) => void;
  /** Dintero's clock and ours at the same moment, in ms since 1970. */
  readonly onServerTime: (server: number, ours: number) => void;
}

export interface LineOptions {
  readonly clock: Clock;
  /** Asks a host for anything at all; the outcome comes back through the observer. */
  readonly probe: (host: DinteroHost) => Promise<unknown>;
  readonly onChange: () => void;
  /** Told when a host answers again. */
  readonly onReturn: () => void;
  readonly onServerTime: (server: number, ours: number) => void;
}

const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

/** Whether Dintero can be reached, kept up by every exchange, and by asking now and then while it can't. */
export class Line implements LineObserver {
  readonly #options: LineOptions;
  readonly #down = new Map<DinteroHost, Fault>();
  #failedTries = 0;
  #retryAt: number | undefined;
  #stopTimer: (() => void) | undefined;
  #closed = false;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  /** Offline as soon as one of the hosts is, with the reason that came first; `retryAt` in ms since 1970. */
  view(): NetworkView {
    const [reason] = this.#down.values();
    return {
      online: reason === undefined,
      ...(reason && { fault: reason }),
      ...(reason && this.#retryAt !== undefined && { retryAt: this.#retryAt }),
    };
  }

  /** Why a host can't be reached, as far as is known. */
  downReason(host: DinteroHost): Fault | undefined {
    return this.#down.get(host);
  }

  onReached(host: DinteroHost): void {
    if (!this.#down.delete(host)) return;
    if (this.#down.size === 0) {
      this.#failedTries = 0;
      this.#retryAt = undefined;
      this.#stopTimer?.();
      this.#stopTimer = undefined;
    }
    this.#options.onChange();
    this.#options.onReturn();
  }

  onUnreachable(host: DinteroHost, reason: Fault): void {
    this.#down.set(host, reason);
    if (!this.#stopTimer) this.#retryLater();
    this.#options.onChange();
  }

  onServerTime(server: number, ours: number): void {
    this.#options.onServerTime(server, ours);
  }

  /** Asks no more by itself. */
  close(): void {
    this.#closed = true;
    this.#stopTimer?.();
  }

  #retryLater(): void {
    if (this.#closed) return;
    const { clock, probe } = this.#options;
    const delayMs = Math.min(longestRetryMs, firstRetryMs * 2 ** this.#failedTries);
    this.#failedTries += 1;
    this.#retryAt = clock.now() + delayMs;
    this.#stopTimer = clock.after(delayMs, () => {
      this.#stopTimer = undefined;
      void Promise.all([...this.#down.keys()].map(probe)).then(() => {
        // A probe that never got as far as the network reports nothing.
        if (this.#down.size > 0 && !this.#stopTimer) this.#retryLater();
      });
    });
  }
}
