/**
 * `npm test`: everything that must be right, with one table at the end. It goes on after a failure, so that one run shows
 * all of them. `npm test -- unit lint` runs those steps alone; what follows a single step goes to its tool.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { bring } from './bring.mjs';
import { build } from './build.mjs';
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

async function buildQuietly() {
  const { ok, output } = await build([], { quiet: true });
  if (!ok) console.log(output.trimEnd());
  return [{ ok }];
}

async function vitest(project, parts) {
  const program = inProject('node_modules', 'vitest', 'vitest.mjs');
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(project)}`];
  const { ok } = await run(node24(), [program, 'run', '--project', project, ...reports, ...parts]);
  return { ok, counts: countVitest(readReport(project)) };
}

async function playwright(parts) {
  if (!existsSync(inProject('playwright.config.ts'))) {
    say('There is no playwright.config.ts');
    return { ok: false, counts: undefined };
  }
  const program = inProject('node_modules', 'playwright', 'cli.js');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile('e2e') };
  const { ok } = await run(node24(), [program, 'test', '--reporter=list,json', ...parts], { env });
  return { ok, counts: countPlaywright(readReport('e2e')), note: `on ${host()}` };
}

const host = () => (findElectron() ? 'Electron' : 'the stand-in (system Chromium)');

const steps = {
  lint: () => check(lint),
  typecheck: () => check(typecheck),
  build: () => check(buildQuietly),
  unit: (parts) => vitest('unit', parts),
  integration: (parts) => vitest('integration', parts),
  e2e: (parts) => playwright(parts),
};

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
  await bring({ window: names.some((name) => name === 'integration' || name === 'e2e') });
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
