import type { DinteroClient } from '../../../electron/dintero/client.ts';
import type { ApiFailure } from '../../../electron/dintero/failure.ts';
import { minorUnits } from '../../../shared/money.ts';
import type { Result } from '../../../shared/result.ts';
import { guideSale } from './client.ts';

/** A call about money: its name, and how it is made. */
export type MoneyCall = readonly [
  name: string,
  send: (dintero: DinteroClient) => Promise<Result<unknown, ApiFailure>>,
];

const refund = {
  amount: minorUnits(10_000),
  reason: 'Customer return',
  reference: 'refund-1',
  items: [],
};

/**
 * Every call about money that the client can make. There is no capture: the account's payment profile captures by
 * itself, and nothing in the till asks for one.
 */
export const moneyCalls: readonly MoneyCall[] = [
  ['create', (dintero) => dintero.sessions.create(guideSale)],
  ['cancel', (dintero) => dintero.sessions.cancel('T12345678.session')],
  ['refund', (dintero) => dintero.transactions.refund('T12345678.transaction', refund)],
  ['void', (dintero) => dintero.transactions.void('T12345678.transaction')],
];

/** More than the buffers of both ends hold, so that the client is still writing when the server has read some. */
const long = 'x'.repeat(16 * 1024 * 1024);

/** The calls that have a body, with one that takes its time. */
export const longMoneyCalls: readonly MoneyCall[] = [
  [
    'create',
    (dintero) =>
      dintero.sessions.create({
        ...guideSale,
        lines: guideSale.lines.map((line) => ({ ...line, description: long })),
      }),
  ],
  ['refund', (dintero) => dintero.transactions.refund('T12345678.transaction', { ...refund, reason: long })],
];
