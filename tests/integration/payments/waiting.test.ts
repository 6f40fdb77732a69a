import { describe, expect, it } from 'vitest';
import { sessionRead, transactionRead } from './calls.ts';
import { type OpenTill, openTill } from './open-till.ts';
import { holding } from './network.ts';

const hour = 3_600_000;
/** A terminal that goes on prompting for longer than any deadline. */
const patient = { promptTimeoutMs: hour };

/** When the transaction was read, in seconds since the charge. */
function looksOf(till: OpenTill): readonly number[] {
  const { startedAt } = till.attempt();
  return till.requests('GET', transactionRead).map(({ at }) => (Date.parse(at) - startedAt) / 1_000);
}

describe('P10: a machine that sleeps while a sale waits', () => {
  it('finds the deadline passed at the first look, and the sale unknown', async () => {
    const till = await openTill({ sandbox: { promptTimeoutMs: 3_600_000 } });
    const { attemptId } = await till.charge(39_900);
    till.clock.jump(200_000);
    till.paired.lookAtAll();
    await till.until(() => till.attempt(attemptId).state === 'unknown');
    expect(till.attempt(attemptId).reason).toBe('unknown.deadline');
  });

  it('finds the sale paid when the customer paid meanwhile', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    till.press('tap');
    till.clock.jump(3_600_000);
    till.paired.lookAtAll();
    await till.until(() => till.attempt(attemptId).state === 'approved');
    expect(till.paired.desk.view().alarms).toEqual([]);
  });

  it('goes on as before when its clock was set back', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    till.clock.jump(-86_400_000);
    till.press('tap');
    await till.pass(2_000);
    expect(till.attempt(attemptId)).toMatchObject({ state: 'approved', captured: 39_900 });
  });
});

describe('P8: Dintero is asked', () => {
  it('a second apart', async () => {
    const till = await openTill();
    await till.charge(39_900);
    await till.pass(5_000);
    expect(looksOf(till)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('every three seconds after a minute', async () => {
    const till = await openTill();
    await till.charge(39_900);
    await till.pass(70_000);
    expect(looksOf(till).filter((second) => second >= 60)).toEqual([60, 63, 66, 69]);
  });

  it('at once when the person presses check now', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    till.press('tap');
    await till.payments.checkNow(attemptId);
    expect(till.attempt().state).toBe('approved');
  });

  it('no more when the money is captured', async () => {
    const till = await openTill();
    await till.sell(39_900);
    const before = looksOf(till).length;
    await till.pass(hour);
    expect(looksOf(till)).toHaveLength(before);
  });

  it('after a refusal each second for 8 s, then every 15 s until the deadline', async () => {
    const till = await openTill({ deadlineMs: 60_000 });
    await till.charge(39_900);
    till.press('decline');
    await till.pass(hour);
    expect(looksOf(till)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 24, 39, 54]);
  });

  it('one question at a time, however often the person presses', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    const held = holding('reply');
    till.disturb(transactionRead, held.trouble);
    void till.payments.checkNow(attemptId);
    await held.arrived;
    void till.payments.checkNow(attemptId);
    void till.payments.checkNow(attemptId);
    till.paired.lookAtAll();
    await till.clock.pass(5_000);
    // Another question's answer: by then a second look would have arrived too.
    await till.paired.refreshTerminals();
    await till.paired.refreshTerminals();
    expect(looksOf(till)).toHaveLength(2);
    held.letGo();
  });

  it('again when an answer does not come within 10 s', async () => {
    const till = await openTill();
    const { attemptId } = await till.charge(39_900);
    const held = holding('reply');
    till.disturb(transactionRead, held.trouble);
    void till.payments.checkNow(attemptId);
    await held.arrived;
    till.press('tap');
    await till.clock.pass(10_000);
    await till.until(() => till.view.checkFault !== undefined);
    await till.pass(2_000);
    expect(till.attempt().state).toBe('approved');
    held.letGo();
  });

  it.each([429, 503])('after %i not before Retry-After is over', async (status) => {
    const till = await openTill();
    await till.charge(39_900);
    till.disturb(transactionRead, { kind: 'answer', status, retryAfterSeconds: 20 });
    await till.pass(22_000);
    expect(looksOf(till)).toEqual([0, 1, 21, 22]);
  });

  it('with growing pauses while Dintero answers 503', async () => {
    const till = await openTill();
    await till.charge(39_900);
    till.disturb(transactionRead, { kind: 'answer', status: 503 }, 6);
    await till.pass(50_000);
    expect(looksOf(till).slice(0, 8)).toEqual([0, 1, 2, 4, 8, 16, 31, 46]);
  });

  it('and a look that fails is said, while the payment still waits', async () => {
    const till = await openTill();
    await till.charge(39_900);
    till.disturb(transactionRead, { kind: 'answer', status: 503 });
    await till.pass(1_000);
    expect(till.view).toMatchObject({
      shown: 'waiting-customer',
      checkFault: { code: 'setup.dintero-down' },
    });
  });

  it('with a new login when the old one is no longer taken', async () => {
    const till = await openTill();
    await till.charge(39_900);
    till.sandbox.revokeTokens();
    till.press('tap');
    await till.pass(1_000);
    await till.until(() => till.attempt().state === 'approved');
    expect(till.attempt().captured).toBe(39_900);
  });
});

