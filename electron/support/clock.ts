/** Time as the till knows it. Handed in, so that a test can move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs once after a delay in milliseconds. Gives back the way to call it off. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** The machine's own, which a person or the network may set back or forth. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
