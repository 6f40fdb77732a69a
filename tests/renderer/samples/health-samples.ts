import { type OpenTime, type TerminalHealth } from '../../../shared/views/health.ts';
import { now } from './basket-samples.ts';
import { terminal } from './till-samples.ts';

const minute = 60_000;

/** Payments ten minutes apart, the last of them just now; `undefined` is one without contact. */
const timesOf = (openMs: readonly (number | undefined)[]): readonly OpenTime[] =>
  openMs.map((one, index) => ({
    at: now - (openMs.length - index) * 10 * minute,
    ...(one !== undefined && { openMs: one }),
  }));

const usualTimes = [1_100, 1_400, 900, 1_300, 2_600, 1_200, 1_400, 1_000, 1_700, 1_300, 1_500, 1_200, 1_400];

export const usualHealth: TerminalHealth = {
  terminalId: terminal.terminalId,
  standing: 'usual',
  open: { count: 13, p50Ms: 1_300, p95Ms: 2_600 },
  outcome: { count: 12, p50Ms: 11_400, p95Ms: 34_000 },
  silences: 0,
  times: timesOf(usualTimes),
  lastOutcome: { state: 'approved', at: now - 9 * minute },
  lastContactAt: now - 9 * minute,
  firmware: '4.2.1',
};

export const slowHealth: TerminalHealth = {
  ...usualHealth,
  standing: 'slow',
  open: { count: 16, p50Ms: 1_400, p95Ms: 9_300 },
  times: timesOf([...usualTimes, 7_800, 9_300, 8_100]),
  lastOutcome: { state: 'declined', at: now - 9 * minute, reason: 'declined.pin' },
};

export const deadHealth: TerminalHealth = {
  ...usualHealth,
  standing: 'dead',
  silences: 3,
  times: timesOf([...usualTimes, undefined, undefined, undefined]),
  lastOutcome: { state: 'cancelled', at: now - 9 * minute, reason: 'cancelled.at-till' },
  lastContactAt: now - 40 * minute,
};

/** A terminal that has only just come. */
export const newHealth: TerminalHealth = {
  terminalId: terminal.terminalId,
  standing: 'unmeasured',
  silences: 0,
  times: [],
};
