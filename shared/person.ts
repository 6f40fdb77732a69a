import { z } from 'zod';

/** Who uses the till. What takes more than a cashier asks for a manager's own PIN (rules R5, P20). */
export const roleSchema = z.enum(['manager', 'cashier']);
export type Role = z.infer<typeof roleSchema>;

export const personSchema = z
  .object({ id: z.string().min(1), name: z.string().min(1).max(60), role: roleSchema })
  .readonly();
export type Person = z.infer<typeof personSchema>;

/** The person as the journal names them: the id binds, the name is what it was on that day. */
export const actorSchema = z.object({ id: z.string(), name: z.string() }).readonly();
export type Actor = z.infer<typeof actorSchema>;

/** Who did something that needs a manager, who approved it with their own PIN, and why (rules P20, R5). */
export interface Approval {
  readonly by: Actor;
  readonly approver: Actor;
  readonly reason: string;
}

/** 4 to 12 digits. */
export const isPin = (text: string): boolean => /^\d{4,12}$/.test(text);
