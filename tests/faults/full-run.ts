/**
 * `npm run test:faults`: every kill point and every trouble. An interrupted run goes on where it stopped; `-- --fresh`
 * begins anew, `-- --only create:request:117` does one run alone, as often as wanted, `-- --lanes 4` sets how many run
 * side by side.
 */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Lane } from './lane.ts';
import { fullPlan, measureAll, runOf } from './plan.ts';
import { runAll, runSafely } from './run-all.ts';
import { RunState, subjectOf } from './run-state.ts';
import { summarise, table } from './summary.ts';
import { bundleTill, outFolder } from './till-bundle.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, fresh: { type: 'boolean' }, lanes: { type: 'string' } },
});

/** A till waits for the sandbox half of its time: one lane more than cores keeps them busy. */
const laneCount = Number(values.lanes ?? availableParallelism() + 1);
const progressEvery = 100;

async function onlyOne(name: string, lane: Lane): Promise<number> {
  const planned = runOf(name);
  if (!planned) throw new Error(`There is no run ${name}`);
  const outcome = await runSafely(planned, lane);
  console.log([name, ...outcome.violations].join('\n  '));
  console.log(summarise([outcome]));
  return outcome.violations.length === 0 ? 0 : 1;
}

async function everything(program: string, lanes: readonly Lane[]): Promise<number> {
  const file = join(outFolder, 'full', 'state.jsonl');
  if (values.fresh) rmSync(file, { force: true });
  const state = new RunState(file, subjectOf(program));
  const [first] = lanes;
  const plan = first ? fullPlan(await measureAll(first)) : [];
  const left = plan.filter(({ name }) => !state.has(name));
  console.log(
    `${plan.length} runs, of which ${plan.length - left.length} are done; ${lanes.length} side by side`,
  );
  const begun = performance.now();
  let done = 0;
  await runAll(left, lanes, (outcome) => {
    state.add(outcome);
    done += 1;
    for (const violation of outcome.violations) console.log(`✗ ${outcome.name}: ${violation}`);
    if (done % progressEvery === 0 || done === left.length) {
      const minutes = (performance.now() - begun) / 60_000;
      const rest = (minutes / done) * (left.length - done);
      console.log(
        `${done} of ${left.length} in ${minutes.toFixed(1)} min, about ${rest.toFixed(1)} min to go; ` +
          summarise(state.outcomes),
      );
    }
  });
  console.log(`\n${table(state.outcomes)}`);
  return state.outcomes.every(({ violations }) => violations.length === 0) ? 0 : 1;
}

const program = await bundleTill('full');
const lanes = Array.from(
  { length: values.only === undefined ? laneCount : 1 },
  () => new Lane({ program, compileCache: join(outFolder, 'full', 'compiled') }),
);
const [lane] = lanes;
process.exitCode =
  values.only !== undefined && lane ? await onlyOne(values.only, lane) : await everything(program, lanes);
await Promise.all(lanes.map((one) => one.close()));
