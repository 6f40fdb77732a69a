import type { Handlers } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';
import type { Sellers } from './sellers.ts';
import type { AccountStores } from './stores.ts';

/** The stores of the account, as the window calls them. */
export const storeHandlers = (stores: AccountStores): Handlers['stores'] => ({
  list: () => stores.list(),
  read: ({ storeId }) => stores.read(storeId),
  sellers: () => stores.sellers(),
  create: (input) => stores.create(input),
});

/** The sellers of the account, as the window calls them. */
export const sellerHandlers = (sellers: Sellers): Handlers['sellers'] => ({
  list: () => sellers.list(),
  apply: (form) => sellers.apply(form),
  open: ({ payoutDestinationId }) => sellers.open(payoutDestinationId),
  leave: () => {
    sellers.leave();
    return ok(null);
  },
  readAgain: async () => {
    await sellers.lookNow();
    return ok(null);
  },
  link: (request) => sellers.link(request),
});
