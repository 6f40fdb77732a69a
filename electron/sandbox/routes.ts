import type { IncomingHttpHeaders } from 'node:http';
import { accountRoutes } from './account-routes.ts';
import type { Authorizations } from './authorizations.ts';
import { listProfiles, listSessions, listTransactions } from './lists.ts';
import type { Approvals } from './approvals.ts';
import type { Fleet } from './fleet.ts';
import type { Logins } from './logins.ts';
import { operationRoutes } from './operation-routes.ts';
import type { Operations } from './operations.ts';
import type { Session, Transaction } from './records.ts';
import type { Readings } from './readings.ts';
import type { Refunds } from './refunds.ts';
import { type Reply, refuse, reply } from './reply.ts';
import {
  captureBodySchema,
  readBody,
  refundBodySchema,
  sessionBodySchema,
  updateBodySchema,
} from './request-bodies.ts';
import { type Call, type Route, found, notFound } from './route.ts';
import type { Sales } from './sales.ts';
import { checkAmounts, checkPlace, enabledMethods, inPerson } from './session-checks.ts';
import { type World, timeOf } from './world.ts';

const readCheckout = ['admin:checkout', 'read:checkout'];
const writeCheckout = ['admin:checkout', 'write:checkout'];

const systemHeaders = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith('dintero-system-') && typeof value === 'string' ? [[name, value]] : [],
    ),
  );

const hasToggle = (headers: IncomingHttpHeaders, toggle: string): boolean =>
  String(headers['dintero-feature-toggles'] ?? '')
    .split(',')
    .some((one) => one.trim() === toggle);

/** Those who do what a call asks for. */
export interface Services {
  readonly sales: Sales;
  readonly authorizations: Authorizations;
  readonly refunds: Refunds;
  readonly fleet: Fleet;
  readonly operations: Operations;
  readonly approvals: Approvals;
  readonly logins: Logins;
  readonly readings: Readings;
}

