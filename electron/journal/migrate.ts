import { z } from 'zod';
import type { JournalDatabase } from './database.ts';
import { migrations } from './migrations.ts';
import { Projections } from './projections.ts';
import type { Reads } from './reads.ts';
import { rebuildProjections } from './rebuild.ts';
import { SaleRecords } from './sales.ts';
import { TerminalHolds } from './terminal-holds.ts';

/** The version that this till writes. */
export const currentVersion = migrations.length;

/** How many steps a file has seen; 0 for an empty one. */
export const versionOf = (database: Pick<Reads, 'get'>): number =>
  z.number().parse(database.get('PRAGMA user_version')?.['user_version']);

/** Takes a journal through the steps that it has not seen, all or none, and makes its projections anew. */
export function migrate(database: JournalDatabase): void {
  const version = versionOf(database);
  if (version >= currentVersion) return;
  database.transaction(() => {
    for (const step of migrations.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${currentVersion}`);
    if (version > 0) rebuildProjections(database, projectionsOf(database));
  });
}

/** Only inside a write. */
export const projectionsOf = (database: JournalDatabase): Projections =>
  new Projections(database, new SaleRecords(database), new TerminalHolds(database));
