import type { Handlers } from '../../shared/contract.ts';
import type { AccountStores } from './stores.ts';

/** The stores of the account, as the window calls them. */
export const storeHandlers = (stores: AccountStores): Handlers['stores'] => ({
  list: () => stores.list(),
  read: ({ storeId }) => stores.read(storeId),
  sellers: () => stores.sellers(),
  create: (input) => stores.create(input),
});
