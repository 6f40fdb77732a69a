import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from './clock.ts';
import { timestamp } from './clock.ts';
import type { Disturbances, Trouble } from './disturbances.ts';
import { type Reply, refuse } from './reply.ts';

/** A request as it arrived. */
export interface RequestRecord {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface ServerOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly clock: Clock;
  readonly disturbances: Disturbances;
  readonly dateOffsetMs: () => number;
  readonly answer: (request: RequestRecord) => Reply | Promise<Reply>;
}

export interface Server {
  readonly url: string;
  /** What has arrived, oldest first, as far as it is kept. */
  readonly requests: () => readonly RequestRecord[];
  readonly close: () => Promise<void>;
}

/** In bytes. */
const largestBody = 1024 * 1024;
/** How many requests are kept. */
const mostRequests = 5_000;

/** HTTP on loopback, with what can go wrong on the way. */
export async function listen(options: ServerOptions): Promise<Server> {
  const requests: RequestRecord[] = [];
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => {
      // The other side went away; there is nobody left to tell.
      if (!isConnectionGone(error)) throw error;
    });
  });

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await read(incoming, options.clock);
    if (!request) {
      incoming.socket.destroy();
      return;
    }
    requests.push(request);
    if (requests.length > mostRequests) requests.shift();
    const trouble = options.disturbances.strike(request.method, request.path);
    if (trouble?.kind === 'reset') {
      incoming.socket.destroy();
      return;
    }
    await keepBack(trouble, 'request', options.clock);
    const reply = trouble?.kind === 'answer' ? otherAnswer(trouble) : await options.answer(request);
    await keepBack(trouble, 'reply', options.clock);
    if (trouble?.kind === 'lose-reply') {
      incoming.socket.destroy();
      return;
    }
    write(outgoing, reply, trouble, options.clock.now() + options.dateOffsetMs());
  }

  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function read(incoming: IncomingMessage, clock: Clock): Promise<RequestRecord | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2);
  return {
    at: timestamp(clock.now()),
    method: incoming.method ?? 'GET',
    path,
    query,
    headers: incoming.headers,
    body: text === '' ? undefined : parse(text),
  };
}

/** What is no JSON stays a text, which fits no body. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function keepBack(
  trouble: Trouble | undefined,
  part: 'request' | 'reply',
  clock: Clock,
): Promise<void> {
  if (trouble?.kind === 'delay' && trouble.part === part) {
    await new Promise<void>((resolve) => clock.after(trouble.ms, resolve));
  }
  if (trouble?.kind === 'hold' && trouble.part === part) await trouble.until;
}

const otherAnswer = ({ status, retryAfterSeconds }: Extract<Trouble, { kind: 'answer' }>): Reply =>
  refuse(status, 'Planned by the sandbox', {
    ...(retryAfterSeconds !== undefined && { headers: { 'retry-after': String(retryAfterSeconds) } }),
  });

function write(outgoing: ServerResponse, reply: Reply, trouble: Trouble | undefined, now: number): void {
  const body = trouble?.kind === 'garble' ? '<html>Bad gateway' : JSON.stringify(reply.body);
  outgoing.writeHead(reply.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    date: new Date(now).toUTCString(),
    ...reply.headers,
  });
  if (trouble?.kind === 'truncate') {
    outgoing.write(body.slice(0, Math.floor(body.length / 2)), () => outgoing.destroy());
  } else {
    outgoing.end(body);
  }
}

const isConnectionGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ECONNRESET', 'EPIPE'].includes(String(error.code));
