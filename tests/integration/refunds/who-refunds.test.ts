import { describe, expect, it } from 'vitest';
import { transactionRead } from '../payments/calls.ts';
import { cashier, cashierPin, manager, managerPin } from '../payments/people.ts';
import { amount, paidSale } from './refund-desk.ts';

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

describe('R7: without Dintero', () => {
  it('nothing is offered', async () => {
    const desk = await paidSale();
    await desk.till.sandbox.close();
    const offered = desk.till.paired.refunds.offer(desk.sale.attemptId);
    await desk.till.pass(5_000);
    expect(await offered).toMatchObject({ ok: false, error: { code: 'setup.network' } });
  });

  it('a read that fails in passing is asked again before the offer is given up', async () => {
    const desk = await paidSale();
    desk.till.disturb(transactionRead, { kind: 'answer', status: 503 });
    const offered = desk.till.paired.refunds.offer(desk.sale.attemptId);
    await desk.till.pass(500);
    expect(await offered).toMatchObject({ ok: true, value: { remaining: 39_900 } });
  });

  it('a refund does not wait for it, to go out when its person has left', async () => {
    const desk = await paidSale();
    const { remaining } = await desk.offer();
    desk.till.disturb(transactionRead, { kind: 'answer', status: 503, retryAfterSeconds: 600 });
    const started = await desk.till.refund({
      attemptId: desk.sale.attemptId,
      choice: amount(100),
      reason: 'Customer return',
      approverId: manager.id,
      pin: managerPin,
      seenRemaining: remaining,
    });
    expect(started).toMatchObject({ error: { code: 'setup.dintero-down' } });
  });
});
