/**
 * A sandbox that runs by itself: `npm run --silent sandbox -- [--port 8123] [--state file.json]
 * [--account empty]`. It says where it is
 * in one line of JSON on standard output. Each line of JSON on standard input is a command (see control.ts) and is
 * answered with one line: `{"press":"tap","terminalId":"T00000001-T0001"}`, `{"options":{"answers":"by-itself"}}`,
 * `{"show":"ledger"}`. It ends with SIGINT or SIGTERM; with code 2 and a word of why when it can't make sense of its
 * options.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { obey } from './control.ts';
import { type AccountKind, accountKinds, startSandbox } from './sandbox.ts';
import { trainingClients } from './training-account.ts';

const largestPort = 65_535;

interface Options {
  readonly port: number;
  readonly stateFile: string | undefined;
  readonly account: AccountKind;
}

/** Throws when an option is not known, or the port or the account is none. */
function readOptions(): Options {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, state: { type: 'string' }, account: { type: 'string' } },
  });
  const { port = '0', state, account: asked = 'training' } = values;
  const account = accountKinds.find((kind) => kind === asked);
  if (!account) throw new Error(`--account must be one of ${accountKinds.join(', ')}: ${asked}`);
  if (!/^\d+$/.test(port) || Number(port) > largestPort) {
    throw new Error(`--port must be a whole number from 0 to ${largestPort}, with 0 for a free one: ${port}`);
  }
  return { port: Number(port), stateFile: state, account };
}

function readOptionsOrEnd(): Options {
  try {
    return readOptions();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}

const say = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const sandbox = await startSandbox(readOptionsOrEnd());
say({ url: sandbox.url, accountId: sandbox.accountId, clients: trainingClients });

const commands = createInterface({ input: process.stdin });
commands.on('line', (line) => say(obey(sandbox, parse(line))));

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    commands.close();
    process.stdin.destroy();
    void sandbox.close();
  });
}
