import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../shared/attempt.ts';
import { createCall, sessionRead, transactionList } from './calls.ts';
import { openTill } from './open-till.ts';
import { terminalId } from './till-parts.ts';
import type { OpenTill, SetUp } from './open-till.ts';

const patient = { promptTimeoutMs: 3_600_000 };

/** A charge that Dintero has taken, and whose reply never came. */
async function replyLost(setUp: SetUp = {}): Promise<{ till: OpenTill; attempt: Attempt }> {
  const till = await openTill({ ...setUp, sandbox: { ...patient, ...setUp.sandbox } });
  till.disturb(createCall, { kind: 'lose-reply' });
  return { till, attempt: await till.charge(39_900) };
}

/** Dintero has the payment, and its lists do not show it for a while. */
const lagging = { sandbox: { indexingDelayMs: 5_000 } } as const;

/** A charge that never reached Dintero, as far as anybody can see. */
async function neverArrived(setUp: SetUp = {}): Promise<{ till: OpenTill; attempt: Attempt }> {
  const till = await openTill(setUp);
  till.disturb(createCall, { kind: 'reset' });
  return { till, attempt: await till.charge(39_900) };
}

describe('P15: a lost reply is looked up', () => {
  it('by reference in the list of transactions', async () => {
    const { till, attempt } = await replyLost();
    expect(till.attempt(attempt.attemptId)).toMatchObject({
      state: 'waiting',
      sessionId: till.sandbox.transactions()[0]?.session_id,
    });
  });

  it('as long as the list lags behind, and found when it has caught up', async () => {
    const { till, attempt } = await replyLost({ sandbox: { indexingDelayMs: 20_000 } });
    till.press('tap');
    await till.pass(31_000);
    expect(till.attempt(attempt.attemptId)).toMatchObject({ state: 'approved', captured: 39_900 });
  });

  it.each(['array', 'wrapped'] as const)(
    'by session search (%s) where the account opens the transaction at the card',
    async (sessionList) => {
      const { till, attempt } = await replyLost({ sandbox: { transactionOpens: 'at-card', sessionList } });
      await till.pass(1_000);
      expect(till.attempt(attempt.attemptId)).toMatchObject({ state: 'waiting' });
    },
  );

  it('by session from then on', async () => {
    const { till } = await replyLost({ sandbox: { transactionOpens: 'at-card' } });
    const before = till.sandbox.requests().length;
    await till.pass(3_000);
    const after = till.sandbox.requests().slice(before);
    expect(after.map(({ path }) => sessionRead.test(path))).toEqual([true, true, true]);
  });

  it('and found without a session list too, once a card was presented', async () => {
    const { till, attempt } = await replyLost({
      sandbox: { transactionOpens: 'at-card', sessionList: 'off' },
    });
    await till.pass(3_000);
    till.press('tap');
    await till.pass(8_000);
    expect(till.attempt(attempt.attemptId)).toMatchObject({ state: 'approved', captured: 39_900 });
  });

  it('with growing pauses', async () => {
    const { till, attempt } = await neverArrived();
    await till.pass(60_000);
    const looks = till
      .requests('GET', transactionList)
      .filter(({ query }) => query.includes(attempt.reference))
      .map(({ at }) => (Date.parse(at) - attempt.startedAt) / 1_000);
    const pauses = looks.slice(1).map((second, index) => second - (looks[index] ?? 0));
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBe(15);
  });

  it('and can be cancelled as soon as its session is found', async () => {
    const { till, attempt } = await replyLost({ sandbox: { indexingDelayMs: 5_000 } });
    await till.payments.cancel(attempt.attemptId);
    await till.pass(10_000);
    await till.until(() => till.attempt(attempt.attemptId).state === 'cancelled');
    expect(till.sandbox.display(terminalId)?.prompt).toBeUndefined();
  });
});

