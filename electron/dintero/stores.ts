import { z } from 'zod';
import type { Result } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';
import { readAll } from './pages.ts';
import { scopes } from './scopes.ts';

/** A store. `store_id` is the merchant's and goes into sessions; `id` is Dintero's own. */
const storeSchema = z.object({
  store_id: z.string().min(1),
  id: z.string().optional(),
  store_name: z.string().optional(),
  payout_destination: z
    .object({ payout_destination_id: z.string(), status: z.string().optional() })
    .optional(),
});
export type Store = z.infer<typeof storeSchema>;

/** The stores of an account. */
export class Stores {
  readonly #http: DinteroHttp;
  readonly #path: string;

  constructor(http: DinteroHttp, accountId: string) {
    this.#http = http;
    this.#path = `/v1/accounts/${accountId}/stores`;
  }

  /** All of the account, over all pages. Needs `read:accounts`. */
  async all(): Promise<Result<readonly Store[], ApiFailure>> {
    return await readAll(this.#http, {
      path: this.#path,
      key: 'stores',
      entry: storeSchema,
      scope: scopes.readAccounts,
    });
  }
}
