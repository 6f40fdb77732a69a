import { setImmediate as turn } from 'node:timers/promises';
import { watchRequests } from '../integration/network-watch.ts';

/** A turn lets what waits for an answer take it in, and ask the next question. */
const calmTurns = 3;

/**
 * Knows when this process waits for nothing any more but time: no request is on its way, or all of them are kept back
 * by the proxy, which says so.
 */
export class Calm {
  readonly #open = new Set<object>();
  #held = 0;
  #wakes: (() => void)[] = [];
  #beginnings: (() => void)[] = [];

  constructor() {
    watchRequests(
      (request) => {
        this.#open.add(request);
        for (const begin of this.#beginnings.splice(0)) begin();
        this.#wake();
      },
      (request) => {
        this.#open.delete(request);
        this.#wake();
      },
    );
  }

  /** How many requests the proxy keeps back. */
  hold(held: number): void {
    this.#held = held;
    this.#wake();
  }

  /** Counts work that leads to a request until that begins, or until the work is over without one. */
  async untilRequest<Value>(work: () => Promise<Value>): Promise<Value> {
    const token = {};
    this.#open.add(token);
    const done = (): void => {
      this.#open.delete(token);
      this.#wake();
    };
    this.#beginnings.push(done);
    try {
      return await work();
    } finally {
      done();
    }
  }

  /** Resolves when there is nothing to wait for but time. */
  async settle(): Promise<void> {
    for (let calm = 0; calm < calmTurns; calm += 1) {
      await turn();
      while (this.#open.size > this.#held) {
        calm = 0;
        await new Promise<void>((resolve) => this.#wakes.push(resolve));
      }
    }
  }

  #wake(): void {
    for (const wake of this.#wakes.splice(0)) wake();
  }
}
