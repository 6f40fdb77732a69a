import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './child.mjs';
import { node24 } from './node24.mjs';
import { inProject } from './project.mjs';
import { say, took } from './say.mjs';

const stampFile = inProject('out', '.tillside-build');
const sources = ['electron', 'renderer', 'shared'];
const files = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const outputs = ['main/main.js', 'preload/preload.cjs', 'renderer/index.html'];

/** A hash of everything that the build reads. */
function sourceHash() {
  const hash = createHash('sha256');
  const inFolders = sources.flatMap((folder) =>
    readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
      .sort(),
  );
  for (const file of [...inFolders, ...files.map((name) => inProject(name))]) {
    hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Whether the build in out/ is not of these sources. */
function buildIsStale() {
  if (!outputs.every((name) => existsSync(inProject('out', name)))) return true;
  return !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== sourceHash();
}

/** Builds main, preload and renderer into out/. Gives how that ended. */
export async function build(parts = [], { quiet = false } = {}) {
  const hash = sourceHash();
  rmSync(stampFile, { force: true });
  const program = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await run(node24(), [program, 'build', ...parts], { quiet });
  if (result.ok && parts.length === 0) {
    mkdirSync(inProject('out'), { recursive: true });
    writeFileSync(stampFile, hash);
  }
  return result;
}

/** Builds if anything has changed since the last time. Gives whether the build is good. */
export async function buildWhenStale() {
  if (!buildIsStale()) return true;
  say('Building');
  const start = performance.now();
  const { ok, output } = await build([], { quiet: true });
  if (ok) say(`Built in ${took(start)}`);
  else console.error(output);
  return ok;
}
