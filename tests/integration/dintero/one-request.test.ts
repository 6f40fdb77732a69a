import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DinteroClient } from '../../../electron/dintero/client.ts';
import { clientOf, guideSale } from './client.ts';
import { type RawServer, answering, isWhole, startRawServer } from './raw-server.ts';

const token = JSON.stringify({ access_token: 'token-of-the-test', token_type: 'Bearer', expires_in: 3600 });

let login: RawServer;
let checkout: RawServer;
let dintero: DinteroClient;

beforeEach(async () => {
  login = await startRawServer(answering(200, token));
  checkout = await startRawServer(answering(200, '{"id":"T12345678.session"}'));
  dintero = clientOf({ checkout: checkout.origin, api: login.origin });
  await dintero.token.renew();
});

afterEach(async () => {
  await dintero.close();
  await Promise.all([login.close(), checkout.close()]);
});

const create = () => dintero.sessions.create(guideSale);

describe('P3: a create call is sent once', () => {
  it('and its answer is read', async () => {
    expect(await create()).toMatchObject({ ok: true, value: { body: { id: 'T12345678.session' } } });
    expect(checkout.requests()).toBe(1);
  });

  it.each<[string, (socket: Socket, received: () => string) => void]>([
    ['is cut at its first byte', (socket) => socket.destroy()],
    ['is reset at its first byte', (socket) => socket.resetAndDestroy()],
    ['is cut when the whole request is there', (socket, received) => isWhole(received()) && socket.destroy()],
    ['is closed in order without an answer', (socket, received) => isWhole(received()) && socket.end()],
    [
      'breaks off in the middle of the head',
      (socket, received) => isWhole(received()) && socket.end('HTTP/1.1 200 O'),
    ],
    [
      'breaks off in the middle of the body',
      (socket, received) =>
        isWhole(received()) && socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"id":'),
    ],
    [
      'brings something that is not HTTP',
      (socket, received) => isWhole(received()) && socket.end('hello\r\n'),
    ],
  ])('when the answer %s: lost, and not sent again', async (_what, behave) => {
    checkout.behave = behave;
    expect(await create()).toMatchObject({ ok: false, error: { kind: 'lost' } });
    expect(checkout.connections()).toBe(1);
  });

  it.each([
    ['not JSON', '<html>'],
    ['JSON of another form', '{"session":{}}'],
    ['empty', ''],
  ])('when the body is %s: lost, and not sent again', async (_what, body) => {
    checkout.behave = answering(200, body);
    expect(await create()).toMatchObject({
      ok: false,
      error: { kind: 'lost', fault: { code: 'setup.answer' } },
    });
    expect(checkout.requests()).toBe(1);
  });

  it.each([301, 307, 308])('when Dintero redirects (%i), the redirect is not followed', async (status) => {
    checkout.behave = answering(status, '{}', `location: ${checkout.origin.href}elsewhere\r\n`);
    expect(await create()).toMatchObject({ ok: false, error: { kind: 'status', status } });
    expect(checkout.requests()).toBe(1);
  });

  it.each([408, 429, 500, 502, 503, 504])(
    'when Dintero answers %i, it is not tried again',
    async (status) => {
      checkout.behave = answering(status, '{"error":{"message":"later"}}', 'retry-after: 0\r\n');
      expect(await create()).toMatchObject({ ok: false, error: { kind: 'status', status } });
      expect(checkout.requests()).toBe(1);
    },
  );

  it('with nobody listening it provably never left', async () => {
    await checkout.close();
    expect(await create()).toMatchObject({
      ok: false,
      error: { kind: 'not-sent', fault: { code: 'setup.network' } },
    });
    checkout = await startRawServer(answering(200, '{}'));
  });

  it('P6: without a token nothing is sent', async () => {
    const stranger = clientOf({ checkout: checkout.origin, api: login.origin });
    expect(await stranger.sessions.create(guideSale)).toMatchObject({
      ok: false,
      error: { kind: 'not-sent', fault: { code: 'setup.not-ready' } },
    });
    expect(checkout.connections()).toBe(0);
    await stranger.close();
  });
});

describe('the connection that was opened ahead', () => {
  it('carries the request', async () => {
    await dintero.openAhead();
    await checkout.connected(1);
    await create();
    expect([checkout.connections(), checkout.requests()]).toEqual([1, 1]);
  });

  it('is opened once, however often it is asked for', async () => {
    await Promise.all([dintero.openAhead(), dintero.openAhead(), dintero.openAhead()]);
    await dintero.openAhead();
    await checkout.connected(1);
    expect(checkout.connections()).toBe(1);
  });

  it('is replaced when the other side closed it meanwhile, and the sale goes through', async () => {
    await dintero.openAhead();
    await checkout.connected(1);
    checkout.dropAll();
    await vi.waitFor(async () => {
      await dintero.openAhead();
      expect(checkout.connections()).toBe(2);
    });
    expect(await create()).toMatchObject({ ok: true });
    expect([checkout.connections(), checkout.requests()]).toEqual([2, 1]);
  });

  it('is used once: the next request gets a fresh one', async () => {
    await dintero.openAhead();
    await create();
    await create();
    expect([checkout.connections(), checkout.requests()]).toEqual([2, 2]);
  });
});
