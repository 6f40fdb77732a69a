import { type Fault, fault, inputFault } from '../../shared/fault.ts';
import { readOrganisationNumber } from '../../shared/organisation-number.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { StoreSeller, StoreView } from '../../shared/views/stores.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { hadNoEffect, isNotAllowed, isNotFound, isRefused } from '../dintero/failure.ts';
import type { PayoutDestination } from '../dintero/payout-destinations.ts';
import type { NewStore, Store } from '../dintero/stores.ts';

/** What of Dintero the stores need. */
export type StoresClient = Pick<DinteroClient, 'stores' | 'payoutDestinations'>;

/** A store as a person fills it in: without an id, Dintero makes one up. */
export interface StoreInput {
  readonly storeId: string;
  readonly name: string;
  readonly organisationNumber: string;
  readonly payoutDestinationId: string;
}

/** What goes into addresses and references without being changed on the way. */
const storeIdPattern = /^[\w-]{1,40}$/;
const longestName = 100;

export interface StoresOptions {
  /** The account that stores belong to now. */
  readonly dintero: () => Result<StoresClient>;
}

/** The stores of the account. Keeps nothing: Dintero has them. */
export class AccountStores {
  readonly #options: StoresOptions;

  constructor(options: StoresOptions) {
    this.#options = options;
  }

  async list(): Promise<Result<readonly StoreView[]>> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    const all = await client.value.stores.all();
    return all.ok ? ok(all.value.map(storeView)) : err(all.error.fault);
  }

  async read(storeId: string): Promise<Result<StoreView>> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    const store = await client.value.stores.get(storeId);
    return store.ok ? ok(storeView(store.value)) : err(store.error.fault);
  }

  /** Those that a new store may be tied to, and those that it may not yet. */
  async sellers(): Promise<Result<readonly StoreSeller[]>> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    const all = await client.value.payoutDestinations.all();
    return all.ok ? ok(all.value.map(storeSeller)) : err(all.error.fault);
  }

  /** Gives the new store. When Dintero's reply is lost, the list tells whether one with this id is there. */
  async create(input: StoreInput): Promise<Result<StoreView>> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    const payoutDestinationId = input.payoutDestinationId.trim();
    const typed = readTyped(input, payoutDestinationId);
    if (!typed.ok) return typed;
    const seller = await sellerFor(client.value, payoutDestinationId);
    if (!seller.ok) return seller;
    const organisationNumber = numberFor(input, seller.value);
    if (!organisationNumber.ok) return organisationNumber;
    const wanted: NewStore = {
      ...typed.value,
      organisationNumber: organisationNumber.value,
      country: seller.value?.country,
      payoutDestinationId,
    };
    const created = await client.value.stores.create(wanted);
    if (created.ok) return ok(storeView(created.value));
    if (isRefused(created.error)) {
      return err(refusal(await sameStore(client.value, wanted), wanted, seller.value));
    }
    if (hadNoEffect(created.error)) return err(created.error.fault);
    const same = await sameStore(client.value, wanted);
    if (!same) return err(fault('setup.reply-lost'));
    // The id may have been somebody's before.
    return isAsWanted(same, wanted) ? ok(storeView(same)) : err(taken(same));
  }
}

const storeView = (store: Store): StoreView => ({
  storeId: store.store_id,
  dinteroId: store.id,
  name: store.store_name ?? store.store_id,
  organisationNumber: store.organization?.organization_number,
  payoutDestinationId: store.payout_destination?.payout_destination_id,
  payoutStatus: store.payout_destination?.status,
  terminals: store.number_of_terminals,
});

const storeSeller = (destination: PayoutDestination): StoreSeller => ({
  payoutDestinationId: destination.payout_destination_id,
  name: destination.payout_destination_name ?? destination.organization?.name,
  status: destination.case_status,
  organisationNumber: destination.organization?.organization_number,
  country: destination.organization?.country,
  individual: destination.type === 'individual',
});

/** What can be said of a form before anything is sent, the first field first. */
function readTyped(
  input: StoreInput,
  payoutDestinationId: string,
): Result<{ readonly storeId?: string; readonly name: string }> {
  const storeId = input.storeId.trim();
  const name = input.name.trim();
  if (storeId !== '' && !storeIdPattern.test(storeId)) return err(inputFault('input.store-id', 'storeId'));
  if (name === '') return err(inputFault('input.required', 'name'));
  if (name.length > longestName) return err(inputFault('input.too-long', 'name', { most: longestName }));
  if (payoutDestinationId === '') {
    const number = numberFor(input, undefined);
    return number.ok ? err(inputFault('input.choose', 'payoutDestinationId')) : number;
  }
  return ok({ name, ...(storeId !== '' && { storeId }) });
}

/** The payout destination as Dintero has it now; nothing when this API client may not read it. */
async function sellerFor(
  { payoutDestinations }: StoresClient,
  payoutDestinationId: string,
): Promise<Result<StoreSeller | undefined>> {
  const read = await payoutDestinations.get(payoutDestinationId);
  if (!read.ok) {
    if (isNotAllowed(read.error)) return ok(undefined);
    return err(isNotFound(read.error) ? inputFault('input.choose', 'payoutDestinationId') : read.error.fault);
  }
  const { case_status: status } = read.value;
  return status === undefined || status === 'ACTIVE'
    ? ok(storeSeller(read.value))
    : err(fault('setup.payout-destination', { status, payoutDestinationId }, 'payoutDestinationId'));
}

/**
 * A person has no organisation number, but may be asked for none only when that is known. Numbers have the form of the
 * country where the seller is registered.
 */
function numberFor(
  { organisationNumber }: StoreInput,
  seller: StoreSeller | undefined,
): Result<string | undefined> {
  return seller?.individual && organisationNumber.trim() === ''
    ? ok(undefined)
    : readOrganisationNumber(organisationNumber, seller?.country, 'organisationNumber');
}

async function sameStore({ stores }: StoresClient, { storeId }: NewStore): Promise<Store | undefined> {
  if (storeId === undefined) return undefined;
  const all = await stores.all();
  return all.ok ? all.value.find(({ store_id: id }) => id === storeId) : undefined;
}

/** Whether a store is the one that was asked for, and none that had its id before. */
const isAsWanted = (
  { store_name: name, payout_destination: destination }: Store,
  wanted: NewStore,
): boolean =>
  (name ?? wanted.name) === wanted.name &&
  (destination?.payout_destination_id ?? wanted.payoutDestinationId) === wanted.payoutDestinationId;

const taken = ({ store_name: name, store_id: storeId }: Store): Fault =>
  inputFault('input.store-id-taken', 'storeId', { name: name ?? storeId });

/** Dintero's refusal in plain words. Its own words are not documented, so what it has is looked at instead. */
function refusal(
  same: Store | undefined,
  { organisationNumber }: NewStore,
  seller: StoreSeller | undefined,
): Fault {
  if (same) return taken(same);
  const sellers = seller?.organisationNumber;
  return sellers !== undefined && sellers !== organisationNumber
    ? inputFault('input.organisation-of-seller', 'organisationNumber', { number: sellers })
    : fault('setup.store-refused');
}
