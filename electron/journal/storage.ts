import { accessSync, constants, statfsSync } from 'node:fs';
import { type Fault, fault } from '../../shared/fault.ts';
import { fileFault } from './sqlite-error.ts';

/** What must be free before a sale may start: many times what a sale, its refund and a checkpoint write. In bytes. */
export const leastFree = 32 * 1024 * 1024;

/** What the system says against writing; `undefined` when the check found nothing. */
function found(check: () => Fault | undefined): Fault | undefined {
  try {
    return check();
  } catch (error) {
    return fileFault(error) ?? fault('setup.journal', { why: 'unreadable' });
  }
}

/** Why nothing can be written to these files or folders; `undefined` when it can. */
export const writeFault = (...paths: readonly string[]): Fault | undefined =>
  found(() => {
    for (const path of paths) accessSync(path, constants.W_OK);
    return undefined;
  });

/** Why a journal should take no sale now: it or its folder can't be written, or their disk is nearly full. */
export const storageFault = (folder: string, file: string): Fault | undefined =>
  writeFault(folder, file) ??
  found(() => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < leastFree ? fault('setup.journal', { why: 'full' }) : undefined;
  });
