import type { Approvals } from './approvals.ts';
import type { PayoutDestination, Session, State, Store, Terminal, Transaction } from './records.ts';
import { type Reply, refuse, reply } from './reply.ts';
import type { World } from './world.ts';

/** The reads that are lists, with the filters that Dintero documents. An unknown filter is refused. */

const largestPage = 100;

/** How many are asked for, or why that can't be. */
function pageSize(query: URLSearchParams, usual: number): number | Reply {
  const text = query.get('limit');
  if (text === null) return usual;
  const limit = Number(text);
  return Number.isInteger(limit) && limit >= 1 && limit <= largestPage
    ? limit
    : refuse(400, `limit must be from 1 to ${largestPage}`);
}

function unknownFilter(query: URLSearchParams, known: readonly string[]): Reply | undefined {
  const name = [...query.keys()].find((key) => !known.includes(key));
  return name === undefined ? undefined : refuse(400, `There is no parameter ${name}`);
}

const matches = (query: URLSearchParams, name: string, value: string | undefined): boolean => {
  const wanted = query.getAll(name);
  return wanted.length === 0 || (value !== undefined && wanted.includes(value));
};

const within = (query: URLSearchParams, name: string, value: number): boolean => {
  const least = query.get(`${name}.gte`);
  const most = query.get(`${name}.lte`);
  return (least === null || value >= numberOf(least)) && (most === null || value <= numberOf(most));
};

const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Date.parse(text));

/** New entries are missing from lists for a while, when that is asked for. */
const isIndexed = ({ clock, options }: World, createdAt: string): boolean =>
  Date.parse(createdAt) + options().indexingDelayMs <= clock.now();

const transactionFilters = [
  'id',
  'limit',
  'starting_after',
  'status',
  'payment_product',
  'payment_product_type',
  'merchant_reference',
  'merchant_reference_2',
  'session_id',
  'store_id',
  'currency',
  'amount',
  'amount.gte',
  'amount.lte',
  'created_at.gte',
  'created_at.lte',
  'captured_at.gte',
  'captured_at.lte',
  'search',
  'payout_destination_id',
  'terminal_id',
  'channel',
  'includes',
];

/** `GET /v1/transactions`: a plain array, paged by the id of its last entry. */
export function listTransactions(world: World, query: URLSearchParams): Reply {
  const limit = pageSize(query, 10);
  const refusal = unknownFilter(query, transactionFilters);
  if (refusal) return refusal;
  if (typeof limit !== 'number') return limit;
  const found = world.state.transactions.filter(
    (transaction) => isIndexed(world, transaction.created_at) && fitsTransaction(query, transaction),
  );
  if (world.options().listOrder === 'newest-first') found.reverse();
  const after = query.get('starting_after');
  const start = after === null ? 0 : found.findIndex(({ id }) => id === after) + 1;
  return reply(found.slice(start, start + limit));
}

function fitsTransaction(query: URLSearchParams, transaction: Transaction): boolean {
  const search = query.get('search');
  return (
    matches(query, 'id', transaction.id) &&
    matches(query, 'status', transaction.status) &&
    matches(query, 'payment_product', transaction.payment_product) &&
    matches(query, 'payment_product_type', transaction.payment_product_type) &&
    matches(query, 'merchant_reference', transaction.merchant_reference) &&
    matches(query, 'merchant_reference_2', transaction.merchant_reference_2) &&
    matches(query, 'session_id', transaction.session_id) &&
    matches(query, 'store_id', transaction.store.id) &&
    matches(query, 'terminal_id', transaction.store.terminal_id) &&
    matches(query, 'payout_destination_id', transaction.payout_destination_id) &&
    matches(query, 'currency', transaction.currency) &&
    matches(query, 'channel', transaction.channel) &&
    matches(query, 'amount', String(transaction.amount)) &&
    within(query, 'amount', transaction.amount) &&
    within(query, 'created_at', Date.parse(transaction.created_at)) &&
    within(query, 'captured_at', capturedAt(transaction)) &&
    (search === null ||
      [
        transaction.id,
        transaction.session_id,
        transaction.merchant_reference,
        transaction.merchant_reference_2,
      ].includes(search))
  );
}

/** `NaN`, which no bound takes in, while it is not captured. */
const capturedAt = ({ events }: Transaction): number =>
  Date.parse(events.find(({ event, success }) => event === 'CAPTURE' && success)?.created_at ?? '');

/** `GET /v1/sessions`: best effort, for it is not in the published specification. */
export function listSessions(world: World, query: URLSearchParams): Reply {
  const { sessionList } = world.options();
  if (sessionList === 'off') return refuse(404, 'Not found');
  const limit = pageSize(query, 10);
  const refusal = unknownFilter(query, [
    'search',
    'transaction_id',
    'created_at.gte',
    'created_at.lte',
    'limit',
  ]);
  if (refusal) return refusal;
  if (typeof limit !== 'number') return limit;
  const found = world.state.sessions
    .filter((session) => isIndexed(world, session.created_at) && fitsSession(query, session))
    .reverse()
    .slice(0, limit);
  return reply(sessionList === 'array' ? found : { sessions: found });
}

function fitsSession(query: URLSearchParams, session: Session): boolean {
  const search = query.get('search');
  return (
    matches(query, 'transaction_id', session.transaction_id) &&
    within(query, 'created_at', Date.parse(session.created_at)) &&
    (search === null ||
      [session.id, session.transaction_id, session.order.merchant_reference].includes(search))
  );
}

