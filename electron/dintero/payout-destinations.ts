import { z } from 'zod';
import type { Result } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';
import { scopes } from './scopes.ts';

const payoutDestinationSchema = z.object({
  payout_destination_id: z.string().min(1),
  case_status: z.string().optional(),
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
