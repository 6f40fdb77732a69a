import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../../electron/sandbox/disturbances.ts';
import { createCall } from './calls.ts';
import { openTill } from './open-till.ts';
import { holding } from './network.ts';

/** What goes wrong with the create call when Dintero has done what was asked. */
const doneAndLost: readonly (readonly [string, Trouble])[] = [
  ['is lost', { kind: 'lose-reply' }],
  ['is garbled', { kind: 'garble' }],
  ['breaks off in the middle', { kind: 'truncate' }],
];

/** … and when it has not. The till can't tell one from the other. */
const notDone: readonly (readonly [string, Trouble])[] = [
  ['is a reset', { kind: 'reset' }],
  ...[408, 500, 502, 503, 504].map(
    (status) => [`is a ${status}`, { kind: 'answer', status, retryAfterSeconds: 1 }] as const,
  ),
];

describe('P3: when the reply to create-session', () => {
  it.each([...doneAndLost, ...notDone])(
    '%s, the till looks for half an hour and does not send again',
    async (_, trouble) => {
      const till = await openTill({ sandbox: { promptTimeoutMs: 86_400_000 } });
      till.disturb(createCall, trouble);
      await till.charge(39_900);
      await till.pass(1_800_000);
      expect(till.requests('POST', createCall)).toHaveLength(1);
    },
  );

  it.each([...doneAndLost, ...notDone])('%s, a restart does not send again either', async (_, trouble) => {
    const till = await openTill();
    till.disturb(createCall, trouble);
    await till.charge(39_900);
    await till.restart();
    await till.pass(30_000);
    expect(till.requests('POST', createCall)).toHaveLength(1);
  });

  it.each([...doneAndLost, ...notDone])('P7: %s, nothing is said of the money', async (_, trouble) => {
    const till = await openTill({ sandbox: { indexingDelayMs: 60_000 } });
    till.disturb(createCall, trouble);
    await till.charge(39_900);
    expect(till.view).toMatchObject({ shown: 'sending', fault: { code: 'unknown.reply-lost' } });
  });

  it.each(doneAndLost)('P15: %s, the payment is found and followed to its approval', async (_, trouble) => {
    const till = await openTill();
    till.disturb(createCall, trouble);
    const { attemptId } = await till.charge(39_900);
    till.press('tap');
    await till.pass(2_000);
    expect(till.attempt(attemptId)).toMatchObject({ state: 'approved', captured: 39_900 });
  });

  it.each(notDone)('%s, no terminal prompts', async (_, trouble) => {
    const till = await openTill();
    till.disturb(createCall, trouble);
    await till.charge(39_900);
    expect(till.sandbox.ledger()).toEqual([]);
  });

  it('P7: does not come for 30 s, it is lost and not declined', async () => {
    const till = await openTill({ sandbox: { indexingDelayMs: 600_000 } });
    const held = holding('reply');
    till.disturb(createCall, held.trouble);
    till.enter(39_900);
    till.payments.charge(false);
    await held.arrived;
    await till.clock.pass(30_000);
    await till.until(() => till.attempt().replyLostAt !== undefined);
    expect(till.attempt().state).toBe('sending');
    held.letGo();
  });

  it('P7: comes, the sale is not paid by that', async () => {
    const till = await openTill();
    expect(await till.charge(39_900)).toMatchObject({ state: 'waiting' });
  });
});

describe('when Dintero turns create-session down', () => {
  it.each([
    [400, 'terminal.refused'],
    [401, 'setup.login'],
    [403, 'setup.rights'],
    [404, 'terminal.refused'],
    [409, 'terminal.busy'],
    [429, 'setup.rate-limited'],
  ])('with %i, the attempt is refused: %s', async (status, reason) => {
    const till = await openTill();
    till.disturb(createCall, { kind: 'answer', status });
    expect(await till.charge(39_900)).toMatchObject({ state: 'refused', reason });
  });

  it('the terminal is free for the next try', async () => {
    const till = await openTill();
    till.disturb(createCall, { kind: 'answer', status: 429 });
    await till.charge(39_900);
    expect(await till.chargeBasket()).toMatchObject({ state: 'waiting', attemptNumber: 2 });
  });

  it('for a terminal that another till’s sale occupies, it says busy', async () => {
    const till = await openTill();
    const other = await openTill({ beside: till });
    await other.charge(39_900);
    expect(await till.charge(39_900)).toMatchObject({ state: 'refused', reason: 'terminal.busy' });
  });

  it('for a busy terminal, no attempt is left open', async () => {
    const till = await openTill();
    const other = await openTill({ beside: till });
    await other.charge(39_900);
    await till.charge(39_900);
    expect(till.paired.openMatters()).toBe(0);
  });

  it('the other till’s payment goes its own way', async () => {
    const till = await openTill();
    const other = await openTill({ beside: till });
    const { attemptId } = await other.charge(39_900);
    await till.charge(1_000);
    till.press('tap');
    await other.pass(1_000);
    expect(other.attempt(attemptId)).toMatchObject({ state: 'approved', captured: 39_900 });
  });
});

describe('a paid sale', () => {
  it('leaves the counter, so that a click too many charges nothing', async () => {
    const till = await openTill();
    await till.sell(39_900);
    expect(till.payments.charge(false)).toMatchObject({ error: { code: 'input.basket-empty' } });
  });

  it('does not come back by undo', async () => {
    const till = await openTill();
    await till.sell(39_900);
    till.paired.baskets.undo();
    till.payments.charge(true);
    expect(till.requests('POST', createCall)).toHaveLength(1);
  });

  it('does not come back by a restart', async () => {
    const till = await openTill();
    await till.sell(39_900);
    await till.restart();
    expect(till.payments.charge(true)).toMatchObject({ error: { code: 'input.basket-empty' } });
  });

  it('that was paid while the till was off is off the counter when it starts', async () => {
    const till = await openTill();
    await till.charge(39_900);
    till.press('tap');
    await till.restart();
    await till.until(() => till.attempt().state === 'approved');
    expect(till.payments.charge(true)).toMatchObject({ error: { code: 'input.basket-empty' } });
  });
});
