import { type Page } from 'playwright';
import { type z } from 'zod';
import { contract } from '../../../shared/contract.ts';
import { fault, inputFault } from '../../../shared/fault.ts';
import { type Answers } from '../fake-wire.ts';
import { discountedBasket, manager, now, usualBasket } from '../samples/basket-samples.ts';
import { attemptMark, refundMark } from '../samples/desk-samples.ts';
import { learned, reference } from '../samples/payment-samples.ts';
import {
  markedSale,
  refundOf,
  refundOffer,
  refundViewOf,
  reservedSale,
  saleDetail,
  saleTwicePaid,
  sales,
  storeSales,
  transactionView,
  otherTillSale,
} from '../samples/sale-samples.ts';
import { otherTerminals, terminal, tillTerminals } from '../samples/till-samples.ts';
import { type Scene, openRail, simulated, till, training } from './scene.ts';

const second = 1_000;

const longReason =
  'The terminal restarted in the middle of it, printed no slip, and Backoffice knows nothing of the reference; the customer paid in cash instead.';

const pageSchema = contract.sales.list.argument;

const salesPage = ({ search, beforeNumber = Infinity, limit }: z.infer<typeof pageSchema>): unknown => {
  const older = sales.filter(
    (sale) => sale.number < beforeNumber && sale.reference.includes(search.text.toLowerCase()),
  );
  return { sales: older.slice(0, limit), more: older.length > limit };
};

const saleAnswers: Answers = {
  'sales.list': { from: (argument) => salesPage(pageSchema.parse(argument)) },
  'sales.get': { value: saleDetail() },
  'sales.store': { value: { sales: storeSales } },
  'sales.storeTerminals': {
    value: [
      { terminalId: 'T12345678-T0001', serialNumber: '0821332607' },
      { terminalId: 'T12345678-T0002', serialNumber: '0821334410' },
      { terminalId: 'T12345678-T0007' },
    ],
  },
  'sales.transaction': { value: transactionView() },
  'refunds.offer': { value: refundOffer() },
  'refunds.otherTerminals': { value: [] },
};

const openStore = async (page: Page): Promise<void> => {
  await openRail(/^(Sales|Salgsliste)$/)(page);
  await page.getByRole('radio', { name: /^(Whole store|Hele butikken)$/ }).click();
};

const openTransaction = async (page: Page): Promise<void> => {
  await openStore(page);
  await page.locator(`[data-reference="${otherTillSale.reference}"]`).click();
};

const openSale = async (page: Page): Promise<void> => {
  await openRail(/^(Sales|Salgsliste)$/)(page);
  await page.locator(`[data-reference="${reference}"]`).click();
  await page.locator('article').waitFor();
};

const askRefund = async (page: Page): Promise<void> => {
  await openSale(page);
  await page.getByRole('button', { name: /^(Refund|Refunder)$/ }).click();
  await page.locator('[data-screen="refund"]').waitFor();
};

const approve = async (page: Page): Promise<void> => {
  await page.getByRole('combobox').first().fill('Customer return');
  await page.getByRole('combobox').nth(1).click();
  await page.getByRole('option', { name: manager.name }).click();
  await page.getByRole('textbox', { name: /PIN/ }).fill('1111');
};

const openRefund = async (page: Page): Promise<void> => {
  await askRefund(page);
  await page.getByRole('spinbutton').first().waitFor();
};

