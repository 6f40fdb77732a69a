import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../electron/support/clock.ts';

interface Alarm {
  at: number;
  readonly run: () => void;
}

/** A clock that stands still until a test moves it by hand. */
export class HandClock implements Clock {
  #now: number;
  #uptime = 86_400_000;
  #alarms: readonly Alarm[] = [];

  /** @param now milliseconds since 1970 */
  constructor(now: number = Date.UTC(2026, 10, 20, 12)) {
    this.#now = now;
  }

  readonly now = (): number => this.#now;

  /** The machine was started a day before. */
  readonly uptime = (): number => this.#uptime;

  readonly after = (delayMs: number, run: () => void): (() => void) => {
    const alarm: Alarm = { at: this.#now + delayMs, run };
    this.#alarms = [...this.#alarms, alarm];
    return () => this.#takeOut(alarm);
  };

  /** How long it is until each thing that waits, the next one first. In ms. */
  get waiting(): readonly number[] {
    return this.#alarms.map(({ at }) => at - this.#now).toSorted((a, b) => a - b);
  }

  /** Moves time on. What falls due on the way runs at its own time, with all that follows from it at once. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (let next = this.#dueBy(end); next; next = this.#dueBy(end)) {
      this.#takeOut(next);
      this.#uptime += next.at - this.#now;
      this.#now = next.at;
      next.run();
      await turn();
    }
    this.#uptime += end - this.#now;
    this.#now = end;
  }

  /** Sets the clock, as a person does, or as a machine finds it when it wakes: nothing falls due by that. */
  jump(byMs: number): void {
    this.#now += byMs;
    for (const alarm of this.#alarms) alarm.at += byMs;
  }

  /** The machine sleeps: its clocks go on, and what waits does not. */
  sleep(ms: number): void {
    this.#uptime += ms;
    this.jump(ms);
  }

  /** The machine was switched off and on again; it has been running for so long now. */
  reboot(uptimeMs: number): void {
    this.#uptime = uptimeMs;
  }

  #dueBy(end: number): Alarm | undefined {
    return this.#alarms.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  }

  #takeOut(alarm: Alarm): void {
    this.#alarms = this.#alarms.filter((one) => one !== alarm);
  }
}
