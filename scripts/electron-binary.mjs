import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './child.mjs';
import { node24 } from './node24.mjs';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

const electron = (...parts) => inProject('node_modules', 'electron', ...parts);
const failureFile = inProject('node_modules', '.cache', 'tillside', 'electron-failed.json');
const dayMs = 24 * 60 * 60 * 1000;

/** Electron's binary, when it is there. */
export function findElectron() {
  if (!existsSync(electron('path.txt'))) return undefined;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? electron('dist');
  const binary = join(dist, readFileSync(electron('path.txt'), 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

const version = () => JSON.parse(readFileSync(electron('package.json'), 'utf8')).version;

/** Whether fetching this very version has failed within the last day. */
function failedLately() {
  try {
    const failure = JSON.parse(readFileSync(failureFile, 'utf8'));
    return failure.version === version() && Date.now() - failure.at < dayMs;
  } catch {
    return false;
  }
}

/** Electron's binary, fetched if it is not there yet; undefined when it can't be had. */
export async function bringElectron() {
  const found = findElectron();
  if (found) return found;
  if (failedLately()) {
    say('Electron could not be fetched within the last day: not tried again until tomorrow');
    return undefined;
  }
  say(`Fetching Electron ${version()}`);
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1' };
  const { ok } = await run(node24(), [inProject('scripts', 'fetch-electron.mjs')], { env });
  const fetched = ok ? findElectron() : undefined;
  if (fetched) {
    rmSync(failureFile, { force: true });
  } else {
    mkdirSync(dirname(failureFile), { recursive: true });
    writeFileSync(failureFile, JSON.stringify({ version: version(), at: Date.now() }));
  }
  return fetched;
}
