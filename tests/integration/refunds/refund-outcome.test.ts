import { describe, expect, it } from 'vitest';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import type { RefundChoice } from '../../../shared/refund-split.ts';
import { refundCall, transactionRead } from '../payments/calls.ts';
import { terminalId } from '../payments/till-parts.ts';
import { holding, quiet } from '../payments/network.ts';
import { type RefundDesk, amount, paidSale } from './refund-desk.ts';

describe('R3: a refund that Dintero has taken (202)', () => {
  it('is running, not done', async () => {
    const desk = await paidSale();
    expect(await desk.refund(amount(100))).toMatchObject({ state: 'running' });
  });

  it('is done when its event says so', async () => {
    const desk = await paidSale();
    await desk.refund(amount(100));
    await desk.till.pass(1_000);
    expect(desk.last().state).toBe('done');
  });

  it('of 1.16 is done when its event says so, later', async () => {
    const desk = await paidSale();
    await desk.refund(amount(116));
    await desk.till.pass(2_000);
    expect(desk.last().state).toBe('running');
    await desk.till.pass(1_000);
    expect(desk.last().state).toBe('done');
  });

  it('of 1.17 has failed when its event says so', async () => {
    const desk = await paidSale();
    await desk.refund(amount(117));
    await desk.till.pass(4_000);
    expect(desk.last()).toMatchObject({ state: 'failed', cause: 'terminal.refund-declined' });
  });

  it('of 1.17 gave nothing back, and can be tried with another amount', async () => {
    const desk = await paidSale();
    await desk.refund(amount(117));
    await desk.till.pass(4_000);
    expect((await desk.offer()).remaining).toBe(39_900);
  });

  it('of 1.19 is unknown after its deadline of 300 s', async () => {
    const desk = await paidSale();
    await desk.refund(amount(119));
    await desk.till.pass(300_000);
    expect(desk.last()).toMatchObject({ state: 'unknown', cause: 'unknown.deadline' });
  });

  it('of 1.19 still runs before its deadline', async () => {
    const desk = await paidSale();
    await desk.refund(amount(119));
    await desk.till.pass(299_999);
    expect(desk.last().state).toBe('running');
  });

  it('of 1.19 stays on the desk', async () => {
    const desk = await paidSale();
    const { refundId } = await desk.refund(amount(119));
    await desk.till.pass(400_000);
    expect(desk.till.paired.desk.view().matters).toMatchObject([
      { kind: 'refund', id: refundId, state: 'unknown', holdsTerminal: true },
    ]);
  });

  it('is found by its request id when the event carries no reference', async () => {
    const desk = await paidSale();
    await desk.refund(amount(100));
    await desk.till.clock.pass(500);
    const [transaction] = desk.till.sandbox.transactions();
    for (const event of transaction?.events ?? []) delete event.event_reference;
    await desk.till.pass(1_000);
    expect(desk.last().state).toBe('done');
  });
});

/** Asks for a refund whose call is answered only when the refund has ended. */
async function callHeld(choice: RefundChoice, setUp: OptionsChange = {}): Promise<RefundDesk> {
  const desk = await paidSale({ sandbox: { refundReply: 200, ...setUp } });
  const held = holding('request');
  desk.till.disturb(refundCall, held.trouble);
  await desk.order(choice);
  await held.arrived;
  held.letGo();
  await quiet();
  return desk;
}

describe('R3: a refund whose reply is held until its end (200)', () => {
  it('is being sent meanwhile', async () => {
    const desk = await callHeld(amount(100));
    expect(desk.last().state).toBe('sending');
    await desk.till.clock.pass(500);
  });

  it('is done when the event that is then read says so', async () => {
    const desk = await callHeld(amount(100));
    await desk.till.clock.pass(500);
    await desk.till.until(() => desk.last().state === 'done');
    expect(desk.calls()).toHaveLength(1);
  });

  it.each([200, 400] as const)('and answered %i when it fails, has failed', async (refundFailedStatus) => {
    const desk = await callHeld(amount(117), { refundFailedStatus });
    await desk.till.clock.pass(3_000);
    await desk.till.until(() => desk.last().state === 'failed');
    expect(desk.last().cause).toBe('terminal.refund-declined');
  });

  it('for longer than 180 s is a lost reply, and found when it is done', async () => {
    const desk = await callHeld(amount(116), { laterMs: 200_000 });
    await desk.till.clock.pass(180_000);
    await desk.till.until(() => desk.last().state === 'running');
    await desk.till.pass(25_000);
    expect(desk.last().state).toBe('done');
  });
});

