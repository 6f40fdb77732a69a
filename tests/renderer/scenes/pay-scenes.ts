import { fault } from '../../../shared/fault.ts';
import { minorUnits } from '../../../shared/money.ts';
import { nok, now } from '../samples/basket-samples.ts';
import { alarm } from '../samples/desk-samples.ts';
import { attemptOf, paymentOf } from '../samples/payment-samples.ts';
import { otherTerminals, terminal, tillTerminals } from '../samples/till-samples.ts';
import { type Scene, simulated, till, training } from './scene.ts';

const second = 1_000;

const prompt = { ...simulated, prompt: { kind: 'sale' as const, amount: attemptOf().amount } };

export const payScenes: readonly Scene[] = [
  ...(
    [
      'sending',
      'waiting-terminal',
      'waiting-customer',
      'cancelling',
      'authorized',
      'approved',
      'declined',
      'cancelled',
      'failed',
      'refused',
      'unknown',
    ] as const
  ).map((state): Scene => ({ name: `pay-${state}`, snapshot: till({ payment: paymentOf(state) }) })),
  {
    name: 'pay-long-wait',
    snapshot: till({ payment: paymentOf('waiting-terminal', { startedAt: now - 31 * second }) }),
  },
  {
    name: 'pay-reply-lost',
    snapshot: till({
      payment: paymentOf(
        'sending',
        { startedAt: now - 8 * second, replyLostAt: now - 5 * second },
        { fault: fault('setup.network') },
      ),
    }),
  },
  {
    name: 'pay-cancel-lost',
    snapshot: till({
      payment: paymentOf('sending', {
        startedAt: now - 8 * second,
        replyLostAt: now - 5 * second,
        cancelRequestedAt: now - 3 * second,
      }),
    }),
  },
  {
    name: 'pay-cancel-refused',
    snapshot: till({ payment: paymentOf('cancelling', { cancelRefusedAt: now - second }) }),
  },
  {
    name: 'pay-check-failed',
    snapshot: till({
      payment: paymentOf(
        'unknown',
        { cancelRequestedAt: now - 3 * second, terminalFreedAt: now - 2 * second },
        { fault: fault('setup.dintero-down') },
      ),
    }),
  },
  {
    name: 'pay-contradiction',
    snapshot: till({ payment: paymentOf('unknown', { reason: 'unknown.contradiction' }) }),
  },
  {
    name: 'pay-part',
    snapshot: till({ payment: paymentOf('approved', { captured: minorUnits(50_000) }) }),
  },
  {
    name: 'pay-blocked',
    snapshot: till({ payment: paymentOf('declined') }),
    answers: { 'payments.tryAgain': { fault: fault('terminal.reserved') } },
    prepare: async (page) => {
      await page.keyboard.press('F9');
      await page.locator('[data-code="terminal.reserved"]').waitFor();
    },
  },
  {
    name: 'pay-other-terminal',
    snapshot: till({
      payment: paymentOf('declined'),
      tillTerminals: tillTerminals(terminal, ...otherTerminals),
    }),
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(Other terminal|Annen terminal)$/ }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'pay-training',
    snapshot: training({ payment: paymentOf('waiting-customer'), simulatedTerminal: prompt }),
  },
  {
    name: 'pay-tip',
    snapshot: till({ payment: paymentOf('approved', { captured: minorUnits(90_000) }) }),
  },
  {
    name: 'pay-late',
    snapshot: till({
      payment: paymentOf('approved', { alarm: { kind: 'late-approval', raisedAt: now } }),
      desk: {
        matters: [],
        alarms: [{ ...alarm, kind: 'late-approval', saleId: 'sale-184', saleNumber: 184 }],
      },
    }),
  },
  {
    name: 'pay-free-terminal',
    snapshot: till({ payment: paymentOf('unknown') }),
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(Free the terminal|Gi terminalen fri)/ }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'pay-huge',
    snapshot: till({
      payment: paymentOf('waiting-customer', {
        amount: { amount: minorUnits(2_147_483_647), currency: nok },
      }),
    }),
  },
];
