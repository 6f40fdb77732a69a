import { describe, expect, it } from 'vitest';
import { minorUnits } from '../../../shared/money.ts';
import type { Refund } from '../../../shared/refund.ts';
import type { RefundChoice } from '../../../shared/refund-split.ts';
import type { Result } from '../../../shared/result.ts';
import { refundCall } from '../payments/calls.ts';
import { holding, quiet } from '../payments/network.ts';
import { type ApprovedRefund, type OpenTill, type SetUp, openTill } from '../payments/open-till.ts';
import { manager, managerPin } from '../payments/people.ts';
import { type RefundDesk, amount, lines, paidSale, refundElsewhere } from './refund-desk.ts';

const other = { terminalId: 'T00000001-T0002', tillName: 'Counter 8' };

interface Elsewhere {
  /** The till that sold. */
  readonly seller: RefundDesk;
  /** The till at which the customer wants the money back. */
  readonly till: OpenTill;
  readonly payment: { readonly transactionId: string };
  readonly order: (choice: RefundChoice, change?: Partial<ApprovedRefund>) => Promise<Result<null>>;
  readonly refund: (choice: RefundChoice) => Promise<Refund>;
  readonly last: () => Refund;
}

/** A sale of one till, and another till of the store at which it is to be refunded. */
async function soldElsewhere(setUp: SetUp = {}): Promise<Elsewhere> {
  const seller = await paidSale(setUp, [
    { each: 19_950, quantity: 2 },
    { each: 10_000, quantity: 1 },
  ]);
  const till = await openTill({ ...other, ...setUp, beside: seller.till });
  const transactionId = seller.sale.transactionId ?? '';
  const payment = { transactionId };
  const order = async (choice: RefundChoice, change: Partial<ApprovedRefund> = {}): Promise<Result<null>> => {
    const offered = await till.paired.refunds.offer(payment);
    if (!offered.ok) throw new Error(offered.error.code);
    return await till.refund({
      payment,
      choice,
      reason: 'Customer return',
      approverId: manager.id,
      pin: managerPin,
      seenRemaining: offered.value.remaining,
      ...change,
    });
  };
  const last = (): Refund => {
    const refund = till.journal.refunds.ofTransaction(transactionId).at(-1);
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
  return { seller, till, payment, order, refund, last };
}

describe('R1: a sale of another till', () => {
  it('is offered with its lines, as Dintero has them', async () => {
    const { till, payment, seller } = await soldElsewhere();
    expect(await till.paired.refunds.offer(payment)).toMatchObject({
      ok: true,
      value: {
        payment,
        reference: seller.sale.reference,
        elsewhere: {
          reference: seller.sale.reference,
          storeId: 'oslo-center',
          terminalId: 'T00000001-T0001',
        },
        remaining: 49_900,
        lines: [
          { lineId: '1', quantity: 2, remaining: 39_900 },
          { lineId: '2', quantity: 1, remaining: 10_000 },
        ],
        terminalId: other.terminalId,
      },
    });
  });

  it('is refunded by line on this till’s terminal, and is in its journal by the transaction', async () => {
    const { till, refund, last, payment } = await soldElsewhere();
    await refund(lines(['1', 1]));
    await till.pass(2_000);
    expect(last()).toMatchObject({
      state: 'done',
      transactionId: payment.transactionId,
      terminalId: other.terminalId,
      items: [{ lineId: '1', amount: 19_950, description: 'Coffee' }],
    });
    expect(last()).not.toHaveProperty('saleId');
    expect(till.sandbox.transactions()).toMatchObject([{ status: 'PARTIALLY_REFUNDED' }]);
  });

  it('can’t be refunded above what remains, by one øre', async () => {
    const { order } = await soldElsewhere();
    expect(await order(amount(49_901))).toMatchObject({
      error: { code: 'input.refund-over-remainder', detail: { remaining: 49_900 } },
    });
  });

  it('is this till’s own when its journal knows the transaction', async () => {
    const { seller, payment } = await soldElsewhere();
    expect(await seller.till.paired.refunds.offer(payment)).toMatchObject({
      ok: true,
      value: { saleId: seller.sale.saleId },
    });
  });
});

describe('R2: a refund of a sale of another till', () => {
  it('is followed to its end after a restart', async () => {
    const { till, refund, last } = await soldElsewhere();
    await refund(amount(116));
    await till.restart();
    await till.pass(5_000);
    expect(last().state).toBe('done');
  });

  it('whose reply is lost is found by its reference, and sent once', async () => {
    const { till, refund, last } = await soldElsewhere();
    till.disturb(refundCall, { kind: 'lose-reply' });
    await refund(amount(100));
    await till.pass(2_000);
    expect([last().state, till.requests('POST', refundCall).length]).toEqual(['done', 1]);
  });

  it('is on the desk while its end is not known, without a sale of this till', async () => {
    const { till, refund, seller } = await soldElsewhere();
    const { refundId } = await refund(amount(119));
    await till.pass(400_000);
    const matters = till.paired.desk.view().matters;
    expect(matters).toMatchObject([
      { kind: 'refund', id: refundId, state: 'unknown', elsewhere: seller.sale.reference },
    ]);
    expect(matters[0]).not.toHaveProperty('saleId');
  });

  it('bars another one of the same payment', async () => {
    const { refund, order } = await soldElsewhere();
    await refund(amount(116));
    expect(await order(amount(100))).toMatchObject({ error: { code: 'terminal.refund-running' } });
  });
});

describe('R4: two tills that refund the same sale', () => {
  it('one after the other: the second sees the first', async () => {
    const { seller, order, till } = await soldElsewhere({ sandbox: { refundDelayMs: 0 } });
    await seller.refund(lines(['1', 2]));
    await till.pass(1_000);
    expect(await order(lines(['1', 1]))).toMatchObject({
      error: { code: 'input.refund-line-over-remainder', field: 'line-1' },
    });
  });

  it('in the same instant both see the other, each on its own desk', async () => {
    const { seller, till, order } = await soldElsewhere({ sandbox: { refundLineCeiling: false } });
    const held = holding('request');
    till.disturb(refundCall, held.trouble, 1, 'POST');
    await order(lines(['2', 1]));
    await held.arrived;
    await seller.order(lines(['2', 1]));
    held.letGo();
    await till.pass(3_000);
    await seller.till.pass(3_000);
    for (const one of [till, seller.till]) {
      expect(one.paired.desk.view().matters).toMatchObject([{ kind: 'refund', attention: 'overlap' }]);
    }
  });
});

describe('A payment that can’t be refunded here', () => {
  it('because Dintero knows none such: another account’s', async () => {
    const till = await openTill();
    expect(
      await till.paired.refunds.offer({ transactionId: 'T99999999.5hQ2m9VbT3sYc8KzQv1LxA' }),
    ).toMatchObject({ error: { code: 'input.payment-unknown' } });
  });

  it('because it is in another currency', async () => {
    const { till, payment } = await soldElsewhere();
    const [transaction] = till.sandbox.transactions();
    if (transaction) transaction.currency = 'SEK';
    expect(await till.paired.refunds.offer(payment)).toMatchObject({
      error: { code: 'input.refund-currency', detail: { theirs: 'SEK', ours: 'NOK' } },
    });
  });

  it('because its money went to another payout destination', async () => {
    const { till, payment } = await soldElsewhere();
    const [transaction] = till.sandbox.transactions();
    if (transaction) transaction.payout_destination_id = 'seller-2';
    expect(await till.paired.refunds.offer(payment)).toMatchObject({
      error: { code: 'input.refund-other-seller' },
    });
  });

  it('because nothing is captured', async () => {
    const seller = await openTill();
    const { transactionId = '' } = await seller.sell(111);
    const till = await openTill({ ...other, beside: seller });
    expect(await till.paired.refunds.offer({ transactionId })).toMatchObject({
      error: { code: 'input.refund-not-captured' },
    });
  });
});

describe('A sale whose lines Dintero does not tell', () => {
  it('is refunded by amount, without items', async () => {
    const { till, refund, payment } = await soldElsewhere();
    const [transaction] = till.sandbox.transactions();
    delete transaction?.items;
    expect(await till.paired.refunds.offer(payment)).toMatchObject({ ok: true, value: { lines: [] } });
    await refund(amount(10_000));
    expect(till.requests('POST', refundCall).at(-1)?.body).not.toHaveProperty('items');
  });

  it('was refunded elsewhere by amount: what remains is known all the same', async () => {
    const { till, payment, seller } = await soldElsewhere({ sandbox: { refundDelayMs: 0 } });
    await refundElsewhere(seller, { amount: 10_000 });
    expect(await till.paired.refunds.offer(payment)).toMatchObject({
      ok: true,
      value: { remaining: minorUnits(39_900) },
    });
  });
});
