import { describe, expect, it } from 'vitest';
import { refundCall } from '../payments/calls.ts';
import { type RefundDesk, amount, paidSale } from '../refunds/refund-desk.ts';
import { approved, notApproved } from './approval.ts';

const refundDeadlineMs = 300_000;

/** A refund whose request Dintero never got, after its deadline. */
async function neverArrived(): Promise<RefundDesk> {
  const desk = await paidSale();
  desk.till.disturb(refundCall, { kind: 'reset' });
  await desk.refund(amount(5_000));
  await desk.till.pass(refundDeadlineMs);
  return desk;
}

/** A refund whose reply was lost and that is done, but late. */
async function doneLate(): Promise<RefundDesk> {
  const desk = await paidSale({ sandbox: { laterMs: 400_000 } });
  desk.till.disturb(refundCall, { kind: 'lose-reply' });
  await desk.refund(amount(116));
  await desk.till.pass(refundDeadlineMs);
  return desk;
}

describe('A refund that stays unknown', () => {
  it('bars the next refund of its payment', async () => {
    const desk = await neverArrived();
    expect(await desk.order(amount(5_000))).toMatchObject({ error: { code: 'terminal.refund-running' } });
  });

  it.each(notApproved)('is not marked with %s', async (_what, request, code, field) => {
    const desk = await neverArrived();
    expect(await desk.till.markRefund(desk.last().refundId, 'not-done', request)).toMatchObject({
      error: { code, field },
    });
  });

  it('bars nothing once a manager has marked it and its terminal is free', async () => {
    const desk = await neverArrived();
    const { refundId } = desk.last();
    await desk.till.markRefund(refundId, 'not-done', approved);
    desk.till.paired.refunds.freeTerminal(refundId);
    expect(await desk.refund(amount(5_000))).toMatchObject({ state: 'running' });
  });

  it('leaves the desk once a manager has marked it and its terminal is free', async () => {
    const desk = await neverArrived();
    const { refundId } = desk.last();
    await desk.till.markRefund(refundId, 'not-done', approved);
    desk.till.paired.refunds.freeTerminal(refundId);
    expect(desk.till.paired.desk.view().matters).toEqual([]);
  });

  it('counts as refunded when a manager says so', async () => {
    const desk = await neverArrived();
    await desk.till.markRefund(desk.last().refundId, 'done', approved);
    expect(desk.till.journal.sales.get(desk.sale.saleId)).toMatchObject({
      state: 'partly-refunded',
      refunded: 5_000,
    });
  });

  it('is on the desk when it was done although a manager said that it was not', async () => {
    const desk = await doneLate();
    const { refundId } = desk.last();
    await desk.till.markRefund(refundId, 'not-done', approved);
    await desk.till.pass(200_000);
    expect(desk.last().state).toBe('done');
    expect(desk.till.paired.desk.view().matters).toMatchObject([
      { id: refundId, attention: 'contradiction', can: { seen: true, mark: false } },
    ]);
  });

  it('leaves it when that was seen', async () => {
    const desk = await doneLate();
    const { refundId } = desk.last();
    await desk.till.markRefund(refundId, 'not-done', approved);
    await desk.till.pass(200_000);
    desk.till.paired.refunds.seen(refundId);
    expect(desk.till.paired.desk.view().matters).toEqual([]);
  });

  it('needs nobody’s eye when Dintero agrees with the manager', async () => {
    const desk = await doneLate();
    await desk.till.markRefund(desk.last().refundId, 'done', approved);
    await desk.till.pass(200_000);
    expect(desk.till.paired.desk.view().matters).toEqual([]);
  });

  it('can’t be marked while it runs', async () => {
    const desk = await paidSale();
    const { refundId } = await desk.refund(amount(119));
    expect(await desk.till.markRefund(refundId, 'done', approved)).toMatchObject({
      error: { code: 'input.changed-meanwhile' },
    });
  });
});
