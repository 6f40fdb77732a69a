import { expect } from 'vitest';
import { type Account, saleBody, terminalId } from './account.ts';
import { type Effects, after, formOf, prompt, soon } from './option-effect.ts';

/** What a second session for the terminal is answered, and what then stands first on its display. */
async function second(account: Account): Promise<readonly [number, number | undefined]> {
  await account.session(saleBody(1_000));
  const answer = await account.post('/v1/sessions-profile', saleBody(2_000));
  return [answer.status, account.sandbox.display(terminalId)?.prompt?.amount];
}

/** Options of logins, sessions and the terminal until a card is presented. */
export const terminalOptions = {
  tokenLifeSeconds: {
    look: after(
      60_000,
      () => Promise.resolve(),
      async (account) => (await account.get('/v1/transactions')).status,
    ),
    usual: 200,
    changed: [[60, 401]],
  },
  dateOffsetMs: {
    look: async (account) => (await account.get('/v1/transactions')).headers.get('date'),
    usual: 'Fri, 20 Nov 2026 12:00:00 GMT',
    changed: [[-3_600_000, 'Fri, 20 Nov 2026 11:00:00 GMT']],
  },
  terminalRefusedStatus: {
    look: async (account) =>
      (await account.post('/v1/sessions-profile', saleBody(1, { store: { terminal_id: 'none' } }))).status,
    usual: 400,
    changed: [403, 404, 409].map((value) => [value, value]),
  },
  otherMethods: {
    look: async (account) => {
      const body = saleBody(1, { top: { profile_id: 'default' } });
      return [(await account.post('/v1/sessions-profile', body)).status, prompt(account)];
    },
    usual: [400, false],
    changed: [['no-prompt', [200, false]]],
  },
  strictAmounts: {
    look: async (account) =>
      (await account.post('/v1/sessions-profile', saleBody(1, { order: { amount: 2 } }))).status,
    usual: 200,
    changed: [['always', 400]],
  },
  sessionLifeMs: {
    look: async (account) => (await account.get(`/v1/sessions/${await account.session()}`)).body,
    usual: expect.objectContaining({ expires_at: '2026-11-20T16:00:00.000Z' }),
    changed: [[60_000, expect.objectContaining({ expires_at: '2026-11-20T12:01:00.000Z' })]],
  },
  sessionList: {
    look: async (account) => formOf((await account.get('/v1/sessions')).body),
    usual: 'array',
    changed: [
      ['wrapped', 'sessions'],
      ['off', 'error'],
    ],
  },
  answers: {
    besides: soon,
    look: after(500, (account) => account.session()),
    usual: 'INITIATED',
    changed: [['by-itself', 'CAPTURED']],
  },
  answerDelayMs: {
    besides: { ...soon, answers: 'by-itself' },
    look: after(500, (account) => account.session()),
    usual: 'CAPTURED',
    changed: [[501, 'INITIATED']],
  },
  promptDelayMs: {
    look: async (account) => {
      await account.session();
      return prompt(account);
    },
    usual: true,
    changed: [[1, false]],
  },
  slowPromptMs: {
    look: after(5_000, (account) => account.session(saleBody(110)), prompt),
    usual: false,
    changed: [[5_000, true]],
  },
  transactionOpens: {
    look: async (account) => {
      await account.session();
      return account.sandbox.transactions().length;
    },
    usual: 1,
    changed: [['at-card', 0]],
  },
  busyPolicy: {
    look: second,
    usual: [409, 1_000],
    changed: [
      ['reject-400', [400, 1_000]],
      ['queue', [200, 1_000]],
      ['replace', [200, 2_000]],
    ],
  },
  unpluggedSession: {
    look: async (account) => {
      account.press('unplug');
      await account.session();
      return account.sandbox.transactions().length;
    },
    usual: 0,
    changed: [['initiated', 1]],
  },
  plugInAgain: {
    look: async (account) => {
      await account.session();
      account.press('unplug');
      account.press('plug-in');
      return prompt(account);
    },
    usual: true,
    changed: [['drop', false]],
  },
  promptTimeoutMs: {
    look: after(60_000, (account) => account.session()),
    usual: 'INITIATED',
    changed: [[60_000, 'FAILED']],
  },
  promptTimeoutStatus: {
    look: after(120_000, (account) => account.session()),
    usual: 'FAILED',
    changed: ['DECLINED', 'AUTHORIZATION_VOIDED'].map((value) => [value, value]),
  },
  declinedStatus: {
    look: async (account) => (await account.sale(101)).status,
    usual: 'FAILED',
    changed: [['DECLINED', 'DECLINED']],
  },
  cancelledOnTerminalStatus: {
    look: async (account) => (await account.sale(39_900, 'cancel')).status,
    usual: 'AUTHORIZATION_VOIDED',
    changed: ['DECLINED', 'FAILED'].map((value) => [value, value]),
  },
} satisfies Effects;
