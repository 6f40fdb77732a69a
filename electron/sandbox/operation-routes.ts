import type { Operations } from './operations.ts';
import { operationBodySchema, readBody } from './request-bodies.ts';
import type { Route } from './route.ts';

const path = '/v1/admin/terminals/operations';

/** The calls that ask a terminal for something that is no payment. */
export const operationRoutes = (operations: Operations): readonly Route[] => [
  {
    method: 'POST',
    path,
    scopes: ['admin:checkout', 'write:checkout:/admin/terminals'],
    answer: ({ body, headers }) => {
      const read = readBody(operationBodySchema, body);
      if (!('value' in read)) return read;
      const key = headers['idempotency-key'];
      return operations.start(read.value, typeof key === 'string' ? key : undefined);
    },
  },
  {
    method: 'GET',
    path,
    scopes: ['admin:checkout', 'read:checkout:/admin/terminals'],
    answer: ({ query }) => operations.list(query),
  },
];
