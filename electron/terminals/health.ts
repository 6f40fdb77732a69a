import { type Attempt, isSettled, openMs, paymentState } from '../../shared/attempt.ts';
import type { Latency, OpenTime, TerminalHealth, TerminalStanding } from '../../shared/views/health.ts';
import type { OperationView } from '../../shared/views/operations.ts';
import { promptHistory } from '../payments/prompt-times.ts';
import { percentile } from './percentile.ts';

/** What a terminal's health is read from. */
export interface Seen {
  readonly terminalId: string;
  /** Newest first. */
  readonly attempts: readonly Attempt[];
  /** How long Dintero took to open the newest transactions, newest first, in ms. */
  readonly openTimes: readonly number[];
  /** From how long on a wait for the transaction is a long one (rule P9), in ms. */
  readonly longAfterMs: number;
  readonly operations: readonly OperationView[];
  /** Ms since 1970. */
  readonly now: number;
}

/** How many payments count, and below how many there are no figures. */
export const healthHistory = { newest: promptHistory.newest, fewest: 10 } as const;

/** How many of the newest times are held against those before them. */
const recent = 3;
/** So many times in a row nothing came: one silence may be the network's, or a customer who left before the card. */
const deadAfter = 2;
/** Looks are a second apart (rule P8): less than this more says nothing. */
const leastSlowerMs = 1_500;

/** How a terminal does. Pure: all from what is handed in. */
export function healthOf(seen: Seen): TerminalHealth {
  const { terminalId, openTimes, operations } = seen;
  const attempts = seen.attempts.filter(({ foundAt }) => foundAt === undefined);
  const signs = signsOf(seen, attempts);
  const firstContact = signs.findIndex(({ there }) => there);
  const silences = firstContact < 0 ? signs.length : firstContact;
  const last = attempts.find(isSettled);
  const firmware = operations.findLast((operation) => operation.firmware !== undefined)?.firmware;
  const open = latencyOf(openTimes);
  const outcome = latencyOf(outcomeTimes(attempts));
  return {
    terminalId,
    standing: silences >= deadAfter ? 'dead' : paceOf(openTimes),
    ...(open && { open }),
    ...(outcome && { outcome }),
    silences,
    times: timesOf(seen, attempts),
    ...(last?.settledAt !== undefined && {
      lastOutcome: {
        state: paymentState(last),
        at: last.settledAt,
        ...(last.reason !== undefined && { reason: last.reason }),
      },
    }),
    ...(firstContact >= 0 && { lastContactAt: signs[firstContact]?.at }),
    ...(firmware !== undefined && { firmware }),
  };
}

/** Whether the newest times are unlike those before them. */
export function paceOf(openTimes: readonly number[]): Exclude<TerminalStanding, 'dead'> {
  if (openTimes.length < healthHistory.fewest) return 'unmeasured';
  const now = percentile(openTimes.slice(0, recent), 0.5) ?? 0;
  const before = openTimes.slice(recent);
  const usual = percentile(before, 0.5) ?? 0;
  const seldomMore = percentile(before, 0.95) ?? 0;
  return now > Math.max(2 * usual, seldomMore, usual + leastSlowerMs) ? 'slow' : 'usual';
}

function latencyOf(times: readonly number[]): Latency | undefined {
  const p50Ms = percentile(times, 0.5);
  const p95Ms = percentile(times, 0.95);
  return times.length < healthHistory.fewest || p50Ms === undefined || p95Ms === undefined
    ? undefined
    : { count: times.length, p50Ms, p95Ms };
}

/** Only where the customer decided, and the till was there to see it. */
const outcomeTimes = (attempts: readonly Attempt[]): readonly number[] =>
  attempts.flatMap(({ state, startedAt, settledAt, deadlineAt, replyLostAt }) =>
    (state === 'approved' || state === 'declined') &&
    settledAt !== undefined &&
    settledAt <= deadlineAt &&
    replyLostAt === undefined
      ? [settledAt - startedAt]
      : [],
  );

/** A moment at which the terminal was there, or should have been and was not. */
interface Sign {
  readonly at: number;
  readonly there: boolean;
}

/** Newest first. */
function signsOf(seen: Seen, attempts: readonly Attempt[]): readonly Sign[] {
  const ofAttempts = attempts.flatMap((attempt): Sign[] => {
    const there = answered(attempt, seen);
    const at = attempt.openedAt ?? attempt.startedAt;
    return there === undefined ? [] : [{ at, there }];
  });
  const ofOperations = seen.operations.flatMap(({ state, startedAt, endedAt = startedAt }): Sign[] => {
    if (state === 'completed') return [{ at: endedAt, there: true }];
    return state === 'timeout' ? [{ at: endedAt, there: false }] : [];
  });
  return [...ofAttempts, ...ofOperations].toSorted((a, b) => b.at - a.at);
}

/** Whether a payment reached the terminal; `undefined` where it tells nothing of it. */
function answered(attempt: Attempt, { longAfterMs, now }: Seen): boolean | undefined {
  const { state, reason, startedAt, settledAt, cancelRequestedAt, transactionId, replyLostAt } = attempt;
  if (transactionId !== undefined) return true;
  if (state === 'refused') {
    const isBusy = reason === 'terminal.busy' || reason === 'terminal.reserved';
    return reason?.startsWith('terminal.') === true && !isBusy ? false : undefined;
  }
  const waitedMs = (cancelRequestedAt ?? settledAt ?? now) - startedAt;
  return replyLostAt !== undefined || waitedMs >= longAfterMs ? false : undefined;
}

/** For the chart: a silence is a payment without a time. The newest last. */
const timesOf = (seen: Seen, attempts: readonly Attempt[]): readonly OpenTime[] =>
  attempts
    .slice(0, healthHistory.newest)
    .flatMap((attempt): OpenTime[] => {
      const { startedAt: at } = attempt;
      const time = openMs(attempt);
      if (time !== undefined) return [{ at, openMs: time }];
      return answered(attempt, seen) === false ? [{ at }] : [];
    })
    .toReversed();
