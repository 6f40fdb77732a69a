import { z } from 'zod';
import { type Result, ok } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';
import { readAll } from './pages.ts';
import { scopes } from './scopes.ts';

/** How long the reply to a new store is waited for, in ms. */
const createTimeoutMs = 20_000;

/** A store. `store_id` is the merchant's and goes into sessions; `id` is Dintero's own. */
const storeSchema = z.object({
  store_id: z.string().min(1),
  id: z.string().optional(),
  store_name: z.string().optional(),
  status: z.string().optional(),
  organization: z
    .object({ organization_number: z.string().optional(), name: z.string().optional() })
    .optional(),
  payout_destination: z
    .object({ payout_destination_id: z.string(), status: z.string().optional() })
    .optional(),
  number_of_terminals: z.int().optional(),
});
export type Store = z.infer<typeof storeSchema>;

/** A store to be. Dintero makes up the `storeId` when there is none. */
export interface NewStore {
  readonly storeId?: string | undefined;
  readonly name: string;
  /** Absent for a seller who is no organisation. */
  readonly organisationNumber?: string | undefined;
  /** Where it is registered, where that is known: ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  readonly payoutDestinationId: string;
}

/**
 * The stores of an account.
 * https://docs.dintero.com/docs/checkout/in-person/terminal-onboarding
 */
export class Stores {
  readonly #http: DinteroHttp;
  readonly #path: string;

  constructor(http: DinteroHttp, accountId: string) {
    this.#http = http;
    this.#path = `/v1/accounts/${accountId}/stores`;
  }

  /** All of the account but those that were deleted, over all pages. Needs `read:accounts`. */
  async all(): Promise<Result<readonly Store[], ApiFailure>> {
    const read = await readAll(this.#http, {
      path: this.#path,
      key: 'stores',
      entry: storeSchema,
      scope: scopes.readAccounts,
    });
    return read.ok ? ok(read.value.filter(({ status }) => status !== 'DELETED')) : read;
  }

  /** One, by the merchant's own id. Needs `read:accounts`. */
  async get(storeId: string): Promise<Result<Store, ApiFailure>> {
    return await this.#http.read({
      host: 'api',
      path: `${this.#path}/${encodeURIComponent(storeId)}`,
      schema: storeSchema,
      detail: { scope: scopes.readAccounts },
    });
  }

  /** Sent once. Needs `write:accounts`. */
  async create(store: NewStore): Promise<Result<Store, ApiFailure>> {
    const { storeId, name, organisationNumber, country, payoutDestinationId } = store;
    const answer = await this.#http.write({
      host: 'api',
      path: this.#path,
      body: {
        ...(storeId !== undefined && { store_id: storeId }),
        store_name: name,
        ...(organisationNumber !== undefined && {
          organization: {
            organization_number: organisationNumber,
            ...(country !== undefined && { country }),
          },
        }),
        payout_destination: { payout_destination_id: payoutDestinationId },
      },
      schema: storeSchema,
      timeoutMs: createTimeoutMs,
      detail: { scope: scopes.writeAccounts },
    });
    return answer.ok ? ok(answer.value.body) : answer;
  }
}
