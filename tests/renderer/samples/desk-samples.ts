import { paymentMatter } from '../../../electron/desk/payment-matter.ts';
import { refundMatter } from '../../../electron/desk/refund-matter.ts';
import { type Attempt, type AttemptMark } from '../../../shared/attempt.ts';
import { minorUnits } from '../../../shared/money.ts';
import { type Refund, type RefundMark } from '../../../shared/refund.ts';
import { type AlarmView, type DeskMatter } from '../../../shared/views/desk.ts';
import { type TimelineStep } from '../../../shared/views/sale.ts';
import { cashier, manager, nok, now } from './basket-samples.ts';
import { attemptOf, learned, visa } from './payment-samples.ts';
import { refundOf } from './sale-samples.ts';

const second = 1_000;
const minute = 60 * second;

const amount = { amount: minorUnits(82_955), currency: nok };
const approver = { id: manager.id, name: manager.name };

/** A manager's word on a payment. */
export const attemptMark = (
  verdict: AttemptMark['verdict'],
  over: Partial<AttemptMark> = {},
): AttemptMark => ({
  verdict,
  reason: 'The slip says so',
  approver,
  at: now - 6 * minute,
  ...over,
});

/** A manager's word on a refund. */
export const refundMark = (verdict: RefundMark['verdict']): RefundMark => ({
  verdict,
  reason: 'Backoffice says so',
  approver,
  at: now - 6 * minute,
});

/** A payment that was set aside and is unknown, or what became of it. */
export const deskAttempt = (over: Partial<Attempt> = {}): Attempt =>
  attemptOf({
    ...learned.unknown,
    attemptId: 'attempt-9',
    saleId: 'sale-182',
    saleNumber: 182,
    reference: 'counter1-k3f9-20261120-000182-1',
    amount,
    startedAt: now - 22 * minute,
    setAsideAt: now - 20 * minute,
    closedAt: now - 20 * minute,
    ...over,
  });

/** A payment on the desk, as main makes it. */
export const matter = (over: Partial<Attempt> = {}, holdsTerminal = true): DeskMatter =>
  paymentMatter(deskAttempt(over), holdsTerminal, { at: now - 9 * second });

const found: Partial<Attempt> = {
  attemptId: 'attempt-found',
  saleId: 'sale-139',
  saleNumber: 139,
  reference: 'counter1-k3f9-20261119-000139-1',
  startedAt: now - 21 * 60 * minute,
  foundAt: now - 2 * minute,
  setAsideAt: undefined,
};

/** A payment that Dintero has and this till had no record of. */
export const orphan = (over: Partial<Attempt> = {}): DeskMatter =>
  matter(
    {
      ...learned.approved,
      ...found,
      captured: amount.amount,
      reason: undefined,
      card: visa,
      ...over,
    },
    false,
  );

/** A refund on the desk, as main makes it. */
export const refundOnDesk = (over: Partial<Refund> = {}, holdsTerminal = false): DeskMatter =>
  refundMatter(
    refundOf({
      refundId: `refund-${over.state ?? 'running'}`,
      saleId: 'sale-171',
      reference: `counter1-k3f9-20261120-r0000${(over.state ?? 'running').length}`,
      state: 'running',
      startedAt: now - 40 * second,
      ...over,
    }),
    171,
    holdsTerminal,
    { at: now - 9 * second },
  );

/** A refund of a payment that another till took. */
export const refundElsewhereOnDesk = (over: Partial<Refund> = {}): DeskMatter =>
  refundMatter(
    refundOf({
      refundId: 'refund-elsewhere',
      attemptId: undefined,
      saleId: undefined,
      elsewhere: { reference: 'counter2-7pq1-20261120-000031-1' },
      reference: 'counter1-k3f9-20261120-r000021',
      ...over,
    }),
    undefined,
    false,
    { at: now - 9 * second },
  );

/** What the journal has of a payment that was set aside, with a step that this version has no word for. */
export const evidence: readonly TimelineStep[] = [
  { at: now - 22 * minute, step: 'started', by: cashier.name },
  { at: now - 22 * minute + 400, step: 'evidence.created' },
  { at: now - 21 * minute, step: 'evidence.transaction', word: 'INITIATED' },
  { at: now - 20 * minute, step: 'set-aside', by: cashier.name },
  { at: now - 19 * minute, step: 'evidence.deadline' },
  { at: now - 18 * minute, step: 'terminal-freed', word: 'confirmed-idle', by: cashier.name },
  { at: now - 12 * minute, step: 'evidence.telepathy', word: 'HUNCH' },
  { at: now - 6 * minute, step: 'marked', word: 'not-paid', by: cashier.name },
];

export const alarm: AlarmView = {
  attemptId: 'attempt-9',
  kind: 'double-payment',
  saleId: 'sale-182',
  saleNumber: 182,
  reference: 'counter1-k3f9-20261120-000182-1',
  amount,
  raisedAt: now - 4 * second,
};
