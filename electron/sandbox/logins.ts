import { randomBytes } from 'node:crypto';
import type { ApiClient } from './records.ts';
import { type Reply, refuse, reply } from './reply.ts';
import { readBody, tokenBodySchema } from './request-bodies.ts';
import type { World } from './world.ts';

/** Tokens of API clients, in memory: a sandbox that was restarted knows none of them. */
export class Logins {
  readonly #world: World;
  readonly #tokens = new Map<string, { readonly client: ApiClient; readonly until: number }>();

  constructor(world: World) {
    this.#world = world;
  }

  /** `POST /v1/accounts/{oid}/auth/token`, https://docs.dintero.com/docs/checkout/checkout-client */
  logIn(accountId: string, authorization: string | undefined, body: unknown): Reply {
    const { state, clock, options } = this.#world;
    const client = state.clients.find((one) => authorization === basic(one));
    if (accountId !== state.accountId || !client) return refuse(401, 'Unknown account or API client');
    const read = readBody(tokenBodySchema, body);
    if (!('value' in read)) return read;
    if (!isAudience(read.value.audience, accountId)) return refuse(400, 'The audience is not this account');
    const { tokenLifeSeconds } = options();
    const token = randomBytes(24).toString('base64url');
    this.#tokens.set(token, { client, until: clock.now() + tokenLifeSeconds * 1_000 });
    return reply({ access_token: token, token_type: 'Bearer', expires_in: tokenLifeSeconds });
  }

  /** Refuses a call without a good token, or with one that lacks every scope that would do. */
  check(authorization: string | undefined, scopes: readonly string[]): Reply | undefined {
    const [, token] = /^Bearer (.+)$/.exec(authorization ?? '') ?? [];
    const login = token === undefined ? undefined : this.#tokens.get(token);
    if (!login || login.until <= this.#world.clock.now()) return refuse(401, 'invalid JWT');
    if (scopes.some((scope) => login.client.scopes.includes(scope))) return undefined;
    return refuse(403, `Needs one of: ${scopes.join(', ')}`);
  }

  /** Makes every token worthless, as when a client is revoked. */
  revokeAll(): void {
    this.#tokens.clear();
  }
}

const basic = ({ clientId, clientSecret }: ApiClient): string =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;

/** The account may also be written as the user of the address. */
const isAudience = (audience: string, accountId: string): boolean =>
  [
    `https://api.dintero.com/v1/accounts/${accountId}`,
    `https://${accountId}@api.dintero.com/v1/accounts/${accountId}`,
  ].includes(audience);