/** Every call that the sandbox answers, of both hosts: their paths don't meet. */
export function routes(
  world: World,
  { sales, authorizations, refunds, operations, fleet, approvals, logins, readings }: Services,
): readonly Route[] {
  const { state } = world;

  /** The world as a read of sessions or transactions tells it. */
  const told = (): World => ({ ...world, state: readings.state() });

  const onSession = (answer: (session: Session) => Reply) => (call: Call) => {
    const session = sales.session(call.parameters['id'] ?? '');
    return session ? answer(session) : notFound;
  };

  const onTransaction =
    (answer: (transaction: Transaction, call: Call) => Reply | Promise<Reply>) => (call: Call) => {
      const transaction = state.transactions.find(({ id }) => id === call.parameters['id']);
      return transaction ? answer(transaction, call) : notFound;
    };

  const createSession = ({ body, headers, query }: Call): Reply => {
    const read = readBody(sessionBodySchema, body);
    if (!('value' in read)) return read;
    const asked = read.value;
    const options = world.options();
    if (options.strictAmounts === 'always' || hasToggle(headers, 'strict-session-amounts')) {
      const refusal = checkAmounts(asked);
      if (refusal) return refusal;
    }
    const profile = state.profiles.find(({ profile_id: id }) => id === asked.profile_id);
    if (!profile) return refuse(400, 'profile_id is not a profile of this account');
    const methods = enabledMethods(asked.configuration ?? profile.configuration);
    const prompts = methods.length === 1 && methods[0] === inPerson;
    if (!prompts && options.otherMethods === 'reject-400') {
      return refuse(400, `In-person must be the only method; enabled are: ${methods.join(', ')}`);
    }
    const terminal = checkPlace(asked, state, options);
    if (!('terminal_id' in terminal)) return terminal;
    const session = sales.create(
      {
        order: asked.order,
        url: asked.url,
        expiresAt: asked.expires_at,
        metadata: asked.metadata ?? {},
        profileId: profile.profile_id,
        systemHeaders: systemHeaders(headers),
        prompts,
      },
      terminal,
    );
    if (!('id' in session)) return session;
    return reply({
      id: session.id,
      url: `https://checkout.api.dintero.com/v1/view/${session.id}`,
      ...(query.get('include_session') === 'true' && { session }),
    });
  };

  const operationRefused = ({ status }: Transaction): Reply =>
    refuse(world.options().operationRefusedStatus, `The transaction is ${status}`);

  return [
    {
      method: 'POST',
      path: '/v1/accounts/{account}/auth/token',
      answer: ({ parameters, headers, body }) =>
        logins.logIn(parameters['account'] ?? '', headers.authorization, body),
    },

    { method: 'POST', path: '/v1/sessions-profile', scopes: writeCheckout, answer: createSession },
    {
      method: 'GET',
      path: '/v1/sessions',
      scopes: readCheckout,
      answer: ({ query }) => listSessions(told(), query),
    },
    {
      method: 'GET',
      path: '/v1/sessions/{id}',
      scopes: readCheckout,
      answer: ({ parameters }) =>
        found(
          readings.state().sessions.find(({ id }) => id === parameters['id']),
          (session) => session,
        ),
    },
    {
      method: 'POST',
      path: '/v1/sessions/{id}/cancel',
      scopes: writeCheckout,
      answer: onSession((session) => sales.cancel(session)),
    },

    {
      method: 'GET',
      path: '/v1/transactions',
      scopes: readCheckout,
      answer: ({ query }) => listTransactions(told(), query),
    },
    {
      method: 'GET',
      path: '/v1/transactions/{id}',
      scopes: readCheckout,
      answer: ({ parameters }) =>
        found(
          readings.state().transactions.find(({ id }) => id === parameters['id']),
          (transaction) => transaction,
        ),
    },
    {
      method: 'PUT',
      path: '/v1/transactions/{id}',
      scopes: writeCheckout,
      answer: onTransaction((transaction, { body }) => {
        const read = readBody(updateBodySchema, body);
        if (!('value' in read)) return read;
        transaction.merchant_reference_2 = read.value.merchant_reference_2;
        transaction.updated_at = timeOf(world);
        return reply(transaction);
      }),
    },
    {
      method: 'POST',
      path: '/v1/transactions/{id}/refund',
      scopes: writeCheckout,
      answer: onTransaction((transaction, { body, headers }) => {
        const read = readBody(refundBodySchema, body);
        return 'value' in read ? refunds.start(transaction, read.value, systemHeaders(headers)) : read;
      }),
    },
    {
      method: 'POST',
      path: '/v1/transactions/{id}/void',
      scopes: writeCheckout,
      answer: onTransaction((transaction) => {
        if (transaction.status !== 'AUTHORIZED') return operationRefused(transaction);
        authorizations.void(transaction);
        return reply(transaction);
      }),
    },
    {
      method: 'POST',
      path: '/v1/transactions/{id}/capture',
      scopes: writeCheckout,
      answer: onTransaction((transaction, { body }) => {
        const read = readBody(captureBodySchema, body);
        if (!('value' in read)) return read;
        if (transaction.status !== 'AUTHORIZED') return operationRefused(transaction);
        if (read.value.amount !== transaction.amount) {
          return refuse(400, 'Only the whole amount can be captured in person');
        }
        world.agenda.drop(transaction.id, 'capture');
        authorizations.capture(transaction.id);
        return reply(transaction);
      }),
    },

    {
      method: 'GET',
      path: '/v1/admin/session/profiles',
      scopes: readCheckout,
      answer: () => listProfiles(world),
    },
    {
      method: 'GET',
      path: '/v1/admin/session/profiles/{id}',
      scopes: readCheckout,
      answer: ({ parameters }) =>
        found(
          state.profiles.find(({ profile_id: id }) => id === parameters['id']),
          (profile) => profile,
        ),
    },

    ...operationRoutes(operations),
    ...accountRoutes(world, fleet, approvals),
  ];
}
