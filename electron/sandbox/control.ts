import { z } from 'zod';
import { optionsChangeSchema } from './options.ts';
import { type Reply, refuse, reply } from './reply.ts';
import type { Sandbox } from './sandbox.ts';
import { buttons } from './terminals.ts';

const disturbanceSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT']).optional(),
  /** A regular expression for the path. */
  path: z.string().min(1),
  times: z.int().min(1).optional(),
  trouble: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['lose-reply', 'reset', 'garble', 'truncate']) }),
    z.strictObject({
      kind: z.literal('answer'),
      status: z.int().min(200).max(599),
      retryAfterSeconds: z.int().min(0).optional(),
    }),
    z.strictObject({ kind: z.literal('delay'), part: z.enum(['request', 'reply']), ms: z.int().min(0) }),
  ]),
});

const commandSchema = z.union([
  z.strictObject({ press: z.enum(buttons), terminalId: z.string() }),
  z.strictObject({ options: optionsChangeSchema }),
  z.strictObject({ disturb: disturbanceSchema }),
  z.strictObject({ show: z.enum(['ledger', 'requests', 'transactions']) }),
  z.strictObject({ display: z.string() }),
]);

/** One command of whoever drives a sandbox that runs by itself. */
export function obey(sandbox: Sandbox, input: unknown): Reply {
  const read = commandSchema.safeParse(input);
  if (!read.success) return refuse(400, z.prettifyError(read.error));
  const command = read.data;
  if ('press' in command) sandbox.press(command.terminalId, command.press);
  if ('options' in command) sandbox.setOptions(command.options);
  if ('disturb' in command) {
    sandbox.disturb({ ...command.disturb, path: new RegExp(command.disturb.path) });
  }
  if ('show' in command) return reply(sandbox[command.show]());
  if ('display' in command) return reply(sandbox.display(command.display) ?? null);
  return reply(null);
}