describe('P9: the wait', () => {
  it('is for the terminal until Dintero has opened the transaction', async () => {
    const till = await openTill({ sandbox: { promptDelayMs: 5_000 } });
    await till.charge(39_900);
    expect(till.view.shown).toBe('waiting-terminal');
  });

  it('is for the customer from then on', async () => {
    const till = await openTill({ sandbox: { promptDelayMs: 5_000 } });
    await till.charge(39_900);
    await till.pass(6_000);
    expect(till.view.shown).toBe('waiting-customer');
  });

  it('stays with the terminal where the account opens the transaction at the card', async () => {
    const till = await openTill({ sandbox: { transactionOpens: 'at-card' } });
    await till.charge(39_900);
    await till.pass(5_000);
    expect(till.view.shown).toBe('waiting-terminal');
  });

  it('ends in approval where the account opens the transaction at the card', async () => {
    const till = await openTill({ sandbox: { transactionOpens: 'at-card' } });
    await till.charge(39_900);
    till.press('tap');
    await till.pass(1_000);
    expect(till.view.shown).toBe('approved');
  });

  it('for a terminal that is off is for the terminal', async () => {
    const till = await openTill();
    till.press('unplug');
    await till.charge(39_900);
    expect(till.view.shown).toBe('waiting-terminal');
  });

  it('is long after 10 s, and then the sale can be set aside', async () => {
    const till = await openTill({ sandbox: { transactionOpens: 'at-card' } });
    const { startedAt } = await till.charge(39_900);
    await till.pass(10_000);
    expect(till.view).toMatchObject({ longWaitAt: startedAt + 10_000, can: { setAside: true } });
  });

  it('is not long before 10 s', async () => {
    const till = await openTill({ sandbox: { transactionOpens: 'at-card' } });
    await till.charge(39_900);
    await till.pass(9_999);
    expect(till.view.can.setAside).toBe(false);
  });

  it('is told to be long at the very moment, though nothing was asked', async () => {
    const till = await openTill({ sandbox: { transactionOpens: 'at-card' } });
    await till.charge(39_900);
    const held = holding('reply');
    await till.pass(9_000);
    till.disturb(sessionRead, held.trouble);
    const told = till.until(() => till.view.can.setAside);
    await till.clock.pass(1_000);
    await told;
    expect(till.view.can.setAside).toBe(true);
    held.letGo();
  });

  it('is long after three times what this terminal usually needs, where that is more', async () => {
    const till = await openTill({ sandbox: { promptDelayMs: 5_000 } });
    for (let sale = 0; sale < 5; sale += 1) {
      await till.charge(39_900);
      await till.pass(5_000);
      till.press('tap');
      await till.pass(1_000);
      till.payments.newSale(till.attempt().attemptId);
    }
    const { startedAt } = await till.charge(39_900);
    expect(till.view).toMatchObject({ usualOpenMs: 5_000, longWaitAt: startedAt + 15_000 });
  });
});

describe('P10: after the till’s own deadline', () => {
  it.each([120_000, 180_000, 600_000])('of %i ms the outcome is unknown, not failed', async (deadlineMs) => {
    const till = await openTill({ deadlineMs, sandbox: patient });
    await till.charge(39_900);
    await till.pass(deadlineMs);
    expect(till.attempt()).toMatchObject({ state: 'unknown', reason: 'unknown.deadline' });
  });

  it('and not before, it waits', async () => {
    const till = await openTill({ sandbox: patient });
    await till.charge(39_900);
    await till.pass(179_999);
    expect(till.attempt().state).toBe('waiting');
  });

  it('the attempt is on the desk, and holds its terminal', async () => {
    const till = await openTill({ sandbox: patient });
    const { reference } = await till.charge(39_900);
    await till.pass(180_000);
    expect(till.paired.desk.view().matters).toMatchObject([
      { reference, state: 'unknown', holdsTerminal: true, fault: { code: 'unknown.deadline' } },
    ]);
  });

  it('the attempt is followed every 10 s, then each minute', async () => {
    const till = await openTill({ deadlineMs: 120_000, sandbox: patient });
    await till.charge(39_900);
    await till.pass(900_000);
    const pauses = looksOf(till)
      .filter((second) => second >= 120)
      .map((second, index, all) => second - (all[index - 1] ?? second));
    expect([...new Set(pauses.slice(1))]).toEqual([10, 60]);
  });

  it('an approval is still found', async () => {
    const till = await openTill({ sandbox: patient });
    const { attemptId } = await till.charge(39_900);
    await till.pass(300_000);
    till.press('tap');
    await till.pass(10_000);
    expect(till.attempt(attemptId)).toMatchObject({ state: 'approved', captured: 39_900 });
  });

  it('an approval that was never doubted is no alarm', async () => {
    const till = await openTill({ sandbox: patient });
    await till.charge(39_900);
    await till.pass(300_000);
    till.press('tap');
    await till.pass(10_000);
    expect(till.paired.desk.view().alarms).toEqual([]);
  });
});
