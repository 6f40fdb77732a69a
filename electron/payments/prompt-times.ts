import { percentile } from '../terminals/percentile.ts';

/** What a terminal's history says about how long it usually takes until Dintero opens the transaction (rule P9). */
export interface PromptTimes {
  /** The median in ms; absent while there is too little history. */
  readonly usualMs?: number;
  /** After how many ms of waiting the screen says what to check. */
  readonly longAfterMs: number;
}

/** How many of the newest attempts count, and how few are too few. */
export const promptHistory = { newest: 50, fewest: 5 } as const;

const longByDefaultMs = 10_000;

/**
 * Some accounts open the transaction when the terminal prompts, others when a card is presented. The history tells:
 * what is long is three times this terminal's usual time, or 10 s, whichever is later.
 */
export function promptTimes(openTimesMs: readonly number[]): PromptTimes {
  if (openTimesMs.length < promptHistory.fewest) return { longAfterMs: longByDefaultMs };
  const usualMs = percentile(openTimesMs, 0.5) ?? 0;
  return { usualMs, longAfterMs: Math.max(longByDefaultMs, 3 * usualMs) };
}
