import { expect } from 'vitest';
import type { Transaction } from '../../../electron/sandbox/records.ts';
import { type Account, saleBody } from './account.ts';
import { type Effects, after, formOf, prompt, soon, status } from './option-effect.ts';

/** Cancels the session of a sale, then presents a card. */
async function cardAfterCancel(account: Account): Promise<string> {
  const id = await account.session();
  await account.post(`/v1/sessions/${id}/cancel`);
  account.press('tap');
  return status(account);
}

async function afterFailedRefund(account: Account): Promise<number> {
  await account.sale();
  const answered = account.refund({ amount: 117 });
  while (account.last.events.at(-1)?.event !== 'INITIATE_REFUND') await account.get('/v1/transactions');
  await account.clock.pass(3_000);
  return (await answered).status;
}

/** How a list shows a new transaction. */
const listed = async (account: Account): Promise<unknown> => {
  await account.session();
  const { body } = await account.get('/v1/transactions');
  return Array.isArray(body) && body.length;
};

/** The status that a read of the newest transaction tells, or the answer's own when there is none. */
async function readStatus(account: Account): Promise<unknown> {
  const { status: answered, body } = await account.get(`/v1/transactions/${account.last.id}`);
  return answered === 200 ? (body as Transaction).status : answered;
}

/** Options of what becomes of a payment, and of the lists that tell of it. */
export const moneyOptions = {
  cancelRefusedStatus: {
    besides: soon,
    look: async (account) => {
      const { session_id: id } = await account.sale();
      return (await account.post(`/v1/sessions/${id}/cancel`)).status;
    },
    usual: 400,
    changed: [[403, 403]],
  },
  cancelStopsPromptAfterMs: {
    look: async (account) => {
      await account.post(`/v1/sessions/${await account.session()}/cancel`);
      return prompt(account);
    },
    usual: false,
    changed: [[3_000, true]],
  },
  cardBeatsCancel: {
    besides: { ...soon, cancelStopsPromptAfterMs: 3_000 },
    look: cardAfterCancel,
    usual: 'CAPTURED',
    changed: [[false, 'AUTHORIZATION_VOIDED']],
  },
  captureDelayMs: {
    look: after(500, (account) => account.sale()),
    usual: 'CAPTURED',
    changed: [[501, 'AUTHORIZED']],
  },
  lingeringCaptureMs: {
    look: after(60_000, (account) => account.sale(111)),
    usual: 'CAPTURED',
    changed: [
      [60_001, 'AUTHORIZED'],
      [null, 'AUTHORIZED'],
    ],
  },
  laterMs: {
    look: after(3_000, (account) => account.sale(115)),
    usual: 'CAPTURED',
    changed: [[3_001, 'FAILED']],
  },
  partialApprovalStatus: {
    besides: soon,
    look: async (account) => (await account.sale(114)).status,
    usual: 'PARTIALLY_CAPTURED',
    changed: [['CAPTURED', 'CAPTURED']],
  },
  tipRaisesAmount: {
    besides: soon,
    look: async (account) => (await account.sale(113)).amount,
    usual: 113,
    changed: [[true, 124]],
  },
  statusLagMs: {
    look: after(
      500,
      (account) => account.sale(),
      (account) => readStatus(account),
    ),
    usual: 'CAPTURED',
    changed: [
      [500, 'AUTHORIZED'],
      [501, 404],
    ],
  },
  statusOrder: {
    besides: soon,
    look: async (account) => {
      await account.session();
      account.press('tap');
      return [await readStatus(account), await readStatus(account), await readStatus(account)];
    },
    usual: ['CAPTURED', 'CAPTURED', 'CAPTURED'],
    changed: [['every-second-older', ['CAPTURED', 'INITIATED', 'CAPTURED']]],
  },
  eventList: {
    besides: soon,
    look: async (account) => {
      await account.sale();
      const { body } = await account.get(`/v1/transactions/${account.last.id}`);
      return (body as Transaction).events.map(({ event }) => event);
    },
    usual: ['INITIALIZE', 'AUTHORIZE', 'CAPTURE'],
    changed: [
      ['newest-first', ['CAPTURE', 'AUTHORIZE', 'INITIALIZE']],
      ['each-twice', ['INITIALIZE', 'INITIALIZE', 'AUTHORIZE', 'AUTHORIZE', 'CAPTURE', 'CAPTURE']],
    ],
  },
  indexingDelayMs: {
    look: listed,
    usual: 1,
    changed: [[1, 0]],
  },
  listOrder: {
    besides: soon,
    look: async (account) => {
      await account.sale(100);
      await account.sale(200);
      return (await account.get('/v1/transactions?limit=1')).body;
    },
    usual: [expect.objectContaining({ amount: 200 })],
    changed: [['oldest-first', [expect.objectContaining({ amount: 100 })]]],
  },
  refundNeedsTerminal: {
    besides: soon,
    look: async (account) => {
      await account.sale();
      return (await account.refund({ amount: 100, terminal_id: undefined })).status;
    },
    usual: 400,
    changed: [[false, 202]],
  },
  refundReply: {
    besides: { ...soon, refundDelayMs: 0 },
    look: async (account) => {
      await account.sale();
      return (await account.refund({ amount: 100 })).status;
    },
    usual: 202,
    changed: [[200, 200]],
  },
  refundConfirmed: {
    besides: soon,
    look: async (account) => {
      await account.sale();
      await account.refund({ amount: 100 });
      return prompt(account);
    },
    usual: false,
    changed: [['by-customer', true]],
  },
  refundDelayMs: {
    besides: soon,
    look: after(500, async (account) => {
      await account.sale();
      await account.refund({ amount: 39_900 });
    }),
    usual: 'REFUNDED',
    changed: [[501, 'CAPTURED']],
  },
  refundFailedStatus: {
    besides: { ...soon, refundReply: 200 },
    look: afterFailedRefund,
    usual: 200,
    changed: [[400, 400]],
  },
  countRunningRefunds: {
    besides: soon,
    look: async (account) => {
      await account.sale();
      await account.refund({ amount: 30_000 });
      return (await account.refund({ amount: 30_000 })).status;
    },
    usual: 400,
    changed: [[false, 202]],
  },
  refundLineCeiling: {
    besides: soon,
    look: async (account) => {
      const items = [
        { line_id: '1', amount: 100 },
        { line_id: '2', amount: 100 },
      ];
      await account.session(saleBody(200, { order: { items } }));
      account.press('tap');
      return (await account.refund({ amount: 101, items: [{ line_id: '1', amount: 101 }] })).status;
    },
    usual: 400,
    changed: [[false, 202]],
  },
  operationRefusedStatus: {
    besides: soon,
    look: async (account) => {
      const { id } = await account.sale();
      return (await account.post(`/v1/transactions/${id}/void`)).status;
    },
    usual: 400,
    changed: [[403, 403]],
  },
  profileList: {
    look: async (account) => formOf((await account.get('/v1/admin/session/profiles')).body),
    usual: 'profiles',
    changed: [['array', 'array']],
  },
} satisfies Effects;
