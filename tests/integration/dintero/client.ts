import { type DinteroClient, createDinteroClient } from '../../../electron/dintero/client.ts';
import type { LineObserver } from '../../../electron/dintero/line.ts';
import { type Clock, systemClock } from '../../../electron/support/clock.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import { ok } from '../../../shared/result.ts';
import { vatRate } from '../../../shared/vat.ts';
import type { TerminalSale } from '../../../electron/dintero/sessions.ts';

export const unobserved: LineObserver = {
  onReached: () => undefined,
  onUnreachable: () => undefined,
  onServerTime: () => undefined,
};

/** The real client against servers on loopback. `proxy` stands before the checkout alone. */
export const clientOf = (
  addresses: { readonly checkout: URL; readonly api: URL },
  {
    proxy,
    clock = systemClock,
  }: { readonly proxy?: URL | Promise<URL | undefined> | undefined; readonly clock?: Clock } = {},
): DinteroClient =>
  createDinteroClient({
    addresses,
    accountId: 'T12345678',
    credentials: () =>
      Promise.resolve(ok({ accountId: 'T12345678', clientId: 'client', clientSecret: 'secret' })),
    clock,
    log: silentLog,
    version: '1.2.3',
    observer: unobserved,
    proxyFor: async (url) => (url.origin === addresses.checkout.origin ? await proxy : undefined),
    onSecret: () => undefined,
    onLogin: () => undefined,
  });

/** The guide's sale: 2 × coffee, 399.00 in all, 12 %. */
export const guideSale: TerminalSale = {
  profileId: 'your_profile_id',
  enableInPerson: true,
  returnUrl: 'https://yourpos.example.com/payment/return',
  callbackUrl: 'https://yourpos.example.com/payment/callback',
  reference: 'order-12345',
  amount: { amount: minorUnits(39900), currency: currency('NOK') },
  lines: [
    {
      lineId: '1',
      productId: 'sku-coffee-001',
      description: 'Premium Coffee Beans 1kg',
      quantity: 2,
      unitPrice: minorUnits(19950),
      vatRate: vatRate(12),
      amount: minorUnits(39900),
    },
  ],
  storeId: 'oslo-center',
  terminalId: 'T0292',
  payoutDestinationId: 'seller-1',
};
