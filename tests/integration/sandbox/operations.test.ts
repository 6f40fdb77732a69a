import { describe, expect, it } from 'vitest';
import { type Account, openAccount, terminalId } from './account.ts';
import { operate, operations } from './operation-options.ts';

const path = '/v1/admin/terminals/operations';
const needsUpdate = `T00000001-T0004`;
const soon = { options: { captureDelayMs: 0 } } as const;

const statusOf = async (account: Account, id: string): Promise<unknown> =>
  (await account.get(`/v1/accounts/T00000001/terminals/${id}`)).body;

describe('a terminal operation', () => {
  it('is served as the documents show it', async () => {
    const account = await openAccount();
    const { status, body } = await account.post(path, {
      terminal_id: terminalId,
      operation: 'end_of_day',
      parameters: { operator_id: 'kari' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      account_id: 'T00000001',
      terminal_id: terminalId,
      operation: 'end_of_day',
      status: 'PENDING',
      parameters: { operator_id: 'kari' },
    });
    expect(body).not.toHaveProperty('idempotencyKey');
  });

  it('is found by its id alone', async () => {
    const account = await openAccount();
    await operate(account, 'open_menu');
    await account.clock.pass(500);
    await operate(account, 'send_logs');
    const [, second] = await operations(account);
    const found = await account.get(`${path}?terminal_id=${terminalId}&operation_id=${second?.id ?? ''}`);
    expect(found.body).toMatchObject([{ operation: 'send_logs' }]);
  });

  it('is refused on a terminal that is not there', async () => {
    const account = await openAccount();
    const answer = await account.post(path, { terminal_id: 'none', operation: 'send_logs' });
    expect(answer.status).toBe(404);
  });

  it('is refused when it is none', async () => {
    const account = await openAccount();
    expect((await account.post(path, { terminal_id: terminalId, operation: 'reboot' })).status).toBe(400);
  });

  it('leaves other terminals free', async () => {
    const account = await openAccount();
    await operate(account, 'send_logs');
    const other = await account.post(path, { terminal_id: needsUpdate, operation: 'send_logs' });
    expect(other.status).toBe(201);
  });

  it('that somebody asked for elsewhere keeps the terminal busy until it is let go', async () => {
    const account = await openAccount();
    account.sandbox.setOccupied(terminalId, true);
    expect(account.sandbox.isOccupied(terminalId)).toBe(true);
    expect((await operate(account, 'open_menu')).status).toBe(409);
    account.sandbox.setOccupied(terminalId, false);
    expect(account.sandbox.isOccupied(terminalId)).toBe(false);
    expect((await operate(account, 'open_menu')).status).toBe(201);
  });

  it('times out on a terminal without power', async () => {
    const account = await openAccount();
    account.press('unplug');
    await operate(account, 'check_update');
    await account.clock.pass(3_000);
    expect(await operations(account)).toMatchObject([{ status: 'TIMEOUT' }]);
  });

  it('check_update takes a terminal out of ACTION_REQUIRED', async () => {
    const account = await openAccount();
    await account.post(path, { terminal_id: needsUpdate, operation: 'check_update' });
    await account.clock.pass(3_000);
    const terminal = await statusOf(account, needsUpdate);
    expect(terminal).toMatchObject({ status: 'ACTIVE' });
    expect(terminal).not.toHaveProperty('status_reason');
  });

  it('check_update that fails leaves the terminal as it was', async () => {
    const account = await openAccount({ options: { checkUpdateEnds: 'failed' } });
    await account.post(path, { terminal_id: needsUpdate, operation: 'check_update' });
    await account.clock.pass(3_000);
    expect(await statusOf(account, needsUpdate)).toMatchObject({ status: 'ACTION_REQUIRED' });
  });
});

describe('the end of day', () => {
  const endOfDay = async (account: Account): Promise<unknown> => {
    await operate(account, 'end_of_day');
    await account.clock.pass(4_000);
    return (await operations(account)).at(-1)?.result;
  };

  it('counts what the terminal took and gave back', async () => {
    const account = await openAccount(soon);
    await account.clock.pass(1_000);
    await account.sale(10_000);
    await account.sale(39_900);
    await account.refund({ amount: 5_000 });
    await account.clock.pass(500);
    expect(await endOfDay(account)).toMatchObject({
      outcome: 'accepted',
      batch_id: '1',
      purchases_count: 2,
      purchases_amount: 49_900,
      reversals_count: 1,
      reversals_amount: 5_000,
    });
  });

  it('counts nothing twice', async () => {
    const account = await openAccount(soon);
    await account.sale(10_000);
    await endOfDay(account);
    await account.clock.pass(1_000);
    await account.sale(2_000);
    expect(await endOfDay(account)).toMatchObject({
      batch_id: '2',
      purchases_count: 1,
      purchases_amount: 2_000,
    });
  });
});

describe('the menu of a terminal', () => {
  const opened = async (): Promise<Account> => {
    const account = await openAccount();
    await operate(account, 'open_menu');
    await account.clock.pass(500);
    return account;
  };
  const menu = (account: Account): unknown => account.sandbox.display(terminalId)?.menu;

  it('is on its display once it was opened', async () => {
    expect(menu(await opened())).toBe(true);
  });

  it('is closed by its red key', async () => {
    const account = await opened();
    account.press('cancel');
    expect(menu(account)).toBeUndefined();
  });

  it('closes by itself', async () => {
    const account = await opened();
    await account.clock.pass(30_000);
    expect(menu(account)).toBeUndefined();
  });

  it('gives way to a payment', async () => {
    const account = await opened();
    await account.session();
    expect(menu(account)).toBeUndefined();
  });
});
