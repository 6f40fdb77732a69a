import { z } from 'zod';
import type { Result } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';
import { readAll } from './pages.ts';
import { scopes } from './scopes.ts';

const terminalSchema = z.object({
  terminal_id: z.string().min(1),
  device_serial_number: z.string().optional(),
  device_model: z.string().optional(),
  store_id: z.string().optional(),
  status: z.string().optional(),
  status_reason: z.string().optional(),
});
export type Terminal = z.infer<typeof terminalSchema>;

/** The terminals of an account. */
export class Terminals {
  readonly #http: DinteroHttp;
  readonly #path: string;

  constructor(http: DinteroHttp, accountId: string) {
    this.#http = http;
    this.#path = `/v1/accounts/${accountId}/terminals`;
  }

  /** All of one store, named by the merchant's own id, over all pages. Needs `read:accounts`. */
  async ofStore(storeId: string): Promise<Result<readonly Terminal[], ApiFailure>> {
    return await readAll(this.#http, {
      path: this.#path,
      key: 'terminals',
      entry: terminalSchema,
      filter: { store_id: storeId },
      scope: scopes.readAccounts,
    });
  }

  /** One look, without another try: whoever follows a status has a rhythm. */
  async get(terminalId: string): Promise<Result<Terminal, ApiFailure>> {
    return await this.#http.read({
      host: 'api',
      path: `${this.#path}/${encodeURIComponent(terminalId)}`,
      schema: terminalSchema,
      tries: 1,
      detail: { scope: scopes.readAccounts },
    });
  }
}
