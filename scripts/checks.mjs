import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from './child.mjs';
import { node24 } from './node24.mjs';
import { inProject } from './project.mjs';
import { say, took } from './say.mjs';

const tool = (...parts) => inProject('node_modules', ...parts);

/** Style and rules. */
export const lint = () =>
  inParallel([
    { name: 'eslint', program: tool('eslint', 'bin', 'eslint.js'), parts: ['.', '--max-warnings', '0'] },
    { name: 'prettier', program: tool('prettier', 'bin', 'prettier.cjs'), parts: ['--check', '.'] },
  ]);

/** The types of each part of the project that has a tsconfig.json. */
export function typecheck() {
  const parts = readdirSync(inProject('.'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== 'out')
    .filter((entry) => readdirSync(inProject(entry.name)).includes('tsconfig.json'))
    .map((entry) => entry.name);
  return inParallel(
    ['.', ...parts].map((part) => ({
      name: `tsc ${part}`,
      program: tool('typescript', 'bin', 'tsc'),
      parts: ['-p', part, '--pretty', 'false'],
    })),
  );
}

/** Runs checks side by side, as many as there are cores, and shows the output of those that fail. */
async function inParallel(checks) {
  const waiting = [...checks];
  const results = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const start = performance.now();
      const { ok, output } = await run(node24(), [check.program, ...check.parts], { quiet: true });
      if (!ok) console.log(output.trimEnd());
      say(`${check.name}: ${ok ? 'clean' : 'problems, see above'} (${took(start)})`);
      results.push({ name: check.name, ok });
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), checks.length) }, worker));
  return results;
}
