import { describe, expect, it } from 'vitest';
import type { ApprovalRequest } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { transactionRead } from './calls.ts';
import { holding } from './network.ts';
import { type OpenTill, openTill } from './open-till.ts';
import { cashier, cashierPin, manager, managerPin, withApproval } from './people.ts';

const voidCall = /^\/v1\/transactions\/[^/]+\/void$/;

/** 1.11 is authorized, and captured after a minute. */
const authorized = 111;

const release = (
  till: OpenTill,
  attemptId: string,
  change: Partial<ApprovalRequest> = {},
): Promise<Result<null>> =>
  withApproval(
    till.people,
    'void',
    { reason: 'Customer changed their mind', approverId: manager.id, pin: managerPin, ...change },
    ({ approval }) => till.payments.void(attemptId, approval),
  );

describe('R6: a reservation of which nothing is captured', () => {
  it('is released, and no money was taken', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    expect(await release(till, attemptId)).toEqual({ ok: true, value: null });
    await till.until(() => till.attempt(attemptId).state === 'cancelled');
    expect(till.attempt(attemptId).reason).toBe('cancelled.voided');
    expect(till.sandbox.ledger().map(({ what }) => what)).toContain('voided');
    await till.pass(120_000);
    expect(till.sandbox.ledger().map(({ what }) => what)).not.toContain('captured');
  });

  it('is read right before, voided once, and read again', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    const before = till.sandbox.requests().length;
    await release(till, attemptId);
    await till.until(() => till.attempt(attemptId).state === 'cancelled');
    expect(
      till.sandbox
        .requests()
        .slice(before)
        .map(({ method }) => method),
    ).toEqual(['GET', 'POST', 'GET']);
  });

  it('is in the journal before the call leaves, with who approved it', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    const held = holding('request');
    till.disturb(voidCall, held.trouble);
    await release(till, attemptId);
    await held.arrived;
    expect(till.journal.attempts.events(attemptId).map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'void-requested', approver: { id: manager.id, name: manager.name } }),
        { kind: 'void-sent' },
      ]),
    );
    held.letGo();
  });

  it('raises no alarm although the customer had left: it was wanted', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    till.payments.newSale(attemptId);
    await release(till, attemptId);
    await till.until(() => till.attempt(attemptId).state === 'cancelled');
    expect(till.attempt(attemptId).alarm).toBeUndefined();
  });

  it('is asked for on the desk', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    till.payments.newSale(attemptId);
    expect(till.paired.desk.view().matters).toMatchObject([{ id: attemptId, can: { void: true } }]);
  });

  it.each([
    ['with a wrong PIN', { pin: '9999' }, 'input.pin-wrong'],
    ['by a cashier', { approverId: cashier.id, pin: cashierPin }, 'input.not-a-manager'],
    ['without a reason', { reason: '' }, 'input.required'],
  ])('%s is not released', async (_, change, code) => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    expect(await release(till, attemptId, change)).toMatchObject({ error: { code } });
    expect(till.requests('POST', voidCall)).toEqual([]);
  });
});

describe('R6: a captured sale', () => {
  it('is never voided', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(39_900);
    expect(await release(till, attemptId)).toMatchObject({ error: { code: 'input.changed-meanwhile' } });
    expect(till.requests('POST', voidCall)).toEqual([]);
  });

  it('that was captured between look and click is not voided either: the read tells', async () => {
    const till = await openTill({ sandbox: { lingeringCaptureMs: 500 } });
    const { attemptId } = await till.sell(authorized);
    await till.clock.pass(500);
    await release(till, attemptId);
    await till.until(() => till.attempt(attemptId).state === 'approved');
    expect(till.requests('POST', voidCall)).toEqual([]);
  });
});

describe('A void that Dintero does not confirm', () => {
  it('because it was captured in that instant ends approved', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    const held = holding('request');
    till.disturb(voidCall, held.trouble);
    await release(till, attemptId);
    await held.arrived;
    await till.clock.pass(60_000);
    held.letGo();
    await till.until(() => till.attempt(attemptId).state === 'approved');
    expect(till.attempt(attemptId).captured).toBe(authorized);
  });

  it('is sent once, also when its reply is lost, and its end is read', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    till.disturb(voidCall, { kind: 'lose-reply' });
    await release(till, attemptId);
    await till.until(() => till.attempt(attemptId).state === 'cancelled');
    expect([till.attempt(attemptId).reason, till.requests('POST', voidCall).length]).toEqual([
      'cancelled.voided',
      1,
    ]);
  });

  it('can be asked for again when Dintero refused it', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    till.disturb(voidCall, { kind: 'answer', status: 403 });
    await release(till, attemptId);
    await till.until(() => till.attempt(attemptId).void?.endedAt !== undefined);
    expect(till.attempt(attemptId)).toMatchObject({ state: 'authorized', void: { refused: true } });
    await release(till, attemptId);
    await till.until(() => till.attempt(attemptId).state === 'cancelled');
  });

  it('R7: is not sent by a till that can’t read first, nor later when it can', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    till.disturb(transactionRead, { kind: 'answer', status: 503 });
    expect(await release(till, attemptId)).toMatchObject({ ok: false });
    await till.pass(5_000);
    expect(till.requests('POST', voidCall)).toEqual([]);
    expect(till.attempt(attemptId).state).toBe('authorized');
    expect(await release(till, attemptId)).toEqual({ ok: true, value: null });
    await till.until(() => till.attempt(attemptId).state === 'cancelled');
  });

  it('R7: that had not left when the till stopped is not sent by the next one', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    const held = holding('reply');
    till.disturb(transactionRead, held.trouble);
    const asked = release(till, attemptId);
    await held.arrived;
    expect(till.attempt(attemptId).void).toMatchObject({ approver: { id: manager.id } });
    await till.restart();
    held.letGo();
    await asked;
    await till.pass(5_000);
    expect(till.requests('POST', voidCall)).toEqual([]);
  });

  it('is not sent again by a till that was started anew', async () => {
    const till = await openTill();
    const { attemptId } = await till.sell(authorized);
    const held = holding('request');
    till.disturb(voidCall, held.trouble);
    await release(till, attemptId);
    await held.arrived;
    await till.restart();
    await till.pass(3_000);
    expect(till.requests('POST', voidCall)).toHaveLength(1);
    expect(till.attempt(attemptId).void).toMatchObject({ refused: false });
    held.letGo();
  });
});
