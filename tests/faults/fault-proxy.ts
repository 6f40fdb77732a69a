import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import type { Clock } from '../../electron/support/clock.ts';
import type { Direction, Exchange } from './kill-points.ts';

/** What the proxy does to an exchange. `at` counts bytes of the direction that is meant. */
export type Trouble =
  /** Lets exactly `at` bytes through, tells whoever kills, and lets no more through. */
  | { readonly kind: 'stop'; readonly direction: Direction; readonly at: number }
  /** The connection dies before the first byte of the reply. */
  | { readonly kind: 'lose' }
  /** The connection ends after `at` bytes of the reply. */
  | { readonly kind: 'truncate'; readonly at: number }
  /** After `at` bytes of the reply nothing more comes, and the connection stays. */
  | { readonly kind: 'stall'; readonly at: number }
  /** The reply is kept back, in ms of the harness's clock. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The reply comes twice. */
  | { readonly kind: 'repeat' }
  /** The reply to an earlier question of the same words comes in its place. */
  | { readonly kind: 'stale' }
  /** Every byte from this part on is another one. */
  | { readonly kind: 'garble'; readonly part: 'all' | 'body' };

/** Which exchanges are struck: of a kind, each `every`-th one, and at most `times`. */
export interface Plan {
  readonly on: Exchange | 'read';
  readonly every: number;
  readonly times: number;
  readonly trouble?: Trouble;
  /** Runs when the request has begun to arrive, before any of it goes on. */
  readonly first?: () => Promise<unknown>;
}

/** What went through of one exchange, in bytes. */
export interface Traffic {
  readonly kind: Exchange | 'read' | 'login';
  readonly request: { arrived: number; passed: number };
  readonly reply: { arrived: number; passed: number };
}

const kinds: readonly (readonly [Traffic['kind'], RegExp])[] = [
  ['create', /^POST \/v1\/sessions-profile /],
  ['cancel', /^POST \/v1\/sessions\/[^/ ]+\/cancel /],
  ['refund', /^POST \/v1\/transactions\/[^/ ]+\/refund /],
  ['login', /^POST \S+\/auth\/token /],
];

export interface ProxyOptions {
  readonly upstream: URL;
  readonly clock: Clock;
  /** Told when a `stop` has let its bytes through. Resolves when the till is dead. */
  readonly onStop: () => Promise<unknown>;
  /** Told how many exchanges are kept back. */
  readonly onHeld: (held: number) => void;
}

/** TCP between till and sandbox: counts the bytes of each exchange, and does to them what is planned. */
export class FaultProxy {
  readonly #options: ProxyOptions;
  readonly #server: Server;
  readonly #links = new Set<Link>();
  readonly #earlier = new Map<string, Buffer>();
  #plans: { readonly plan: Plan; met: number }[] = [];
  #held = 0;
  /** Every exchange, oldest first. */
  readonly traffic: Traffic[] = [];

  constructor(options: ProxyOptions) {
    this.#options = options;
    this.#server = createServer((client) => {
      const link = new Link(client, this, options);
      this.#links.add(link);
      void link.over.then(() => this.#links.delete(link));
    });
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  plan(plan: Plan): void {
    this.#plans.push({ plan, met: 0 });
  }

  clear(): void {
    this.#plans = [];
  }

