import { accessSync, constants, statfsSync } from 'node:fs';
import { type Fault, fault } from '../../shared/fault.ts';
import { fileFault } from './sqlite-error.ts';

/** What must be free before a sale may start: many times what a sale, its refund and a checkpoint write. In bytes. */
export const leastFree = 32 * 1024 * 1024;

/** Why nothing can be written in a folder, or to one of the files in it, as the system tells; `undefined` when it can. */
export function writeFault(...paths: readonly string[]): Fault | undefined {
  try {
    for (const path of paths) accessSync(path, constants.W_OK);
    return undefined;
  } catch (error) {
    return fileFault(error) ?? fault('setup.journal', { why: 'unreadable' });
  }
}

/** Why a folder should take no sale now: it can't be written, or its disk is nearly full. */
export function storageFault(folder: string, file: string): Fault | undefined {
  const unwritable = writeFault(folder, file);
  if (unwritable) return unwritable;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < leastFree ? fault('setup.journal', { why: 'full' }) : undefined;
}
