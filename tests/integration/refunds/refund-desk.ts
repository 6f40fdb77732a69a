import type { RequestRecord } from '../../../electron/sandbox/server.ts';
import type { Attempt } from '../../../shared/attempt.ts';
import { minorUnits } from '../../../shared/money.ts';
import type { RefundChoice } from '../../../shared/refund-split.ts';
import type { Refund } from '../../../shared/refund.ts';
import type { Result } from '../../../shared/result.ts';
import type { RefundOffer } from '../../../shared/views/refund.ts';
import { quiet } from '../payments/network.ts';
import { refundCall } from '../payments/calls.ts';
import { type ApprovedRefund, type OpenTill, type SetUp, openTill } from '../payments/open-till.ts';
import { terminalId } from '../payments/till-parts.ts';
import { manager, managerPin } from '../payments/people.ts';
import { call, logIn } from '../sandbox/account.ts';

/** A line of the sale that is refunded: what one costs, in minor units, and how many. */
export interface Sold {
  readonly each: number;
  readonly quantity: number;
}

/** A till with a paid sale, at which a manager stands. */
export interface RefundDesk {
  readonly till: OpenTill;
  readonly sale: Attempt;
  readonly offer: () => Promise<RefundOffer>;
  /** What a manager asks for after a look at the offer. */
  readonly order: (choice: RefundChoice, change?: Partial<ApprovedRefund>) => Promise<Result<null>>;
  /** The same, when it is taken: resolves when the call's answer, or its loss, is in the journal. */
  readonly refund: (choice: RefundChoice) => Promise<Refund>;
  /** The refund that this till made last. */
  readonly last: () => Refund;
  readonly calls: () => readonly RequestRecord[];
}

export const amount = (minor: number): RefundChoice => ({ by: 'amount', amount: minorUnits(minor) });

export const lines = (...chosen: readonly (readonly [lineId: string, quantity: number])[]): RefundChoice => ({
  by: 'lines',
  lines: chosen.map(([lineId, quantity]) => ({ lineId, quantity })),
});

/** Sells, and hands the sale to a refund desk. Two coffees at 199.50 unless told otherwise. */
export async function paidSale(
  setUp: SetUp = {},
  sold: readonly Sold[] = [{ each: 19_950, quantity: 2 }],
): Promise<RefundDesk> {
  const till = await openTill(setUp);
  for (const { each, quantity } of sold) till.enter(each, quantity);
  const { attemptId } = await till.chargeBasket();
  till.press('tap');
  await till.payments.checkNow(attemptId);
  await quiet();
  return deskOf(till, till.attempt(attemptId));
}

export function deskOf(till: OpenTill, sale: Attempt): RefundDesk {
  const offer = async (): Promise<RefundOffer> => {
    const offered = await till.paired.refunds.offer({ attemptId: sale.attemptId });
    if (!offered.ok) throw new Error(offered.error.code);
    return offered.value;
  };
  const order = async (choice: RefundChoice, change: Partial<ApprovedRefund> = {}): Promise<Result<null>> => {
    const { remaining } = await offer();
    return await till.refund({
      payment: { attemptId: sale.attemptId },
      choice,
      reason: 'Customer return',
      approverId: manager.id,
      pin: managerPin,
      seenRemaining: remaining,
      ...change,
    });
  };
  const last = (): Refund => {
    const refund = till.journal.refunds.ofSale(sale.saleId).at(-1);
    if (!refund) throw new Error('There is no refund');
    return refund;
  };
  const refund = async (choice: RefundChoice): Promise<Refund> => {
    const ordered = await order(choice);
    if (!ordered.ok) throw new Error(ordered.error.code);
    await till.until(() => last().state !== 'sending' || last().replyLostAt !== undefined);
    await quiet();
    return last();
  };
  return { till, sale, offer, order, refund, last, calls: () => till.requests('POST', refundCall) };
}

/** Refunds at Dintero without this till, as another one does. Gives the status of the answer. */
export async function refundElsewhere(
  { till, sale }: RefundDesk,
  body: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { url } = till.sandbox;
  const { status } = await call(url, 'POST', `/v1/transactions/${sale.transactionId ?? ''}/refund`, {
    headers: { authorization: `Bearer ${await logIn(url)}` },
    body: { terminal_id: terminalId, ...body },
  });
  return status;
}
