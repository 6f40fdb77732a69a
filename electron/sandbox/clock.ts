/** Time as the sandbox knows it. Handed in, so that a test can move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs once after a delay in milliseconds. Gives back the way to call it off. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** The system's own. */
export const realClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A time as Dintero writes it: ISO 8601, UTC, with `Z`. */
export const timestamp = (ms: number): string => new Date(ms).toISOString();
