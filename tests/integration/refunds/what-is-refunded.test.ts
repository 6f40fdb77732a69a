import { describe, expect, it } from 'vitest';
import { minorUnits } from '../../../shared/money.ts';
import { openTill } from '../payments/open-till.ts';
import { type RefundDesk, amount, lines, paidSale, refundElsewhere } from './refund-desk.ts';

const asked = (desk: RefundDesk): unknown => desk.calls().at(-1)?.body;

/** 199.50 + 199.50 + 100.00 + 0.50, in three lines. */
const threeLines = [
  { each: 19_950, quantity: 2 },
  { each: 10_000, quantity: 1 },
  { each: 50, quantity: 1 },
];

describe('R1: a refund', () => {
  it('is counted once, and so is the capture, although Dintero lists their events twice', async () => {
    const desk = await paidSale({ sandbox: { eventList: 'each-twice', refundDelayMs: 0 } });
    await desk.refund(amount(10_000));
    expect(await desk.offer()).toMatchObject({ captured: 39_900, refunded: 10_000, remaining: 29_900 });
  });

  it('of the whole sends every line, and all that was captured', async () => {
    const desk = await paidSale({}, threeLines);
    await desk.refund(lines(['1', 2], ['2', 1], ['3', 1]));
    expect(asked(desk)).toMatchObject({
      amount: 49_950,
      items: [
        { line_id: '1', amount: 39_900, quantity: 2 },
        { line_id: '2', amount: 10_000, quantity: 1 },
        { line_id: '3', amount: 50, quantity: 1 },
      ],
    });
  });

  it('by line sends that line alone', async () => {
    const desk = await paidSale({}, threeLines);
    await desk.refund(lines(['1', 1]));
    expect(asked(desk)).toMatchObject({
      amount: 19_950,
      items: [{ line_id: '1', amount: 19_950, quantity: 1 }],
    });
  });

  it('by amount is spread over the lines by largest remainder', async () => {
    const desk = await paidSale({}, threeLines);
    await desk.refund(amount(10_000));
    expect(asked(desk)).toMatchObject({
      amount: 10_000,
      items: [
        { line_id: '1', amount: 7_988 },
        { line_id: '2', amount: 2_002 },
        { line_id: '3', amount: 10 },
      ],
    });
  });

  it('of a sale with a tip gives the tip back with the whole', async () => {
    const desk = await paidSale({}, [{ each: 113, quantity: 1 }]);
    expect((await desk.offer()).remaining).toBe(124);
    await desk.refund(amount(124));
    expect(desk.last().amount.amount).toBe(124);
  });

  it('of a partly approved sale gives back what was captured, not what was asked', async () => {
    const desk = await paidSale({}, [{ each: 114, quantity: 1 }]);
    await desk.refund(lines(['1', 1]));
    expect(asked(desk)).toMatchObject({ amount: 57, items: [{ amount: 57 }] });
  });

  it('names a reference of its own, the reason and the terminal (R2)', async () => {
    const desk = await paidSale();
    const { reference } = await desk.refund(amount(100));
    expect(asked(desk)).toMatchObject({
      refund_reference: reference,
      reason: 'Customer return',
      terminal_id: 'T00000001-T0001',
    });
  });

  it('names no terminal where the account refunds without one', async () => {
    const desk = await paidSale({ refundsOnTerminal: false, sandbox: { refundNeedsTerminal: false } });
    await desk.refund(amount(100));
    expect(asked(desk)).not.toHaveProperty('terminal_id');
  });

  it('has another reference than the one before', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } });
    const first = await desk.refund(amount(100));
    const second = await desk.refund(amount(100));
    expect(second.reference).not.toBe(first.reference);
  });
});

