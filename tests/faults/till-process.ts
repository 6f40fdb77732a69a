/**
 * The till below the window, in a process of its own that may be killed at any moment: the real client, the real
 * journal and the real features, wired as `electron/till.ts` does it, with a clock that the harness moves. It obeys the
 * orders of `protocol.ts`, one at a time.
 */
import { minorUnits } from '../../shared/money.ts';
import { type Result, assertNever } from '../../shared/result.ts';
import { vatRate } from '../../shared/vat.ts';
import { HandClock } from '../integration/hand-clock.ts';
import { manager, managerPin, withApproval } from '../integration/payments/people.ts';
import { type Parts, openParts } from '../integration/payments/till-parts.ts';
import { Calm } from './calm.ts';
import { armFailPoint, journalWrites, watchJournalWrites } from './fail-point.ts';
import { type FromTill, type Glance, type Order, toTillSchema } from './protocol.ts';
import { reportOf } from './report.ts';

const calm = new Calm();
let till: { readonly parts: Parts; readonly clock: HandClock } | undefined;

const answer = (message: FromTill): void => void process.send?.(message);

function running(): NonNullable<typeof till> {
  if (!till) throw new Error('No till is open');
  return till;
}

function open(order: Extract<Order, { do: 'open' }>): void {
  armFailPoint(order.dieAt);
  const clock = new HandClock(order.now);
  const parts = openParts({
    sandbox: { accountId: order.accountId, url: order.url },
    clock,
    journalFile: order.journalFile,
    setUp: {},
    onChange: () => undefined,
  });
  const { sessions, transactions } = parts.dintero;
  const create = sessions.create.bind(sessions);
  const cancel = sessions.cancel.bind(sessions);
  const refund = transactions.refund.bind(transactions);
  sessions.create = (sale) => calm.untilRequest(() => create(sale));
  sessions.cancel = (id) => calm.untilRequest(() => cancel(id));
  transactions.refund = (id, asked) => calm.untilRequest(() => refund(id, asked));
  till = { parts, clock };
}

async function close(): Promise<void> {
  if (!till) return;
  const { line, paired, dintero } = till.parts;
  till = undefined;
  line.close();
  paired.close();
  await dintero.close();
}

/** Lets time pass. Every look on the way is over, or kept back, before time goes on. */
async function pass(ms: number): Promise<void> {
  const { clock } = running();
  const end = clock.now() + ms;
  for (;;) {
    await calm.settle();
    const [next] = clock.waiting;
    if (next === undefined || clock.now() + next > end) break;
    await clock.pass(next);
  }
  await clock.pass(end - clock.now());
}

/** What a manager does who was asked to give money back: looks, chooses, approves. */
async function refund(quantity: number): Promise<Result<null>> {
  const { journal, paired, people } = running().parts;
  const paid = journal.sales
    .page(10)
    .flatMap(({ saleId }) => journal.attempts.ofSale(saleId))
    .find(({ state }) => state === 'approved');
  if (!paid) return { ok: false, error: { code: 'input.refund-not-captured' } };
  const offered = await paired.refunds.offer({ attemptId: paid.attemptId });
  if (!offered.ok) return offered;
  const [line] = offered.value.lines;
  return await calm.untilRequest(() =>
    withApproval(
      people,
      'refund',
      { reason: 'Customer return', approverId: manager.id, pin: managerPin },
      (permit) =>
        paired.refunds.start(
          {
            payment: { attemptId: paid.attemptId },
            choice: { by: 'lines', lines: line ? [{ lineId: line.lineId, quantity }] : [] },
            seenRemaining: offered.value.remaining,
          },
          permit,
        ),
    ),
  );
}

function glance(code?: string): Glance {
  const { parts, clock } = running();
  const { attempts, refunds } = parts.journal;
  const [nextMs] = clock.waiting;
  const moving =
    attempts
      .unsettled()
      .filter(({ state, terminalFreedAt }) => state !== 'unknown' || terminalFreedAt === undefined).length +
    refunds.unsettled().filter(({ state }) => state !== 'unknown').length;
  return {
    ...(code !== undefined && { code }),
    ...(nextMs !== undefined && { nextMs: Math.max(0, nextMs) }),
    moving,
    canCancel: parts.paired.payments.view()?.can.cancel ?? false,
    writes: journalWrites(),
  };
}

/** Does what is ordered; gives why it was refused. What the till waits for longer is not waited for here. */
async function obey(order: Exclude<Order, { do: 'report' }>): Promise<string | undefined> {
  const codeOf = (result: Result<unknown> | null | undefined): string | undefined =>
    result && !result.ok ? result.error.code : undefined;
  switch (order.do) {
    case 'open':
      open(order);
      break;
    case 'enter':
      return codeOf(
        running().parts.paired.baskets.add({
          description: 'Coffee',
          quantity: order.quantity,
          unitPrice: minorUnits(order.amount),
          vatRate: vatRate(25),
        }),
      );
    case 'charge':
      return codeOf(running().parts.paired.payments.charge(order.acceptRisk));
    case 'cancel': {
      const { payments } = running().parts.paired;
      const shown = payments.view();
      if (shown) void payments.cancel(shown.attempt.attemptId);
      break;
    }
    case 'set-aside': {
      const { payments } = running().parts.paired;
      const shown = payments.view();
      return codeOf(shown && payments.setAside(shown.attempt.attemptId));
    }
    case 'refund': {
      const result: { value?: Result<null> } = {};
      void refund(order.quantity).then((done) => (result.value = done));
      await calm.settle();
      return result.value ? codeOf(result.value) : 'pending';
    }
    case 'pass':
      await pass(order.ms);
      break;
    case 'close':
      await close();
      break;
    default:
      return assertNever(order);
  }
  return undefined;
}

async function take(order: Order): Promise<void> {
  if (order.do === 'report') {
    const { journal, paired } = running().parts;
    answer({ report: reportOf(journal, paired) });
    return;
  }
  const code = await obey(order);
  await calm.settle();
  answer({
    glance: till ? glance(code) : { moving: 0, canCancel: false, writes: journalWrites() },
  });
}

watchJournalWrites();
process.on('message', (message) => {
  const said = toTillSchema.parse(message);
  if ('held' in said) calm.hold(said.held);
  else void take(said.order);
});
// The harness is gone: nobody gives orders any more.
process.on('disconnect', () => process.exit());
