import type { Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../support/clock.ts';
import { openConnection } from './connection.ts';

/** Servers and the boxes between drop a silent connection after a minute or so; well before that ours is replaced. */
const oldestMs = 25_000;

export interface RequestConnectionOptions {
  readonly origin: URL;
  readonly clock: Clock;
  readonly proxyFor: (url: URL) => Promise<URL | undefined>;
}

/**
 * The connection that carries one request about money. It is opened ahead, used once, and never pooled: a stale pooled
 * connection would turn into a lost reply, and a stack that repeats requests by itself would charge twice
 * (rule P3). A connection that was closed or reset in the meantime is replaced before it is used; one that died in
 * silence can't be told from a live one.
 */
export class RequestConnection {
  readonly #options: RequestConnectionOptions;
  #ready: { readonly socket: Socket; readonly openedAt: number } | undefined;
  #opening: Promise<void> | undefined;
  #release: (() => void) | undefined;

  constructor(options: RequestConnectionOptions) {
    this.#options = options;
  }

  /** Makes sure that a connection is there, or on its way. A failure waits for the request to meet it again. */
  async openAhead(): Promise<void> {
    if (this.#fresh()) return;
    this.#opening ??= this.#open()
      .then((socket) => this.#keep(socket))
      .catch(() => undefined)
      .finally(() => {
        this.#opening = undefined;
      });
    await this.#opening;
  }

  /** Hands over the connection for one request, or opens one now. Rejects when none comes about. */
  async take(): Promise<Socket> {
    await this.#opening;
    if (this.#ready) await takeInNews();
    const ready = this.#fresh();
    if (!ready) return await this.#open();
    this.#ready = undefined;
    this.#release?.();
    return ready;
  }

  /** Drops what was opened ahead. A connection that was handed over is not touched. */
  close(): void {
    this.#ready?.socket.destroy();
    this.#ready = undefined;
  }

  #fresh(): Socket | undefined {
    const ready = this.#ready;
    if (!ready) return undefined;
    const young = this.#options.clock.now() - ready.openedAt < oldestMs;
    if (young && ready.socket.writable && !ready.socket.readableEnded && !ready.socket.destroyed) {
      return ready.socket;
    }
    this.close();
    return undefined;
  }

  async #open(): Promise<Socket> {
    const { origin, proxyFor } = this.#options;
    return await openConnection(origin, await proxyFor(origin));
  }

  #keep(socket: Socket): void {
    const drop = (): void => void socket.destroy();
    // Without a reader the end of the other side would go unseen; bytes before a request mean no better.
    const events = ['readable', 'end', 'error'] as const;
    for (const event of events) socket.on(event, drop);
    this.#release = () => {
      for (const event of events) socket.off(event, drop);
    };
    this.#ready = { socket, openedAt: this.#options.clock.now() };
  }
}

/**
 * Lets the event loop see what the network has brought: while the attempt was synced to disk, nobody looked. The first
 * turn may still belong to the round in which it was asked for; before the second one all sockets are read.
 */
async function takeInNews(): Promise<void> {
  await turn();
  await turn();
}
