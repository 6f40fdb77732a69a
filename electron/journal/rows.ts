import { z } from 'zod';

/** A row that no version of the till can have written. */
export class UnreadableRow extends Error {}

// Making a schema takes longer than a parse with it, and this is on the way of every charge.
const textSchema = z.string();

/** Reads what the journal stored as JSON. A row that does not fit its schema is a bug or damage, and is loud. */
export const parseBody = <Schema extends z.ZodType>(schema: Schema, text: unknown): z.infer<Schema> =>
  schema.parse(JSON.parse(textSchema.parse(text)));

export const flag = (value: boolean): number => (value ? 1 : 0);
