import type { Socket } from 'node:net';
import { request } from 'undici';
import type { z } from 'zod';
import { fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import type { DinteroAddresses } from './addresses.ts';
import { type AnswerParts, parseJson, readAnswer, retryAfterMs } from './answer.ts';
import { openConnection } from './connection.ts';
import type { Dispatchers } from './dispatchers.ts';
import {
  type ApiFailure,
  askedPauseMs,
  isPassing,
  isUnreachable,
  networkFault,
  statusFault,
} from './failure.ts';
import type { DinteroHost, LineObserver } from './line.ts';
import { sendOn } from './one-request.ts';
import type { RequestConnection } from './request-connection.ts';
import type { TokenSource } from './token.ts';

/** What a call's answer carried. */
export interface Answer<Body> {
  readonly body: Body;
  /** The `event-request-id` of an operation that runs on (rule R3). */
  readonly eventRequestId?: string;
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ReadRequest<Schema extends z.ZodType> {
  readonly host: DinteroHost;
  readonly path: string;
  readonly query?: Query;
  readonly schema: Schema;
  /** How often it is tried in all when it fails in passing. 1 for polls, which have a rhythm of their own. */
  readonly tries?: number;
  /** What a person needs to know of a refusal: the scope that is missing, what was looked for. */
  readonly detail?: Readonly<Record<string, string>>;
}

export interface SendRequest<Schema extends z.ZodType> {
  /** POST unless said otherwise. */
  readonly method?: 'POST' | 'PUT';
  readonly path: string;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent for calls that have no body. */
  readonly body?: unknown;
  readonly schema: Schema;
  /** How long to wait for the whole answer, in ms (rule P10). */
  readonly timeoutMs: number;
  /** What a person needs to know of a refusal. */
  readonly detail?: Readonly<Record<string, string>>;
}

/** A write that touches no money. */
export interface WriteRequest<Schema extends z.ZodType> extends SendRequest<Schema> {
  readonly host: DinteroHost;
}

export interface HttpOptions {
  readonly addresses: DinteroAddresses;
  readonly token: TokenSource;
  readonly requests: RequestConnection;
  readonly dispatchers: Dispatchers;
  readonly clock: Clock;
  readonly log: Log;
  /** Of this app; sent as `Dintero-System-Version` with every write. */
  readonly version: string;
  readonly observer: LineObserver;
  readonly proxyFor: (url: URL) => Promise<URL | undefined>;
}

/** A read that has no answer by now will not get a useful one (rule P10). In ms. */
const readTimeoutMs = 10_000;

/**
 * A connection that is not there by now comes too late: the person has gone on, or the machine has slept. Opening one takes
 * less; asking the system for its proxy may take for ever. In ms.
 */
const connectPatienceMs = 30_000;

const firstPauseMs = 500;
const longestPauseMs = 8_000;

/**
 * The way to Dintero: never Chromium's stack, which repeats a POST by itself on a dead connection. Reads share
 * connections and retry; every write is sent once, on a connection of its own (rule P3).
 */
export class DinteroHttp {
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  /** GET, with back-off that honours Retry-After. Renews the login once when Dintero no longer takes it. */
  async read<Schema extends z.ZodType>(
    ask: ReadRequest<Schema>,
  ): Promise<Result<z.infer<Schema>, ApiFailure>> {
    for (let failedTries = 1; ; failedTries += 1) {
      const result = await this.#readOnce(ask);
      if (result.ok || failedTries >= (ask.tries ?? 3) || !isPassing(result.error)) return result;
      await this.#pause(pauseBefore(failedTries, result.error));
    }
  }

  /**
   * POST about money: sent once, whatever happens. The token must be there already (rule P6); without one nothing is
   * sent.
   */
  async sendOnce<Schema extends z.ZodType>(
    ask: SendRequest<Schema>,
  ): Promise<Result<Answer<z.infer<Schema>>, ApiFailure>> {
    const { token, requests } = this.#options;
    const ready = token.ready();
    if (!ready.ok) return err({ kind: 'not-sent', fault: ready.error });
    return await this.#send({ ...ask, host: 'checkout' }, ready.value, () => requests.take());
  }

  /** Any other write, with a login fetched for it if need be. Sent once too: the second try of a form is a second entry. */
  async write<Schema extends z.ZodType>(
    ask: WriteRequest<Schema>,
  ): Promise<Result<Answer<z.infer<Schema>>, ApiFailure>> {
    const { token, addresses, proxyFor } = this.#options;
    const held = await token.get();
    if (!held.ok) return held;
    const origin = addresses[ask.host];
    return await this.#send(ask, held.value, async () => openConnection(origin, await proxyFor(origin)));
  }

  async #send<Schema extends z.ZodType>(
    ask: WriteRequest<Schema>,
    token: string,
    connect: () => Promise<Socket>,
  ): Promise<Result<Answer<z.infer<Schema>>, ApiFailure>> {
    const { method = 'POST', host, path } = ask;
    let socket: Socket;
    try {
      socket = await this.#inTime(connect());
    } catch (error) {
      return err(this.#noAnswer(method, { host, path }, 'not-sent', error));
    }
    const answer = await this.#exchange(method, ask, async (signal) => {
      const message = await sendOn(socket, {
        method,
        origin: this.#options.addresses[host],
        path: target(path, ask.query),
        headers: {
          ...this.#headers(token),
          'dintero-system-name': 'Tillside',
          'dintero-system-version': this.#options.version,
          ...(ask.body !== undefined && { 'content-type': 'application/json' }),
          ...ask.headers,
        },
        body: ask.body === undefined ? undefined : JSON.stringify(ask.body),
        signal,
      });
      return { statusCode: message.statusCode ?? 0, headers: message.headers, body: message };
    });
    socket.destroy();
    return answer;
  }

  /** The connection, unless it took so long that what it should carry must not leave any more. */
  async #inTime(opening: Promise<Socket>): Promise<Socket> {
    const { clock } = this.#options;
    const late = (): Error => Object.assign(new Error('No connection in time'), { code: 'ETIMEDOUT' });
    const begun = clock.now();
    const patience = Promise.withResolvers<never>();
    const stop = clock.after(connectPatienceMs, () => patience.reject(late()));
    try {
      const socket = await Promise.race([opening, patience.promise]);
      // A timer sleeps with the machine.
      if (clock.now() - begun < connectPatienceMs) return socket;
      throw late();
    } catch (error) {
      opening.then(
        (socket) => socket.destroy(),
        () => undefined,
      );
      throw error;
    } finally {
      stop();
    }
  }

  async #readOnce<Schema extends z.ZodType>(
    ask: ReadRequest<Schema>,
  ): Promise<Result<z.infer<Schema>, ApiFailure>> {
    const { token } = this.#options;
    const held = await token.get();
    if (!held.ok) return held;
    const first = await this.#get(ask, held.value);
    if (first.ok || first.error.kind !== 'status' || first.error.status !== 401) return first;
    token.reject(held.value);
    const renewed = await token.get();
    return renewed.ok ? await this.#get(ask, renewed.value) : renewed;
  }

  async #get<Schema extends z.ZodType>(
    ask: ReadRequest<Schema>,
    token: string,
  ): Promise<Result<z.infer<Schema>, ApiFailure>> {
    const { addresses, dispatchers } = this.#options;
    const origin = addresses[ask.host];
    const answer = await this.#exchange('GET', { ...ask, timeoutMs: readTimeoutMs }, async (signal) =>
      request(new URL(target(ask.path, ask.query), origin), {
        dispatcher: await dispatchers.for(origin),
        headers: this.#headers(token),
        signal,
      }),
    );
    return answer.ok ? ok(answer.value.body) : answer;
  }

  async #exchange<Schema extends z.ZodType>(
    method: 'GET' | 'POST' | 'PUT',
    ask: Pick<ReadRequest<Schema>, 'host' | 'path' | 'schema' | 'detail'> & { readonly timeoutMs: number },
    send: (signal: AbortSignal) => Promise<AnswerParts>,
  ): Promise<Result<Answer<z.infer<Schema>>, ApiFailure>> {
    const { clock, log, observer } = this.#options;
    const controller = new AbortController();
    const stop = clock.after(ask.timeoutMs, () => controller.abort());
    try {
      const answer = await readAnswer(await send(controller.signal));
      const { status, text } = answer;
      observer.onReached(ask.host);
      this.#tellTime(answer.header('date'));
      log.info('dintero.answer', { method, path: ask.path, status });
      if (status < 200 || status > 299) {
        log.warn('dintero.refusal', { method, path: ask.path, status, text: text.slice(0, 2_000) });
        const retryAfter = retryAfterMs(answer, clock.now());
        return err({
          kind: 'status',
          status,
          fault: statusFault(status, ask.detail),
          ...(retryAfter !== undefined && { retryAfterMs: retryAfter }),
        });
      }
      const parsed = ask.schema.safeParse(parseJson(text));
      if (!parsed.success) {
        log.warn('dintero.unreadable', { method, path: ask.path, issues: parsed.error.issues });
        return err({ kind: 'lost', fault: fault('setup.answer', { status }) });
      }
      const eventRequestId = answer.header('event-request-id');
      return ok({ body: parsed.data, ...(eventRequestId !== undefined && { eventRequestId }) });
    } catch (error) {
      return err(this.#noAnswer(method, ask, 'lost', error));
    } finally {
      stop();
    }
  }

  #noAnswer(
    method: string,
    { host, path }: { readonly host: DinteroHost; readonly path: string },
    kind: 'not-sent' | 'lost',
    error: unknown,
  ): ApiFailure {
    const failure: ApiFailure = { kind, fault: networkFault(error) };
    this.#options.log.warn('dintero.no-answer', { method, path, kind, error });
    if (isUnreachable(failure)) this.#options.observer.onUnreachable(host, failure.fault);
    return failure;
  }

  #headers(token: string): Record<string, string> {
    return {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'user-agent': `Tillside/${this.#options.version}`,
    };
  }

  #tellTime(date: string | undefined): void {
    const server = date === undefined ? Number.NaN : Date.parse(date);
    if (!Number.isNaN(server)) this.#options.observer.onServerTime(server, this.#options.clock.now());
  }

  async #pause(delayMs: number): Promise<void> {
    await new Promise<void>((resolve) => this.#options.clock.after(delayMs, resolve));
  }
}

/** How long to wait after a failed try: doubling, or what Dintero asks for if that is longer. In ms. */
function pauseBefore(failedTries: number, failure: ApiFailure): number {
  const growing = Math.min(longestPauseMs, firstPauseMs * 2 ** (failedTries - 1));
  return Math.max(growing, askedPauseMs(failure));
}

/** The path with its query; a list becomes a repeated parameter. */
function target(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of value === undefined ? [] : typeof value === 'string' ? [value] : value) {
      search.append(name, one);
    }
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
