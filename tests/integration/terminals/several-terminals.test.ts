import { describe, expect, it } from 'vitest';
import { createCall, transactionList } from '../payments/calls.ts';
import { type OpenTill, type SetUp, openTill } from '../payments/open-till.ts';
import { terminalId, unwrap } from '../payments/till-parts.ts';
import { amount, paidSale } from '../refunds/refund-desk.ts';

const secondId = 'T00000001-T0002';
const foreignId = 'T00000001-T0003';
const changed = { ok: false, error: { code: 'input.changed-meanwhile' } };

const openWithTwo = (setUp: SetUp = {}): Promise<OpenTill> =>
  openTill({ otherTerminalIds: [secondId], ...setUp });

/** What the person sees who presses Charge, with another terminal than the present one. */
const seen = (till: OpenTill, wantedId: string) => {
  const { basket, total } = till.paired.basketView();
  return { basketId: basket.id, total, terminalId: wantedId };
};

/** Leaves a paid sale for the next one. */
const next = (till: OpenTill): void => void unwrap(till.payments.newSale(till.view.attempt.attemptId));

describe('a till with two terminals', () => {
  it('sends a sale to its default', async () => {
    const till = await openWithTwo();
    expect(await till.charge(39_900)).toMatchObject({ terminalId });
  });

  it('sends a sale to the one that was picked for it, and takes the money there', async () => {
    const till = await openWithTwo();
    till.enter(39_900);
    unwrap(till.paired.pickTerminal(secondId));
    const { attemptId } = await till.chargeBasket();
    till.press('tap', secondId);
    await till.payments.checkNow(attemptId);
    expect(till.attempt(attemptId)).toMatchObject({ state: 'approved', terminalId: secondId });
  });

  it('goes back to its default with the next sale', async () => {
    const till = await openWithTwo();
    unwrap(till.paired.pickTerminal(secondId));
    const { attemptId } = await till.charge(39_900);
    till.press('tap', secondId);
    await till.payments.checkNow(attemptId);
    next(till);
    expect(till.paired.terminalsView().presentId).toBe(terminalId);
  });

  it('shows how each of them is', async () => {
    const till = await openWithTwo();
    till.sandbox.setTerminalStatus(secondId, 'INACTIVE');
    await till.paired.refreshTerminals();
    expect(till.paired.terminalsView()).toMatchObject({
      canPick: true,
      terminals: [
        { terminalId, status: 'ACTIVE' },
        { terminalId: secondId, status: 'INACTIVE' },
      ],
    });
  });

  it('is blocked only by the one that the sale goes to', async () => {
    const till = await openWithTwo();
    till.sandbox.setTerminalStatus(terminalId, 'INACTIVE');
    await till.paired.refreshTerminals();
    const before = till.paired.basketView().blocked?.code;
    unwrap(till.paired.pickTerminal(secondId));
    expect([before, till.paired.basketView().blocked]).toEqual(['terminal.not-active', undefined]);
  });

  it('charges nothing on a terminal that is not its own', async () => {
    const till = await openWithTwo();
    till.enter(39_900);
    expect(till.payments.charge(false, seen(till, foreignId))).toEqual(changed);
    expect(till.requests('POST', createCall)).toEqual([]);
  });

  it('can’t pick a terminal that is not its own', async () => {
    const till = await openWithTwo();
    expect(till.paired.pickTerminal(foreignId)).toEqual(changed);
  });

  it('sells on the second while a payment that was set aside runs on the first', async () => {
    const till = await openWithTwo();
    till.press('unplug');
    const first = await till.charge(39_900);
    await till.pass(15_000);
    unwrap(till.payments.setAside(first.attemptId));
    unwrap(till.paired.pickTerminal(secondId));
    const second = await till.chargeBasket(true);
    till.press('tap', secondId);
    await till.payments.checkNow(second.attemptId);
    expect([till.attempt(second.attemptId).state, till.terminalView(terminalId).heldBy]).toEqual([
      'approved',
      first.reference,
    ]);
  });

  it('sends nothing to a terminal that is held (P2)', async () => {
    const till = await openWithTwo();
    till.press('unplug');
    const { attemptId } = await till.charge(39_900);
    await till.pass(15_000);
    unwrap(till.payments.setAside(attemptId));
    expect(till.payments.charge(true, seen(till, terminalId))).toMatchObject({
      error: { code: 'terminal.reserved' },
    });
  });

  it('tries a declined sale again on the other one, and stays there', async () => {
    const till = await openWithTwo();
    const first = await till.charge(39_900);
    till.press('decline');
    await till.payments.checkNow(first.attemptId);
    unwrap(till.payments.tryAgain(first.attemptId, secondId));
    await till.until(() => till.view.attempt.state === 'waiting');
    expect(till.view.attempt).toMatchObject({ saleId: first.saleId, attemptNumber: 2, terminalId: secondId });
    expect(till.paired.terminalsView().presentId).toBe(secondId);
  });

  it('tries a declined sale again on no terminal but its own', async () => {
    const till = await openWithTwo();
    const { attemptId } = await till.charge(39_900);
    till.press('decline');
    await till.payments.checkNow(attemptId);
    expect(till.payments.tryAgain(attemptId, foreignId)).toEqual(changed);
  });

  it('looks for money on both of them', async () => {
    const till = await openWithTwo();
    await till.pass(600_000);
    const asked = till.requests('GET', transactionList).map(({ query }) => new URLSearchParams(query));
    const looked = new Set(asked.flatMap((query) => query.get('terminal_id') ?? []));
    expect(looked).toEqual(new Set([terminalId, secondId]));
  });

  it('refunds on the terminal that was offered', async () => {
    const desk = await paidSale({ otherTerminalIds: [secondId] });
    unwrap(desk.till.paired.pickTerminal(secondId));
    const { terminalId: offered } = await desk.offer();
    await desk.order(amount(100), { terminalId: offered });
    expect([offered, desk.last().terminalId]).toEqual([secondId, secondId]);
  });
});

describe('a till that is locked to one of its terminals', () => {
  const openLocked = (): Promise<OpenTill> => openWithTwo({ lockedToDefault: true });

  it('lets nobody pick another', async () => {
    const till = await openLocked();
    expect([till.paired.terminalsView().canPick, till.paired.pickTerminal(secondId)]).toEqual([
      false,
      changed,
    ]);
  });

  it('charges nothing on another', async () => {
    const till = await openLocked();
    till.enter(39_900);
    expect(till.payments.charge(false, seen(till, secondId))).toEqual(changed);
  });

  it('sells on the one', async () => {
    const till = await openLocked();
    expect(await till.charge(39_900)).toMatchObject({ terminalId });
  });
});
