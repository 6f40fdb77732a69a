import { z } from 'zod';
import { type Result, ok } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';
import { type Page, readAll, readPage } from './pages.ts';
import { scopes } from './scopes.ts';

/** How long the reply to a write is waited for, in ms. */
const writeTimeoutMs = 20_000;

const terminalSchema = z.object({
  terminal_id: z.string().min(1),
  device_serial_number: z.string().optional(),
  device_model: z.string().optional(),
  /** The merchant's id of the store. */
  store_id: z.string().optional(),
  status: z.string().optional(),
  status_reason: z.string().optional(),
});
export type Terminal = z.infer<typeof terminalSchema>;

export interface NewTerminal {
  readonly serialNumber: string;
  /** Either of the store's ids; which of them is taken is not settled (docs/dintero.md). */
  readonly storeId: string;
  readonly model?: string | undefined;
}

/** What a terminal is to be from now on. */
export type TerminalChange = Pick<NewTerminal, 'storeId' | 'model'>;

/**
 * The terminals of an account.
 * https://docs.dintero.com/management-auth-api/account-terminals/aid_account_management_terminals_get
 */
export class Terminals {
  readonly #http: DinteroHttp;
  readonly #path: string;

  constructor(http: DinteroHttp, accountId: string) {
    this.#http = http;
    this.#path = `/v1/accounts/${accountId}/terminals`;
  }

  /** A page of the whole account. Needs `read:accounts`. */
  async page(after?: string): Promise<Result<Page<Terminal>, ApiFailure>> {
    return await readPage(this.#http, this.#list(), after);
  }

  /** All of the account, over all pages. Needs `read:accounts`. */
  async all(): Promise<Result<readonly Terminal[], ApiFailure>> {
    return await readAll(this.#http, this.#list());
  }

  /** All of one store, named by the merchant's own id, over all pages. Needs `read:accounts`. */
  async ofStore(storeId: string): Promise<Result<readonly Terminal[], ApiFailure>> {
    return await readAll(this.#http, this.#list({ store_id: storeId }));
  }

  /** Those with this serial number: one, or none, but for those that were deleted. Needs `read:accounts`. */
  async withSerialNumber(serialNumber: string): Promise<Result<readonly Terminal[], ApiFailure>> {
    const read = await readAll(this.#http, this.#list({ device_serial_number: serialNumber }));
    // A server that knows nothing of the filter gives all.
    return read.ok
      ? ok(read.value.filter(({ device_serial_number: serial }) => serial === serialNumber))
      : read;
  }

  /** One look, without another try: whoever follows a status has a rhythm. */
  async get(terminalId: string): Promise<Result<Terminal, ApiFailure>> {
    return await this.#http.read({
      host: 'api',
      path: this.#pathOf(terminalId),
      schema: terminalSchema,
      tries: 1,
      detail: { scope: scopes.readAccounts },
    });
  }

  /** Sent once. Needs `write:accounts`. */
  async register({ serialNumber, storeId, model }: NewTerminal): Promise<Result<Terminal, ApiFailure>> {
    return await this.#write('POST', this.#path, {
      device_serial_number: serialNumber,
      store_id: storeId,
      ...(model !== undefined && { device_model: model }),
    });
  }

  /** Sent once. Needs `write:accounts`. */
  async change(
    terminalId: string,
    { storeId, model }: TerminalChange,
  ): Promise<Result<Terminal, ApiFailure>> {
    return await this.#write('PUT', this.#pathOf(terminalId), {
      store_id: storeId,
      ...(model !== undefined && { device_model: model }),
    });
  }

  async #write(
    method: 'POST' | 'PUT',
    path: string,
    body: Readonly<Record<string, string>>,
  ): Promise<Result<Terminal, ApiFailure>> {
    const answer = await this.#http.write({
      host: 'api',
      method,
      path,
      body,
      schema: terminalSchema,
      timeoutMs: writeTimeoutMs,
      detail: { scope: scopes.writeAccounts },
    });
    return answer.ok ? ok(answer.value.body) : answer;
  }

  #pathOf(terminalId: string): string {
    return `${this.#path}/${encodeURIComponent(terminalId)}`;
  }

  #list(filter: Readonly<Record<string, string>> = {}) {
    return {
      path: this.#path,
      key: 'terminals',
      entry: terminalSchema,
      filter,
      scope: scopes.readAccounts,
    };
  }
}
