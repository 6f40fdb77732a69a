import { z } from 'zod';
import { auditFilterSchema, auditFormatSchema } from '../../shared/audit.ts';
import { millisecondsSchema } from '../../shared/moment.ts';
import { actorSchema } from '../../shared/person.ts';
import { exportHeaderSchema } from './audit-export.ts';
import { writeAuditFile } from './audit-file.ts';
import { makeBackup } from './backups.ts';
import { disagreements } from './compare.ts';
import { openReadOnly } from './read-only.ts';
import { Statements } from './reads.ts';
import { problemsOf, verifyFile } from './verify.ts';

/** What takes too long for the thread that sells. */
export const jobSchema = z.discriminatedUnion('do', [
  /** The full check of a journal file. */
  z.object({ do: z.literal('check'), file: z.string() }).readonly(),
  z.object({ do: z.literal('back-up'), file: z.string(), target: z.string() }).readonly(),
  z
    .object({
      do: z.literal('export-audit'),
      file: z.string(),
      target: z.string(),
      format: auditFormatSchema,
      filter: auditFilterSchema,
      by: actorSchema,
      madeAt: millisecondsSchema,
    })
    .readonly(),
]);
export type Job = z.infer<typeof jobSchema>;

export const jobResultSchema = z
  .object({
    /** What is wrong with the file, each in a few words. Empty for a sound one, and for a backup that was made. */
    problems: z.array(z.string()).readonly(),
    /** The first projected row that is not what the events say: `attempts 7f…`. */
    disagreement: z.string().optional(),
    /** What an export says of itself. */
    exported: exportHeaderSchema.optional(),
  })
  .readonly();
export type JobResult = z.infer<typeof jobResultSchema>;

/** How far a job has come. */
export const progressSchema = z.object({ done: z.int(), of: z.int() }).readonly();
export type JobProgress = z.infer<typeof progressSchema>;

/** After so many entries of an export a word is given of how far it is. */
const tellEvery = 500;

/** Throws what keeps a backup from being made, or a file from being read at all. */
export function doJob(job: Job, onProgress?: (progress: JobProgress) => void): JobResult {
  if (job.do === 'export-audit') {
    const exported = writeAuditFile(job, (done, of) => {
      if (done % tellEvery === 0) onProgress?.({ done, of });
    });
    return { problems: [], exported };
  }
  if (job.do === 'back-up') {
    makeBackup(job.file, job.target);
    return { problems: [] };
  }
  const problems = problemsThatStand(job.file);
  // Only events that are what they were can speak against the rows that follow from them.
  const disagreement = problems.length > 0 ? undefined : firstDisagreement(job.file);
  return { problems, ...(disagreement !== undefined && { disagreement }) };
}

/** Looks twice before it says a word that stops the till: a head record may be read while it is written. */
function problemsThatStand(file: string): readonly string[] {
  const problems = problemsOf(verifyFile(file));
  return problems.length === 0 ? problems : problemsOf(verifyFile(file));
}

function firstDisagreement(file: string): string | undefined {
  const database = openReadOnly(file);
  try {
    database.exec('BEGIN');
    for (const { table, id } of disagreements(new Statements(database))) return `${table} ${id}`;
    return undefined;
  } finally {
    database.close();
  }
}
