import { describe, expect, it } from 'vitest';
import { trainingClients } from '../../../electron/sandbox/training-account.ts';
import { call, openAccount } from './account.ts';

const { clientId, clientSecret } = trainingClients.full;
const account = 'T00000001';
const audience = `https://api.dintero.com/v1/accounts/${account}`;
const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const good = basic(clientId, clientSecret);
const grant = { grant_type: 'client_credentials', audience };

describe('a login', () => {
  it.each<[string, string, string, object, number]>([
    ['of the full client', account, good, grant, 200],
    [
      'with the account as user of the audience',
      account,
      good,
      { ...grant, audience: `https://${account}@api.dintero.com/v1/accounts/${account}` },
      200,
    ],
    ['with a wrong secret', account, basic(clientId, 'wrong'), grant, 401],
    ['of an unknown client', account, basic('nobody', clientSecret), grant, 401],
    ['of another account', 'T00000002', good, grant, 401],
    ['for another audience', account, good, { ...grant, audience: 'https://example.com' }, 400],
    ['of another kind', account, good, { ...grant, grant_type: 'password' }, 400],
    ['with a field too many', account, good, { ...grant, scope: 'admin' }, 400],
  ])('%s', async (_, accountId, authorization, body, status) => {
    const { sandbox } = await openAccount();
    const answer = await call(sandbox.url, 'POST', `/v1/accounts/${accountId}/auth/token`, {
      body,
      headers: { authorization },
    });
    expect(answer.status).toBe(status);
  });
});

describe('401 answers a call', () => {
  it('without a token', async () => {
    const { sandbox } = await openAccount();
    expect(await call(sandbox.url, 'GET', '/v1/transactions')).toMatchObject({
      status: 401,
      body: { error: { message: 'invalid JWT' } },
    });
  });

  it('with a token that nobody gave', async () => {
    const { sandbox } = await openAccount();
    const answer = await call(sandbox.url, 'GET', '/v1/transactions', {
      headers: { authorization: 'Bearer made-up' },
    });
    expect(answer.status).toBe(401);
  });

  it('with a token whose life is over', async () => {
    const opened = await openAccount({ options: { tokenLifeSeconds: 60 } });
    await opened.clock.pass(60_000);
    expect((await opened.get('/v1/transactions')).status).toBe(401);
  });

  it('with a token that was taken back', async () => {
    const opened = await openAccount();
    opened.sandbox.revokeTokens();
    expect((await opened.get('/v1/transactions')).status).toBe(401);
  });
});

describe('403 answers', () => {
  it.each([
    `/v1/accounts/${account}/stores`,
    `/v1/accounts/${account}/stores/oslo-center`,
    `/v1/accounts/${account}/terminals`,
    `/v1/accounts/${account}/terminals/T00000001-T0001`,
    `/v1/accounts/${account}/payout-destinations`,
    `/v1/accounts/${account}/payout-destinations/seller-1`,
  ])('a checkout client that reads %s', async (path) => {
    const opened = await openAccount({ client: 'checkoutOnly' });
    expect((await opened.get(path)).status).toBe(403);
  });

  it('a client that reads another account', async () => {
    const opened = await openAccount();
    expect((await opened.get('/v1/accounts/T00000002/stores')).status).toBe(403);
  });
});

describe('a checkout client', () => {
  it.each(['/v1/admin/session/profiles', '/v1/transactions', '/v1/sessions'])('may read %s', async (path) => {
    const opened = await openAccount({ client: 'checkoutOnly' });
    expect((await opened.get(path)).status).toBe(200);
  });

  it('may sell', async () => {
    const opened = await openAccount({ client: 'checkoutOnly' });
    expect(await opened.session()).toMatch(/^T00000001\.[0-9A-Za-z]{22}$/);
  });
});

describe('404 answers', () => {
  it.each([
    '/',
    '/v2/transactions',
    '/v1/sessions/T00000001.none',
    '/v1/transactions/T00000001.none',
    '/v1/admin/session/profiles/none',
    `/v1/accounts/${account}/stores/none`,
    `/v1/accounts/${account}/terminals/none`,
    `/v1/accounts/${account}/payout-destinations/none`,
  ])('a read of %s', async (path) => {
    const opened = await openAccount();
    expect((await opened.get(path)).status).toBe(404);
  });
});
