import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How often a process that is not our child is looked at, in ms. */
const lookMs = 5;

/** State letter and process group of a process, where the system tells; `undefined` when there is none. */
function read(pid: number): { readonly state: string; readonly group: number } | undefined {
  try {
    // The name may hold anything, brackets too; what follows it is plain.
    const [state = '', , group = ''] = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state, group: Number(group) };
  } catch {
    return undefined;
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether a process runs. One that has ended and whose parent does not care is gone. */
export function isRunning(pid: number): boolean {
  if (process.platform !== 'linux') return answers(pid);
  const found = read(pid);
  return found !== undefined && found.state !== 'Z';
}

/** Whether anything of a process group runs, its leader or what that has left behind. */
function groupRuns(leader: number): boolean {
  if (process.platform !== 'linux') return answers(process.platform === 'win32' ? leader : -leader);
  return readdirSync('/proc').some((entry) => {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) return false;
    const found = read(pid);
    return found?.group === leader && found.state !== 'Z';
  });
}

/** Resolves when nothing of a process group runs any more. What still does after `graceMs` is killed. */
export async function groupEnds(leader: number, graceMs: number): Promise<void> {
  const deadline = performance.now() + graceMs;
  while (groupRuns(leader)) {
    if (performance.now() > deadline) signalGroup(leader, 'SIGKILL');
    await pause(lookMs);
  }
}

/** Sends a signal; gives whether there was somebody to get it. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Sends a signal to a process group; on Windows, which has none, to its leader. */
export const signalGroup = (leader: number, signal: NodeJS.Signals): boolean =>
  signalProcess(process.platform === 'win32' ? leader : -leader, signal);
