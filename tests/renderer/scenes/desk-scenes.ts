import { type Page } from 'playwright';
import { fault, inputFault } from '../../../shared/fault.ts';
import { minorUnits } from '../../../shared/money.ts';
import { type DeskMatter } from '../../../shared/views/desk.ts';
import { type Answers } from '../fake-wire.ts';
import { manager, nok, now } from '../samples/basket-samples.ts';
import {
  attemptMark,
  evidence,
  matter,
  orphan,
  refundElsewhereOnDesk,
  refundMark,
  refundOnDesk,
} from '../samples/desk-samples.ts';
import { learned } from '../samples/payment-samples.ts';
import { sales } from '../samples/sale-samples.ts';
import { type Scene, openRail, till, training } from './scene.ts';

const second = 1_000;

const onDesk = (...matters: readonly DeskMatter[]) => till({ desk: { matters, alarms: [] } });
const openDesk = openRail(/^(Desk|Oppfølging)$/);

const unknownRefund = refundOnDesk({ state: 'unknown', cause: 'unknown.deadline' }, true);

/** Unpaid sales of the amount of a payment that was found. */
const unpaidSales = sales
  .filter((sale) => ['unknown', 'declined', 'cancelled'].includes(sale.state))
  .map((sale) => ({ ...sale, amount: { amount: minorUnits(82_955), currency: nok } }));

const ask = async (page: Page, name: RegExp): Promise<void> => {
  await openDesk(page);
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await page.getByRole('alertdialog').waitFor();
};

const askMark = (page: Page): Promise<void> => ask(page, /^Mark by hand/);
const askTakeOver = (page: Page): Promise<void> => ask(page, /^Take over/);

/** Fills in all that a manager's word needs, with a PIN that the answer decides on. */
const sign = async (page: Page): Promise<void> => {
  await page.getByRole('combobox', { name: 'Reason' }).fill('The customer showed the slip');
  await page.getByRole('combobox', { name: 'Approved by' }).click();
  await page.getByRole('option', { name: manager.name }).click();
  await page.getByRole('textbox', { name: 'PIN' }).fill('1111');
};

const refusedMark = (name: string, answers: Answers, code: string): Scene => ({
  name,
  snapshot: onDesk(matter()),
  answers,
  prepare: async (page) => {
    await askMark(page);
    await page.getByRole('radio', { name: 'It was paid' }).click();
    await sign(page);
    await page.getByRole('button', { name: 'Mark', exact: true }).click();
    await page.locator(`[data-code="${code}"]`).last().waitFor();
  },
});

const openHistory = async (page: Page): Promise<void> => {
  await openDesk(page);
  await page.getByRole('button', { name: /^(What happened|Hva som har skjedd)$/ }).click();
};

export const deskScenes: readonly Scene[] = [
  {
    name: 'desk',
    snapshot: onDesk(
      matter({ cancelRequestedAt: now - 21 * 60 * second }),
      refundOnDesk({ refundId: 'refund-7', reference: 'counter1-k3f9-20261120-r000011' }, true),
    ),
    prepare: openDesk,
  },
  {
    name: 'desk-overlap',
    snapshot: onDesk(
      matter({ ...learned.authorized, setAsideAt: undefined, reason: undefined }, false),
      {
        ...matter({
          ...learned['waiting-customer'],
          attemptId: 'attempt-10',
          saleNumber: 183,
          reference: 'counter1-k3f9-20261120-000183-1',
          reason: undefined,
        }),
        fault: fault('setup.network'),
        lastCheckedAt: undefined,
      },
      refundOnDesk({ state: 'done', overlapAt: now }),
      refundOnDesk({ state: 'running', overlapAt: now }, true),
      unknownRefund,
    ),
    prepare: openDesk,
  },
  {
    name: 'desk-elsewhere',
    snapshot: onDesk(
      refundElsewhereOnDesk({ state: 'done', overlapAt: now }),
      matter({ ...learned.authorized, setAsideAt: undefined, reason: undefined }, false),
    ),
    prepare: openDesk,
  },
  { name: 'desk-empty', snapshot: till(), prepare: openDesk },
  {
    name: 'desk-orphan',
    snapshot: onDesk(
      orphan(),
      orphan({
        ...learned.unknown,
        attemptId: 'attempt-found-too',
        saleNumber: 140,
        reference: 'counter1-k3f9-20261119-000140-1',
      }),
    ),
    prepare: openDesk,
  },
  {
    name: 'desk-marked',
    snapshot: onDesk(
      matter({ mark: attemptMark('paid') }),
      refundOnDesk({ state: 'unknown', cause: 'unknown.deadline', mark: refundMark('not-done') }, true),
    ),
    prepare: openDesk,
  },
  {
    name: 'desk-contradiction',
    snapshot: onDesk(
      refundOnDesk({ state: 'failed', cause: 'terminal.refund-failed', mark: refundMark('done') }),
      refundOnDesk({ state: 'done', mark: refundMark('not-done') }),
    ),
    prepare: openDesk,
  },
  {
    name: 'desk-history',
    snapshot: onDesk(matter()),
    answers: { 'desk.evidence': { value: evidence } },
    prepare: async (page) => {
      await openHistory(page);
      await page.getByText(/^(Marked by hand|Merket for hånd)/).waitFor();
    },
  },
  {
    name: 'desk-history-reading',
    snapshot: onDesk(matter()),
    answers: { 'desk.evidence': { never: true } },
    prepare: openHistory,
  },
  {
    name: 'desk-history-unread',
    snapshot: onDesk(matter()),
    answers: { 'desk.evidence': { fault: fault('setup.journal') } },
    prepare: async (page) => {
      await openHistory(page);
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'desk-mark-payment', snapshot: onDesk(matter()), prepare: askMark },
  { name: 'desk-mark-refund', snapshot: onDesk(unknownRefund), prepare: askMark },
  {
    name: 'desk-mark-training',
    snapshot: training({ desk: { matters: [matter()], alarms: [] } }),
    prepare: askMark,
  },
  {
    name: 'desk-mark-unchosen',
    snapshot: onDesk(matter()),
    prepare: async (page) => {
      await askMark(page);
      await page.getByRole('button', { name: 'Mark', exact: true }).click();
      await page.locator('[data-code="input.choose"]').waitFor();
    },
  },
  refusedMark(
    'desk-mark-refused',
    { 'desk.markPayment': { fault: inputFault('input.pin-wrong', 'pin', { left: 3 }) } },
    'input.pin-wrong',
  ),
  refusedMark(
    'desk-mark-meanwhile',
    { 'desk.markPayment': { fault: inputFault('input.changed-meanwhile') } },
    'input.changed-meanwhile',
  ),
  {
    name: 'desk-take-over',
    snapshot: onDesk(orphan()),
    answers: { 'desk.adoptableSales': { value: unpaidSales } },
    prepare: async (page) => {
      await askTakeOver(page);
      await page.getByRole('radio', { name: /^For sale 182/ }).click();
    },
  },
  {
    name: 'desk-take-over-none',
    snapshot: onDesk(orphan()),
    answers: { 'desk.adoptableSales': { value: [] } },
    prepare: askTakeOver,
  },
  {
    name: 'desk-take-over-reading',
    snapshot: onDesk(orphan()),
    answers: { 'desk.adoptableSales': { never: true } },
    prepare: askTakeOver,
  },
  {
    name: 'desk-take-over-unread',
    snapshot: onDesk(orphan()),
    answers: { 'desk.adoptableSales': { fault: fault('setup.journal') } },
    prepare: async (page) => {
      await askTakeOver(page);
      await page.getByRole('alert').waitFor();
    },
  },
];
