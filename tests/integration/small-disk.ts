import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** Whether a test may make disks of its own here. */
export const hasDisks = process.platform === 'linux' && process.getuid?.() === 0;

/** A disk of its own in memory, of so many MiB. For root on Linux. */
export function smallDisk(size: number): string {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

export const remount = (folder: string, options: string): unknown =>
  execFileSync('mount', ['-o', `remount,${options}`, folder]);

/** Takes what is free, and gives it back when called. */
export function fill(folder: string): () => void {
  const file = join(folder, 'filler');
  const piece = Buffer.alloc(64 * 1_024);
  for (let part = 0; ; part += 1) {
    try {
      writeFileSync(`${file}${part}`, piece);
    } catch {
      break;
    }
  }
  return () => {
    for (const name of readdirSync(folder)) if (name.startsWith('filler')) rmSync(join(folder, name));
  };
}
