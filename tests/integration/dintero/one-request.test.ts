import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientOf, guideSale } from './client.ts';
import { longMoneyCalls, moneyCalls } from './money-calls.ts';
import { type Behaviour, answering, isWhole, reset, startRawServer } from './raw-server.ts';
import { type OpenWay, openWay, ways } from './ways.ts';

/**
 * No layer below the journal – client, undici, Node, TLS, a proxy's tunnel – sends a request about money a second time,
 * whatever becomes of the first one (rules P3, P21, R2). A server on a raw socket counts the bytes that come.
 */

/** Longer than any wait that an answer may ask for. In ms. */
const longAfter = 600_000;

/** Requests and connections, once everything that could wait for its time has had it. */
async function arrivals({ checkout, clock, proxy }: OpenWay) {
  await clock.pass(longAfter);
  return {
    requests: checkout.requests(),
    connections: checkout.connections(),
    ...(proxy && { tunnels: proxy.tunnels().length }),
  };
}

const oneOfEach = ({ proxy }: OpenWay) => ({ requests: 1, connections: 1, ...(proxy && { tunnels: 1 }) });

const everyWay = describe.each(ways.map((way) => ({ way })));
const everyCall = describe.each(moneyCalls.map(([call, send]) => ({ call, send })));

const onceWhole =
  (then: (socket: Socket) => unknown): Behaviour =>
  (socket, received) => {
    if (isWhole(received())) then(socket);
  };

const writing = (text: string, then: (socket: Socket) => unknown): Behaviour =>
  onceWhole((socket) => socket.write(text, () => then(socket)));

const drop = (socket: Socket): unknown => socket.destroy();
const end = (socket: Socket): unknown => socket.end();

const head = 'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n';
const chunkedHead = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

/** Where a connection may die once the request has begun to arrive. */
const cuts: readonly { readonly cut: string; readonly behave: Behaviour }[] = [
  { cut: 'closed at the first byte of the request', behave: drop },
  { cut: 'reset at the first byte of the request', behave: reset },
  { cut: 'closed when the whole request is there', behave: onceWhole(drop) },
  { cut: 'reset when the whole request is there', behave: onceWhole(reset) },
  { cut: 'ended in order without an answer', behave: onceWhole(end) },
  { cut: 'closed after “100 Continue”', behave: writing('HTTP/1.1 100 Continue\r\n\r\n', end) },
  { cut: 'closed after “103 Early Hints”', behave: writing('HTTP/1.1 103 Early Hints\r\n\r\n', end) },
  { cut: 'closed in the middle of the status line', behave: writing('HTTP/1.1 200 O', end) },
  { cut: 'reset in the middle of the head', behave: writing('HTTP/1.1 200 OK\r\ncontent-le', reset) },
  { cut: 'closed between head and body', behave: writing(head, end) },
  { cut: 'closed in the middle of the body', behave: writing(`${head}{"id":`, end) },
  { cut: 'reset in the middle of the body', behave: writing(`${head}{"id":`, reset) },
  { cut: 'closed in the middle of a chunk', behave: writing(`${chunkedHead}1a\r\n{"id":`, end) },
  { cut: 'closed before the last chunk', behave: writing(`${chunkedHead}2\r\n{}\r\n`, end) },
  { cut: 'answered with something that is not HTTP', behave: writing('hello\r\n', end) },
];

everyWay('P3: $way', ({ way }) => {
  everyCall('a $call call', ({ send }) => {
    it('whose answer comes is sent once', async () => {
      const open = await openWay(way);
      expect(await send(open.dintero)).toMatchObject({ ok: true });
      expect(await arrivals(open)).toEqual(oneOfEach(open));
    });

    it('whose connection is closed before a byte of it is read is lost, and not sent again', async () => {
      const open = await openWay(way);
      open.checkout.greet = (socket) => {
        socket.pause();
        socket.destroy();
      };
      expect(await send(open.dintero)).toMatchObject({ ok: false, error: { kind: 'lost' } });
      expect(await arrivals(open)).toEqual({ ...oneOfEach(open), requests: 0 });
    });

    it.each(cuts)('whose connection is $cut is lost, and not sent again', async ({ behave }) => {
      const open = await openWay(way);
      open.checkout.behave = behave;
      expect(await send(open.dintero)).toMatchObject({ ok: false, error: { kind: 'lost' } });
      expect(await arrivals(open)).toEqual(oneOfEach(open));
    });

    it('that is never answered is lost when its time is over, and not sent again', async () => {
      const open = await openWay(way);
      open.checkout.behave = () => undefined;
      const sent = send(open.dintero);
      await open.checkout.requested(1);
      await open.clock.pass(180_000);
      expect(await sent).toMatchObject({
        ok: false,
        error: { kind: 'lost', fault: { code: 'setup.network-timeout' } },
      });
      expect(await arrivals(open)).toEqual(oneOfEach(open));
    });
  });

  it.each(cuts)('a create call on a connection opened ahead that is $cut', async ({ behave }) => {
    const open = await openWay(way);
    open.checkout.behave = behave;
    await open.dintero.openAhead();
    await open.checkout.connected(1);
    expect(await open.dintero.sessions.create(guideSale)).toMatchObject({
      ok: false,
      error: { kind: 'lost' },
    });
    expect(await arrivals(open)).toEqual(oneOfEach(open));
  });

  describe.each(longMoneyCalls.map(([call, send]) => ({ call, send })))('a long $call call', ({ send }) => {
    it.each([
      { cut: 'closed', behave: drop },
      { cut: 'reset', behave: reset },
    ])('whose connection is $cut while it is being sent is lost, and not sent again', async ({ behave }) => {
      const open = await openWay(way);
      open.checkout.behave = behave;
      expect(await send(open.dintero)).toMatchObject({ ok: false, error: { kind: 'lost' } });
      expect(isWhole(open.checkout.received[0] ?? '')).toBe(false);
      expect(await arrivals(open)).toEqual(oneOfEach(open));
    });
  });
});

