import type { Lane } from './lane.ts';
import type { PlannedRun } from './plan.ts';
import type { Outcome } from './run-point.ts';

/** Does runs side by side, one in each lane at a time. A run that breaks is a violation of its own. */
export async function runAll(
  runs: readonly PlannedRun[],
  lanes: readonly Lane[],
  onOutcome: (outcome: Outcome) => void,
): Promise<void> {
  const waiting = [...runs];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) onOutcome(await runSafely(next, lane));
    }),
  );
}

export async function runSafely({ name, run }: PlannedRun, lane: Lane): Promise<Outcome> {
  try {
    return await run(lane);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return { name, kills: 0, lostReplies: 0, violations: [`The run broke: ${why}`] };
  }
}
