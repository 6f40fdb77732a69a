import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Lane } from './lane.ts';
import { measureAll, shortPlan } from './plan.ts';
import { runSafely } from './run-all.ts';
import type { Outcome } from './run-point.ts';
import { summarise } from './summary.ts';
import { bundleTill, outFolder } from './till-bundle.ts';

const folder = join(outFolder, 'short');
const compileCache = join(folder, 'compiled');
const program = await bundleTill('short');

/** Runs that go side by side; a till waits for the sandbox half of its time. */
const laneCount = 3;
const lanes = Array.from({ length: laneCount }, () => new Lane({ program, compileCache }));
const first = new Lane({ program, compileCache });
const plan = shortPlan(await measureAll(first));

const outcomes: Outcome[] = [];
let turns: Promise<unknown>[] = lanes.map(() => Promise.resolve());

/** The next run waits for the lane that has been busy for the longest time. */
async function inTurn(work: (lane: Lane) => Promise<Outcome>): Promise<Outcome> {
  const [before, ...rest] = turns;
  const lane = lanes.shift();
  if (!before || !lane) throw new Error('There is no lane');
  const done = before.then(() => work(lane));
  lanes.push(lane);
  turns = [...rest, done];
  return await done;
}

afterAll(async () => {
  await Promise.all([first, ...lanes].map((lane) => lane.close()));
  const summary = summarise(outcomes);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'summary.txt'), `${summary}\n`);
  console.log(summary);
});

describe.concurrent(
  'a till agrees with what truly happened (P1, P2, P3, P11, P13, P15, P19, R1, R2, R3, R4)',
  () => {
    it.each(plan)('after $name', async (planned) => {
      const outcome = await inTurn((lane) => runSafely(planned, lane));
      outcomes.push(outcome);
      expect(outcome.violations).toEqual([]);
    });
  },
);
