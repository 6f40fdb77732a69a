import { type Attempt } from '../../shared/attempt.ts';
import { assertNever } from '../../shared/result.ts';
import type { ApiFailure } from '../dintero/failure.ts';

const second = 1_000;
const minute = 60 * second;

/** How long an attempt is asked after each second before the till slows down (rule P8). */
const eagerMs = minute;
/** How long a refusal is still read each second, in case an approval overtakes it (rule P13). */
const afterRefusalMs = 8 * second;

/** Where an attempt's follow stands: how many looks in a row brought no answer, or found nothing. */
export interface Progress {
  readonly fruitless: number;
  readonly failure?: ApiFailure;
}

/**
 * The pause in ms until the next look at an attempt, or `undefined` when the follow is over (rule P8). A failed look
 * slows it down; Retry-After is honoured.
 */
export function nextPause(attempt: Attempt, now: number, progress: Progress): number | undefined {
  const usual = usualPause(attempt, now, progress.fruitless);
  if (usual === undefined) return undefined;
  const { failure } = progress;
  if (!failure) return usual;
  const backOff = Math.min(15 * second, second * 2 ** Math.max(0, progress.fruitless - 1));
  const asked = failure.kind === 'status' ? (failure.retryAfterMs ?? 0) : 0;
  return Math.max(usual, backOff, asked);
}

function usualPause(attempt: Attempt, now: number, fruitless: number): number | undefined {
  const age = now - attempt.startedAt;
  switch (attempt.state) {
    case 'approved':
    case 'refused':
      return undefined;
    case 'declined':
    case 'cancelled':
    case 'failed':
      if (now - (attempt.settledAt ?? now) < afterRefusalMs) return second;
      return now < attempt.deadlineAt ? 15 * second : undefined;
    case 'sending':
      return Math.min(15 * second, second * 2 ** Math.min(fruitless, 4));
    case 'waiting':
      return age < eagerMs ? second : 3 * second;
    case 'authorized':
      if (age < eagerMs) return second;
      return now < attempt.deadlineAt ? 5 * second : minute;
    case 'unknown':
      return now - attempt.deadlineAt < 10 * minute ? 10 * second : minute;
    default:
      return assertNever(attempt.state);
  }
}
