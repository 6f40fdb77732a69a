import { z } from 'zod';

/** Reads what the journal stored as JSON. A row that does not fit its schema is a bug or damage, and is loud. */
export const parseBody = <Schema extends z.ZodType>(schema: Schema, text: unknown): z.infer<Schema> =>
  schema.parse(JSON.parse(z.string().parse(text)));

export const flag = (value: boolean): number => (value ? 1 : 0);
