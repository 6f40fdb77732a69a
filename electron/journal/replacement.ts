import { z } from 'zod';
import type { Reads } from './reads.ts';

/**
 * What a journal takes the place of. It lies in the file that does so from before it has its name until it has taken over:
 * a till that is ended in between, or whose disk fails, would else take an older copy for the journal that it always had.
 */
const replacementSchema = z
  .object({
    /** What was wrong with the lost one, in a few words for support. */
    why: z.string(),
    /** Where the lost one is now. */
    setAside: z.string(),
    /** The parts of the references that it gave out, as far as they can still be read. */
    lostParts: z.array(z.string()).readonly(),
    /** The copy that was loaded; without one the journal was begun anew. */
    backup: z.object({ file: z.string(), day: z.string(), madeAt: z.number() }).readonly().optional(),
  })
  .readonly();
export type PendingReplacement = z.infer<typeof replacementSchema>;

const key = 'replaces';

type Run = (sql: string, ...values: string[]) => unknown;

/** Only inside a transaction, or in a file that nobody has open. */
export function noteReplacement(run: Run, replacement: PendingReplacement): void {
  run(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(replacement),
  );
}

/** What the journal has still to take over. */
export function replacementIn(database: Pick<Reads, 'get'>): PendingReplacement | undefined {
  const row = database.get('SELECT value FROM meta WHERE key = ?', key);
  return row && replacementSchema.parse(JSON.parse(z.string().parse(row['value'])));
}

/** It has taken over. Only inside a write. */
export const forgetReplacement = (run: Run): unknown => run('DELETE FROM meta WHERE key = ?', key);
