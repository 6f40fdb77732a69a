import { type Seller, type SellerView } from '../../../shared/views/sellers.ts';
import { now } from './basket-samples.ts';

/** All that Dintero documents, and one that it does not. */
export const caseStatuses = [
  'ACTIVE',
  'DECLINED',
  'UNDER_MANUAL_REVIEW',
  'AUTOMATIC_REVIEW',
  'WAITING_FOR_SIGNATURE',
  'WAITING_FOR_DECLARATION',
  'WAITING_FOR_DETAILS',
  'ERROR',
  'ARCHIVED',
  'TERMINATED',
  'SOMETHING_NEW',
] as const;

export const coffee: Seller = {
  payoutDestinationId: 'kaffebaren-oest',
  name: 'Kaffebaren Øst AS',
  status: 'ACTIVE',
  type: 'company',
  organisationNumber: '923663487',
  stores: 2,
  terminals: 5,
};

/** One of each status. */
export const sellers: readonly Seller[] = [
  ...caseStatuses.map((status, index) => ({
    payoutDestinationId: `seller-${index + 1}`,
    name: index === 3 ? 'Blomsterhandleren og Sønner Eiendom og Drift AS' : `Butikk ${index + 1} AS`,
    status,
    ...(status === 'ACTIVE' && { stores: 1 }),
  })),
  { payoutDestinationId: 'a-seller-that-nobody-has-ever-named_2026' },
];

const address = 'https://sandbox.dintero.com/declaration/6mnPGhOtfOFpkFba5fOfcQ';

export const sellerView = (status: string | undefined, over: Partial<SellerView> = {}): SellerView => ({
  seller: { ...coffee, status, ...(status !== 'ACTIVE' && { stores: undefined, terminals: undefined }) },
  links: [
    { kind: 'page', page: 'declaration', host: 'sandbox.dintero.com', address },
    {
      kind: 'page',
      page: 'contract',
      host: 'sandbox.dintero.com',
      address: address.replace('declaration', 'contract'),
    },
  ],
  payoutReference: 'Kaffebaren',
  payoutInterval: 'daily',
  accountTail: '7947',
  signerName: 'Kari Nordmann',
  signerEmail: 'kari@kaffebaren.example',
  checkedAt: now,
  followed: !['ACTIVE', 'DECLINED', 'ARCHIVED', 'TERMINATED'].includes(status ?? ''),
  ...over,
});
