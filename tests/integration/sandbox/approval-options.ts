import { z } from 'zod';
import type { Account, Answer } from './account.ts';
import { type Effects } from './option-effect.ts';

const account = '/v1/accounts/T00000001';
export const approvalsPath = `${account}/management/settings/approvals/payout-destinations`;
export const destinationsPath = `${account}/payout-destinations`;

/** What the specification asks for, and no more. */
export const application = {
  payout_destination_id: 'kaffebaren',
  payout_reference: 'Kaffebaren',
  country_code: 'NO',
  organization_number: '923663487',
  bank_accounts: [
    {
      bank_account_number: '86011117947',
      bank_account_number_type: 'BBAN',
      bank_account_country_code: 'NO',
      bank_account_currency: 'NOK',
      payout_currency: 'NOK',
    },
  ],
} as const;

export const apply = (at: Account, body: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  at.post(approvalsPath, { ...application, ...body });

const casesSchema = z.object({
  payout_destinations: z.array(
    z.object({ case_status: z.string(), links: z.array(z.object({ rel: z.string(), href: z.string() })) }),
  ),
});
type Case = z.infer<typeof casesSchema>['payout_destinations'][number];

/** The case that was applied for. Throws when there is none. */
export async function caseOf(at: Account, sellerId = 'kaffebaren'): Promise<Case> {
  const { body } = await at.get(`${approvalsPath}?payout_destination_id=${sellerId}`);
  const [found] = casesSchema.parse(body).payout_destinations;
  if (!found) throw new Error(`There is no case of ${sellerId}`);
  return found;
}

/** The links of a case, by what they are for. */
const linksOf = async (at: Account): Promise<readonly string[]> =>
  (await caseOf(at)).links.map(({ rel }) => rel);

/** Applies, has the signer do so much, lets time pass, in ms, and tells the status. */
const afterwards =
  (signings: number, ms: number) =>
  async (at: Account): Promise<unknown> => {
    await apply(at);
    for (let signing = 0; signing < signings; signing += 1) at.sandbox.sign('kaffebaren');
    await at.clock.pass(ms);
    return (await caseOf(at)).case_status;
  };

/** Options of the cases of new sellers. */
export const approvalOptions = {
  approvalPath: {
    look: afterwards(0, 0),
    usual: 'WAITING_FOR_DECLARATION',
    changed: [
      [['WAITING_FOR_DETAILS', 'ACTIVE'], 'WAITING_FOR_DETAILS'],
      [['SOMETHING_NEW'], 'SOMETHING_NEW'],
    ],
  },
  approvalSignerMs: {
    look: afterwards(0, 20_000),
    usual: 'WAITING_FOR_DECLARATION',
    changed: [[20_000, 'WAITING_FOR_SIGNATURE']],
  },
  approvalReviewMs: {
    look: afterwards(2, 3_000),
    usual: 'ACTIVE',
    changed: [[3_001, 'AUTOMATIC_REVIEW']],
  },
  approvalLinks: {
    look: async (at) => {
      await apply(at);
      return await linksOf(at);
    },
    usual: ['declaration_url', 'contract_url', 'cdd_case_url'],
    changed: [['as-needed', ['declaration_url', 'cdd_case_url']]],
  },
  approvalLinkBase: {
    look: async (at) => {
      await apply(at);
      return (await caseOf(at)).links.every(({ href }) => href.startsWith('https://sandbox.dintero.com/'));
    },
    usual: true,
    changed: [['https://sign.example.com', false]],
  },
  pendingDestinations: {
    look: async (at) => {
      await apply(at);
      return (await at.get(`${destinationsPath}/kaffebaren`)).status;
    },
    usual: 404,
    changed: [['listed', 200]],
  },
} satisfies Effects;
