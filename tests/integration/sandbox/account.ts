import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import type { Transaction } from '../../../electron/sandbox/records.ts';
import { type AccountKind, type Sandbox, startSandbox } from '../../../electron/sandbox/sandbox.ts';
import type { Button } from '../../../electron/sandbox/terminals.ts';
import { trainingAccountId, trainingClients } from '../../../electron/sandbox/training-account.ts';
import { HandClock } from '../hand-clock.ts';

export const terminalId = `${trainingAccountId}-T0001`;
export const strictAmounts = { 'dintero-feature-toggles': 'strict-session-amounts' } as const;

/** An answer of the sandbox, read to its end. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

type Member = Readonly<Record<string, unknown>>;

/** A sale as a till sends it, 399.00 in one line unless told otherwise. Changes go over what stands there. */
export function saleBody(
  amount = 39_900,
  change: { order?: Member; store?: Member; top?: Member } = {},
): Member {
  return {
    url: { return_url: 'https://till.example.com/' },
    profile_id: 'in-person',
    order: {
      amount,
      currency: 'NOK',
      merchant_reference: `till-${amount}`,
      items: [{ id: 'coffee', line_id: '1', description: 'Coffee', quantity: 1, amount, vat: 25 }],
      store: {
        id: 'oslo-center',
        terminal_id: terminalId,
        payout_destination_id: 'seller-1',
        ...change.store,
      },
      ...change.order,
    },
    ...change.top,
  };
}

const tokenSchema = z.object({ access_token: z.string() });
const sessionSchema = z.object({ id: z.string() });

/** Logs in as one of the account's API clients. Gives the token. */
export async function logIn(
  url: string,
  client: { readonly clientId: string; readonly clientSecret: string } = trainingClients.full,
): Promise<string> {
  const answer = await call(url, 'POST', `/v1/accounts/${trainingAccountId}/auth/token`, {
    body: {
      grant_type: 'client_credentials',
      audience: `https://api.dintero.com/v1/accounts/${trainingAccountId}`,
    },
    headers: {
      authorization: `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}`,
    },
  });
  return tokenSchema.parse(answer.body).access_token;
}

/** One request of anybody's, with a JSON body if there is one. Rejects when the answer is no JSON. */
export async function call(
  url: string,
  method: string,
  path: string,
  sent: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...(sent.body !== undefined && { 'content-type': 'application/json' }), ...sent.headers },
    ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
  });
  const body: unknown = await answer.json();
  return { status: answer.status, body, headers: answer.headers };
}

/** A sandbox as a program without a till sees it: over plain HTTP, logged in. */
export class Account {
  readonly sandbox: Sandbox;
  readonly clock: HandClock;
  readonly #token: string;

  constructor(sandbox: Sandbox, clock: HandClock, token: string) {
    this.sandbox = sandbox;
    this.clock = clock;
    this.#token = token;
  }

  get(path: string): Promise<Answer> {
    return call(this.sandbox.url, 'GET', path, { headers: this.#bearer() });
  }

  post(path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return call(this.sandbox.url, 'POST', path, { body, headers: { ...this.#bearer(), ...headers } });
  }

  put(path: string, body: unknown): Promise<Answer> {
    return call(this.sandbox.url, 'PUT', path, { body, headers: this.#bearer() });
  }

  /** Creates a session; gives its id, or throws what was answered instead. */
  async session(body: unknown = saleBody()): Promise<string> {
    const answer = await this.post('/v1/sessions-profile', body);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return sessionSchema.parse(answer.body).id;
  }

  /** Creates a session and presents a card. Gives the transaction. */
  async sale(amount = 39_900, button: Button = 'tap'): Promise<Transaction> {
    await this.session(saleBody(amount));
    this.press(button);
    return this.last;
  }

  /** Asks for a refund of the newest transaction. */
  refund(body: Member): Promise<Answer> {
    return this.post(`/v1/transactions/${this.last.id}/refund`, { terminal_id: terminalId, ...body });
  }

  /** On the terminal that sales go to. */
  press(button: Button): void {
    this.sandbox.press(terminalId, button);
  }

  /** The newest transaction. Throws when there is none. */
  get last(): Transaction {
    const transaction = this.sandbox.transactions().at(-1);
    if (!transaction) throw new Error('There is no transaction');
    return transaction;
  }

  #bearer(): { authorization: string } {
    return { authorization: `Bearer ${this.#token}` };
  }
}

export interface AccountSetUp {
  readonly account?: AccountKind;
  readonly options?: OptionsChange;
  readonly client?: keyof typeof trainingClients;
  readonly stateFile?: string;
  readonly clock?: HandClock;
}

/** Starts a sandbox whose time stands still, and logs in. It ends with the test. */
export async function openAccount(setUp: AccountSetUp = {}): Promise<Account> {
  const { clock = new HandClock(), options, account, stateFile, client = 'full' } = setUp;
  const sandbox = await startSandbox({ clock, options, account, stateFile });
  onTestFinished(() => sandbox.close());
  return new Account(sandbox, clock, await logIn(sandbox.url, trainingClients[client]));
}
