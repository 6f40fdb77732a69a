import { once } from 'node:events';
import { type Server, type Socket, createServer } from 'node:net';
import { TLSSocket, createSecureContext } from 'node:tls';
import type { Certificate } from './certificate.ts';

/** What the server does with a connection, told by the test. */
export type Behaviour = (socket: Socket, received: () => string) => void;

export interface RawServer {
  readonly origin: URL;
  /** Everything each connection sent, in the order of connecting. */
  readonly received: readonly string[];
  /** How many requests arrived in all, by their request lines. */
  readonly requests: () => number;
  readonly connections: () => number;
  /** Resolves once so many connections were made. */
  readonly connected: (count: number) => Promise<void>;
  /** Resolves once so many requests have begun to arrive. */
  readonly requested: (count: number) => Promise<void>;
  /** Resolves once so many connections are over, whoever ended them. */
  readonly disconnected: (count: number) => Promise<void>;
  /** Called at each piece of a connection's bytes. */
  behave: Behaviour;
  /** Called when a connection is ready, before its first byte is read. */
  greet: (socket: Socket) => void;
  readonly dropAll: () => void;
  /** The same, by a reset in place of an end. */
  readonly resetAll: () => void;
  readonly close: () => Promise<void>;
}

/** What carries the bytes of a TLS connection. */
const carriers = new WeakMap<Socket, Socket>();

/** Resets a connection: what is on its way in either direction is lost. */
export const reset = (socket: Socket): void => void (carriers.get(socket) ?? socket).resetAndDestroy();

/** A TCP server that shows the very bytes of a request, and answers just as the test says; in TLS, when it is certified. */
export async function startRawServer(behave: Behaviour, certificate?: Certificate): Promise<RawServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  let over = 0;
  let waiting: readonly (() => void)[] = [];
  const wakeAll = (): void => {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise<void>((resolve) => (waiting = [...waiting, resolve]));
  };
  const context = certificate && createSecureContext({ key: certificate.key, cert: certificate.certificate });

  const serve = (socket: Socket): void => {
    const index = received.push('') - 1;
    socket.on('data', (chunk) => {
      received[index] = (received[index] ?? '') + chunk.toString('latin1');
      raw.behave(socket, () => received[index] ?? '');
      wakeAll();
    });
    raw.greet(socket);
    wakeAll();
  };
  const server: Server = createServer((tcp) => {
    tcp.on('error', () => undefined);
    tcp.on('close', () => {
      over += 1;
      wakeAll();
    });
    const socket = context ? new TLSSocket(tcp, { isServer: true, secureContext: context }) : tcp;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    if (socket === tcp) {
      serve(tcp);
      return;
    }
    carriers.set(socket, tcp);
    socket.on('error', () => undefined);
    socket.once('secure', () => serve(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const raw: RawServer = {
    origin: new URL(`${certificate ? 'https' : 'http'}://127.0.0.1:${address.port}`),
    received,
    requests: () => received.join('\n').match(/^(GET|POST|PUT|DELETE) \S+ HTTP\/1\.1\r$/gm)?.length ?? 0,
    connections: () => received.length,
    connected: (count) => until(() => received.length >= count),
    requested: (count) => until(() => raw.requests() >= count),
    disconnected: (count) => until(() => over >= count),
    behave,
    greet: () => undefined,
    dropAll: () => {
      for (const socket of sockets) socket.destroy();
    },
    resetAll: () => {
      for (const socket of sockets) reset(socket);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return raw;
}

/** Whether a whole request with its body has arrived. */
export function isWhole(request: string): boolean {
  const [head, body] = request.split('\r\n\r\n', 2);
  const length = Number(/content-length: (\d+)/i.exec(head ?? '')?.[1] ?? 0);
  return body !== undefined && body.length >= length;
}

/** Answers each whole request with JSON. */
export const answering =
  (status: number, body: string, headers = ''): Behaviour =>
  (socket, received) => {
    if (!isWhole(received())) return;
    socket.end(
      `HTTP/1.1 ${status} Any\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`,
    );
  };
