import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { guideSale } from './client.ts';
import { isWhole, reset } from './raw-server.ts';
import { type OpenWay, type Way, openWay, ways } from './ways.ts';

/**
 * The connection that is opened ahead of a request about money. What its end can be seen of is replaced before the
 * request is written; on what died in silence the reply is lost.
 */

const create = ({ dintero }: OpenWay) => dintero.sessions.create(guideSale);

const arrivals = ({ checkout }: OpenWay) => ({
  connections: checkout.connections(),
  requests: checkout.requests(),
  onTheFirst: checkout.received[0],
});

/** A way with a connection that waits for its request. */
async function ready(way: Way): Promise<OpenWay> {
  const open = await openWay(way);
  await open.dintero.openAhead();
  await open.checkout.connected(1);
  return open;
}

const unasked = 'HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

describe.each(ways.map((way) => ({ way })))('A connection opened ahead $way', ({ way }) => {
  it('carries the request', async () => {
    const open = await ready(way);
    expect(await create(open)).toMatchObject({ ok: true });
    expect(arrivals(open)).toMatchObject({ connections: 1, requests: 1 });
  });

  it.each<{ what: string; die: (open: OpenWay, first: Socket) => void }>([
    { what: 'closed by the server', die: (open) => open.checkout.dropAll() },
    { what: 'ended in order by the server', die: (_open, first) => void first.end() },
    { what: 'reset', die: (open) => open.checkout.resetAll() },
    { what: 'answered unasked, as busy servers do', die: (_open, first) => void first.end(unasked) },
  ])('that was $what is replaced, and the sale goes through', async ({ die }) => {
    const open = await openWay(way);
    const first = Promise.withResolvers<Socket>();
    open.checkout.greet = (socket) => first.resolve(socket);
    await open.dintero.openAhead();
    die(open, await first.promise);
    await open.checkout.disconnected(1);
    await open.proxy?.left(1);
    expect(await create(open)).toMatchObject({ ok: true });
    expect(arrivals(open)).toEqual({ connections: 2, requests: 1, onTheFirst: '' });
  });

  it('that is older than 25 s is replaced', async () => {
    const open = await ready(way);
    await open.clock.pass(25_000);
    expect(await create(open)).toMatchObject({ ok: true });
    expect(arrivals(open)).toEqual({ connections: 2, requests: 1, onTheFirst: '' });
  });

  it('that died in silence makes a lost reply, and nothing is sent again', async () => {
    const open = await ready(way);
    open.checkout.behave = () => undefined;
    const sent = create(open);
    await open.checkout.requested(1);
    await open.clock.pass(30_000);
    expect(await sent).toMatchObject({ ok: false, error: { kind: 'lost' } });
    await open.clock.pass(600_000);
    expect(arrivals(open)).toMatchObject({ connections: 1, requests: 1 });
  });

  it('that died in silence does not hold up the next request', async () => {
    const open = await ready(way);
    const { behave } = open.checkout;
    open.checkout.behave = () => undefined;
    const sent = create(open);
    await open.checkout.requested(1);
    await open.clock.pass(30_000);
    await sent;
    open.checkout.behave = behave;
    expect(await create(open)).toMatchObject({ ok: true });
    expect(arrivals(open)).toMatchObject({ connections: 2, requests: 2 });
  });

  it.each<{ what: string; then: (socket: Socket) => void }>([
    { what: 'left open', then: () => undefined },
    { what: 'closed', then: (socket) => void socket.end() },
    { what: 'reset', then: reset },
  ])('is used once, although the server keeps it alive until it is $what', async ({ then }) => {
    const open = await openWay(way);
    const answer = '{"id":"T12345678.session"}';
    open.checkout.behave = (socket, received) => {
      if (!isWhole(received())) return;
      const head = `HTTP/1.1 200 OK\r\nconnection: keep-alive\r\ncontent-length: ${answer.length}\r\n\r\n`;
      socket.write(head + answer, () => then(socket));
    };
    expect(await create(open)).toMatchObject({ ok: true });
    expect(await create(open)).toMatchObject({ ok: true });
    expect(arrivals(open)).toMatchObject({ connections: 2, requests: 2 });
  });
});

describe('A connection opened ahead', () => {
  it.each<{ what: string; die: (open: OpenWay) => void }>([
    { what: 'closed', die: (open) => open.checkout.dropAll() },
    { what: 'reset', die: (open) => open.checkout.resetAll() },
  ])('that is $what while the attempt goes to disk is replaced too', async ({ die }) => {
    const open = await ready('straight');
    // The same turn of the event loop: as long as a commit takes, nobody has seen what the network brought.
    die(open);
    expect(await create(open)).toMatchObject({ ok: true });
    expect(arrivals(open)).toEqual({ connections: 2, requests: 1, onTheFirst: '' });
  });

  it('is opened once, however often it is asked for', async () => {
    const { dintero, checkout } = await openWay('straight');
    await Promise.all([dintero.openAhead(), dintero.openAhead(), dintero.openAhead()]);
    await dintero.openAhead();
    await checkout.connected(1);
    expect(checkout.connections()).toBe(1);
  });

  it('goes with the client', async () => {
    const { dintero, checkout } = await ready('straight');
    await dintero.close();
    await checkout.disconnected(1);
    expect(checkout.requests()).toBe(0);
  });

  it('that could not be opened leaves it to the request to say why', async () => {
    const open = await openWay('straight');
    await open.checkout.close();
    await open.dintero.openAhead();
    expect(await create(open)).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
  });
});
