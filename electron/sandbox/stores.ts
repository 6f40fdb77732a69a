import type { PayoutDestination, Store } from './records.ts';
import { type Reply, refuse } from './reply.ts';
import type { StoreBody } from './request-bodies.ts';
import type { World } from './world.ts';

/**
 * `POST …/stores`: gives the new store, or why there is none.
 * https://docs.dintero.com/docs/checkout/in-person/terminal-onboarding
 */
export function createStore({ state, options }: World, body: StoreBody): Store | Reply {
  const { store_id: chosen, store_name, organization, payout_destination: destination } = body;
  const id = freeStoreId(state.accountId, state.stores);
  const storeId = chosen ?? id;
  if (state.stores.some(({ store_id: taken }) => taken === storeId)) {
    return refuse(options().alreadyThereStatus, 'store_id is taken');
  }
  const payoutId = destination?.payout_destination_id;
  const payout = state.payoutDestinations.find(({ payout_destination_id: one }) => one === payoutId);
  if (payoutId !== undefined && !payout) {
    return refuse(options().unknownReferenceStatus, 'payout_destination_id is not of this account');
  }
  const refusal = payout && checkPayout(payout, organization?.organization_number, options());
  if (refusal) return refusal;
  const store: Store = {
    store_id: storeId,
    id,
    store_name,
    ...(payoutId !== undefined && { payout_destination_id: payoutId }),
    ...(organization && { organization }),
  };
  state.stores.push(store);
  return store;
}

/** `T12345678-0001` and on. */
function freeStoreId(accountId: string, stores: readonly Store[]): string {
  const taken = new Set(stores.flatMap(({ id, store_id: storeId }) => [id, storeId]));
  for (let number = stores.length + 1; ; number += 1) {
    const id = `${accountId}-${String(number).padStart(4, '0')}`;
    if (!taken.has(id)) return id;
  }
}

function checkPayout(
  { case_status: status, organization }: PayoutDestination,
  organizationNumber: string | undefined,
  options: ReturnType<World['options']>,
): Reply | undefined {
  if (status !== 'ACTIVE' && options.waitingDestination === 'reject-400') {
    return refuse(400, `The payout destination is ${status}`);
  }
  if (
    organization &&
    organizationNumber !== undefined &&
    organization.organization_number !== organizationNumber
  ) {
    return refuse(
      options.organizationRefusedStatus,
      'organization_number is not that of the payout destination',
    );
  }
  return undefined;
}
