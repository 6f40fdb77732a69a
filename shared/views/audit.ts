import { z } from 'zod';
import { keptEntrySchema } from '../audit.ts';
import { faultSchema } from '../fault.ts';

/** A part of the audit log, newest first. */
export const auditPageSchema = z
  .object({ entries: z.array(keptEntrySchema).readonly(), more: z.boolean() })
  .readonly();

/** The export that runs, or the last one until a person has seen how it ended. */
export const auditExportSchema = z.discriminatedUnion('state', [
  /** `of` is 0 until it is known. */
  z.object({ state: z.literal('running'), done: z.int(), of: z.int() }).readonly(),
  /** `file` is its name with its folder. */
  z.object({ state: z.literal('done'), file: z.string(), entries: z.int() }).readonly(),
  z.object({ state: z.literal('failed'), fault: faultSchema }).readonly(),
]);
export type AuditExportView = z.infer<typeof auditExportSchema>;

export const auditViewSchema = z
  .object({
    /** Goes up whenever there may be new entries. */
    revision: z.int(),
    export: auditExportSchema.nullable(),
  })
  .readonly();
export type AuditView = z.infer<typeof auditViewSchema>;
