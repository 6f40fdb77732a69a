import { z } from 'zod';
import type { Result } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';
import { readAll } from './pages.ts';
import { scopes } from './scopes.ts';

const payoutDestinationSchema = z.object({
  payout_destination_id: z.string().min(1),
  case_status: z.string().optional(),
  /** `company` or `individual`. */
  type: z.string().optional(),
  payout_destination_name: z.string().optional(),
  organization: z
    .object({ organization_number: z.string().optional(), name: z.string().optional() })
    .optional(),
});
export type PayoutDestination = z.infer<typeof payoutDestinationSchema>;

/** Where an account's money is paid out to. */
export class PayoutDestinations {
  readonly #http: DinteroHttp;
  readonly #account: string;

  constructor(http: DinteroHttp, accountId: string) {
    this.#http = http;
    this.#account = `/v1/accounts/${accountId}`;
  }

  /** All of the account, over all pages. Needs `read:accounts`. */
  async all(): Promise<Result<readonly PayoutDestination[], ApiFailure>> {
    return await readAll(this.#http, {
      path: `${this.#account}/payout-destinations`,
      key: 'payout_destinations',
      entry: payoutDestinationSchema,
      scope: scopes.readAccounts,
    });
  }

  /** What pairing wants to know is `case_status`: whether money may be paid out at all. */
  async get(payoutDestinationId: string): Promise<Result<PayoutDestination, ApiFailure>> {
    return await this.#http.read({
      host: 'api',
      path: `${this.#account}/payout-destinations/${encodeURIComponent(payoutDestinationId)}`,
      schema: payoutDestinationSchema,
      detail: { scope: scopes.readAccounts },
    });
  }
}
