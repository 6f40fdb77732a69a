import { type TillProcessOptions, TillHandle } from './till-handle.ts';

/**
 * The processes of runs that follow each other. The one that took up a journal after a kill has closed it by the end of
 * the run, and is the one that is killed in the next: one process is started for each kill.
 */
export class Lane {
  readonly #options: TillProcessOptions;
  #idle: TillHandle | undefined;

  constructor(options: TillProcessOptions) {
    this.#options = options;
  }

  /** A process that holds no till. */
  take(): TillHandle {
    const idle = this.#idle;
    this.#idle = undefined;
    return idle ?? this.fresh();
  }

  /** A process that has never held one. */
  fresh(): TillHandle {
    return new TillHandle(this.#options);
  }

  /** Its till is closed. */
  giveBack(till: TillHandle): void {
    this.#idle = till;
  }

  async close(): Promise<void> {
    await this.#idle?.leave();
    this.#idle = undefined;
  }
}
