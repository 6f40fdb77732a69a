/** The process behind `reaper.ts`. Reads its orders from standard input; the end of that is the order to reap. */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { groupEnds, signalGroup } from './processes.ts';

const [, , folder] = process.argv;
const leaders: number[] = [];

for await (const line of createInterface(process.stdin)) {
  if (line === 'done') process.exit(0);
  leaders.push(Number(line));
}

for (const leader of leaders) signalGroup(leader, 'SIGKILL');
await Promise.all(leaders.map((leader) => groupEnds(leader, 1_000)));
if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
