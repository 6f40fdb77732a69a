import { z } from 'zod';
import type { Operation } from '../../../electron/sandbox/records.ts';
import { type Account, type Answer, terminalId } from './account.ts';
import type { Effect, Effects } from './option-effect.ts';

type Kind = Operation['operation'];

const path = '/v1/admin/terminals/operations';

/** Asks the terminal for an operation, as the documents show it. */
export const operate = (
  account: Account,
  operation: Kind,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => account.post(path, { terminal_id: terminalId, operation }, headers);

const listSchema = z.array(
  z.object({
    id: z.string(),
    status: z.string(),
    result: z.record(z.string(), z.unknown()).optional(),
  }),
);

/** The operations of the terminal, oldest first. */
export const operations = async (account: Account): Promise<z.infer<typeof listSchema>> =>
  listSchema.parse((await account.get(`${path}?terminal_id=${terminalId}`)).body);

/** The status of an operation after a time in ms. */
const statusAfter =
  (kind: Kind, ms: number) =>
  async (account: Account): Promise<unknown> => {
    await operate(account, kind);
    await account.clock.pass(ms);
    return (await operations(account))[0]?.status;
  };

const takes = (kind: Kind, ms: number): Effect => ({
  look: statusAfter(kind, ms),
  usual: 'COMPLETED',
  changed: [[ms + 1, 'PENDING']],
});

const ends = (kind: Kind): Effect => ({
  look: statusAfter(kind, 60_000),
  usual: 'COMPLETED',
  changed: [
    ['failed', 'FAILED'],
    ['timeout', 'TIMEOUT'],
    ['never', 'PENDING'],
  ],
});

/** Options of what a terminal is asked to do beside payments. */
export const operationOptions = {
  checkUpdateMs: takes('check_update', 3_000),
  checkUpdateEnds: ends('check_update'),
  sendLogsMs: takes('send_logs', 2_000),
  sendLogsEnds: ends('send_logs'),
  openMenuMs: takes('open_menu', 500),
  openMenuEnds: ends('open_menu'),
  endOfDayMs: takes('end_of_day', 4_000),
  endOfDayEnds: ends('end_of_day'),
  runningOperationStatus: {
    look: statusAfter('send_logs', 0),
    usual: 'PENDING',
    changed: [['IN_PROGRESS', 'IN_PROGRESS']],
  },
  operationRetryAfterSeconds: {
    look: async (account) => {
      await operate(account, 'send_logs');
      const second = await operate(account, 'open_menu');
      return [second.status, second.headers.get('retry-after')];
    },
    usual: [409, '5'],
    changed: [
      [30, [409, '30']],
      [null, [409, null]],
    ],
  },
  operationKeys: {
    look: async (account) => {
      const key = { 'idempotency-key': '5b7b0f0e-2a55-4e0b-9d8a-0c6f9f1e7d31' };
      await operate(account, 'send_logs', key);
      await account.clock.pass(2_000);
      await operate(account, 'send_logs', key);
      return (await operations(account)).length;
    },
    usual: 1,
    changed: [['ignored', 2]],
  },
  firmwareTold: {
    look: async (account) => {
      await statusAfter('check_update', 3_000)(account);
      return (await operations(account))[0]?.result;
    },
    usual: undefined,
    changed: [[true, { software_version: '4.2.1' }]],
  },
} satisfies Effects;