describe('R1: the ceiling', () => {
  it('is what was captured', async () => {
    const desk = await paidSale();
    expect(await desk.order(amount(39_901))).toEqual({
      ok: false,
      error: { code: 'input.refund-over-remainder', field: 'amount', detail: { remaining: 39_900 } },
    });
  });

  it('refuses before anything is sent', async () => {
    const desk = await paidSale();
    await desk.order(amount(39_901));
    expect(desk.calls()).toEqual([]);
  });

  it('goes down by what went back', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } });
    await desk.refund(amount(30_000));
    expect(await desk.order(amount(9_901))).toMatchObject({
      error: { code: 'input.refund-over-remainder', detail: { remaining: 9_900 } },
    });
  });

  it('of a line is its quantity', async () => {
    const desk = await paidSale({}, threeLines);
    expect(await desk.order(lines(['2', 2]))).toMatchObject({
      error: { code: 'input.refund-line-over-remainder', field: 'line-2' },
    });
  });

  it('of a line goes down by what went back of it', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } }, threeLines);
    await desk.refund(lines(['1', 1]));
    expect(await desk.order(lines(['1', 2]))).toMatchObject({
      error: { code: 'input.refund-line-over-remainder' },
    });
  });

  it('is nothing once all went back', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } });
    await desk.refund(lines(['1', 2]));
    expect(await desk.order(amount(1))).toMatchObject({ error: { code: 'input.refund-nothing-left' } });
  });

  it('is reached to the øre by parts, and the sale is refunded', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } }, threeLines);
    for (const choice of [amount(3_333), lines(['1', 1]), lines(['1', 1], ['2', 1], ['3', 1])]) {
      await desk.refund(choice);
    }
    expect(desk.till.paired.sales({ text: '' }, 1).sales).toMatchObject([
      { state: 'refunded', refunded: 49_950 },
    ]);
  });

  it('gives all of a line’s VAT back over its parts', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } }, [{ each: 9_999, quantity: 1 }]);
    for (const part of [3_333, 3_333, 3_333]) await desk.refund(amount(part));
    const refunds = desk.till.journal.refunds.ofSale(desk.sale.saleId);
    expect(refunds.flatMap(({ items }) => items).reduce((sum, { vat }) => sum + vat, 0)).toBe(2_000);
  });
});

describe('R4: what another till refunded', () => {
  it('is seen in the offer', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } });
    await refundElsewhere(desk, { amount: 10_000 });
    expect(await desk.offer()).toMatchObject({ captured: 39_900, refunded: 10_000, remaining: 29_900 });
  });

  it('without lines is reckoned over them, and marked so', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } });
    await refundElsewhere(desk, { amount: 10_000 });
    expect((await desk.offer()).lines).toMatchObject([{ taken: 10_000, remaining: 29_900, reckoned: true }]);
  });

  it('by line is taken off that line', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } }, threeLines);
    await refundElsewhere(desk, { amount: 10_000, items: [{ line_id: '2', amount: 10_000, quantity: 1 }] });
    expect(await desk.order(lines(['2', 1]))).toMatchObject({
      error: { code: 'input.refund-line-over-remainder' },
    });
  });

  it('while it runs, refuses another refund', async () => {
    const desk = await paidSale();
    await refundElsewhere(desk, { amount: 10_000 });
    expect(await desk.order(amount(100))).toMatchObject({ error: { code: 'terminal.refund-running' } });
  });

  it('while it runs, counts as running and not as refunded', async () => {
    const desk = await paidSale();
    await refundElsewhere(desk, { amount: 10_000 });
    expect(await desk.offer()).toMatchObject({ refunded: 0, running: 10_000, remaining: 29_900 });
  });

  it('while it runs, counts although an earlier one had the same reference', async () => {
    const desk = await paidSale();
    await refundElsewhere(desk, { amount: 10_000, refund_reference: 'return' });
    await desk.till.pass(500);
    await refundElsewhere(desk, { amount: 119, refund_reference: 'return' });
    expect(await desk.offer()).toMatchObject({ refunded: 10_000, running: 119 });
  });

  it('and failed, is free again', async () => {
    const desk = await paidSale();
    await refundElsewhere(desk, { amount: 117 });
    await desk.till.pass(3_000);
    expect(await desk.offer()).toMatchObject({ running: 0, remaining: 39_900 });
  });

  it('after the person looked stops theirs: the figure changed', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } });
    await refundElsewhere(desk, { amount: 10_000 });
    expect(await desk.order(amount(100), { seenRemaining: minorUnits(39_900) })).toMatchObject({
      error: { code: 'input.changed-meanwhile' },
    });
  });
});

describe('R6: a sale that took no money', () => {
  it.each([101, 104, 105])('of %i øre can’t be refunded', async (asked) => {
    const till = await openTill();
    const { attemptId } = await till.sell(asked);
    expect(await till.paired.refunds.offer({ attemptId })).toMatchObject({
      error: { code: 'input.refund-not-captured' },
    });
  });

  it('but is authorized only, can’t be refunded yet', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(111);
    expect(await till.paired.refunds.offer({ attemptId })).toMatchObject({
      error: { code: 'input.refund-not-captured' },
    });
  });
});
