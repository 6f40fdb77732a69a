/**
 * A sandbox that runs by itself: `npm run --silent sandbox -- [--port 8123] [--state file.json]`. It says where it is
 * in one line of JSON on standard output. Each line of JSON on standard input is a command (see control.ts) and is
 * answered with one line: `{"press":"tap","terminalId":"T00000001-T0001"}`, `{"options":{"answers":"by-itself"}}`,
 * `{"show":"ledger"}`. It ends with SIGINT or SIGTERM.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { obey } from './control.ts';
import { startSandbox } from './sandbox.ts';
import { trainingClients } from './training-account.ts';

const { values } = parseArgs({ options: { port: { type: 'string' }, state: { type: 'string' } } });

const say = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const sandbox = await startSandbox({
  port: values.port === undefined ? 0 : Number(values.port),
  stateFile: values.state,
});
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
