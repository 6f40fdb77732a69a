import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from './project.mjs';
import { say } from './say.mjs';

const lookMs = 250;

/** Beside the project, not in it: what it guards empties node_modules. */
function lockPath() {
  const name = createHash('sha256').update(projectFolder).digest('hex').slice(0, 16);
  return join(tmpdir(), `tillside-${userInfo().uid}-${name}.lock`);
}

/** Does work that no other process of this checkout does at the same time. */
export async function oneAtATime(work, path = lockPath()) {
  await take(path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function take(path) {
  for (let waited = false; ; waited = true) {
    const holder = tryToTake(path);
    if (holder === undefined) return;
    if (!waited) say(`Waiting for another run of this checkout (process ${holder}) to finish its installing`);
    await pause(lookMs);
  }
}

/** Takes the lock, or gives the process that has it. */
function tryToTake(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = holderOf(path);
  if (holder !== undefined && !runs(holder)) removeStale(path, holder);
  return holder ?? 'unknown';
}

function holderOf(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Two processes may find the same stale lock: only what is still that very lock is removed. */
function removeStale(path, holder) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (holderOf(aside) === holder) rmSync(aside);
    else renameSync(aside, path);
  } catch {
    // Somebody else was quicker; the next look shows what there is.
  }
}

function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
