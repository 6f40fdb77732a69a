import { z } from 'zod';
import { optionsChangeSchema } from './options.ts';
import { apiClientSchema } from './records.ts';
import { type Reply, refuse, reply } from './reply.ts';
import type { Sandbox } from './sandbox.ts';
import { buttons } from './terminals.ts';

const patternSchema = z
  .string()
  .min(1)
  .transform((text, context) => {
    try {
      return new RegExp(text);
    } catch (error) {
      // Not the end of reading: the other kinds of command can't be meant, and their complaints would hide this one.
      context.addIssue({ code: 'custom', message: String(error), continue: true });
      return z.NEVER;
    }
  });

const disturbanceSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT']).optional(),
  /** A regular expression for the path. */
  path: patternSchema,
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
  z.strictObject({ client: apiClientSchema }),
  z.strictObject({ terminalStatus: z.string().min(1), terminalId: z.string() }),
  z.strictObject({ checkUpdate: z.string() }),
  z.strictObject({ removeTerminal: z.string() }),
  z.strictObject({ sign: z.string().min(1) }),
  z.strictObject({ caseStatus: z.string().min(1), payoutDestinationId: z.string() }),
  z.strictObject({ growFleet: z.int().min(1).max(5_000), storeId: z.string() }),
]);

/**
 * One command of whoever drives a sandbox that runs by itself. Answers as Dintero would: 400 when it is no command, 404 when
 * it names a terminal or a seller that is not there; nothing has changed then.
 */
export function obey(sandbox: Sandbox, input: unknown): Reply {
  const read = commandSchema.safeParse(input);
  if (!read.success) return refuse(400, z.prettifyError(read.error));
  const command = read.data;
  if ('press' in command) {
    if (!sandbox.display(command.terminalId)) return noTerminal(command.terminalId);
    sandbox.press(command.terminalId, command.press);
  }
  if ('terminalStatus' in command) {
    if (!sandbox.display(command.terminalId)) return noTerminal(command.terminalId);
    sandbox.setTerminalStatus(command.terminalId, command.terminalStatus);
  }
  if ('checkUpdate' in command) {
    if (!sandbox.display(command.checkUpdate)) return noTerminal(command.checkUpdate);
    sandbox.checkUpdate(command.checkUpdate);
  }
  if ('removeTerminal' in command) {
    if (!sandbox.display(command.removeTerminal)) return noTerminal(command.removeTerminal);
    sandbox.removeTerminal(command.removeTerminal);
  }
  if ('sign' in command) {
    if (sandbox.caseStatus(command.sign) === undefined) return noCase(command.sign);
    sandbox.sign(command.sign);
  }
  if ('caseStatus' in command) {
    const { payoutDestinationId, caseStatus } = command;
    if (sandbox.caseStatus(payoutDestinationId) === undefined) return noCase(payoutDestinationId);
    sandbox.setCaseStatus(payoutDestinationId, caseStatus);
  }
  if ('growFleet' in command) sandbox.growFleet(command.growFleet, command.storeId);
  if ('client' in command) sandbox.setClient(command.client);
  if ('options' in command) sandbox.setOptions(command.options);
  if ('disturb' in command) sandbox.disturb(command.disturb);
  if ('show' in command) return reply(sandbox[command.show]());
  if ('display' in command) {
    const display = sandbox.display(command.display);
    return display ? reply(display) : noTerminal(command.display);
  }
  return reply(null);
}

const noTerminal = (terminalId: string): Reply => refuse(404, `There is no terminal ${terminalId}`);
const noCase = (payoutDestinationId: string): Reply =>
  refuse(404, `There is no case of ${payoutDestinationId}`);
