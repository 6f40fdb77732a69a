import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { headFileOf } from './head-record.ts';

const infix = '.set-aside-';
/** Of what lies beside one that was put out of the way. */
const suffixes = ['-wal', '-shm', '.head', '.reason.txt'] as const;

/** Beside a journal that failed its full check while the till was running: it says why, and the next start heeds it. */
const markOf = (file: string): string => `${file}.broken`;

/** Says for the next start that a journal is broken, and why. Throws the file system's error. */
export function markBroken(file: string, why: string): void {
  writeFileSync(markOf(file), why, { mode: 0o600 });
}

/** Why a journal was marked as broken, if it was. */
export const markedBroken = (file: string): string | undefined =>
  existsSync(markOf(file)) ? readFileSync(markOf(file), 'utf8') : undefined;

/**
 * Puts a broken journal out of the way under a dated name that nothing has yet, with all that is beside it and the
 * reason, byte by byte as it was. Throws the file system's error. What a crash on the way leaves is a journal that is
 * missing, whose rest is put aside in turn.
 * @param now milliseconds since 1970
 * @returns the file's new name
 */
export function setAside(file: string, why: string, now: number): string {
  const target = freeName(file, now);
  writeFileSync(`${target}.reason.txt`, `Set aside ${new Date(now).toISOString()}: ${why}\n`, {
    mode: 0o600,
  });
  move(file, target);
  for (const suffix of ['-wal', '-shm']) move(`${file}${suffix}`, `${target}${suffix}`);
  move(headFileOf(file), headFileOf(target));
  rmSync(markOf(file), { force: true });
  return target;
}

/** The journals that were put out of the way, the oldest first. None where there is no folder that can be read. */
export function setAsidesOf(file: string): readonly string[] {
  const stem = `${basename(file)}${infix}`;
  try {
    return readdirSync(dirname(file))
      .filter((name) => name.startsWith(stem) && !suffixes.some((suffix) => name.endsWith(suffix)))
      .toSorted()
      .map((name) => join(dirname(file), name));
  } catch {
    return [];
  }
}

function move(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

function freeName(file: string, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  for (let number = 1; ; number += 1) {
    const name = `${file}${infix}${stamp}${number === 1 ? '' : `-${number}`}`;
    const taken = ['', ...suffixes].some((suffix) => existsSync(`${name}${suffix}`));
    if (!taken) return name;
  }
}