  /** The plans that strike an exchange that begins. */
  strike(kind: Traffic['kind']): readonly Plan[] {
    return this.#plans.flatMap((entry) => {
      const { on, every, times } = entry.plan;
      if (on !== kind) return [];
      entry.met += 1;
      return entry.met % every === 0 && entry.met / every <= times ? [entry.plan] : [];
    });
  }

  hold(change: 1 | -1): void {
    this.#held += change;
    this.#options.onHeld(this.#held);
  }

  /** The reply to the same question before this one; keeps this one for the next. */
  earlier(question: string, reply: Buffer): Buffer {
    const before = this.#earlier.get(question) ?? reply;
    this.#earlier.set(question, reply);
    return before;
  }

  /** Resolves when no connection is left: nothing that the till sent is on its way any more. */
  async drained(): Promise<void> {
    while (this.#links.size > 0) await Promise.all([...this.#links].map(({ over }) => over));
  }

  async close(): Promise<void> {
    this.#server.close();
    for (const link of this.#links) link.destroy();
    await once(this.#server, 'close');
  }
}

interface Open extends Traffic {
  readonly question: string;
  readonly trouble: Trouble | undefined;
  readonly first: readonly NonNullable<Plan['first']>[];
  /** Bytes of the reply that wait for something. */
  kept: Buffer[];
}

/** One connection of the till, and its other half to the sandbox. Exchanges follow each other; none overlap. */
class Link {
  readonly over: Promise<unknown>;
  readonly #client: Socket;
  readonly #upstream: Socket;
  readonly #proxy: FaultProxy;
  readonly #options: ProxyOptions;
  #exchange: Open | undefined;
  #shut = false;
  #holding = false;
  #stopTimer: (() => void) | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(client: Socket, proxy: FaultProxy, options: ProxyOptions) {
    this.#client = client;
    this.#proxy = proxy;
    this.#options = options;
    this.#upstream = connect({
      host: options.upstream.hostname,
      port: Number(options.upstream.port),
      noDelay: true,
    });
    client.setNoDelay(true);
    // A side that dies is seen by its 'close'.
    client.on('error', () => undefined);
    this.#upstream.on('error', () => undefined);
    client.on('data', (bytes) => this.#inTurn(() => this.#fromTill(bytes)));
    this.#upstream.on('data', (bytes) => this.#inTurn(() => this.#fromSandbox(bytes)));
    client.on('close', () => this.#inTurn(() => this.#release()));
    this.#upstream.on('close', () => this.#inTurn(() => this.#client.end()));
    client.on('end', () => this.#inTurn(() => void this.#upstream.end()));
    this.over = Promise.all([closed(client), closed(this.#upstream)]);
  }

  destroy(): void {
    this.#client.destroy();
    this.#upstream.destroy();
  }

  /** What one chunk sets off is over before the next is looked at. */
  #inTurn(work: () => unknown): void {
    this.#queue = this.#queue.then(work);
  }

  async #fromTill(bytes: Buffer): Promise<void> {
    const exchange =
      this.#exchange === undefined || this.#exchange.reply.arrived > 0 ? this.#begin(bytes) : this.#exchange;
    if (exchange.request.arrived === 0) await Promise.all(exchange.first.map((work) => work()));
    exchange.request.arrived += bytes.byteLength;
    const { trouble } = exchange;
    if (trouble?.kind === 'stop' && trouble.direction === 'request') {
      await this.#passUpTo(trouble.at, exchange.request, bytes, this.#upstream);
      return;
    }
    if (this.#shut) return;
    exchange.request.passed += bytes.byteLength;
    this.#upstream.write(bytes);
  }

  async #fromSandbox(bytes: Buffer): Promise<void> {
    const exchange = this.#exchange;
    if (!exchange) return;
    exchange.reply.arrived += bytes.byteLength;
    if (this.#shut) return;
    const { trouble, reply } = exchange;
    switch (trouble?.kind) {
      case 'stop':
        if (trouble.direction === 'reply') await this.#passUpTo(trouble.at, reply, bytes, this.#client);
        return;
      case 'lose':
        this.#cut();
        return;
      case 'truncate':
        this.#pass(exchange, bytes.subarray(0, trouble.at - reply.passed));
        if (reply.passed >= trouble.at) this.#cut();
        return;
      case 'stall':
        this.#pass(exchange, bytes.subarray(0, trouble.at - reply.passed));
        if (reply.passed >= trouble.at) this.#hold();
        return;
      case 'delay':
        this.#delay(exchange, bytes, trouble.ms);
        return;
      case 'repeat':
        this.#pass(exchange, bytes);
        exchange.kept.push(bytes);
        if (isWhole(exchange.kept)) this.#client.write(Buffer.concat(exchange.kept));
        return;
      case 'garble':
        exchange.kept.push(bytes);
        if (isWhole(exchange.kept)) this.#pass(exchange, garbled(exchange.kept, trouble.part));
        return;
      case 'stale':
      case undefined:
        if (exchange.kind !== 'read') {
          this.#pass(exchange, bytes);
          return;
        }
        exchange.kept.push(bytes);
        if (isWhole(exchange.kept)) {
          const fresh = Buffer.concat(exchange.kept);
          const before = this.#proxy.earlier(exchange.question, fresh);
          this.#pass(exchange, trouble ? before : fresh);
        }
    }
  }

  #begin(bytes: Buffer): Open {
    const question = bytes.subarray(0, bytes.indexOf('\r\n')).toString('latin1');
    const kind = kinds.find(([, pattern]) => pattern.test(question))?.[0] ?? 'read';
    const plans = this.#proxy.strike(kind);
    const exchange: Open = {
      kind,
      question,
      trouble: plans.find(({ trouble }) => trouble)?.trouble,
      first: plans.flatMap(({ first }) => first ?? []),
      request: { arrived: 0, passed: 0 },
      reply: { arrived: 0, passed: 0 },
      kept: [],
    };
    this.#exchange = exchange;
    this.#proxy.traffic.push(exchange);
    return exchange;
  }

  #pass(exchange: Open, bytes: Uint8Array): void {
    exchange.reply.passed += bytes.byteLength;
    this.#client.write(bytes);
  }

  /** Lets bytes through up to a point. There the till dies. */
  async #passUpTo(at: number, counted: { passed: number }, bytes: Uint8Array, to: Socket): Promise<void> {
    if (this.#shut) return;
    const part = bytes.subarray(0, at - counted.passed);
    counted.passed += part.byteLength;
    await new Promise<void>((resolve) => {
      if (part.byteLength === 0) resolve();
      else to.write(part, () => resolve());
    });
    if (counted.passed < at) return;
    this.#shut = true;
    await this.#options.onStop();
  }

  #delay(exchange: Open, bytes: Buffer, ms: number): void {
    exchange.kept.push(bytes);
    if (this.#stopTimer) return;
    this.#hold();
    this.#stopTimer = this.#options.clock.after(ms, () => {
      this.#release();
      this.#pass(exchange, Buffer.concat(exchange.kept));
    });
  }

  #cut(): void {
    this.#shut = true;
    this.#client.resetAndDestroy();
    this.#upstream.end();
  }

  #hold(): void {
    if (this.#holding) return;
    this.#holding = true;
    this.#proxy.hold(1);
  }

  #release(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    if (this.#client.closed) this.#upstream.end();
    if (!this.#holding) return;
    this.#holding = false;
    this.#proxy.hold(-1);
  }
}

/** Unlike `once`, whatever error goes before it. */
const closed = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.on('close', resolve));

const headEnd = '\r\n\r\n';

/** The sandbox says how long each reply is. */
function isWhole(chunks: readonly Buffer[]): boolean {
  const reply = Buffer.concat(chunks);
  const end = reply.indexOf(headEnd);
  if (end < 0) return false;
  const length = /content-length: (\d+)/i.exec(reply.subarray(0, end).toString('latin1'))?.[1];
  return reply.byteLength >= end + headEnd.length + Number(length ?? 0);
}

function garbled(chunks: readonly Buffer[], part: 'all' | 'body'): Buffer {
  const reply = Buffer.concat(chunks);
  const from = part === 'all' ? 0 : reply.indexOf(headEnd) + headEnd.length;
  return Buffer.concat([reply.subarray(0, from), reply.subarray(from).map((byte) => byte ^ 0x15)]);
}
