import { fault, inputFault } from '../../../shared/fault.ts';
import {
  basketOf,
  basketView,
  discountedBasket,
  now,
  products,
  usualBasket,
} from '../samples/basket-samples.ts';
import { alarm, matter } from '../samples/desk-samples.ts';
import { otherTerminals, quietTill, terminal, tillTerminals } from '../samples/till-samples.ts';
import { type Scene, catalogue, simulated, sold, till, training } from './scene.ts';

const second = 1_000;

export const sellScenes: readonly Scene[] = [
  { name: 'sell', snapshot: till(sold), answers: catalogue },
  { name: 'sell-empty', snapshot: till(), answers: catalogue },
  {
    name: 'sell-typing',
    snapshot: till({ basket: basketView(basketOf(12500)) }),
    answers: catalogue,
    prepare: async (page) => {
      await page.keyboard.type('3*125');
      await page.getByRole('radio').last().click();
      await page.getByRole('textbox').nth(1).fill('11.11');
    },
  },
  {
    name: 'sell-mistake',
    snapshot: till(sold),
    answers: catalogue,
    prepare: async (page) => {
      await page.getByRole('textbox').first().fill('12.345');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sell-search',
    snapshot: till(sold),
    answers: catalogue,
    prepare: async (page) => {
      await page.keyboard.press('F2');
      await page.keyboard.type('kakao');
    },
  },
  { name: 'sell-bare', snapshot: till(sold), answers: { 'catalogue.list': { value: [] } } },
  {
    name: 'sell-full',
    snapshot: till({
      basket: basketView(
        basketOf(...products.map((one, index) => [one.productId, 1 + index * 37] as const), 99_999_900),
      ),
    }),
    answers: catalogue,
  },
  { name: 'sell-discounts', snapshot: till({ basket: basketView(discountedBasket) }), answers: catalogue },
  {
    name: 'sell-discount-line',
    snapshot: till({ basket: basketView(discountedBasket) }),
    answers: catalogue,
    prepare: async (page) => {
      await page.locator('[data-line="1"] button').nth(2).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'sell-discount-mistake',
    snapshot: till(sold),
    answers: {
      ...catalogue,
      'basket.discountAll': { fault: inputFault('input.discount-too-large', 'discount') },
    },
    prepare: async (page) => {
      await page.keyboard.press('F7');
      await page.getByRole('alertdialog').getByRole('radio').last().click();
      await page.getByRole('alertdialog').getByRole('textbox').fill('9000');
      await page.keyboard.press('Enter');
      await page.locator('[data-code="input.discount-too-large"]').waitFor();
    },
  },
  { name: 'sell-training', snapshot: training(sold), answers: catalogue },
  {
    name: 'sell-training-unplugged',
    snapshot: training({ ...sold, simulatedTerminal: { ...simulated, plugged: false } }),
    answers: catalogue,
  },
  {
    name: 'sell-training-result',
    snapshot: training({ ...sold, simulatedTerminal: { ...simulated, lastResult: 'timed-out' } }),
    answers: catalogue,
  },
  {
    name: 'sell-cleared',
    snapshot: till({ basket: { ...basketView({ id: 'basket-1', lines: [] }), canUndo: true } }),
    answers: catalogue,
  },
  {
    name: 'sell-paid',
    snapshot: till(sold),
    answers: { ...catalogue, 'payments.charge': { fault: inputFault('input.sale-paid') } },
    prepare: async (page) => {
      await page.keyboard.press('F9');
      await page.locator('[data-code="input.sale-paid"]').waitFor();
    },
  },
  {
    name: 'sell-notices',
    snapshot: till({
      ...sold,
      app: {
        ...quietTill.app,
        host: 'stand-in',
        notices: [
          { id: 'clock', fault: fault('setup.clock', { ours: now, theirs: now - 400 * second }) },
          {
            id: 'journal',
            fault: fault('setup.journal-broken', { file: 'journal-T12345678-20261120-140200.sqlite' }),
          },
        ],
      },
    }),
    answers: catalogue,
  },
  {
    name: 'sell-unread',
    snapshot: till(sold),
    answers: { 'catalogue.list': { fault: fault('setup.bug') } },
    prepare: async (page) => {
      await page.locator('[data-code="setup.bug"]').waitFor();
    },
  },
  {
    name: 'sell-blocked',
    snapshot: till({
      basket: basketView(usualBasket, fault('terminal.not-active', { status: 'ACTION_REQUIRED' })),
      tillTerminals: tillTerminals({ ...terminal, status: 'ACTION_REQUIRED' }),
    }),
    answers: catalogue,
  },
  {
    name: 'sell-terminals',
    snapshot: till({ ...sold, tillTerminals: tillTerminals(terminal, ...otherTerminals) }),
    answers: catalogue,
    prepare: async (page) => {
      await page.getByRole('combobox', { name: 'Terminal' }).click();
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'sell-terminal-held',
    snapshot: till({
      ...sold,
      tillTerminals: { ...tillTerminals(terminal, ...otherTerminals), presentId: 'T12345678-T0005' },
    }),
    answers: catalogue,
  },
  {
    name: 'sell-held',
    snapshot: till({
      basket: basketView({ ...usualBasket, saleId: 'sale-182' }),
      desk: { matters: [matter()], alarms: [] },
    }),
    answers: catalogue,
  },
  {
    name: 'sell-risk',
    snapshot: till({
      basket: basketView({ ...usualBasket, saleId: 'sale-182' }),
      desk: { matters: [matter()], alarms: [] },
    }),
    answers: {
      ...catalogue,
      'payments.charge': { fault: fault('unknown.earlier-attempt', { reference: matter().reference }) },
    },
    prepare: async (page) => {
      await page.keyboard.press('F9');
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'sell-offline',
    snapshot: till({
      ...sold,
      network: { online: false, fault: fault('setup.network-name'), retryAt: now + 4 * second },
    }),
    answers: catalogue,
  },
  {
    name: 'sell-alarm',
    snapshot: till({ ...sold, desk: { matters: [], alarms: [alarm] } }),
    answers: catalogue,
  },
  {
    name: 'sell-not-paid',
    snapshot: till({ ...sold, desk: { matters: [], alarms: [{ ...alarm, kind: 'not-paid' }] } }),
    answers: catalogue,
  },
  {
    name: 'sell-keys',
    snapshot: till(sold),
    answers: catalogue,
    prepare: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('alertdialog').waitFor();
    },
  },
];
