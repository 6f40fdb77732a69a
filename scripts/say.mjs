/** What the scripts print: one calm line for each thing that takes time, and why they stop when they must. */

/** Something that a person has to mend before the script can go on. Its text says how. */
export class Stop extends Error {}

/** Prints one line of progress. */
export const say = (line) => console.log(`• ${line}`);

/** Seconds since `start`, a time of `performance.now()`, as people write them. */
export const took = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** Runs a script's main part: it ends with the code that this gives, or with 1 after saying why it stopped. */
export async function main(work) {
  try {
    process.exitCode = await work(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
