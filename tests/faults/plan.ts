import { type KillPoint, allPoints, nameOfPoint, pointOf, samplePoints, type Extent } from './kill-points.ts';
import type { Lane } from './lane.ts';
import { type Outcome, measure, runPoint, runTrouble } from './run-point.ts';
import { type ScenarioName, scenarioNames, scenarios } from './scenarios.ts';
import { troubleRuns } from './troubles.ts';

/** A run by its name, which is enough to do it alone. */
export interface PlannedRun {
  readonly name: string;
  readonly run: (lane: Lane) => Promise<Outcome>;
}

/** How long each scenario is, measured once: every kill point follows from it. */
export type Extents = Readonly<Record<ScenarioName, Extent>>;

export async function measureAll(lane: Lane): Promise<Extents> {
  const extents: Partial<Record<ScenarioName, Extent>> = {};
  for (const name of scenarioNames) extents[name] = await measure(lane, name);
  return extents as Extents;
}

const kill = (scenario: ScenarioName, point: KillPoint): PlannedRun => ({
  name: `${scenario}:${nameOfPoint(point)}`,
  run: (lane) => runPoint(lane, scenario, point),
});

const troubles: readonly PlannedRun[] = troubleRuns.map((run) => ({
  name: run.name,
  run: (lane) => runTrouble(lane, run),
}));

/** The scenarios whose exchange is met at every byte; the others repeat one of these exchanges, and are sampled. */
const everyByte: readonly ScenarioName[] = ['create', 'cancel', 'refund'];

/** How many bytes of the other scenarios' exchanges are met. */
const sampledBytes = 60;

export const fullPlan = (extents: Extents): readonly PlannedRun[] => [
  ...troubles,
  ...scenarioNames.flatMap((name) =>
    (everyByte.includes(name) ? allPoints(extents[name]) : samplePoints(extents[name], sampledBytes)).map(
      (point) => kill(name, point),
    ),
  ),
];

/** How many bytes of each exchange the short run meets. */
const shortBytes = 6;

/** A part of the full plan, always the same: every kind of trouble, and points spread over all writes and bytes. */
export const shortPlan = (extents: Extents): readonly PlannedRun[] => [
  ...troubles.filter((_, index) => index % 4 === 0),
  ...scenarioNames.flatMap((name) =>
    samplePoints(extents[name], scenarios[name].exchange ? shortBytes : 0)
      .filter((point, index) => point.kind === 'byte' || index % 5 === 0)
      .map((point) => kill(name, point)),
  ),
];

/** The run of a name, wherever it lies; `undefined` when there is none. */
export function runOf(name: string): PlannedRun | undefined {
  const trouble = troubles.find((run) => run.name === name);
  if (trouble) return trouble;
  const scenario = scenarioNames.find((one) => name.startsWith(`${one}:`));
  const point = scenario && pointOf(name.slice(scenario.length + 1));
  return scenario && point ? kill(scenario, point) : undefined;
}
