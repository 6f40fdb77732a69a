import { describe, expect, it } from 'vitest';
import { transactionRead } from '../payments/calls.ts';
import { cashier, cashierPin, manager, managerPin } from '../payments/people.ts';
import type { Limits } from '../../../shared/rights.ts';
import { type RefundDesk, amount, paidSale } from './refund-desk.ts';

const dayMs = 86_400_000;

describe('R5: a refund', () => {
  it.each([
    ['with a wrong PIN', { pin: '9999' }, { code: 'input.pin-wrong', field: 'pin' }],
    ['with no PIN', { pin: '' }, { code: 'input.pin-digits', field: 'pin' }],
    [
      'by a cashier',
      { approverId: cashier.id, pin: cashierPin },
      { code: 'input.not-a-manager', field: 'approver' },
    ],
    ['by nobody that is known', { approverId: 'nobody' }, { code: 'input.choose', field: 'approver' }],
    ['without a reason', { reason: '  ' }, { code: 'input.required', field: 'reason' }],
    ['with a reason too long', { reason: 'x'.repeat(201) }, { code: 'input.too-long', field: 'reason' }],
  ])('%s is refused at its field', async (_, change, error) => {
    const desk = await paidSale();
    expect(await desk.order(amount(100), change)).toMatchObject({ ok: false, error });
  });

  it.each([
    ['with a wrong PIN', { pin: '9999' }],
    ['by a cashier', { approverId: cashier.id, pin: cashierPin }],
    ['without a reason', { reason: '' }],
  ])('%s sends nothing', async (_, change) => {
    const desk = await paidSale();
    await desk.order(amount(100), change);
    expect(desk.calls()).toEqual([]);
  });

  it('names in the journal who asked and who approved', async () => {
    const desk = await paidSale();
    expect(await desk.refund(amount(100))).toMatchObject({
      person: { name: cashier.name },
      approver: { name: manager.name },
      reason: 'Customer return',
    });
  });

  it('can’t be guessed: after five wrong PINs the manager is locked out', async () => {
    const desk = await paidSale();
    for (let guess = 0; guess < 5; guess += 1) await desk.order(amount(100), { pin: '9999' });
    expect(await desk.order(amount(100))).toMatchObject({
      error: { code: 'input.pin-locked', detail: { seconds: 30 } },
    });
  });
});

describe('A limit', () => {
  const limited = (desk: RefundDesk, limits: Partial<Limits>): void => {
    const { settings } = desk.till.people;
    settings.set('rights', { ...settings.get('rights'), limits });
  };

  it.each<[string, Partial<Limits>, number, object]>([
    [
      'the amount',
      { refundAmount: { managerAbove: null, deniedAbove: 10_000 } },
      10_001,
      { code: 'setup.limit-amount', detail: { limit: 10_000 } },
    ],
    [
      'the age of the sale',
      { refundAgeDays: { managerAbove: null, deniedAbove: 1 } },
      100,
      { code: 'setup.limit-age', detail: { limit: 1 } },
    ],
  ])('of %s stops a manager’s refund before anything is sent', async (_, limits, asked, error) => {
    const desk = await paidSale();
    limited(desk, limits);
    desk.till.clock.jump(2 * dayMs);
    expect(await desk.order(amount(asked))).toEqual({ ok: false, error });
    expect([desk.calls(), desk.till.journal.refunds.ofSale(desk.sale.saleId)]).toEqual([[], []]);
  });

  it('is reached to the øre, and to the day', async () => {
    const desk = await paidSale();
    limited(desk, {
      refundAmount: { managerAbove: null, deniedAbove: 10_000 },
      refundAgeDays: { managerAbove: null, deniedAbove: 2 },
    });
    desk.till.clock.jump(2 * dayMs);
    expect(await desk.order(amount(10_000))).toEqual({ ok: true, value: null });
  });

  it('above which a manager answers for it lets no cashier’s own PIN do', async () => {
    const desk = await paidSale();
    const { settings } = desk.till.people;
    settings.set('rights', {
      cashier: { refund: 'allowed' },
      manager: {},
      limits: { refundAmount: { managerAbove: 10_000, deniedAbove: null } },
    });
    const own = { approverId: cashier.id, pin: cashierPin };
    expect(await desk.order(amount(10_001), own)).toMatchObject({
      error: { code: 'input.not-a-manager', field: 'approver' },
    });
    expect(desk.calls()).toEqual([]);
    expect(await desk.order(amount(10_000), own)).toEqual({ ok: true, value: null });
  });
});

describe('R7: without Dintero', () => {
  it('nothing is offered', async () => {
    const desk = await paidSale();
    await desk.till.sandbox.close();
    const offered = desk.till.paired.refunds.offer({ attemptId: desk.sale.attemptId });
    await desk.till.pass(5_000);
    expect(await offered).toMatchObject({ ok: false, error: { code: 'setup.network' } });
  });

  it('a read that fails in passing is asked again before the offer is given up', async () => {
    const desk = await paidSale();
    desk.till.disturb(transactionRead, { kind: 'answer', status: 503 });
    const offered = desk.till.paired.refunds.offer({ attemptId: desk.sale.attemptId });
    await desk.till.pass(500);
    expect(await offered).toMatchObject({ ok: true, value: { remaining: 39_900 } });
  });

  it('a refund does not wait for it, to go out when its person has left', async () => {
    const desk = await paidSale();
    const { remaining } = await desk.offer();
    desk.till.disturb(transactionRead, { kind: 'answer', status: 503, retryAfterSeconds: 600 });
    const started = await desk.till.refund({
      payment: { attemptId: desk.sale.attemptId },
      choice: amount(100),
      reason: 'Customer return',
      approverId: manager.id,
      pin: managerPin,
      seenRemaining: remaining,
    });
    expect(started).toMatchObject({ error: { code: 'setup.dintero-down' } });
  });
});
