import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';
import { isWhole } from '../integration/dintero/raw-server.ts';

/** Where a request is cut off: it has arrived, and is not handed on; or Dintero has it, and its answer is not handed back. */
export type Cut = 'on the way there' | 'on the way back';

/** A relay before the sandbox that hands bytes on, counts the requests by them, and cuts where it is told to. */
export interface CuttingRelay {
  readonly url: string;
  /** How many POSTs to such a path have arrived, whatever became of them. */
  readonly posts: (path: RegExp) => number;
  /** Cuts every POST to such a path from now on. */
  readonly cut: (path: RegExp, where: Cut) => void;
  /** Resets every connection that is open. */
  readonly resetAll: () => void;
  readonly close: () => Promise<void>;
}

/** Starts a relay before a server on loopback. */
export async function startCuttingRelay(target: string): Promise<CuttingRelay> {
  const port = Number(new URL(target).port);
  const received: string[] = [];
  const sockets = new Set<Socket>();
  let cuts: readonly { readonly path: RegExp; readonly where: Cut }[] = [];

  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((till) => {
    const index = received.push('') - 1;
    const sandbox = connect({ host: '127.0.0.1', port });
    const cutOff = (): void => {
      till.resetAndDestroy();
      sandbox.destroy();
    };
    keep(till);
    keep(sandbox);
    till.on('close', () => sandbox.destroy());
    sandbox.on('close', () => till.destroy());
    till.on('data', (chunk) => {
      const all = (received[index] ?? '') + chunk.toString('latin1');
      received[index] = all;
      // A request about money has a connection of its own: its line is the first.
      const path = postsIn(all)[0];
      const planned = path !== undefined && cuts.find((one) => one.path.test(path));
      if (!planned) {
        sandbox.write(chunk);
      } else if (planned.where === 'on the way back') {
        sandbox.removeAllListeners('data').once('data', cutOff);
        sandbox.write(chunk);
      } else if (isWhole(all)) {
        cutOff();
      }
    });
    sandbox.on('data', (chunk) => till.write(chunk));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    posts: (path) => received.flatMap(postsIn).filter((one) => path.test(one)).length,
    cut: (path, where) => {
      cuts = [...cuts, { path, where }];
    },
    resetAll: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const postsIn = (bytes: string): readonly string[] =>
  [...bytes.matchAll(/^POST (\S+) HTTP\/1\.1\r$/gm)].flatMap(([, path]) => path ?? []);
