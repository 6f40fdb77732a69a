import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../../electron/sandbox/disturbances.ts';
import { refundCall } from '../payments/calls.ts';

import { holding } from '../payments/network.ts';
import { amount, paidSale, refundElsewhere } from './refund-desk.ts';

describe('R2: a refund whose reply is lost', () => {
  it.each(['lose-reply', 'garble', 'truncate'] as const)(
    '(%s) is found by its reference, and not sent again',
    async (kind) => {
      const desk = await paidSale();
      desk.till.disturb(refundCall, { kind });
      await desk.refund(amount(100));
      await desk.till.pass(2_000);
      expect([desk.last().state, desk.calls().length]).toEqual(['done', 1]);
    },
  );

  it.each<[string, Trouble]>([
    ['a reset', { kind: 'reset' }],
    ...[408, 500, 503].map((status) => [`a ${status}`, { kind: 'answer', status }] as [string, Trouble]),
  ])('(%s) where nothing was done is unknown after its deadline, and not sent again', async (_, trouble) => {
    const desk = await paidSale();
    desk.till.disturb(refundCall, trouble);
    await desk.refund(amount(100));
    await desk.till.pass(600_000);
    expect([desk.last().state, desk.calls().length]).toEqual(['unknown', 1]);
  });

  it('of 1.18 (503 of the processor) says nothing of the money until its deadline', async () => {
    const desk = await paidSale();
    expect(await desk.refund(amount(118))).toMatchObject({ state: 'sending' });
  });

  it('is on disk before the request leaves', async () => {
    const desk = await paidSale();
    const held = holding('request');
    desk.till.disturb(refundCall, held.trouble);
    await desk.order(amount(100));
    await held.arrived;
    expect(desk.last()).toMatchObject({ state: 'sending', amount: { amount: 100 } });
    held.letGo();
  });
});

describe('R2: a refund that Dintero turns down', () => {
  it.each([
    [400, 'terminal.refund-refused'],
    [403, 'terminal.refund-refused'],
    [409, 'terminal.busy'],
    [429, 'setup.rate-limited'],
  ])('with %i is refused: %s', async (status, cause) => {
    const desk = await paidSale();
    desk.till.disturb(refundCall, { kind: 'answer', status });
    expect(await desk.refund(amount(100))).toMatchObject({ state: 'refused', cause });
  });

  it('because it names no terminal is refused', async () => {
    const desk = await paidSale({ refundsOnTerminal: false });
    expect(await desk.refund(amount(100))).toMatchObject({ state: 'refused' });
  });

  it('leaves the terminal and the sale free for the next try', async () => {
    const desk = await paidSale();
    desk.till.disturb(refundCall, { kind: 'answer', status: 429 });
    await desk.refund(amount(100));
    expect(await desk.refund(amount(100))).toMatchObject({ state: 'running' });
  });
});

describe('R4: a refund that another till makes in the same instant', () => {
  const overlapping = async (theirs: number, reference?: string) => {
    const desk = await paidSale();
    await refundElsewhere(desk, { amount: 100, refund_reference: 'return' });
    await desk.till.pass(500);
    const held = holding('request');
    desk.till.disturb(refundCall, held.trouble);
    await desk.order(amount(10_000));
    await held.arrived;
    await refundElsewhere(desk, {
      amount: theirs,
      ...(reference !== undefined && { refund_reference: reference }),
    });
    held.letGo();
    await desk.till.until(() => desk.last().state !== 'sending');
    return desk;
  };

  it('is told on the desk', async () => {
    const desk = await overlapping(5_000);
    await desk.till.pass(2_000);
    expect(desk.till.paired.desk.view().matters).toMatchObject([{ attention: 'overlap', state: 'done' }]);
  });

  it('is told although an earlier one had the same reference', async () => {
    const desk = await overlapping(5_000, 'return');
    await desk.till.pass(2_000);
    expect(desk.last().overlapAt).toBeDefined();
  });

  it('is told although the first read is older than both', async () => {
    const desk = await paidSale();
    desk.till.sandbox.setOptions({ statusLagMs: 1_500, refundDelayMs: 5_000 });
    await desk.till.pass(2_000);
    const held = holding('request');
    desk.till.disturb(refundCall, held.trouble);
    await desk.order(amount(10_000));
    await held.arrived;
    await refundElsewhere(desk, { amount: 5_000 });
    held.letGo();
    await desk.till.until(() => desk.last().state !== 'sending');
    await desk.till.pass(3_000);
    expect(desk.last().overlapAt).toBeDefined();
  });

  it('is told by a till that was started again in between', async () => {
    const desk = await paidSale();
    const held = holding('request');
    desk.till.disturb(refundCall, held.trouble);
    await desk.order(amount(10_000));
    await held.arrived;
    await refundElsewhere(desk, { amount: 5_000 });
    await desk.till.restart();
    expect(desk.last().overlapAt).toBeDefined();
    held.letGo();
  });

  it('stays on the desk until somebody has seen it', async () => {
    const desk = await overlapping(5_000);
    await desk.till.pass(2_000);
    desk.till.paired.refunds.seen(desk.last().refundId);
    expect(desk.till.paired.desk.view().matters).toEqual([]);
  });

  it('can’t take the sum above what was captured: ours is refused', async () => {
    const desk = await overlapping(29_900);
    expect(desk.last()).toMatchObject({ state: 'refused', cause: 'terminal.refund-refused' });
  });

  it('a refund of its own from before is none', async () => {
    const desk = await paidSale({ sandbox: { refundDelayMs: 0 } });
    await desk.refund(amount(100));
    await desk.refund(amount(100));
    expect(desk.last().overlapAt).toBeUndefined();
  });
});
