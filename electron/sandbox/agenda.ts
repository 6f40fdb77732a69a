import type { Clock } from './clock.ts';
import type { Task } from './records.ts';

/** What will happen by itself. The tasks are part of the state, so that a restart only delays them. */
export class Agenda {
  readonly #tasks: Task[];
  readonly #clock: Clock;
  readonly #run: (task: Task) => void;
  readonly #timers = new Map<Task, () => void>();

  constructor(tasks: Task[], clock: Clock, run: (task: Task) => void) {
    this.#tasks = tasks;
    this.#clock = clock;
    this.#run = run;
  }

  /** Takes up the tasks that an earlier sandbox left. */
  start(): void {
    for (const task of this.#tasks) this.#arm(task);
  }

  /** Does something after a delay in ms, and at once when that is 0. */
  after(delayMs: number, kind: Task['kind'], subject: string): void {
    const task: Task = { at: this.#clock.now() + delayMs, kind, subject };
    if (delayMs === 0) {
      this.#run(task);
      return;
    }
    this.#tasks.push(task);
    this.#arm(task);
  }

  /** Calls off what is planned of these kinds for a subject. */
  drop(subject: string, ...kinds: readonly Task['kind'][]): void {
    for (const task of this.#tasks.filter((one) => one.subject === subject && kinds.includes(one.kind))) {
      this.#remove(task);
    }
  }

  /** Stops the clock; what was planned stays in the state for the next sandbox. */
  close(): void {
    for (const stop of this.#timers.values()) stop();
    this.#timers.clear();
  }

  #arm(task: Task): void {
    const stop = this.#clock.after(Math.max(0, task.at - this.#clock.now()), () => {
      this.#remove(task);
      this.#run(task);
    });
    this.#timers.set(task, stop);
  }

  #remove(task: Task): void {
    this.#timers.get(task)?.();
    this.#timers.delete(task);
    const index = this.#tasks.indexOf(task);
    if (index >= 0) this.#tasks.splice(index, 1);
  }
}