describe('P16: a payment that Dintero does not know', () => {
  it('holds its terminal until the deadline and a minute are over', async () => {
    const { till, attempt } = await neverArrived();
    await till.pass(239_000);
    expect(till.terminalView().heldBy).toBe(attempt.reference);
  });

  it('frees its terminal after the deadline and a minute', async () => {
    const { till } = await neverArrived();
    await till.pass(251_000);
    expect(till.terminalView().heldBy).toBeUndefined();
  });

  it('frees its terminal after the margin that is set', async () => {
    const { till } = await neverArrived({ notFoundMarginMs: 5_000 });
    await till.pass(200_000);
    expect(till.terminalView().heldBy).toBeUndefined();
  });

  it('holds its terminal although the clock was set forward past all of that', async () => {
    const { till, attempt } = await neverArrived();
    till.clock.jump(600_000);
    await till.payments.checkNow(attempt.attemptId);
    expect(till.attempt(attempt.attemptId).state).toBe('unknown');
    expect(till.terminalView().heldBy).toBe(attempt.reference);
  });

  it('frees its terminal after a clock was set forward, when the time has really passed', async () => {
    const { till } = await neverArrived();
    till.clock.jump(600_000);
    await till.pass(251_000);
    expect(till.terminalView().heldBy).toBeUndefined();
  });

  it('is still unknown when its terminal is free', async () => {
    const { till, attempt } = await neverArrived();
    await till.pass(251_000);
    expect(till.attempt(attempt.attemptId)).toMatchObject({ state: 'unknown', reason: 'unknown.deadline' });
  });

  it('frees no terminal while Dintero can’t be asked', async () => {
    const { till, attempt } = await neverArrived();
    till.disturb(transactionList, { kind: 'answer', status: 503 }, 10_000);
    await till.pass(600_000);
    expect(till.terminalView().heldBy).toBe(attempt.reference);
  });

  it('frees its terminal when a person sees that the display is idle', async () => {
    const { till, attempt } = await neverArrived();
    await till.pass(180_000);
    till.payments.freeTerminal(attempt.attemptId);
    expect(till.terminalView().heldBy).toBeUndefined();
  });

  it('names in the journal the person who freed the terminal', async () => {
    const { till, attempt } = await neverArrived();
    await till.pass(180_000);
    till.payments.freeTerminal(attempt.attemptId);
    expect(till.journal.attempts.events(attempt.attemptId).at(-1)?.event).toMatchObject({
      kind: 'terminal-freed',
      why: 'confirmed-idle',
      by: { name: 'Ola' },
    });
  });

  it('is charged again only with a clear yes to the risk', async () => {
    const { till, attempt } = await neverArrived();
    await till.pass(251_000);
    till.payments.setAside(attempt.attemptId);
    expect(till.payments.charge(false)).toEqual({
      ok: false,
      error: { code: 'unknown.earlier-attempt', detail: { reference: attempt.reference } },
    });
  });

  it('is charged again with a clear yes', async () => {
    const { till, attempt } = await neverArrived();
    await till.pass(251_000);
    till.payments.setAside(attempt.attemptId);
    expect(await till.chargeBasket(true)).toMatchObject({
      state: 'waiting',
      saleId: attempt.saleId,
      attemptNumber: 2,
    });
  });
});

describe('P16: a payment that Dintero knows', () => {
  it('holds its terminal for as long as it is undecided', async () => {
    const { till, attempt } = await replyLost();
    await till.pass(1_800_000);
    expect(till.terminalView().heldBy).toBe(attempt.reference);
  });
});

describe('P18: a sale that is set aside', () => {
  it('lets the basket go on', async () => {
    const { till, attempt } = await replyLost({ sandbox: { indexingDelayMs: 60_000 } });
    till.payments.setAside(attempt.attemptId);
    expect(till.paired.baskets.startNew()).toMatchObject({ ok: true });
  });

  it('is not offered once the payment was found and is followed', async () => {
    const { till, attempt } = await replyLost();
    expect(till.payments.setAside(attempt.attemptId)).toEqual({
      ok: false,
      error: { code: 'input.changed-meanwhile' },
    });
  });

  it('stays on the desk', async () => {
    const { till, attempt } = await replyLost(lagging);
    till.payments.setAside(attempt.attemptId);
    expect(till.paired.desk.view().matters).toMatchObject([
      { id: attempt.attemptId, setAside: true, holdsTerminal: true },
    ]);
  });

  it('keeps the terminal reserved', async () => {
    const { till, attempt } = await replyLost(lagging);
    till.payments.setAside(attempt.attemptId);
    expect(till.payments.charge(true)).toMatchObject({ error: { code: 'terminal.reserved' } });
  });

  it('is followed, and a later approval alarms as a double payment', async () => {
    const { till, attempt } = await replyLost(lagging);
    till.payments.setAside(attempt.attemptId);
    till.press('tap');
    await till.pass(20_000);
    expect(till.paired.desk.view().alarms).toMatchObject([
      { kind: 'double-payment', reference: attempt.reference, amount: { amount: 39_900 } },
    ]);
  });

  it('alarms when it is approved while its second attempt waits', async () => {
    const { till, attempt } = await replyLost({ sandbox: { busyPolicy: 'queue', indexingDelayMs: 200_000 } });
    await till.pass(180_000);
    till.payments.setAside(attempt.attemptId);
    till.payments.freeTerminal(attempt.attemptId);
    const second = await till.chargeBasket(true);
    till.press('tap');
    await till.pass(30_000);
    expect([till.paired.desk.view().alarms[0]?.kind, till.attempt(second.attemptId).state]).toEqual([
      'double-payment',
      'waiting',
    ]);
  });

  it('alarms after a restart too', async () => {
    const { till, attempt } = await replyLost(lagging);
    till.payments.setAside(attempt.attemptId);
    till.press('tap');
    await till.restart();
    await till.pass(20_000);
    await till.until(() => till.attempt(attempt.attemptId).state === 'approved');
    expect(till.paired.desk.view().alarms).toMatchObject([{ kind: 'double-payment' }]);
  });

  it('and is declined, leaves the desk without an alarm', async () => {
    const { till, attempt } = await replyLost(lagging);
    till.payments.setAside(attempt.attemptId);
    till.press('decline');
    await till.pass(20_000);
    expect(till.paired.desk.view()).toEqual({ matters: [], alarms: [] });
  });
});
