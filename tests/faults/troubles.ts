import type { OptionsChange } from '../../electron/sandbox/options.ts';
import type { Plan, Trouble } from './fault-proxy.ts';
import { type Exchange, exchanges } from './kill-points.ts';
import type { ScenarioName } from './scenarios.ts';

/** A run in which nobody is killed: the network or Dintero does something else than a till hopes for. */
export interface TroubleRun {
  readonly name: string;
  readonly scenario: ScenarioName;
  readonly plans: readonly Plan[];
  readonly sandbox: OptionsChange;
}

/** Longer than the till waits for this reply (rule P10), in ms. */
const tooLateMs: Readonly<Record<Exchange, number>> = { create: 40_000, cancel: 20_000, refund: 200_000 };

/** What becomes of the one reply that says whether money moves. */
const onTheReply = (exchange: Exchange): Readonly<Record<string, Trouble>> => ({
  lose: { kind: 'lose' },
  'truncate-head': { kind: 'truncate', at: 40 },
  'truncate-body': { kind: 'truncate', at: 200 },
  'stall-at-once': { kind: 'stall', at: 0 },
  'stall-in-the-middle': { kind: 'stall', at: 200 },
  late: { kind: 'delay', ms: 5_000 },
  'too-late': { kind: 'delay', ms: tooLateMs[exchange] },
  repeat: { kind: 'repeat' },
  'garble-all': { kind: 'garble', part: 'all' },
  'garble-body': { kind: 'garble', part: 'body' },
});

/** What becomes of each second look at Dintero. */
const onReads: Readonly<Record<string, Trouble>> = {
  lose: { kind: 'lose' },
  truncate: { kind: 'truncate', at: 200 },
  stall: { kind: 'stall', at: 100 },
  late: { kind: 'delay', ms: 3_000 },
  'too-late': { kind: 'delay', ms: 12_000 },
  repeat: { kind: 'repeat' },
  stale: { kind: 'stale' },
  'garble-all': { kind: 'garble', part: 'all' },
  'garble-body': { kind: 'garble', part: 'body' },
};

/** How Dintero tells what has happened. */
const statuses: Readonly<Record<string, OptionsChange>> = {
  late: { statusLagMs: 5_000 },
  'very-late': { statusLagMs: 60_000 },
  'out-of-order': { statusOrder: 'every-second-older' },
  'events-newest-first': { eventList: 'newest-first' },
  'events-twice': { eventList: 'each-twice' },
  'everything-at-once': {
    statusLagMs: 5_000,
    statusOrder: 'every-second-older',
    eventList: 'each-twice',
    indexingDelayMs: 8_000,
  },
};

const once = (on: Exchange, trouble: Trouble): Plan => ({ on, every: 1, times: 1, trouble });
const eachSecondRead = (trouble: Trouble): Plan => ({ on: 'read', every: 2, times: 40, trouble });

const named = <Value>(
  things: Readonly<Record<string, Value>>,
  run: (value: Value) => Omit<TroubleRun, 'name' | 'scenario'>,
  scenario: ScenarioName,
  what: string,
): readonly TroubleRun[] =>
  Object.entries(things).map(([name, value]) => ({
    name: `${scenario}:${what}:${name}`,
    scenario,
    ...run(value),
  }));

/** Every run of the kind, by its name. */
export const troubleRuns: readonly TroubleRun[] = [
  ...exchanges.flatMap((exchange) => [
    ...named(
      onTheReply(exchange),
      (it) => ({ plans: [once(exchange, it)], sandbox: {} }),
      exchange,
      'answer',
    ),
    ...named(onReads, (it) => ({ plans: [eachSecondRead(it)], sandbox: {} }), exchange, 'reads'),
    ...named(statuses, (it) => ({ plans: [], sandbox: it }), exchange, 'statuses'),
    ...named(
      statuses,
      (it) => ({ plans: [once(exchange, { kind: 'lose' })], sandbox: it }),
      exchange,
      'lost-and-statuses',
    ),
  ]),
  ...(['beside', 'twice', 'recover'] as const).flatMap((scenario) => [
    { name: `${scenario}:plain`, scenario, plans: [], sandbox: {} },
    ...named(onReads, (it) => ({ plans: [eachSecondRead(it)], sandbox: {} }), scenario, 'reads'),
    ...named(statuses, (it) => ({ plans: [], sandbox: it }), scenario, 'statuses'),
  ]),
  { name: 'beside:counted', scenario: 'beside', plans: [], sandbox: { countRunningRefunds: true } },
];
