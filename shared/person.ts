import { z } from 'zod';

/** Who uses the till. A manager may also refund, pair and decide (the right table of docs/architecture.md). */
export const roleSchema = z.enum(['manager', 'cashier']);
export type Role = z.infer<typeof roleSchema>;

export const personSchema = z
  .object({ id: z.string().min(1), name: z.string().min(1).max(60), role: roleSchema })
  .readonly();
export type Person = z.infer<typeof personSchema>;

/** The person as the journal names them: the id binds, the name is what it was on that day. */
export const actorSchema = z.object({ id: z.string(), name: z.string() }).readonly();
export type Actor = z.infer<typeof actorSchema>;

/** 4 to 12 digits. */
export const isPin = (text: string): boolean => /^\d{4,12}$/.test(text);
