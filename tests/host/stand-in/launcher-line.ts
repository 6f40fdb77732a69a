import { z } from 'zod';

/** What the launcher asks of a stand-in that it has started. */
const orderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quit') }),
  z.object({ kind: z.literal('power'), event: z.enum(['suspend', 'resume']) }),
]);
export type Order = z.infer<typeof orderSchema>;

/** What a stand-in tells its launcher: how the page can be reached, and whom it has started. */
export const browserNoteSchema = z.object({
  kind: z.literal('browser'),
  endpoint: z.string(),
  pid: z.int().positive(),
});
export type BrowserNote = z.infer<typeof browserNoteSchema>;

/**
 * The line to the launcher, on the stand-in's side. When the launcher is gone, so is the app: nobody is left to close it.
 * Without a launcher there is no line, and the app lives by itself.
 */
export function openLauncherLine(onOrder: (order: Order) => void): (note: BrowserNote) => void {
  if (!process.send) return () => undefined;
  process.on('message', (message) => onOrder(orderSchema.parse(message)));
  process.on('disconnect', () => process.exit(1));
  return (note) => void process.send?.(note);
}
