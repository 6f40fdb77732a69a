import { describe, expect, it } from 'vitest';
import { terminalId } from '../payments/till-parts.ts';
import { amount, paidSale } from './refund-desk.ts';

const otherId = 'T00000001-T0002';

const setStatus = (desk: Awaited<ReturnType<typeof paidSale>>, id: string, status: string): void =>
  desk.till.sandbox.setTerminalStatus(id, status);

describe('The terminal of a refund', () => {
  it('is the present one, unless another is picked', async () => {
    const desk = await paidSale();
    expect((await desk.offer()).terminalId).toBe(terminalId);
    expect((await desk.refund(amount(100))).terminalId).toBe(terminalId);
  });

  it('may be any other ACTIVE one of the store, where they may be listed', async () => {
    const desk = await paidSale();
    const others = await desk.till.paired.refunds.otherTerminals();
    expect(others).toMatchObject({ ok: true, value: [{ terminalId: otherId }] });
    expect(await desk.order(amount(100), { terminalId: otherId })).toEqual({ ok: true, value: null });
    await desk.till.until(() => desk.last().state === 'running');
    expect(desk.calls()).toMatchObject([{ body: { terminal_id: otherId } }]);
  });

  it('that is not ACTIVE any more is refused before anything is sent', async () => {
    const desk = await paidSale();
    setStatus(desk, otherId, 'INACTIVE');
    expect(await desk.order(amount(100), { terminalId: otherId })).toMatchObject({
      error: { code: 'terminal.not-active', detail: { status: 'INACTIVE' } },
    });
    expect(desk.calls()).toEqual([]);
  });

  it('that is none of this store is refused before anything is sent', async () => {
    const desk = await paidSale();
    expect(await desk.order(amount(100), { terminalId: 'T00000001-T0099' })).toMatchObject({
      error: { code: 'terminal.gone' },
    });
    expect(desk.calls()).toEqual([]);
  });

  it('keeps to the usual one on a till that is locked to it', async () => {
    const desk = await paidSale({ lockedToDefault: true });
    expect(await desk.till.paired.refunds.otherTerminals()).toEqual({ ok: true, value: [] });
    expect(await desk.order(amount(100), { terminalId: otherId })).toMatchObject({
      error: { code: 'input.changed-meanwhile' },
    });
  });

  it('is none where the customer need not be present, whatever the till’s own does', async () => {
    const desk = await paidSale({ refundsOnTerminal: false, sandbox: { refundNeedsTerminal: false } });
    setStatus(desk, terminalId, 'INACTIVE');
    await desk.till.paired.refreshTerminals();
    expect(await desk.offer()).not.toHaveProperty('terminalId');
    expect((await desk.refund(amount(100))).state).toBe('running');
  });
});
