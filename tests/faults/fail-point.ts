import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import type { Moment, WritePoint, Writing } from './kill-points.ts';

/** Where this process kills itself. */
export type FailPoint = Omit<WritePoint, 'kind'>;

type Counts = Readonly<Record<Writing, number>>;

let writes: Counts = { journal: 0, head: 0 };
let armed: FailPoint | undefined;

function meet(writing: Writing, moment: Moment): void {
  if (moment === 'before') writes = { ...writes, [writing]: writes[writing] + 1 };
  if (armed?.writing === writing && armed.number === writes[writing] && armed.moment === moment) {
    process.kill(process.pid, 'SIGKILL');
  }
}

/** Counts what is written from now on, and dies where it is told. */
export function armFailPoint(point: FailPoint | undefined): void {
  writes = { journal: 0, head: 0 };
  armed = point;
}

/** What was written since the last arming. */
export const journalWrites = (): Counts => writes;

/**
 * Watches what Node does for the journal, from outside: its commits, and the writing of the head record. The journal's own code is what runs in the shop.
 */
export function watchJournalWrites(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the database as `this`
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql: string): void {
    if (sql !== 'COMMIT') {
      exec.call(this, sql);
      return;
    }
    meet('journal', 'before');
    exec.call(this, sql);
    meet('journal', 'after');
  };
  const heads = new Set<number>();
  const { openSync, writeSync } = fs;
  fs.openSync = (path, ...how) => {
    const opened = openSync(path, ...how);
    if (typeof path === 'string' && path.endsWith('.head')) heads.add(opened);
    else heads.delete(opened);
    return opened;
  };
  fs.writeSync = new Proxy(writeSync, {
    apply: (write, self, parts: Parameters<typeof writeSync>) => {
      const isHead = heads.has(parts[0]);
      if (isHead) meet('head', 'before');
      const written: unknown = Reflect.apply(write, self, parts);
      if (isHead) meet('head', 'after');
      return written;
    },
  });
  syncBuiltinESMExports();
}
