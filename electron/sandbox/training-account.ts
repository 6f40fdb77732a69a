import type { State } from './records.ts';

/** How the account's two API clients log in. Nothing here is secret: the account exists in the sandbox alone. */
export const trainingClients = {
  /** May do everything, as a client that an administrator made. */
  full: { clientId: 'training-client', clientSecret: 'training-secret' },
  /** An ordinary checkout client: may not list stores, terminals or payout destinations. */
  checkoutOnly: { clientId: 'checkout-client', clientSecret: 'checkout-secret' },
} as const;

export const trainingAccountId = 'T00000001';

const created = '2026-01-02T08:00:00.000Z';

/** An account that nobody has set up yet: its API clients and payment profiles, and nothing to take payments with. */
export function emptyAccount(): State {
  return {
    accountId: trainingAccountId,
    clients: [
      { ...trainingClients.full, scopes: ['admin:checkout', 'admin:accounts'] },
      { ...trainingClients.checkoutOnly, scopes: ['admin:checkout'] },
    ],
    payoutDestinations: [],
    approvals: [],
    stores: [],
    profiles: [
      profile('in-person', 'In-person payments alone', {
        seitatech: {
          type: 'payment_type',
          in_person: { type: 'payment_product_type', enabled: true },
        },
      }),
      profile('default', 'Cards and Vipps, for the web shop', {
        payex: { type: 'payment_type', creditcard: { type: 'payment_product_type', enabled: true } },
        vipps: { type: 'payment_type', enabled: true },
      }),
    ],
    terminals: [],
    sessions: [],
    transactions: [],
    runningRefunds: [],
    operations: [],
    ledger: [],
    tasks: [],
  };
}

/** The account of training mode: two shops, and terminals in every state that pairing meets. */
export function trainingAccount(): State {
  return {
    ...emptyAccount(),
    payoutDestinations: [
      {
        payout_destination_id: 'seller-1',
        case_status: 'ACTIVE',
        type: 'company',
        payout_destination_name: 'Training Coffee AS',
        organization: { organization_number: '923663487', country: 'NO' },
      },
      {
        payout_destination_id: 'seller-2',
        case_status: 'WAITING_FOR_SIGNATURE',
        type: 'company',
        payout_destination_name: 'New Shop AS',
        organization: { organization_number: '974760673', country: 'NO' },
      },
    ],
    approvals: [
      {
        id: '00000000-0000-4000-8000-0000000000a2',
        created_at: created,
        updated_at: created,
        payout_destination_id: 'seller-2',
        payout_destination_name: 'New Shop AS',
        payout_reference: 'New Shop',
        type: 'company',
        organization_number: '974760673',
        country_code: 'NO',
        bank_accounts: [
          {
            bank_account_number: '86011117947',
            bank_account_number_type: 'BBAN',
            bank_account_country_code: 'NO',
            bank_account_currency: 'NOK',
            payout_currency: 'NOK',
          },
        ],
        payout_interval_type: 'daily',
        form_submitter: { name: 'Ola Nordmann', email: 'ola@example.com' },
        language: 'no',
        case_status: 'WAITING_FOR_SIGNATURE',
        ahead: ['AUTOMATIC_REVIEW', 'ACTIVE'],
        token: 'training-seller-2',
      },
    ],
    stores: [
      store('oslo-center', '0001', 'Oslo Center', 'seller-1'),
      store('bergen-harbour', '0002', 'Bergen Harbour', 'seller-2'),
    ],
    terminals: [
      terminal(1, 'ACTIVE'),
      terminal(2, 'ACTIVE'),
      terminal(3, 'PENDING'),
      { ...terminal(4, 'ACTION_REQUIRED'), status_reason: 'CHECK_UPDATE' },
    ],
  };
}

const store = (
  storeId: string,
  number: string,
  name: string,
  payoutDestinationId: string,
): State['stores'][number] => ({
  store_id: storeId,
  id: `${trainingAccountId}-${number}`,
  store_name: name,
  payout_destination_id: payoutDestinationId,
});

const profile = (
  profileId: string,
  description: string,
  configuration: Record<string, unknown>,
): State['profiles'][number] => ({
  profile_id: profileId,
  created_at: created,
  description,
  configuration,
});

const terminal = (
  number: number,
  status: State['terminals'][number]['status'],
): State['terminals'][number] => ({
  terminal_id: `${trainingAccountId}-T${String(number).padStart(4, '0')}`,
  id: `00000000-0000-4000-8000-00000000000${number}`,
  created_at: created,
  device_serial_number: `SIMULATED-${trainingAccountId}-${String(number).padStart(3, '0')}`,
  device_model: 'SATURN1000',
  store_id: 'oslo-center',
  status,
  plugged: true,
  prompts: [],
});
