import { once } from 'node:events';
import { type Server, type Socket, createServer } from 'node:net';

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
  behave: Behaviour;
  readonly dropAll: () => void;
  readonly close: () => Promise<void>;
}

/** A TCP server that shows the very bytes of a request, and answers just as the test says. */
export async function startRawServer(behave: Behaviour): Promise<RawServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const waiting: (() => void)[] = [];
  const server: Server = createServer((socket) => {
    const index = received.push('') - 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received[index] = (received[index] ?? '') + chunk.toString('latin1');
      raw.behave(socket, () => received[index] ?? '');
    });
    for (const wake of waiting.splice(0)) wake();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const raw: RawServer = {
    origin: new URL(`http://127.0.0.1:${address.port}`),
    received,
    requests: () => received.join('\n').match(/^(GET|POST|PUT|DELETE) \S+ HTTP\/1\.1\r$/gm)?.length ?? 0,
    connections: () => received.length,
    connected: async (count) => {
      while (received.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    behave,
    dropAll: () => {
      for (const socket of sockets) socket.destroy();
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
