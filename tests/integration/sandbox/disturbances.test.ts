import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../../electron/sandbox/disturbances.ts';
import { type Account, openAccount, saleBody } from './account.ts';

const create = /^\/v1\/sessions-profile$/;

/** What the caller sees of a create call that is struck: a status, or that there was no answer. */
async function seen(account: Account, trouble: Trouble): Promise<number | 'no answer'> {
  account.sandbox.disturb({ path: create, trouble });
  return await account
    .post('/v1/sessions-profile', saleBody())
    .then(({ status }) => status)
    .catch(() => 'no answer' as const);
}

const sessions = (account: Account): number =>
  account.sandbox.ledger().filter(({ what }) => what === 'session').length;

describe('a disturbance', () => {
  it.each<[Trouble['kind'], Trouble, number | 'no answer', number]>([
    ['lose-reply', { kind: 'lose-reply' }, 'no answer', 1],
    ['reset', { kind: 'reset' }, 'no answer', 0],
    ['answer', { kind: 'answer', status: 502 }, 502, 0],
    ['garble', { kind: 'garble' }, 'no answer', 1],
    ['truncate', { kind: 'truncate' }, 'no answer', 1],
    ['hold', { kind: 'hold', part: 'reply', until: Promise.resolve() }, 200, 1],
  ])('%s is seen by the caller, and does or does not do what was asked', async (_, trouble, answer, done) => {
    const account = await openAccount();
    expect([await seen(account, trouble), sessions(account)]).toEqual([answer, done]);
  });

  it.each([
    ['request', 0],
    ['reply', 1],
  ] as const)('delay keeps the %s back for its time', async (part, done) => {
    const account = await openAccount();
    const answered = seen(account, { kind: 'delay', part, ms: 5_000 });
    await account.get('/v1/transactions');
    while (!account.clock.waiting.includes(5_000)) await account.get('/v1/transactions');
    expect(sessions(account)).toBe(done);
    await account.clock.pass(5_000);
    expect(await answered).toBe(200);
  });

  it('strikes once unless told otherwise', async () => {
    const account = await openAccount();
    await seen(account, { kind: 'answer', status: 502 });
    expect((await account.post('/v1/sessions-profile', saleBody())).status).toBe(200);
  });

  it('strikes as often as it is told', async () => {
    const account = await openAccount();
    account.sandbox.disturb({ path: create, times: 2, trouble: { kind: 'answer', status: 502 } });
    const statuses = [];
    for (let times = 0; times < 3; times += 1) {
      statuses.push((await account.post('/v1/sessions-profile', saleBody())).status);
    }
    expect(statuses).toEqual([502, 502, 200]);
  });

  it('strikes its method and its path alone', async () => {
    const account = await openAccount();
    account.sandbox.disturb({
      method: 'GET',
      path: /^\/v1\/transactions$/,
      trouble: { kind: 'answer', status: 502 },
    });
    const other = await account.get('/v1/sessions');
    const struck = await account.get('/v1/transactions');
    expect([other.status, struck.status]).toEqual([200, 502]);
  });

  it('tells when to come back', async () => {
    const account = await openAccount();
    account.sandbox.disturb({ path: create, trouble: { kind: 'answer', status: 429, retryAfterSeconds: 7 } });
    const { headers } = await account.post('/v1/sessions-profile', saleBody());
    expect(headers.get('retry-after')).toBe('7');
  });

  it('that was planned first strikes first', async () => {
    const account = await openAccount();
    for (const status of [502, 503]) {
      account.sandbox.disturb({ path: create, trouble: { kind: 'answer', status } });
    }
    const first = await account.post('/v1/sessions-profile', saleBody());
    const second = await account.post('/v1/sessions-profile', saleBody());
    expect([first.status, second.status]).toEqual([502, 503]);
  });

  it('that was called off strikes nobody', async () => {
    const account = await openAccount();
    account.sandbox.disturb({ path: create, trouble: { kind: 'answer', status: 502 } });
    account.sandbox.clearDisturbances();
    expect((await account.post('/v1/sessions-profile', saleBody())).status).toBe(200);
  });

  it('leaves the request in the record of what arrived', async () => {
    const account = await openAccount();
    await seen(account, { kind: 'reset' });
    expect(account.sandbox.requests().at(-1)).toMatchObject({ method: 'POST', path: '/v1/sessions-profile' });
  });
});