everyCall('P3: a $call call', ({ send }) => {
  it.each([401, 408, 409, 425, 429, 500, 502, 503, 504])(
    'that is answered %i, to be retried after a second, is not',
    async (status) => {
      const open = await openWay('straight');
      open.checkout.behave = answering(status, '{"error":{"message":"later"}}', 'retry-after: 1\r\n');
      expect(await send(open.dintero)).toMatchObject({ ok: false, error: { kind: 'status', status } });
      expect(await arrivals(open)).toEqual(oneOfEach(open));
    },
  );

  it.each([301, 302, 303, 307, 308])('that is redirected by a %i does not follow', async (status) => {
    const open = await openWay('straight');
    const location = `location: ${open.checkout.origin.href}elsewhere\r\n`;
    open.checkout.behave = answering(status, '{}', location);
    expect(await send(open.dintero)).toMatchObject({ ok: false, error: { kind: 'status', status } });
    expect(await arrivals(open)).toEqual(oneOfEach(open));
  });
});

describe('P3: the answer of a create call', () => {
  it.each([
    ['not JSON', '<html>'],
    ['JSON of another form', '{"session":{}}'],
    ['empty', ''],
  ])('that is %s is lost, and the call is not sent again', async (_what, body) => {
    const open = await openWay('straight');
    open.checkout.behave = answering(200, body);
    expect(await open.dintero.sessions.create(guideSale)).toMatchObject({
      ok: false,
      error: { kind: 'lost', fault: { code: 'setup.answer' } },
    });
    expect(await arrivals(open)).toEqual(oneOfEach(open));
  });
});

/** A client that is logged in, on a machine that does not say whether there is a proxy until it has found out. */
async function withSlowProxy() {
  const { dintero, checkout, clock } = await openWay('straight');
  await dintero.close();
  const proxy = Promise.withResolvers<undefined>();
  const login = await startRawServer(answering(200, '{"access_token":"token","expires_in":86400}'));
  const addresses = { checkout: checkout.origin, api: login.origin };
  const proxyless = clientOf(addresses, { proxy: proxy.promise, clock });
  onTestFinished(async () => {
    await proxyless.close();
    await login.close();
  });
  await proxyless.token.renew();
  return { checkout, clock, proxyless, found: () => proxy.resolve(undefined) };
}

describe('A call that provably never left', () => {
  everyCall('$call', ({ send }) => {
    it('with nobody listening', async () => {
      const { dintero, checkout } = await openWay('straight');
      const gone = clientOf({ checkout: new URL('http://127.0.0.1:1'), api: checkout.origin });
      checkout.behave = answering(200, '{"access_token":"token","expires_in":3600}');
      await gone.token.renew();
      expect(await send(gone)).toMatchObject({
        ok: false,
        error: { kind: 'not-sent', fault: { code: 'setup.network' } },
      });
      await gone.close();
      await dintero.close();
    });

    it('with a connection that does not come about in time, and comes later', async () => {
      const { checkout, clock, proxyless, found } = await withSlowProxy();
      const sent = send(proxyless);
      await clock.pass(30_000);
      expect(await sent).toMatchObject({
        ok: false,
        error: { kind: 'not-sent', fault: { code: 'setup.network-timeout' } },
      });
      found();
      await checkout.connected(1);
      await checkout.disconnected(1);
      expect(checkout.received).toEqual(['']);
    });

    it('from a machine that slept while its connection was opened', async () => {
      const { checkout, clock, proxyless, found } = await withSlowProxy();
      const sent = send(proxyless);
      await clock.pass(1_000);
      clock.jump(3_600_000);
      found();
      expect(await sent).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
      await checkout.disconnected(1);
      expect(checkout.received).toEqual(['']);
    });

    it('P6: without a token', async () => {
      const { checkout } = await openWay('straight');
      const stranger = clientOf({ checkout: checkout.origin, api: checkout.origin });
      expect(await send(stranger)).toMatchObject({
        ok: false,
        error: { kind: 'not-sent', fault: { code: 'setup.not-ready' } },
      });
      expect(checkout.connections()).toBe(0);
      await stranger.close();
    });

    it.each<readonly [string, (socket: Socket) => unknown]>([
      ['asks for a login', (socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')],
      ['can’t reach Dintero', (socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')],
      ['closes the connection', (socket) => socket.destroy()],
      ['resets the connection', reset],
      ['answers something that is not HTTP', (socket) => socket.end('hello\r\n')],
    ])('through a proxy that %s: asked once', async (_what, refuse) => {
      const open = await openWay('by TLS through a proxy');
      if (open.proxy) open.proxy.refuse = refuse;
      expect(await send(open.dintero)).toMatchObject({
        ok: false,
        error: { kind: 'not-sent', fault: { code: 'setup.network-proxy' } },
      });
      expect(await arrivals(open)).toEqual({ requests: 0, connections: 0, tunnels: 1 });
    });
  });

  it('to a server whose certificate nobody vouches for', async () => {
    const open = await openWay('by TLS');
    open.distrust();
    expect(await open.dintero.sessions.create(guideSale)).toMatchObject({
      ok: false,
      error: { kind: 'not-sent', fault: { code: 'setup.network-tls' } },
    });
    expect(await arrivals(open)).toMatchObject({ requests: 0 });
  });
});