describe('P2: a refund that runs', () => {
  it('holds its terminal: no sale may go there', async () => {
    const desk = await paidSale();
    const { reference } = await desk.refund(amount(119));
    desk.till.enter(100);
    expect(desk.till.payments.charge(false)).toEqual({
      ok: false,
      error: { code: 'terminal.reserved', detail: { reference } },
    });
  });

  it('lets the terminal go when it is done', async () => {
    const desk = await paidSale();
    await desk.refund(amount(100));
    await desk.till.pass(1_000);
    expect(await desk.till.charge(39_900)).toMatchObject({ state: 'waiting' });
  });

  it('lets the terminal go when a person sees that its display is idle', async () => {
    const desk = await paidSale();
    const { refundId } = await desk.refund(amount(119));
    await desk.till.pass(300_000);
    desk.till.paired.refunds.freeTerminal(refundId);
    expect(desk.till.terminalView().heldBy).toBeUndefined();
  });

  it('keeps it while the customer may be asked, whatever an old screen asks for', async () => {
    const desk = await paidSale();
    const { refundId, reference } = await desk.refund(amount(119));
    expect(desk.till.paired.refunds.freeTerminal(refundId)).toEqual({
      ok: false,
      error: { code: 'input.changed-meanwhile' },
    });
    expect(desk.till.terminalView().heldBy).toBe(reference);
  });

  it('can’t start while a sale waits on the terminal', async () => {
    const desk = await paidSale();
    const { reference } = await desk.till.charge(39_900);
    expect(await desk.order(amount(100))).toEqual({
      ok: false,
      error: { code: 'terminal.reserved', detail: { reference } },
    });
  });

  it('can’t be started twice by two clicks', async () => {
    const desk = await paidSale();
    await Promise.all([desk.order(amount(100)), desk.order(amount(100))]);
    await desk.till.until(() => desk.last().state === 'running');
    expect(desk.calls()).toHaveLength(1);
  });
});

describe('a till that starts again', () => {
  it('follows a refund that ran to its end', async () => {
    const desk = await paidSale();
    await desk.refund(amount(116));
    await desk.till.restart();
    await desk.till.pass(4_000);
    expect(desk.last().state).toBe('done');
  });

  it('takes up a refund that was being sent, and does not send it again', async () => {
    const desk = await paidSale();
    const held = holding('reply');
    desk.till.disturb(refundCall, held.trouble);
    await desk.order(amount(100));
    await held.arrived;
    await desk.till.restart();
    await desk.till.pass(2_000);
    expect([desk.last().state, desk.calls().length]).toEqual(['done', 1]);
    held.letGo();
  });

  it('keeps the deadline that the refund began with', async () => {
    const desk = await paidSale();
    await desk.refund(amount(119));
    await desk.till.pass(200_000);
    await desk.till.restart();
    await desk.till.pass(100_000);
    expect(desk.last().state).toBe('unknown');
  });
});

describe('a refund that the customer confirms on the terminal', () => {
  const byCustomer = { sandbox: { refundConfirmed: 'by-customer' } } as const;

  it('prompts there', async () => {
    const desk = await paidSale(byCustomer);
    await desk.refund(amount(100));
    expect(desk.till.sandbox.display(terminalId)?.prompt).toMatchObject({ kind: 'refund', amount: 100 });
  });

  it('is done after the card', async () => {
    const desk = await paidSale(byCustomer);
    await desk.refund(amount(100));
    desk.till.press('tap');
    await desk.till.pass(1_000);
    expect(desk.last().state).toBe('done');
  });

  it.each(['decline', 'cancel'] as const)('has failed when they %s', async (button) => {
    const desk = await paidSale(byCustomer);
    await desk.refund(amount(100));
    desk.till.press(button);
    await desk.till.pass(1_000);
    expect(desk.last()).toMatchObject({ state: 'failed', cause: 'terminal.refund-declined' });
  });

  it('has failed when the terminal gives up', async () => {
    const desk = await paidSale(byCustomer);
    await desk.refund(amount(100));
    await desk.till.pass(123_000);
    expect(desk.last().state).toBe('failed');
  });

  it('is read again after the time that Dintero asks for', async () => {
    const desk = await paidSale(byCustomer);
    await desk.refund(amount(100));
    const before = desk.till.requests('GET', transactionRead).length;
    desk.till.disturb(transactionRead, { kind: 'answer', status: 429, retryAfterSeconds: 20 });
    await desk.till.pass(20_000);
    expect(desk.till.requests('GET', transactionRead).length - before).toBe(1);
  });
});
