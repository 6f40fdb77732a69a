import { approvalBodySchema } from './approval-body.ts';
import type { Approvals } from './approvals.ts';
import type { Fleet } from './fleet.ts';
import {
  listApprovals,
  listPayoutDestinations,
  listStores,
  listTerminals,
  servedDestination,
  servedStore,
  servedTerminal,
} from './lists.ts';
import { type Reply, refuse, reply } from './reply.ts';
import { readBody, storeBodySchema, terminalBodySchema, terminalChangeSchema } from './request-bodies.ts';
import { type Call, type Route, found, notFound } from './route.ts';
import { createStore } from './stores.ts';
import type { World } from './world.ts';

const readAccounts = ['admin:accounts', 'read:accounts'];
const writeAccounts = ['admin:accounts', 'write:accounts'];
const writeApprovals = [...writeAccounts, 'write:accounts:/management/settings/approvals'];
const approvalsPath = '/v1/accounts/{account}/management/settings/approvals/payout-destinations';

/** The management calls: payout destinations, stores and terminals of the account. */
export function accountRoutes(world: World, fleet: Fleet, approvals: Approvals): readonly Route[] {
  const { state } = world;

  const onAccount = (answer: (call: Call) => Reply) => (call: Call) =>
    call.parameters['account'] === state.accountId ? answer(call) : refuse(403, 'Not this account');

  const terminalOf = ({ parameters }: Call) =>
    state.terminals.find(({ terminal_id: id }) => id === parameters['id']);

  return [
    {
      method: 'GET',
      path: '/v1/accounts/{account}/stores',
      scopes: readAccounts,
      answer: onAccount(({ query }) => listStores(world, query)),
    },
    {
      method: 'POST',
      path: '/v1/accounts/{account}/stores',
      scopes: writeAccounts,
      answer: onAccount(({ body }) => {
        const read = readBody(storeBodySchema, body);
        if (!('value' in read)) return read;
        const store = createStore(world, read.value);
        return 'store_id' in store ? reply(servedStore(store, state)) : store;
      }),
    },
    {
      method: 'GET',
      path: '/v1/accounts/{account}/stores/{id}',
      scopes: readAccounts,
      answer: onAccount(({ parameters }) =>
        found(
          state.stores.find(({ store_id: id }) => id === parameters['id']),
          (store) => servedStore(store, state),
        ),
      ),
    },
    {
      method: 'GET',
      path: '/v1/accounts/{account}/terminals',
      scopes: readAccounts,
      answer: onAccount(({ query }) => listTerminals(world, query)),
    },
    {
      method: 'POST',
      path: '/v1/accounts/{account}/terminals',
      scopes: writeAccounts,
      answer: onAccount(({ body }) => {
        const read = readBody(terminalBodySchema, body);
        if (!('value' in read)) return read;
        const terminal = fleet.register(read.value);
        return 'terminal_id' in terminal ? reply(servedTerminal(terminal)) : terminal;
      }),
    },
    {
      method: 'GET',
      path: '/v1/accounts/{account}/terminals/{id}',
      scopes: readAccounts,
      answer: onAccount((call) => found(terminalOf(call), servedTerminal)),
    },
    {
      method: 'PUT',
      path: '/v1/accounts/{account}/terminals/{id}',
      scopes: writeAccounts,
      answer: onAccount((call) => {
        const terminal = terminalOf(call);
        if (!terminal) return notFound;
        const read = readBody(terminalChangeSchema, call.body);
        if (!('value' in read)) return read;
        const changed = fleet.change(terminal, read.value);
        return 'terminal_id' in changed ? reply(servedTerminal(changed)) : changed;
      }),
    },
    {
      method: 'GET',
      path: '/v1/accounts/{account}/payout-destinations',
      scopes: readAccounts,
      answer: onAccount(({ query }) => listPayoutDestinations(world, query)),
    },
    {
      method: 'GET',
      path: '/v1/accounts/{account}/payout-destinations/{id}',
      scopes: readAccounts,
      answer: onAccount(({ parameters }) =>
        found(
          state.payoutDestinations.find(({ payout_destination_id: id }) => id === parameters['id']),
          (destination) => servedDestination(destination, state),
        ),
      ),
    },
    {
      method: 'GET',
      path: approvalsPath,
      scopes: readAccounts,
      answer: onAccount(({ query }) => listApprovals(world, approvals, query)),
    },
    {
      method: 'POST',
      path: approvalsPath,
      scopes: writeApprovals,
      answer: onAccount(({ body }) => {
        const read = readBody(approvalBodySchema, body);
        if (!('value' in read)) return read;
        const approval = approvals.apply(read.value);
        return 'token' in approval ? reply(approvals.served(approval)) : approval;
      }),
    },
  ];
}
