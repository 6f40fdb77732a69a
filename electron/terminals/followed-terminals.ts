import type { FollowedTerminal } from '../../shared/views/terminals.ts';
import { type Result, ok } from '../../shared/result.ts';
import { askedPauseMs, isNotFound } from '../dintero/failure.ts';
import type { Clock } from '../support/clock.ts';
import { Follower } from '../support/follower.ts';
import type { Log } from '../support/log.ts';
import { type FleetClient, fleetTerminal } from './fleet.ts';

export interface FollowedTerminalsOptions {
  readonly dintero: () => Result<Pick<FleetClient, 'terminals'>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** Somebody stands before a terminal that is not ready yet; one that is, or is gone, changes rarely. In ms. */
const waitingPauseMs = 3_000;
const settledPauseMs = 60_000;

/** Many that wait are looked at one after the other, so that they don't use up what Dintero bears. In ms. */
const leastBetweenMs = 500;

/** The terminals that somebody looks at on a screen, kept up by themselves. */
export class FollowedTerminals {
  readonly #options: FollowedTerminalsOptions;
  readonly #follower: Follower;
  readonly #followed = new Map<string, FollowedTerminal>();

  constructor(options: FollowedTerminalsOptions) {
    this.#options = options;
    this.#follower = new Follower({
      clock: options.clock,
      look: (terminalId) => this.#look(terminalId),
      onBug: (error) => options.log.error('fleet.bug', { error }),
    });
  }

  /** Follows these, and no others any more. */
  set(terminalIds: readonly string[]): Result<null> {
    for (const id of this.#followed.keys()) if (!terminalIds.includes(id)) this.#followed.delete(id);
    for (const terminalId of terminalIds) {
      if (this.#followed.has(terminalId)) continue;
      this.#followed.set(terminalId, { terminalId, gone: false });
      void this.#follower.lookNow(terminalId);
    }
    this.#options.onChange();
    return ok(null);
  }

  view(): readonly FollowedTerminal[] {
    return [...this.#followed.values()];
  }

  /** Something was done to it: what is known may be old. */
  lookNow(terminalId: string): void {
    if (this.#followed.has(terminalId)) void this.#follower.lookNow(terminalId);
  }

  /** The network is back, or the machine woke up. */
  lookAtAll(): void {
    this.#follower.lookNowAtAll();
  }

  close(): void {
    this.#follower.close();
  }

  async #look(terminalId: string): Promise<number | undefined> {
    const { dintero, clock, onChange } = this.#options;
    const client = dintero();
    if (!this.#followed.has(terminalId)) return undefined;
    const read = client.ok ? await client.value.terminals.get(terminalId) : undefined;
    const before = this.#followed.get(terminalId);
    // Nobody looks at it any more.
    if (!before) return undefined;
    const checkedAt = clock.now();
    if (read?.ok) {
      this.#followed.set(terminalId, {
        terminalId,
        terminal: fleetTerminal(read.value),
        gone: false,
        checkedAt,
      });
    } else if (read && isNotFound(read.error)) {
      const { terminal } = before;
      this.#followed.set(terminalId, { terminalId, ...(terminal && { terminal }), gone: true, checkedAt });
    } else {
      const why = read ? read.error.fault : client.ok ? undefined : client.error;
      this.#followed.set(terminalId, { ...before, checkedAt, ...(why && { fault: why }) });
    }
    onChange();
    const pauseMs = this.#isSettled(terminalId)
      ? settledPauseMs
      : Math.max(waitingPauseMs, this.#followed.size * leastBetweenMs);
    return read && !read.ok ? Math.max(pauseMs, askedPauseMs(read.error)) : pauseMs;
  }

  #isSettled(terminalId: string): boolean {
    const { gone = false, terminal } = this.#followed.get(terminalId) ?? {};
    return gone || terminal?.status === 'ACTIVE' || terminal?.status === 'DELETED';
  }
}
