import { z } from 'zod';
import { faultSchema } from '../../../shared/fault.ts';

/** One call of a keychain that runs in another process. */
export const orderSchema = z.object({
  id: z.int(),
  service: z.string(),
  call: z.enum(['find', 'read', 'write', 'remove']),
  name: z.string(),
  /** What `write` is to keep. */
  secret: z.string().optional(),
});
export type Order = z.infer<typeof orderSchema>;

/** What that process says: the answer to an order, or a line of its log. */
export const reportSchema = z.union([
  z.object({
    id: z.int(),
    result: z.union([
      z.object({ ok: z.literal(true), value: z.unknown().optional() }),
      z.object({ ok: z.literal(false), error: faultSchema }),
    ]),
  }),
  z.object({ line: z.string() }),
]);
