import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';
import { reset } from './raw-server.ts';

/** What a proxy does when it is asked for a tunnel. */
export type TunnelAnswer = (socket: Socket) => void;

export interface Proxy {
  readonly url: URL;
  /** What tunnels were asked for, as host and port, in order. */
  readonly tunnels: () => readonly string[];
  /** Resolves once so many clients have gone. */
  readonly left: (count: number) => Promise<void>;
  /** In place of opening the tunnel. */
  refuse: TunnelAnswer | undefined;
  readonly close: () => Promise<void>;
}

/** An HTTP proxy on loopback that opens tunnels and hands on every byte, every end and every reset. */
export async function startProxy(): Promise<Proxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  let gone = 0;
  let wake = (): void => undefined;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer({ allowHalfOpen: true }, (client) => {
    keep(client);
    client.on('error', () => undefined);
    client.on('close', () => {
      gone += 1;
      wake();
    });
    let asked = '';
    const read = (chunk: Buffer): void => {
      asked += chunk.toString('latin1');
      if (!asked.includes('\r\n\r\n')) return;
      client.off('data', read);
      const authority = /^CONNECT (\S+) HTTP\/1\.1\r\n/.exec(asked)?.[1];
      if (authority === undefined) {
        client.end('HTTP/1.1 405 Tunnels only\r\n\r\n');
        return;
      }
      tunnels.push(authority);
      if (proxy.refuse) {
        proxy.refuse(client);
        return;
      }
      const [host = '', port = ''] = authority.split(':');
      const origin = connect({ host, port: Number(port), allowHalfOpen: true, noDelay: true });
      keep(origin);
      origin.once('connect', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        join(client, origin);
      });
      origin.once('error', () => client.destroy());
    };
    client.on('data', read);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const proxy: Proxy = {
    url: new URL(`http://127.0.0.1:${address.port}`),
    tunnels: () => tunnels,
    left: async (count) => {
      while (gone < count) await new Promise<void>((resolve) => (wake = resolve));
    },
    refuse: undefined,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}

function join(client: Socket, origin: Socket): void {
  for (const [from, to] of [
    [client, origin],
    [origin, client],
  ] as const) {
    from.on('error', () => reset(to));
    from.pipe(to);
  }
}