export const salesScenes: readonly Scene[] = [
  { name: 'sales', snapshot: till(), answers: saleAnswers, prepare: openRail(/^(Sales|Salgsliste)$/) },
  {
    name: 'sales-empty',
    snapshot: till(),
    answers: { 'sales.list': { value: { sales: [], more: false } } },
    prepare: openRail(/^(Sales|Salgsliste)$/),
  },
  {
    name: 'sales-reading',
    snapshot: till(),
    answers: { 'sales.list': { never: true } },
    prepare: openRail(/^(Sales|Salgsliste)$/),
  },
  {
    name: 'sales-unread',
    snapshot: till(),
    answers: { 'sales.list': { fault: fault('setup.journal') } },
    prepare: openRail(/^(Sales|Salgsliste)$/),
  },
  {
    name: 'sales-no-match',
    snapshot: till(),
    answers: saleAnswers,
    prepare: async (page) => {
      await openRail(/^(Sales|Salgsliste)$/)(page);
      await page.getByRole('searchbox').fill('nothing like this');
    },
  },
  { name: 'sales-store', snapshot: till(), answers: saleAnswers, prepare: openStore },
  {
    name: 'sales-store-empty',
    snapshot: till(),
    answers: { ...saleAnswers, 'sales.store': { value: { sales: [] } } },
    prepare: openStore,
  },
  {
    name: 'sales-store-reading',
    snapshot: till(),
    answers: { ...saleAnswers, 'sales.store': { never: true } },
    prepare: openStore,
  },
  {
    name: 'sales-store-further',
    snapshot: till(),
    answers: {
      ...saleAnswers,
      'sales.store': { value: { sales: [], next: { after: 'x' }, lookedBackTo: now - 900_000_000 } },
    },
    prepare: async (page) => {
      await openStore(page);
      await page.getByRole('searchbox').fill('8812');
    },
  },
  {
    name: 'sales-store-offline',
    snapshot: till(),
    answers: { ...saleAnswers, 'sales.store': { fault: fault('setup.network-timeout') } },
    prepare: async (page) => {
      await openStore(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'transaction',
    snapshot: till(),
    answers: saleAnswers,
    prepare: async (page) => {
      await openTransaction(page);
      await page.getByRole('button', { name: /support|brukerstøtte/ }).click();
    },
  },
  {
    name: 'transaction-declined',
    snapshot: till(),
    answers: {
      ...saleAnswers,
      'sales.transaction': {
        value: transactionView({
          sale: { ...otherTillSale, state: 'declined' },
          status: 'DECLINED',
          refunds: [],
          events: [
            { at: now - 60_000, event: 'INITIALIZE', success: true },
            { at: now - 50_000, event: 'AUTHORIZE', success: false },
          ],
        }),
      },
    },
    prepare: openTransaction,
  },
  {
    name: 'transaction-bare',
    snapshot: till(),
    answers: {
      ...saleAnswers,
      'sales.transaction': {
        value: {
          ...transactionView({ lines: [], events: [], refunds: [], settlement: 'ON_ITS_OWN_WAY' }),
          sale: {
            ...otherTillSale,
            card: undefined,
            terminalId: undefined,
            state: 'unknown',
            word: 'AWAITING_REVIEW',
          },
        },
      },
    },
    prepare: openTransaction,
  },
  {
    name: 'transaction-unread',
    snapshot: till(),
    answers: { ...saleAnswers, 'sales.transaction': { fault: fault('setup.network-timeout') } },
    prepare: async (page) => {
      await openTransaction(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sale-unread',
    snapshot: till(),
    answers: { ...saleAnswers, 'sales.get': { fault: fault('setup.journal') } },
    prepare: async (page) => {
      await openRail(/^(Sales|Salgsliste)$/)(page);
      await page.locator(`[data-reference="${reference}"]`).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'sale', snapshot: till(), answers: saleAnswers, prepare: openSale },
  {
    name: 'sale-refunded',
    snapshot: till(),
    answers: {
      ...saleAnswers,
      'sales.get': { value: saleDetail([refundOf({ state: 'done', settledAt: now })]) },
    },
    prepare: openSale,
  },
  ...(
    [
      ['sale-marked-paid', markedSale(attemptMark('paid'))],
      ['sale-marked-not-paid', markedSale(attemptMark('not-paid', { reason: longReason }))],
      ['sale-marked-and-told', markedSale(attemptMark('not-paid'), learned.approved)],
      ['sale-paid-twice', saleTwicePaid([refundOf({ state: 'unknown', mark: refundMark('not-done') })])],
    ] as const
  ).map(([name, value]): Scene => ({
    name,
    snapshot: till(),
    answers: { ...saleAnswers, 'sales.get': { value } },
    prepare: openSale,
  })),
  {
    name: 'refund-reading',
    snapshot: till(),
    answers: { ...saleAnswers, 'refunds.offer': { never: true } },
    prepare: askRefund,
  },
  {
    name: 'refund-unread',
    snapshot: till(),
    answers: { ...saleAnswers, 'refunds.offer': { fault: fault('setup.network-timeout') } },
    prepare: async (page) => {
      await askRefund(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'refund-nothing',
    snapshot: till(),
    answers: {
      ...saleAnswers,
      'refunds.offer': {
        value: refundOffer(usualBasket.lines.map(({ lineId, amount }) => ({ lineId, amount }))),
      },
    },
    prepare: askRefund,
  },
  {
    name: 'refund-meanwhile',
    snapshot: till(),
    answers: { ...saleAnswers, 'refunds.start': { fault: inputFault('input.changed-meanwhile') } },
    prepare: async (page) => {
      await openRefund(page);
      await approve(page);
      await page.getByRole('button', { name: /^Refund(er)? kr/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'refund', snapshot: till(), answers: saleAnswers, prepare: openRefund },
  {
    name: 'refund-discounted',
    snapshot: till(),
    answers: { ...saleAnswers, 'refunds.offer': { value: refundOffer([], discountedBasket) } },
    prepare: openRefund,
  },
  {
    name: 'refund-terminals',
    snapshot: till({ tillTerminals: tillTerminals(terminal, ...otherTerminals) }),
    answers: {
      ...saleAnswers,
      'refunds.otherTerminals': {
        value: [{ terminalId: 'T12345678-T0009', serialNumber: '1021-4410-0093-8811' }],
      },
    },
    prepare: openRefund,
  },
  {
    name: 'refund-elsewhere',
    snapshot: till(),
    answers: {
      ...saleAnswers,
      'refunds.offer': {
        value: {
          ...refundOffer(),
          payment: { transactionId: 'T12345678.transaction-9' },
          saleId: undefined,
          elsewhere: { reference: 'webshop-88121', storeId: 'oslo-center', paidAt: now - 90 * 60_000 },
          reference: 'webshop-88121',
          lines: [],
        },
      },
    },
    prepare: async (page) => {
      await askRefund(page);
      await page.getByText('webshop-88121').waitFor();
    },
  },
  {
    name: 'sale-reserved',
    snapshot: till(),
    answers: { ...saleAnswers, 'sales.get': { value: reservedSale() } },
    prepare: openSale,
  },
  {
    name: 'sale-void',
    snapshot: till(),
    answers: {
      ...saleAnswers,
      'sales.get': { value: reservedSale() },
      'payments.void': { fault: inputFault('input.pin-wrong', 'pin', { left: 3 }) },
    },
    prepare: async (page) => {
      await openSale(page);
      await page.getByRole('button', { name: /^(Release|Opphev)/ }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByRole('combobox').first().fill('Customer changed their mind');
      await dialog.getByRole('combobox').nth(1).click();
      await page.getByRole('option', { name: manager.name }).click();
      await dialog.getByRole('textbox', { name: /PIN/ }).fill('1111');
      await dialog.getByRole('button').last().click();
      await page.locator('[data-code="input.pin-wrong"]').waitFor();
    },
  },
  {
    name: 'refund-amount',
    snapshot: till(),
    answers: { ...saleAnswers, 'refunds.offer': { value: refundOffer([{ lineId: '4', amount: 12500 }]) } },
    prepare: async (page) => {
      await openRefund(page);
      await page.getByRole('textbox', { name: /amount|Beløp/ }).fill('300');
      await page.getByRole('combobox').nth(1).click();
      await page.getByRole('option', { name: manager.name }).click();
    },
  },
  {
    name: 'refund-mistake',
    snapshot: till(),
    answers: {
      ...saleAnswers,
      'refunds.start': { fault: inputFault('input.pin-wrong', 'pin', { left: 3 }) },
    },
    prepare: async (page) => {
      await openRefund(page);
      await page.getByRole('checkbox').nth(1).click();
      await approve(page);
      await page.getByRole('button', { name: /^Refund(er)? kr/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  ...(
    [
      ['sending', {}],
      ['running', {}],
      ['done', { settledAt: now }],
      ['failed', { settledAt: now, cause: 'terminal.refund-failed' }],
      ['refused', { settledAt: now, cause: 'terminal.refund-refused' }],
      ['unknown', { cause: 'unknown.deadline' }],
      ['sending', { replyLostAt: now - second }, 'lost'],
      ['done', { settledAt: now, overlapAt: now }, 'overlap'],
      ['unknown', { cause: 'unknown.deadline', overlapAt: now }, 'unknown-overlap'],
      ['unknown', { cause: 'unknown.deadline', mark: refundMark('done') }, 'marked'],
      ['done', { settledAt: now, mark: refundMark('not-done') }, 'contradiction'],
    ] as const
  ).map(([state, over, name = state]): Scene => ({
    name: `refund-${name}`,
    snapshot: till(),
    answers: saleAnswers,
    prepare: async (page, wire) => {
      await openRefund(page);
      wire.push('refund', refundViewOf({ state, ...over }, 'cause' in over ? fault(over.cause) : undefined));
      await page.getByTestId('refund').waitFor();
    },
  })),
  {
    name: 'refund-training',
    snapshot: training({
      simulatedTerminal: { ...simulated, prompt: { kind: 'refund', amount: refundOf().amount } },
    }),
    answers: saleAnswers,
    prepare: async (page, wire) => {
      await openRefund(page);
      wire.push('refund', refundViewOf({ state: 'running' }, fault('setup.network-timeout')));
      await page.getByTestId('refund').waitFor();
    },
  },
];
