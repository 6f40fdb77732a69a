import type { Clock } from './clock.ts';

export interface ClockJumpOptions {
  readonly clock: Clock;
  /** Told after the clock has moved more than time has passed, or less: by how much, in ms. */
  readonly onJump: (byMs: number) => void;
}

const pauseMs = 10_000;
/** Timers are late on a busy machine; a sleep or a clock that was set is more than this. In ms. */
const toleranceMs = 5_000;

/**
 * Notices that the machine slept, or that its clock was set, from the clock alone: not every system says that it wakes.
 * Gives what stops it.
 */
export function watchClockJumps({ clock, onJump }: ClockJumpOptions): () => void {
  let stop: () => void;
  const next = (): void => {
    const begun = clock.now();
    stop = clock.after(pauseMs, () => {
      const by = clock.now() - begun - pauseMs;
      next();
      if (Math.abs(by) > toleranceMs) onJump(by);
    });
  };
  next();
  return () => stop();
}