/** A page of a management list, which gives the token for the next one. */
function page<Entry>(
  query: URLSearchParams,
  entries: readonly Entry[],
  key: string,
  idOf: (entry: Entry) => string,
): Reply {
  const limit = pageSize(query, largestPage);
  if (typeof limit !== 'number') return limit;
  const after = query.get('starting_after');
  const start = after === null ? 0 : entries.findIndex((entry) => idOf(entry) === after) + 1;
  const shown = entries.slice(start, start + limit);
  const last = shown.at(-1);
  const more = last !== undefined && start + limit < entries.length;
  return reply({ [key]: shown, ...(more && { starting_after: idOf(last) }) });
}

/** `GET …/stores`: every store, with how many of its terminals are in which status. */
export const listStores = ({ state }: World, query: URLSearchParams): Reply =>
  unknownFilter(query, ['limit', 'starting_after']) ??
  page(
    query,
    state.stores.map((store) => listedStore(store, state)),
    'stores',
    (store) => store.store_id,
  );

/** `GET …/terminals`: of the whole account, unless a filter says which. */
export const listTerminals = ({ state }: World, query: URLSearchParams): Reply =>
  unknownFilter(query, [
    'payout_destination_id',
    'store_id',
    'includes',
    'starting_after',
    'limit',
    'status',
    'device_model',
    'device_serial_number',
  ]) ??
  page(
    query,
    state.terminals
      .filter(
        (terminal) =>
          matches(query, 'store_id', terminal.store_id) &&
          matches(query, 'status', terminal.status) &&
          matches(query, 'device_model', terminal.device_model) &&
          matches(query, 'device_serial_number', terminal.device_serial_number) &&
          matches(query, 'payout_destination_id', storeOf(terminal, state)?.payout_destination_id),
      )
      .map(servedTerminal),
    'terminals',
    (terminal) => terminal.terminal_id,
  );

/** `GET …/payout-destinations`: those that may be paid out to, and those that wait. */
export const listPayoutDestinations = ({ state }: World, query: URLSearchParams): Reply =>
  unknownFilter(query, ['limit', 'starting_after']) ??
  page(
    query,
    state.payoutDestinations.map((destination) => listedDestination(destination, state)),
    'payout_destinations',
    (destination) => destination.payout_destination_id,
  );

/** `GET …/approvals/payout-destinations`: the cases of sellers, in one page. */
export const listApprovals = ({ state }: World, approvals: Approvals, query: URLSearchParams): Reply =>
  unknownFilter(query, ['payout_destination_id', 'case_status']) ??
  reply({
    payout_destinations: state.approvals
      .filter(
        (approval) =>
          matches(query, 'payout_destination_id', approval.payout_destination_id) &&
          matches(query, 'case_status', approval.case_status),
      )
      .map((approval) => approvals.served(approval)),
  });

/** `GET /v1/admin/session/profiles`: in one page. */
export function listProfiles(world: World): Reply {
  const { profiles } = world.state;
  return reply(world.options().profileList === 'array' ? profiles : { profiles });
}

const storeOf = (terminal: Terminal, state: State): Store | undefined =>
  state.stores.find((store) => store.store_id === terminal.store_id);

const terminalsOf = (store: Store, state: State): readonly Terminal[] =>
  state.terminals.filter(({ store_id: id }) => id === store.store_id);

function listedStore(store: Store, state: State) {
  const statuses = Map.groupBy(terminalsOf(store, state), ({ status }) => status);
  return {
    ...storeItself(store, state),
    terminals_summary: [...statuses].map(([status, terminals]) => ({ status, count: terminals.length })),
  };
}

/** A store as Dintero serves it by itself, with its terminals. */
export function servedStore(store: Store, state: State) {
  return {
    ...storeItself(store, state),
    terminals: terminalsOf(store, state).map(({ terminal_id, device_serial_number, status }) => ({
      terminal_id,
      device_serial_number,
      status,
    })),
  };
}

function storeItself({ payout_destination_id: payoutId, ...store }: Store, state: State) {
  const destination = state.payoutDestinations.find(({ payout_destination_id: id }) => id === payoutId);
  return {
    ...store,
    number_of_terminals: terminalsOf({ ...store, payout_destination_id: payoutId }, state).length,
    ...(payoutId !== undefined && {
      payout_destination: {
        payout_destination_id: payoutId,
        ...(destination && { status: destination.case_status, type: destination.type }),
      },
    }),
  };
}

/** A terminal as Dintero serves it: what stands on its display is not told. */
export function servedTerminal({
  plugged: _,
  prompts: __,
  lastResult: ___,
  menu: ____,
  ...terminal
}: Terminal) {
  return terminal;
}

const storesOf = ({ payout_destination_id: id }: PayoutDestination, state: State): readonly Store[] =>
  state.stores.filter((store) => store.payout_destination_id === id);

/** A payout destination as Dintero lists it. */
function listedDestination(destination: PayoutDestination, state: State) {
  const stores = storesOf(destination, state);
  return {
    ...destination,
    number_of_stores: stores.length,
    number_of_terminals: stores.flatMap((store) => terminalsOf(store, state)).length,
  };
}

/** A payout destination as Dintero serves it by itself, with its stores and their terminals. */
export function servedDestination(destination: PayoutDestination, state: State) {
  const stores = storesOf(destination, state);
  return {
    ...listedDestination(destination, state),
    stores: stores.map(({ store_id, id, store_name }) => ({ store_id, id, store_name })),
    terminals: stores
      .flatMap((store) => terminalsOf(store, state))
      .map(({ terminal_id, store_id, status }) => ({ terminal_id, store_id, status })),
  };
}
