/**
 * `npm run dev | build | lint | typecheck | sandbox | journal | test:faults | bench`: the tools of the project, in the
 * Node that they want.
 */
import { resolve } from 'node:path';
import { bring } from './bring.mjs';
import { build } from './build.mjs';
import { lint, typecheck } from './checks.mjs';
import { run } from './child.mjs';
import { bringElectron } from './electron-binary.mjs';
import { node24 } from './node24.mjs';
import { inProject } from './project.mjs';
import { Stop, main } from './say.mjs';

const codeOf = (results) => (results.every(({ ok }) => ok) ? 0 : 1);

async function dev(parts) {
  if (!(await bringElectron())) {
    throw new Stop(
      "Developing with live reload needs Electron's binary, which can't be fetched here.\n" +
        'npm start shows the built app in the system’s Chromium instead.',
    );
  }
  const root = process.platform === 'linux' && process.getuid() === 0;
  const program = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code } = await run(node24(), [
    program,
    'dev',
    '--watch',
    ...(root ? ['--noSandbox'] : []),
    ...parts,
  ]);
  return code;
}

async function sandbox(parts) {
  const { code } = await run(node24(), [inProject('electron', 'sandbox', 'main.ts'), ...parts]);
  return code;
}

/** `journal verify|export FILE`. The file is named from where the command was typed. */
async function journal([command, ...files]) {
  const from = process.env.INIT_CWD ?? process.cwd();
  const parts = [...(command === undefined ? [] : [command]), ...files.map((file) => resolve(from, file))];
  const { code } = await run(node24(), [inProject('electron', 'journal', 'main.ts'), ...parts]);
  return code;
}

/** Every kill and trouble, then many random days; `--only` is one of the former alone. */
async function faults(parts) {
  const kills = await run(node24(), [inProject('tests', 'faults', 'full-run.ts'), ...parts]);
  if (parts.includes('--only')) return kills.code;
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const { FAULT_DAYS = '2000', FAULT_SEED = String(Date.now() % 2 ** 31) } = process.env;
  const env = { ...process.env, FAULT_DAYS, FAULT_SEED };
  const days = await run(node24(), [vitest, 'run', '--project', 'faults', 'tests/faults/model'], { env });
  return kills.code || days.code;
}

/** `bench charge|journal|sales|terminals`: without a name, all. */
async function bench(parts) {
  const { code } = await run(node24(), [inProject('tests', 'bench', 'main.ts'), ...parts]);
  return code;
}

const tasks = {
  'electron-vite dev': dev,
  'electron-vite build': async (parts) => (await build(parts)).code,
  lint: async () => codeOf(await lint()),
  typecheck: async () => codeOf(await typecheck()),
  sandbox,
  journal,
  faults,
  bench,
};

await main(async (words) => {
  const name = Object.keys(tasks).find((task) => words.join(' ').startsWith(task));
  if (!name) throw new Stop(`Give one of: ${Object.keys(tasks).join(', ')}`);
  await bring({ window: false });
  return await tasks[name](words.slice(name.split(' ').length));
});
