import type { Clock } from './clock.ts';

export interface FollowerOptions {
  readonly clock: Clock;
  /** Looks once. Gives the pause in ms until the next look, or `undefined` when there is nothing more to see. */
  readonly look: (id: string) => Promise<number | undefined>;
  /** A look that threw is a bug: it is told here, and looked at again after a while, for money may hang on it. */
  readonly onBug: (error: unknown) => void;
}

const pauseAfterBugMs = 15_000;

interface Followed {
  looking: Promise<void> | undefined;
  stopTimer: (() => void) | undefined;
}

/**
 * Looks at things again and again, each in a rhythm of its own and never twice at the same time (rule P8). One
 * follower serves many at once.
 */
export class Follower {
  readonly #options: FollowerOptions;
  readonly #followed = new Map<string, Followed>();
  #closed = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /** Begins with a look at once. What is followed already stays as it is. */
  follow(id: string): void {
    if (!this.#followed.has(id)) void this.lookNow(id);
  }

  /** Looks now; when a look is under way, once more after it. Resolves when that look is over. */
  async lookNow(id: string): Promise<void> {
    const running = this.#followed.get(id)?.looking;
    if (running) {
      await running;
      if (this.#followed.get(id)?.looking !== undefined) {
        await this.#followed.get(id)?.looking;
        return;
      }
    }
    await this.#look(id);
  }

  /** Looks at everything that is followed, now: the network is back, the machine woke up. */
  lookNowAtAll(): void {
    for (const id of this.#followed.keys()) void this.lookNow(id);
  }

  /** Begins no more looks; what one that is under way brings is not waited for. */
  close(): void {
    this.#closed = true;
    for (const followed of this.#followed.values()) followed.stopTimer?.();
    this.#followed.clear();
  }

  async #look(id: string): Promise<void> {
    if (this.#closed) return;
    const followed = this.#followed.get(id) ?? { looking: undefined, stopTimer: undefined };
    this.#followed.set(id, followed);
    followed.stopTimer?.();
    followed.looking = this.#lookSafely(id).then((pauseMs) => {
      followed.looking = undefined;
      if (this.#closed) return;
      if (pauseMs === undefined) {
        this.#followed.delete(id);
        return;
      }
      followed.stopTimer = this.#options.clock.after(pauseMs, () => void this.#look(id));
    });
    await followed.looking;
  }

  async #lookSafely(id: string): Promise<number | undefined> {
    try {
      return await this.#options.look(id);
    } catch (error) {
      this.#options.onBug(error);
      return pauseAfterBugMs;
    }
  }
}
