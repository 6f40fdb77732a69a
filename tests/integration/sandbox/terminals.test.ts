import { describe, expect, it } from 'vitest';
import { type Button } from '../../../electron/sandbox/terminals.ts';
import { type Account, openAccount, saleBody, terminalId } from './account.ts';

const display = (account: Account) => account.sandbox.display(terminalId);
const soon = { options: { captureDelayMs: 0 } } as const;

describe('a simulated terminal', () => {
  it.each<[Button, string]>([
    ['tap', 'approved'],
    ['decline', 'declined'],
    ['cancel', 'cancelled'],
  ])('after %s says %s', async (button, result) => {
    const account = await openAccount();
    await account.sale(39_900, button);
    expect(display(account)).toMatchObject({ lastResult: result });
  });

  it('says how it ended for five seconds', async () => {
    const account = await openAccount();
    await account.sale();
    await account.clock.pass(5_000);
    expect(display(account)?.lastResult).toBeUndefined();
  });

  it('that gave up says so', async () => {
    const account = await openAccount();
    await account.session();
    await account.clock.pass(120_000);
    expect(display(account)).toMatchObject({ lastResult: 'timed-out' });
  });

  it.each<Button>(['tap', 'decline', 'cancel', 'plug-in'])(
    'that asks for nothing ignores %s',
    async (button) => {
      const account = await openAccount();
      account.press(button);
      expect(account.sandbox.ledger()).toEqual([]);
    },
  );

  it('that is off shows nothing and takes no card', async () => {
    const account = await openAccount();
    account.press('unplug');
    await account.session();
    account.press('tap');
    expect([display(account)?.prompt, account.sandbox.transactions()]).toEqual([undefined, []]);
  });

  it('that is plugged in again asks for what waited', async () => {
    const account = await openAccount();
    account.press('unplug');
    await account.session();
    account.press('plug-in');
    expect(display(account)?.prompt).toMatchObject({ amount: 39_900 });
  });

  it('that is unplugged while it asks does not give up meanwhile', async () => {
    const account = await openAccount();
    await account.session();
    account.press('unplug');
    await account.clock.pass(600_000);
    expect(account.last.status).toBe('INITIATED');
  });

  it('asks for the next when it is done with the first', async () => {
    const account = await openAccount({ options: { busyPolicy: 'queue' } });
    await account.session(saleBody(1_000));
    await account.session(saleBody(2_000));
    account.press('tap');
    expect(display(account)?.prompt).toMatchObject({ amount: 2_000 });
  });

  it('that is replaced by the next fails the first', async () => {
    const account = await openAccount({ options: { busyPolicy: 'replace' } });
    await account.session(saleBody(1_000));
    await account.session(saleBody(2_000));
    expect(account.sandbox.transactions().map(({ status }) => status)).toEqual(['FAILED', 'INITIATED']);
  });

  it('that never answers is replaced too', async () => {
    const account = await openAccount({ options: { busyPolicy: 'replace' } });
    await account.session(saleBody(109));
    await account.session(saleBody(2_000));
    expect(display(account)?.prompt).toMatchObject({ amount: 2_000 });
  });

  it('for 1.09 asks until its session is cancelled', async () => {
    const account = await openAccount();
    const id = await account.session(saleBody(109));
    account.press('tap');
    await account.clock.pass(3_600_000);
    const before = display(account)?.prompt;
    await account.post(`/v1/sessions/${id}/cancel`);
    expect([before?.amount, display(account)?.prompt]).toEqual([109, undefined]);
  });

  it('that is not there has no display', async () => {
    const account = await openAccount();
    account.sandbox.removeTerminal(terminalId);
    expect(display(account)).toBeUndefined();
  });
});

describe('the ledger', () => {
  it('tells what truly happened, in its order', async () => {
    const account = await openAccount(soon);
    await account.sale();
    expect(account.sandbox.ledger()).toMatchObject([
      { what: 'session', reference: 'till-39900', terminalId, amount: 39_900, currency: 'NOK' },
      { what: 'prompt' },
      { what: 'authorized' },
      { what: 'captured', amount: 39_900 },
    ]);
  });

  it.each([106, 108, 112, 115])('of %i øre, approved late, has one capture', async (amount) => {
    const account = await openAccount(soon);
    await account.sale(amount);
    await account.clock.pass(3_000);
    expect(account.sandbox.ledger().filter(({ what }) => what === 'captured')).toMatchObject([{ amount }]);
  });

  it.each([101, 102, 103, 104, 105, 107])('of %i øre has no capture', async (amount) => {
    const account = await openAccount(soon);
    await account.sale(amount);
    await account.clock.pass(600_000);
    expect(account.sandbox.ledger().map(({ what }) => what)).not.toContain('captured');
  });

  it('of a cancel that a card beat has a void and a capture', async () => {
    const account = await openAccount({ options: { captureDelayMs: 0, cancelStopsPromptAfterMs: 3_000 } });
    await account.post(`/v1/sessions/${await account.session()}/cancel`);
    account.press('tap');
    expect(account.sandbox.ledger().map(({ what }) => what)).toEqual([
      'session',
      'prompt',
      'voided',
      'authorized',
      'captured',
    ]);
  });
});
