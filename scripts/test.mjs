/**
 * `npm test`: everything that must be right, with one table at the end. It goes on after a failure, so that one run shows
 * all of them. `npm test -- unit lint` runs those steps alone; what follows a single step goes to its tool.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { bring } from './bring.mjs';
import { build, buildWhenStale } from './build.mjs';
import { lint, typecheck } from './checks.mjs';
import { run } from './child.mjs';
import { findElectron } from './electron-binary.mjs';
import { node24 } from './node24.mjs';
import { inProject } from './project.mjs';
import { Stop, main, say, took } from './say.mjs';
import { countPlaywright, countVitest, renderTable } from './test-table.mjs';

const reportFile = (name) => inProject('out', 'test', `${name}.json`);

function readReport(name) {
  const file = reportFile(name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

async function check(work) {
  const results = await work();
  return { ok: results.every(({ ok }) => ok), counts: undefined };
}

/** How the one build of this run ended; undefined as long as nothing has asked for it. */
let built;

async function buildQuietly() {
  const { ok, output } = await build([], { quiet: true });
  if (!ok) console.log(output.trimEnd());
  built = ok;
  return [{ ok }];
}

async function vitest(project, parts) {
  const program = inProject('node_modules', 'vitest', 'vitest.mjs');
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(project)}`];
  const { ok } = await run(node24(), [program, 'run', '--project', project, ...reports, ...parts]);
  return { ok, counts: countVitest(readReport(project)) };
}

/** Kills, lost replies and violations are counted beside the tests. */
async function faults(parts) {
  const file = inProject('out', 'faults', 'short', 'summary.txt');
  rmSync(file, { force: true });
  const result = await vitest('faults', parts);
  return { ...result, note: existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined };
}

/** What is looked at is the build: an old one would say nothing of these sources. */
async function playwright(project, parts, note) {
  built ??= await buildWhenStale();
  if (!built) return { ok: false, counts: undefined, note: 'not built' };
  const program = inProject('node_modules', 'playwright', 'cli.js');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile(project) };
  const { ok } = await run(
    node24(),
    [program, 'test', `--project=${project}`, '--reporter=list,json', ...parts],
    { env },
  );
  return { ok, counts: countPlaywright(readReport(project)), note };
}

const host = () => (findElectron() ? 'Electron' : 'the stand-in (system Chromium)');

const steps = {
  lint: () => check(lint),
  typecheck: () => check(typecheck),
  build: () => check(buildQuietly),
  unit: (parts) => vitest('unit', parts),
  integration: (parts) => vitest('integration', parts),
  faults,
  renderer: (parts) => playwright('renderer', parts),
  e2e: (parts) => playwright('e2e', parts, `on ${host()}`),
};

/** Those that show something, or start the app. */
const needWindow = ['integration', 'renderer', 'e2e'];

/** The steps that were asked for, and what goes to the tool of a single one. */
function chosen(words) {
  const firstOther = words.findIndex((word) => !(word in steps));
  const names = firstOther < 0 ? words : words.slice(0, firstOther);
  const rest = words.slice(names.length);
  if (rest.length > 0 && names.length !== 1) {
    throw new Stop(`The steps are: ${Object.keys(steps).join(', ')}`);
  }
  return { names: names.length > 0 ? names : Object.keys(steps), rest };
}

await main(async (words) => {
  const { names, rest } = chosen(words);
  const start = performance.now();
  await bring({
    window: names.some((name) => needWindow.includes(name)),
    trace: names.includes('faults'),
  });
  rmSync(inProject('out', 'test'), { recursive: true, force: true });
  mkdirSync(inProject('out', 'test'), { recursive: true });
  const rows = [];
  for (const name of names) {
    say(`${name}${name === 'e2e' ? ` on ${host()}` : ''}`);
    const stepStart = performance.now();
    const result = await steps[name](rest);
    rows.push({ name, ...result, time: took(stepStart) });
  }
  console.log(`\n${renderTable(rows)}\n`);
  const failed = rows.filter(({ ok }) => !ok).map(({ name }) => name);
  say(failed.length === 0 ? `All good in ${took(start)}` : `Failed: ${failed.join(', ')} (${took(start)})`);
  return failed.length === 0 ? 0 : 1;
});
