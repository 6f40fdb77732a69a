import { createHash } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  for (let looks = 1; ; looks += 1) {
    const holder = tryToTake(path);
    if (holder === undefined) return;
    // At the first look it may be one that was left behind.
    if (looks === 2)
      say(`Waiting for another run of this checkout (process ${holder}) to finish its installing`);
    await pause(lookMs);
  }
}

/** Takes the lock, or gives the number of the process that has it. */
function tryToTake(path) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, nameOf(process.pid));
  try {
    // It comes with its content in one step: nobody meets a lock that does not say whose it is.
    linkSync(mine, path);
    return undefined;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  const holder = holderOf(path);
  if (holder === undefined) return 'unknown';
  const pid = holder.split(' ')[0];
  if (nameOf(pid) !== holder) removeStale(path, holder);
  return pid;
}

function holderOf(path) {
  try {
    return readFileSync(path, 'utf8');
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

/**
 * Names a process that runs: its number and, where the system tells, when it was started. After a restart of a machine or
 * of a container the same number is somebody else's, often this very process's.
 */
function nameOf(pid) {
  if (!runs(Number(pid))) return undefined;
  try {
    // The 22nd member; the second is the program's name in brackets and may hold anything.
    return `${pid} ${
      readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ')[19]
    }`;
  } catch {
    return `${pid}`;
  }
}

function runs(pid) {
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
