import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../temporary-folder.ts';
import { call, logIn, saleBody, terminalId } from './account.ts';

const helloSchema = z.object({
  url: z.string(),
  accountId: z.string(),
  clients: z.object({ full: z.object({ clientId: z.string(), clientSecret: z.string() }) }),
});

/** A sandbox in a process of its own. */
interface SandboxProcess {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly url: string;
  readonly hello: z.infer<typeof helloSchema>;
  /** Says one line, and gives the answer to it. */
  readonly say: (line: string) => Promise<unknown>;
}

async function start(...args: readonly string[]): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ['electron/sandbox/main.ts', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  const hello = helloSchema.parse(await next());
  return {
    process: child,
    url: hello.url,
    hello,
    say: async (line) => {
      child.stdin.write(`${line}\n`);
      return await next();
    },
  };
}

describe('a sandbox that runs by itself', () => {
  it('says in its first line where it is and how to log in', async () => {
    const { hello } = await start();
    expect(await logIn(hello.url, hello.clients.full)).toMatch(/^[\w-]{32}$/);
  });

  it('presses, changes options and shows what happened, as it is told', async () => {
    const { url, say } = await start();
    await say('{"options":{"captureDelayMs":0}}');
    const authorization = `Bearer ${await logIn(url)}`;
    await call(url, 'POST', '/v1/sessions-profile', { body: saleBody(), headers: { authorization } });
    await say(JSON.stringify({ press: 'tap', terminalId }));
    expect(await say('{"show":"ledger"}')).toMatchObject({
      status: 200,
      body: [{ what: 'session' }, { what: 'prompt' }, { what: 'authorized' }, { what: 'captured' }],
    });
  });

  it('plans a disturbance', async () => {
    const { url, say } = await start();
    await say('{"disturb":{"path":"/transactions$","trouble":{"kind":"answer","status":503}}}');
    const authorization = `Bearer ${await logIn(url)}`;
    expect((await call(url, 'GET', '/v1/transactions', { headers: { authorization } })).status).toBe(503);
  });

  it('begins with an empty account when that is asked for', async () => {
    const { url } = await start('--account', 'empty');
    const headers = { authorization: `Bearer ${await logIn(url)}` };
    const lists = ['stores', 'terminals', 'payout-destinations'].map(
      async (list) => (await call(url, 'GET', `/v1/accounts/T00000001/${list}`, { headers })).body,
    );
    expect(await Promise.all(lists)).toEqual([
      { stores: [] },
      { terminals: [] },
      { payout_destinations: [] },
    ]);
  });

  it('gives a terminal another status, checks its update, takes it away, and adds others, as it is told', async () => {
    const { url, say } = await start();
    const headers = { authorization: `Bearer ${await logIn(url)}` };
    await say(JSON.stringify({ terminalStatus: 'ERROR', terminalId }));
    await say('{"checkUpdate":"T00000001-T0004"}');
    await say('{"removeTerminal":"T00000001-T0002"}');
    await say('{"growFleet":1,"storeId":"bergen-harbour"}');
    const { body } = await call(url, 'GET', '/v1/accounts/T00000001/terminals', { headers });
    expect(body).toMatchObject({
      terminals: [
        { terminal_id: terminalId, status: 'ERROR' },
        { terminal_id: 'T00000001-T0003', status: 'PENDING' },
        { terminal_id: 'T00000001-T0004', status: 'ACTIVE' },
        { terminal_id: 'T00000001-T0005', store_id: 'bergen-harbour' },
      ],
    });
  });

  it('signs for a seller, and gives it another status, as it is told', async () => {
    const { url, say } = await start();
    const headers = { authorization: `Bearer ${await logIn(url)}` };
    const status = async (): Promise<unknown> =>
      (await call(url, 'GET', '/v1/accounts/T00000001/payout-destinations/seller-2', { headers })).body;
    await say('{"sign":"seller-2"}');
    expect(await status()).toMatchObject({ case_status: 'AUTOMATIC_REVIEW' });
    await say('{"caseStatus":"DECLINED","payoutDestinationId":"seller-2"}');
    expect(await status()).toMatchObject({ case_status: 'DECLINED' });
  });

  it.each(['{"sign":"nobody"}', '{"caseStatus":"ACTIVE","payoutDestinationId":"nobody"}'])(
    'refuses the command %s, for there is no such seller',
    async (line) => {
      const { say } = await start();
      expect(await say(line)).toEqual({
        status: 404,
        body: { error: { message: 'There is no case of nobody' } },
      });
    },
  );

  it('shows a display', async () => {
    const { say } = await start();
    expect(await say(JSON.stringify({ display: terminalId }))).toMatchObject({
      body: { terminalId, plugged: true, storeName: 'Oslo Center' },
    });
  });

  it.each(['not JSON', '{"press":"kick","terminalId":"x"}', '{"options":{"speed":9}}', '{}'])(
    'refuses the command %s, and goes on',
    async (line) => {
      const { say } = await start();
      expect(await say(line)).toMatchObject({ status: 400 });
      expect(await say('{"show":"requests"}')).toMatchObject({ status: 200 });
    },
  );

  it('refuses a disturbance whose path is no regular expression, says so, and goes on', async () => {
    const { say } = await start();
    const answer = await say('{"disturb":{"path":"(","trouble":{"kind":"reset"}}}');
    expect(answer).toMatchObject({ status: 400 });
    expect(JSON.stringify(answer)).toContain('Unterminated group');
    expect(await say('{"show":"requests"}')).toMatchObject({ status: 200 });
  });

  it.each([
    '{"press":"tap","terminalId":"T00000001-T0099"}',
    '{"display":"T00000001-T0099"}',
    '{"terminalStatus":"ERROR","terminalId":"T00000001-T0099"}',
    '{"checkUpdate":"T00000001-T0099"}',
    '{"removeTerminal":"T00000001-T0099"}',
  ])('refuses the command %s, for there is no such terminal', async (line) => {
    const { say } = await start();
    expect(await say(line)).toEqual({
      status: 404,
      body: { error: { message: 'There is no terminal T00000001-T0099' } },
    });
  });

  it.each([
    [['--port', 'abc'], '--port must be a whole number'],
    [['--port', ''], '--port must be a whole number'],
    [['--port', '65536'], '--port must be a whole number from 0 to 65535'],
    [['--account', 'rich'], '--account must be one of training, empty: rich'],
    [['--speed', '9'], "Unknown option '--speed'"],
  ])('does not start with %j, and says why', async (args, why) => {
    const child = spawn(process.execPath, ['electron/sandbox/main.ts', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [output, complaint] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    expect([child.exitCode, output]).toEqual([2, '']);
    expect(complaint).toContain(why);
    expect(complaint).not.toContain('    at ');
  });

  it('ends in order with SIGTERM, and keeps its account in the file that it was given', async () => {
    const state = join(temporaryFolder(), 'sandbox.json');
    const first = await start('--state', state);
    const authorization = `Bearer ${await logIn(first.url)}`;
    await call(first.url, 'POST', '/v1/sessions-profile', { body: saleBody(), headers: { authorization } });
    first.process.kill('SIGTERM');
    const [code] = (await once(first.process, 'exit')) as [number | null];
    const second = await start('--state', state);
    const display = await second.say(JSON.stringify({ display: terminalId }));
    expect([code, display]).toMatchObject([0, { body: { prompt: { amount: 39_900 } } }]);
  });
});
