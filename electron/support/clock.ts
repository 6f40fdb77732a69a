import { uptime } from 'node:os';

/** Time as the till knows it. Handed in, so that a test can move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For how long the machine has been running, in milliseconds: nobody sets it, and it starts anew with the machine. */
  readonly uptime: () => number;
  /** Runs once after a delay in milliseconds. Gives back the way to call it off. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** The machine's own, which a person or the network may set back or forth. */
export const systemClock: Clock = {
  now: () => Date.now(),
  uptime: () => Math.floor(uptime() * 1_000),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
