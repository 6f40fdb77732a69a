import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HandClock } from '../hand-clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Account, call, logIn, openAccount, saleBody, terminalId } from './account.ts';

/** An account, what is done to it, and the account that is opened from the same file afterwards. */
async function reopened(work: (account: Account) => Promise<unknown>): Promise<Account> {
  const stateFile = join(temporaryFolder(), 'sandbox.json');
  const clock = new HandClock();
  const first = await openAccount({ stateFile, clock });
  await work(first);
  await first.sandbox.close();
  return await openAccount({ stateFile, clock });
}

describe('a sandbox that is opened again', () => {
  it('still prompts for what was waiting', async () => {
    const account = await reopened((first) => first.session());
    expect(account.sandbox.display(terminalId)?.prompt).toMatchObject({ kind: 'sale', amount: 39_900 });
  });

  it('takes the card for what was waiting', async () => {
    const account = await reopened((first) => first.session());
    account.press('tap');
    await account.clock.pass(500);
    expect(account.last.status).toBe('CAPTURED');
  });

  it('captures what was authorized', async () => {
    const account = await reopened((first) => first.sale());
    await account.clock.pass(500);
    expect(account.last.status).toBe('CAPTURED');
  });

  it('captures at once what would have been captured meanwhile', async () => {
    const stateFile = join(temporaryFolder(), 'sandbox.json');
    const first = await openAccount({ stateFile });
    await first.sale();
    await first.sandbox.close();
    const clock = new HandClock(first.clock.now() + 3_600_000);
    const account = await openAccount({ stateFile, clock });
    await clock.pass(0);
    expect(account.last.status).toBe('CAPTURED');
  });

  it('ends the refund that ran', async () => {
    const account = await reopened(async (first) => {
      await first.sale();
      await first.clock.pass(500);
      await first.refund({ amount: 116 });
    });
    await account.clock.pass(3_000);
    expect(account.last.status).toBe('PARTIALLY_REFUNDED');
  });

  it('gives up a prompt when its time is over', async () => {
    const account = await reopened((first) => first.session());
    await account.clock.pass(120_000);
    expect(account.last.status).toBe('FAILED');
  });

  it('keeps its ledger', async () => {
    const account = await reopened((first) => first.sale());
    expect(account.sandbox.ledger().map(({ what }) => what)).toEqual(['session', 'prompt', 'authorized']);
  });

  it('keeps what was done to its terminals', async () => {
    const account = await reopened((first) => {
      first.sandbox.setTerminalStatus(terminalId, 'INACTIVE');
      return Promise.resolve();
    });
    expect((await account.post('/v1/sessions-profile', saleBody())).status).toBe(400);
  });

  it('does not take the tokens of before', async () => {
    const stateFile = join(temporaryFolder(), 'sandbox.json');
    const first = await openAccount({ stateFile });
    const authorization = `Bearer ${await logIn(first.sandbox.url)}`;
    await first.sandbox.close();
    const second = await openAccount({ stateFile });
    const answer = await call(second.sandbox.url, 'GET', '/v1/transactions', { headers: { authorization } });
    expect(answer.status).toBe(401);
  });
});

describe('a state file that can’t be read', () => {
  const broken = '{"accountId":"T00000001","clients":';

  it('is set aside under a dated name, as it was', async () => {
    const folder = temporaryFolder();
    const stateFile = join(folder, 'sandbox.json');
    writeFileSync(stateFile, broken);
    await openAccount({ stateFile });
    expect(readFileSync(`${stateFile}.set-aside-2026-11-20T12-00-00-000Z`, 'utf8')).toBe(broken);
  });

  it('gives way to a fresh account', async () => {
    const stateFile = join(temporaryFolder(), 'sandbox.json');
    writeFileSync(stateFile, broken);
    const account = await openAccount({ stateFile });
    expect(await account.session()).toMatch(/^T00000001\./);
  });

  it.each(['null', '[]', '{"accountId":"P00000001"}', ''])(
    'because it is %j is set aside too',
    async (text) => {
      const folder = temporaryFolder();
      const stateFile = join(folder, 'sandbox.json');
      writeFileSync(stateFile, text);
      await openAccount({ stateFile });
      expect(readdirSync(folder).filter((name) => name.includes('set-aside'))).toHaveLength(1);
    },
  );
});

describe('the state file', () => {
  it('is readable by its owner only', async () => {
    const stateFile = join(temporaryFolder(), 'sandbox.json');
    await openAccount({ stateFile });
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
  });

  it('is not made when nobody names one', async () => {
    const account = await openAccount();
    await account.session();
    expect(existsSync('sandbox.json')).toBe(false);
  });
});
