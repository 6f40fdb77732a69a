import { z } from 'zod';
import type { SellerApplication } from '../../shared/seller-form.ts';
import { type Result, ok } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';
import { readAll } from './pages.ts';
import { scopes } from './scopes.ts';

const bankAccountSchema = z.object({ bank_account_number: z.string().optional() });
const individualSchema = z.object({ name: z.string().optional() });

/** Where money is paid out to. */
const payoutDestinationSchema = z.object({
  payout_destination_id: z.string().min(1),
  case_status: z.string().optional(),
  type: z.string().optional(),
  payout_destination_name: z.string().optional(),
  organization: z
    .object({
      organization_number: z.string().optional(),
      name: z.string().optional(),
      /** ISO 3166-1 alpha-2. */
      country: z.string().optional(),
    })
    .optional(),
  individual: individualSchema.optional(),
  bank_accounts: z.array(bankAccountSchema).optional(),
  /** `day`, `week`, `month`, `manual`. */
  payout_interval_type: z.string().optional(),
  number_of_stores: z.int().optional(),
  number_of_terminals: z.int().optional(),
});
export type PayoutDestination = z.infer<typeof payoutDestinationSchema>;

/** The case of a seller that was applied for. */
const approvalSchema = z.object({
  payout_destination_id: z.string().min(1),
  case_status: z.string().optional(),
  created_at: z.string().optional(),
  type: z.string().optional(),
  payout_destination_name: z.string().optional(),
  payout_reference: z.string().optional(),
  /** `daily`, `weekly`, `monthly`. */
  payout_interval_type: z.string().optional(),
  organization_number: z.string().optional(),
  individual: individualSchema.optional(),
  bank_accounts: z.array(bankAccountSchema).optional(),
  form_submitter: z.object({ name: z.string().optional(), email: z.string().optional() }).optional(),
  links: z.array(z.object({ rel: z.string().optional(), href: z.string().optional() })).optional(),
});
export type Approval = z.infer<typeof approvalSchema>;

const approvalListSchema = z.object({ payout_destinations: z.array(approvalSchema).optional() });

const applyTimeoutMs = 30_000;

/** Where an account's money is paid out to, and the cases of those who want to be. */
export class PayoutDestinations {
  readonly #http: DinteroHttp;
  readonly #path: string;
  readonly #approvals: string;

  constructor(http: DinteroHttp, accountId: string) {
    this.#http = http;
    this.#path = `/v1/accounts/${accountId}/payout-destinations`;
    this.#approvals = `/v1/accounts/${accountId}/management/settings/approvals/payout-destinations`;
  }

  /** All of the account, over all pages. Needs `read:accounts`. */
  async all(): Promise<Result<readonly PayoutDestination[], ApiFailure>> {
    return await readAll(this.#http, {
      path: this.#path,
      key: 'payout_destinations',
      entry: payoutDestinationSchema,
      scope: scopes.readAccounts,
    });
  }

  /**
   * What pairing wants to know is `case_status`: whether money may be paid out at all. Whoever follows it has a rhythm,
   * and asks with 1 of `tries`.
   */
  async get(payoutDestinationId: string, tries?: number): Promise<Result<PayoutDestination, ApiFailure>> {
    return await this.#http.read({
      host: 'api',
      path: `${this.#path}/${encodeURIComponent(payoutDestinationId)}`,
      schema: payoutDestinationSchema,
      detail: { scope: scopes.readAccounts },
      ...(tries !== undefined && { tries }),
    });
  }

  /** The cases of all sellers; this list has no pages. Needs `read:accounts`. */
  async approvals(): Promise<Result<readonly Approval[], ApiFailure>> {
    return await this.#readApprovals({});
  }

  /** The cases of one seller, as a rule one or none. */
  async approvalsOf(
    payoutDestinationId: string,
    tries?: number,
  ): Promise<Result<readonly Approval[], ApiFailure>> {
    return await this.#readApprovals({ payoutDestinationId, tries });
  }

  /** Applies for a new seller, once. Needs `write:accounts:/management/settings/approvals`. */
  async apply(application: SellerApplication): Promise<Result<Approval, ApiFailure>> {
    const answer = await this.#http.write({
      host: 'api',
      path: this.#approvals,
      body: approvalBody(application),
      schema: approvalSchema,
      timeoutMs: applyTimeoutMs,
      detail: { scope: scopes.writeApprovals },
    });
    return answer.ok ? ok(answer.value.body) : answer;
  }

  async #readApprovals({
    payoutDestinationId,
    tries,
  }: {
    readonly payoutDestinationId?: string;
    readonly tries?: number | undefined;
  }): Promise<Result<readonly Approval[], ApiFailure>> {
    const read = await this.#http.read({
      host: 'api',
      path: this.#approvals,
      query: { payout_destination_id: payoutDestinationId },
      schema: approvalListSchema,
      detail: { scope: scopes.readAccounts },
      ...(tries !== undefined && { tries }),
    });
    return read.ok ? ok(read.value.payout_destinations ?? []) : read;
  }
}

/**
 * The body of POST …/management/settings/approvals/payout-destinations
 * (https://docs.dintero.com/, "New seller approval").
 */
export function approvalBody(application: SellerApplication): object {
  const { owner, account, signer, description } = application;
  return {
    payout_destination_id: application.payoutDestinationId,
    payout_destination_name: application.name,
    ...(description !== undefined && { payout_destination_description: description }),
    payout_reference: application.payoutReference,
    payout_interval_type: application.payoutInterval,
    type: owner.type,
    country_code: owner.country,
    ...(owner.type === 'company'
      ? { organization_number: owner.organisationNumber }
      : {
          individual: {
            name: application.name,
            birth_date: owner.birthDate,
            phone_number: owner.phoneNumber,
            email: owner.email,
            address_line: owner.addressLine,
            address_postal_code: owner.postalCode,
            address_city: owner.city,
            address_country: owner.country,
          },
        }),
    bank_accounts: [
      {
        bank_account_number: account.number,
        bank_account_number_type: account.type,
        bank_account_country_code: account.country,
        bank_account_currency: application.currency,
        payout_currency: application.currency,
      },
    ],
    form_submitter: { name: signer.name, email: signer.email, title: signer.title },
    language: application.language,
  };
}
