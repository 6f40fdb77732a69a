import { request } from 'undici';
import { z } from 'zod';
import { type Fault, fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import { type RawAnswer, parseJson, readAnswer, retryAfterMs } from './answer.ts';
import type { Dispatchers } from './dispatchers.ts';
import {
  type ApiFailure,
  askedPauseMs,
  isPassing,
  isUnreachable,
  networkFault,
  statusFault,
} from './failure.ts';
import type { LineObserver } from './line.ts';

/** How the API client of an account logs in. Lives in the keychain; in memory only while it is used. */
export interface Credentials {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface TokenOptions {
  readonly api: URL;
  readonly accountId: string;
  /** Read from the keychain when a token is needed, so that the secret is not held. */
  readonly credentials: () => Promise<Result<Credentials>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly dispatchers: Dispatchers;
  readonly observer: LineObserver;
  /** Told each token, so that it never reaches a log. */
  readonly onSecret: (secret: string) => void;
  /** Told when the login can be used, and why not when it can't. */
  readonly onChange: (state: Result<null>) => void;
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

const loginTimeoutMs = 10_000;

/** A token is renewed when half of its life is over, and not used in its last minute. */
const renewalShare = 0.5;
const lastUseMs = 60_000;

const firstRetryMs = 2_000;
const longestRetryMs = 60_000;
/** A login that is refused will not be taken a minute later; a person mends it. Still asked now and then. */
const refusedRetryMs = 5 * 60_000;

/**
 * The account's access token: cached in memory, renewed ahead of need, so that it is there before Charge is pressed and
 * never fetched during one (rule P6). https://docs.dintero.com/docs/checkout/checkout-client
 */
export class TokenSource {
  readonly #options: TokenOptions;
  #token: { readonly value: string; readonly usableUntil: number } | undefined;
  #why: Fault = fault('setup.not-ready');
  #fetching: Promise<Result<string, ApiFailure>> | undefined;
  #failedTries = 0;
  #stopTimer: (() => void) | undefined;
  #closed = false;

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  /** The token if it is here and good, without asking anyone. */
  ready(): Result<string> {
    const token = this.#token;
    return token && this.#options.clock.now() < token.usableUntil ? ok(token.value) : err(this.#why);
  }

  /** The token, fetched if need be. */
  async get(): Promise<Result<string, ApiFailure>> {
    const ready = this.ready();
    return ready.ok ? ready : await this.renew();
  }

  /** Fetches a new token; the old one stays in use until then. */
  async renew(): Promise<Result<string, ApiFailure>> {
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = undefined;
    });
    return await this.#fetching;
  }

  /** Dintero no longer takes this token. */
  reject(token: string): void {
    if (this.#token?.value === token) this.#token = undefined;
  }

  /** Forgets the token and renews no more; a login that is under way still comes to its end. */
  close(): void {
    this.#closed = true;
    this.#stopTimer?.();
    this.#token = undefined;
  }

  async #fetch(): Promise<Result<string, ApiFailure>> {
    const credentials = await this.#options.credentials();
    const result = credentials.ok
      ? await logIn(this.#options, credentials.value)
      : err<ApiFailure>({ kind: 'not-sent', fault: credentials.error });
    if (this.#closed) return result.ok ? ok(result.value.token) : result;
    if (!result.ok) {
      this.#failed(result.error);
      return result;
    }
    const { token, lifeMs } = result.value;
    this.#options.onSecret(token);
    this.#failedTries = 0;
    this.#token = {
      value: token,
      usableUntil: this.#options.clock.now() + lifeMs - Math.min(lastUseMs, lifeMs / 10),
    };
    this.#renewAfter(lifeMs * renewalShare);
    this.#options.onChange(ok(null));
    return ok(token);
  }

  #failed(failure: ApiFailure): void {
    this.#why = failure.fault;
    this.#failedTries += 1;
    const growing = Math.min(longestRetryMs, firstRetryMs * 2 ** (this.#failedTries - 1));
    this.#renewAfter(isPassing(failure) ? Math.max(growing, askedPauseMs(failure)) : refusedRetryMs);
    const ready = this.ready();
    this.#options.onChange(ready.ok ? ok(null) : ready);
  }

  #renewAfter(delayMs: number): void {
    this.#stopTimer?.();
    this.#stopTimer = this.#options.clock.after(delayMs, () => void this.renew());
  }
}

/**
 * Logs in once. The token is good for `lifeMs` from the moment of asking. A login is no money, but it is not repeated
 * here either: the caller has a rhythm.
 */
async function logIn(
  options: Pick<TokenOptions, 'api' | 'clock' | 'log' | 'dispatchers' | 'observer'>,
  { accountId, clientId, clientSecret }: Credentials,
): Promise<Result<{ readonly token: string; readonly lifeMs: number }, ApiFailure>> {
  const { api, clock, log, dispatchers, observer } = options;
  const controller = new AbortController();
  const stop = clock.after(loginTimeoutMs, () => controller.abort());
  try {
    const response = await request(new URL(`/v1/accounts/${accountId}/auth/token`, api), {
      method: 'POST',
      dispatcher: await dispatchers.for(api),
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      },
      // The audience is Dintero's name for the account, not the address that is called.
      body: JSON.stringify({
        grant_type: 'client_credentials',
        audience: `https://api.dintero.com/v1/accounts/${accountId}`,
      }),
      signal: controller.signal,
    });
    const answer = await readAnswer(response);
    observer.onReached('api');
    log.info('dintero.login', { status: answer.status });
    if (answer.status !== 200) return err(loginRefused(answer, clock.now()));
    const parsed = tokenSchema.safeParse(parseJson(answer.text));
    if (!parsed.success) return err({ kind: 'lost', fault: fault('setup.answer', { status: 200 }) });
    return ok({ token: parsed.data.access_token, lifeMs: parsed.data.expires_in * 1_000 });
  } catch (error) {
    const failure: ApiFailure = { kind: 'lost', fault: networkFault(error) };
    log.warn('dintero.login-lost', { error });
    if (isUnreachable(failure)) observer.onUnreachable('api', failure.fault);
    return err(failure);
  } finally {
    stop();
  }
}

/** Dintero does not say which of account, id and secret is wrong, nor do we. */
function loginRefused(answer: RawAnswer, now: number): ApiFailure {
  const { status } = answer;
  const retryAfter = retryAfterMs(answer, now);
  return {
    kind: 'status',
    status,
    fault: [400, 401, 403, 404].includes(status) ? fault('setup.login') : statusFault(status),
    ...(retryAfter !== undefined && { retryAfterMs: retryAfter }),
  };
}
