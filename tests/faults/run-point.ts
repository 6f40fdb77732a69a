import { type Evidence, violations } from './invariants.ts';
import { type Extent, type KillPoint, nameOfPoint } from './kill-points.ts';
import type { Lane } from './lane.ts';
import { type Scenario, type ScenarioName, scenarios } from './scenarios.ts';
import { Killed } from './till-handle.ts';
import type { TroubleRun } from './troubles.ts';
import { World } from './world.ts';

/** What a run came to. */
export interface Outcome {
  /** Unique, and enough to run it alone. */
  readonly name: string;
  readonly kills: number;
  /** Money calls that reached the sandbox whole, and whose reply did not reach the till whole. */
  readonly lostReplies: number;
  readonly violations: readonly string[];
}

export const nameOf = (scenario: ScenarioName, point: KillPoint): string =>
  `${scenario}:${nameOfPoint(point)}`;

/** Runs a scenario without a kill: how long its exchange is, and how often the journal is written on the way. */
export async function measure(lane: Lane, name: ScenarioName): Promise<Extent> {
  const scenario = scenarios[name];
  return await inWorld(name, lane, scenario, async (world) => {
    await scenario.before?.(world);
    await live(world, scenario);
    const { writes } = await world.pass(0);
    const found = await judge(world);
    if (found.length > 0) throw new Error(`Without a kill: ${found.join('; ')}`);
    const traffic = world.proxy.traffic.find(({ kind }) => kind === scenario.exchange);
    return { request: traffic?.request.arrived ?? -1, reply: traffic?.reply.arrived ?? -1, writes };
  });
}

/** Runs a scenario without a kill; gives what the till says, and what truly happened. */
export async function evidenceOf(lane: Lane, name: ScenarioName): Promise<Evidence> {
  return await inWorld(name, lane, scenarios[name], async (world) => {
    await live(world, scenarios[name]);
    return await lookAt(world);
  });
}

/** Runs a scenario up to a point, kills the till there, starts it again, and follows everything to its end. */
export async function runPoint(lane: Lane, scenarioName: ScenarioName, point: KillPoint): Promise<Outcome> {
  const scenario = scenarios[scenarioName];
  const name = nameOf(scenarioName, point);
  return await inWorld(name, lane, scenario, async (world) => {
    await scenario.before?.(world);
    if (point.kind === 'write') {
      world.dieAt(point);
    } else if (scenario.exchange !== undefined) {
      const { direction, at } = point;
      const trouble = { kind: 'stop', direction, at } as const;
      world.proxy.plan({ on: scenario.exchange, every: 1, times: 1, trouble });
    }
    const killed = await dies(world, scenario);
    if (killed) {
      await world.replaceTill();
      // Half of the points find that the customer paid while the till was off.
      const whileOff = (point.kind === 'byte' ? point.at : point.number) % 2 === 0;
      if (whileOff && scenario.customerTaps) world.tap();
      await world.open();
      await scenario.again(world);
      await world.follow(scenario.leastMs);
    }
    const found = await judge(world);
    return {
      name,
      kills: (killed ? 1 : 0) + (scenario.before ? 1 : 0),
      lostReplies: lostReplies(world),
      violations: killed ? found : [...found, 'The point was never reached'],
    };
  });
}

/** Runs a scenario with trouble on the way, and follows it to its end. */
export async function runTrouble(lane: Lane, run: TroubleRun): Promise<Outcome> {
  const scenario = scenarios[run.scenario];
  const sandbox = { ...scenario.sandbox, ...run.sandbox };
  return await inWorld(run.name, lane, { ...scenario, sandbox }, async (world) => {
    await scenario.before?.(world);
    for (const plan of run.plans) world.proxy.plan(plan);
    await live(world, scenario);
    // Dintero's own delays are over, and the till has looked once more.
    world.proxy.clear();
    await world.follow(120_000);
    return {
      name: run.name,
      kills: scenario.before ? 1 : 0,
      lostReplies: lostReplies(world),
      violations: await judge(world),
    };
  });
}

async function inWorld<Value>(
  name: string,
  lane: Lane,
  { sandbox, customerTaps }: Scenario,
  work: (world: World) => Promise<Value>,
): Promise<Value> {
  const world = await World.begin(lane, sandbox);
  world.customerTaps = customerTaps;
  try {
    const value = await work(world);
    await world.end();
    return value;
  } catch (error) {
    await world.abandon();
    throw new Error(name, { cause: error });
  }
}

async function live(world: World, scenario: Scenario): Promise<void> {
  await world.open();
  await scenario.act(world);
  await world.follow(scenario.leastMs);
}

async function dies(world: World, scenario: Scenario): Promise<boolean> {
  try {
    await live(world, scenario);
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

const judge = async (world: World): Promise<readonly string[]> => violations(await lookAt(world));

async function lookAt(world: World): Promise<Evidence> {
  return {
    till: await world.report(),
    sandbox: {
      transactions: world.sandbox.transactions(),
      ledger: world.sandbox.ledger(),
      requests: world.sandbox.requests(),
    },
    mostPrompts: world.mostPrompts,
    countsRunningRefunds: world.countsRunningRefunds,
  };
}

const lostReplies = ({ proxy }: World): number =>
  proxy.traffic.filter(
    ({ kind, request, reply }) =>
      kind !== 'read' &&
      kind !== 'login' &&
      request.passed === request.arrived &&
      reply.passed < reply.arrived,
  ).length;
