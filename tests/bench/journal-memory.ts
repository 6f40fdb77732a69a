/**
 * Prints by how many bytes a process grows that opens a long journal and works with it. Started with both files and
 * `--expose-gc`; the short journal comes first, so that the code itself does not count.
 */
import { sellOn } from './journal-work.ts';

function memory(): number {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  return process.memoryUsage().rss;
}

const [short = '', long = ''] = process.argv.slice(2);
sellOn(short);
const before = memory();
sellOn(long);
console.log(memory() - before);
