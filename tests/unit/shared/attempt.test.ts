import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAttemptEvent } from '../../../shared/attempt-events.ts';
import {
  type Attempt,
  type AttemptState,
  beginAttempt,
  differenceOf,
  holdsTerminal,
  isOpen,
  mayHaveTaken,
  openMs,
  paymentState,
} from '../../../shared/attempt.ts';
import { decide } from '../../../shared/decide.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import type { Evidence, TransactionFacts } from '../../../shared/payment-facts.ts';

const fresh: Attempt = beginAttempt({
  attemptId: 'a',
  saleId: 's',
  saleNumber: 184,
  attemptNumber: 1,
  reference: 'counter7-k3f9x-20261120-000184-1',
  terminalId: 'T12345678-T0001',
  storeId: 'oslo-center',
  amount: { amount: minorUnits(39900), currency: currency('NOK') },
  lines: [],
  person: { id: 'p', name: 'Kari' },
  startedAt: 0,
  deadlineAt: 180_000,
});

const ours: TransactionFacts = {
  id: 'tx',
  sessionId: 'session',
  reference: fresh.reference,
  currency: currency('NOK'),
  amount: minorUnits(39900),
  status: 'CAPTURED',
  storeId: 'oslo-center',
  terminalId: 'T12345678-T0001',
  declineTypes: [],
};

const transaction = (more: Partial<TransactionFacts> = {}): Evidence => ({
  kind: 'transaction',
  transaction: { ...ours, ...more },
});

const created: Evidence = { kind: 'created', sessionId: 'session' };
const deadline: Evidence = { kind: 'deadline' };
const cancelledSession: Evidence = {
  kind: 'session',
  session: { id: 'session', reference: fresh.reference, cancelled: true },
};

const after = (...evidence: readonly Evidence[]): Attempt =>
  evidence.reduce((attempt, one, index) => decide(attempt, one, index + 1), fresh);

describe('an attempt', () => {
  it('P1: is sending, and may have been taken, from the start', () => {
    expect(fresh.state).toBe('sending');
    expect(mayHaveTaken(fresh)).toBe(true);
    expect(holdsTerminal(fresh)).toBe(true);
    expect(isOpen(fresh)).toBe(true);
  });

  it('waits once the session is known', () => {
    expect(after(created)).toMatchObject({ state: 'waiting', sessionId: 'session' });
  });

  it('P9: tells waiting for the terminal from waiting for the customer', () => {
    expect(paymentState(after(created))).toBe('waiting-terminal');
    expect(paymentState(after(created, transaction({ status: 'INITIATED' })))).toBe('waiting-customer');
  });

  it.each<[string, AttemptState]>([
    ['CAPTURED', 'approved'],
    ['REFUNDED', 'approved'],
    ['PARTIALLY_CAPTURED', 'approved'],
    ['PARTIALLY_REFUNDED', 'approved'],
    ['PARTIALLY_CAPTURED_REFUNDED', 'approved'],
    ['AUTHORIZED', 'authorized'],
    ['AUTHORIZATION_VOIDED', 'cancelled'],
    ['DECLINED', 'declined'],
    ['FAILED', 'failed'],
    ['INITIATED', 'waiting'],
    ['ON_HOLD', 'waiting'],
    ['UNKNOWN', 'waiting'],
    ['SOMETHING_NEW', 'waiting'],
  ])('P12: %s makes it %s', (status, state) => {
    expect(after(created, transaction({ status })).state).toBe(state);
  });

  it('P12: FAILED is declined when issuer or customer refused', () => {
    expect(
      after(created, transaction({ status: 'FAILED', declineTypes: ['DECLINED', 'INSUFFICIENT_FUNDS'] })),
    ).toMatchObject({ state: 'declined', reason: 'declined.insufficient-funds' });
  });

  it('P11: a captured amount that differs is approved with a difference', () => {
    const tipped = after(created, transaction({ captured: minorUnits(44900) }));
    expect(tipped.state).toBe('approved');
    expect(differenceOf(tipped)).toBe(5000);
  });

  it.each<[string, Partial<TransactionFacts>]>([
    ['another reference', { reference: 'other' }],
    ['another session', { sessionId: 'other' }],
    ['another currency', { currency: currency('SEK') }],
    ['another store', { storeId: 'bergen' }],
    ['another terminal', { terminalId: 'T12345678-T0002' }],
  ])('P11: a capture with %s does not make it paid', (_what, more) => {
    expect(after(created, transaction(more))).toMatchObject({
      state: 'unknown',
      reason: 'unknown.contradiction',
    });
  });

  it('P11: a store or terminal that is not named is no contradiction', () => {
    const { storeId: _store, terminalId: _terminal, ...bare } = ours;
    expect(after(created, { kind: 'transaction', transaction: bare }).state).toBe('approved');
  });

  it('P10: is unknown after the deadline, not failed', () => {
    expect(after(created, deadline)).toMatchObject({ state: 'unknown', reason: 'unknown.deadline' });
  });

  it('P7: stays sending when the reply is lost', () => {
    expect(after({ kind: 'reply-lost', code: 'setup.network' })).toMatchObject({
      state: 'sending',
      replyLostAt: 1,
    });
  });

  it('P15: is found again by its reference', () => {
    expect(after({ kind: 'reply-lost', code: 'x' }, transaction())).toMatchObject({
      state: 'approved',
      sessionId: 'session',
      transactionId: 'tx',
    });
  });

  it('is cancelled when Dintero cancelled the session before any transaction', () => {
    expect(after(created, cancelledSession)).toMatchObject({
      state: 'cancelled',
      reason: 'cancelled.at-terminal',
    });
  });

  it('a settled attempt neither holds the terminal nor bars the next', () => {
    const declined = after(created, transaction({ status: 'DECLINED' }));
    expect(holdsTerminal(declined)).toBe(false);
    expect(isOpen(declined)).toBe(false);
    expect(mayHaveTaken(declined)).toBe(false);
  });

  it('an authorization frees the terminal, but its money may be taken', () => {
    const authorized = after(created, transaction({ status: 'AUTHORIZED' }));
    expect(holdsTerminal(authorized)).toBe(false);
    expect(mayHaveTaken(authorized)).toBe(true);
  });
});

describe('a late approval (P13)', () => {
  it.each<[string, Evidence]>([
    ['declined', transaction({ status: 'DECLINED' })],
    ['failed', transaction({ status: 'FAILED' })],
    ['cancelled', cancelledSession],
    ['refused', { kind: 'refused', code: 'terminal.refused' }],
  ])('beats %s and raises an alarm', (state, evidence) => {
    const before = after(created, evidence);
    expect(before.state).toBe(state);
    expect(decide(before, transaction(), 9)).toMatchObject({
      state: 'approved',
      alarm: { kind: 'late-approval', raisedAt: 9 },
    });
  });

  it('of an unknown attempt in front of the cashier is simply good news', () => {
    const approved = after(created, deadline, transaction());
    expect(approved.state).toBe('approved');
    expect(approved.alarm).toBeUndefined();
  });

  it('P18: of an attempt that was set aside alarms as a double payment', () => {
    const aside = applyAttemptEvent(
      after(created, deadline),
      { kind: 'set-aside', by: { id: 'p', name: 'Kari' } },
      5,
    );
    expect(isOpen(aside)).toBe(false);
    expect(holdsTerminal(aside)).toBe(true);
    expect(decide(aside, transaction(), 9)).toMatchObject({
      state: 'approved',
      alarm: { kind: 'double-payment' },
    });
  });

  it('of an authorized sale that the cashier has left is no alarm', () => {
    const left = applyAttemptEvent(
      after(created, transaction({ status: 'AUTHORIZED' })),
      { kind: 'closed', by: { id: 'p', name: 'Kari' } },
      5,
    );
    expect(decide(left, transaction(), 9).alarm).toBeUndefined();
  });
});

describe('a cancel (P21)', () => {
  const by = { id: 'p', name: 'Kari' };
  const asked = applyAttemptEvent(after(created), { kind: 'cancel-requested', by }, 5);

  it('is a request: the attempt is cancelling, and still holds the terminal', () => {
    expect(paymentState(asked)).toBe('cancelling');
    expect(holdsTerminal(asked)).toBe(true);
  });

  it('that loses to an approval is a paid sale, and no alarm', () => {
    const paid = decide(asked, transaction(), 9);
    expect(paid.state).toBe('approved');
    expect(paid.alarm).toBeUndefined();
  });

  it('that Dintero refuses leaves the attempt running', () => {
    const refused = applyAttemptEvent(asked, { kind: 'cancel-refused', code: 'setup.rejected' }, 6);
    expect(paymentState(refused)).toBe('waiting-terminal');
  });

  it('names the till as the one who cancelled', () => {
    expect(decide(asked, cancelledSession, 9)).toMatchObject({ reason: 'cancelled.at-till' });
  });
});

describe('the reconciler', () => {
  const anyEvidence: fc.Arbitrary<Evidence> = fc.oneof(
    fc.constant(created),
    fc.constant(deadline),
    fc.constant(cancelledSession),
    fc.constant<Evidence>({ kind: 'reply-lost', code: 'x' }),
    fc.constant<Evidence>({ kind: 'refused', code: 'terminal.refused' }),
    fc
      .constantFrom(
        'INITIATED',
        'AUTHORIZED',
        'CAPTURED',
        'PARTIALLY_REFUNDED',
        'AUTHORIZATION_VOIDED',
        'DECLINED',
        'FAILED',
        'UNKNOWN',
        'ON_HOLD',
        'NEVER_HEARD_OF',
      )
      .map((status) => transaction({ status })),
    fc.constant(transaction({ reference: 'somebody-else' })),
  );

  it('P13: ends in the same state whatever the order of the same evidence', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyEvidence, { minLength: 1, maxLength: 8 })
          .chain((evidence) =>
            fc.tuple(
              fc.constant(evidence),
              fc.shuffledSubarray(evidence, { minLength: evidence.length, maxLength: evidence.length }),
            ),
          ),
        ([evidence, shuffled]) => {
          const a = after(...evidence);
          const b = after(...shuffled);
          expect([b.state, b.captured, b.sessionId, b.transactionId]).toEqual([
            a.state,
            a.captured,
            a.sessionId,
            a.transactionId,
          ]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('gives back the very object when evidence adds nothing, so that nothing is journalled', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 6 }), anyEvidence, (evidence, last) => {
        const attempt = after(...evidence, last);
        expect(decide(attempt, last, 99)).toBe(attempt);
      }),
    );
  });

  it('never goes back from approved', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 8 }), (evidence) => {
        const attempt = evidence.reduce((one, next) => decide(one, next, 99), after(created, transaction()));
        expect(attempt.state).toBe('approved');
      }),
    );
  });
});

describe('P13: news of a sale that left the counter', () => {
  const by = { id: 'p', name: 'Kari' };
  const authorized = after(created, transaction({ status: 'AUTHORIZED' }));
  const voided = transaction({ status: 'AUTHORIZATION_VOIDED' });

  it('is raised when the authorization that it left with was taken back', () => {
    const left = applyAttemptEvent(authorized, { kind: 'closed', by }, 10);
    expect(decide(left, voided, 20)).toMatchObject({
      state: 'cancelled',
      alarm: { kind: 'not-paid', raisedAt: 20 },
    });
  });

  it('is none while it is in front of the cashier, who sees it', () => {
    expect(decide(authorized, voided, 20).alarm).toBeUndefined();
  });

  it('is none when the authorization was captured, as everybody thought', () => {
    const left = applyAttemptEvent(authorized, { kind: 'closed', by }, 10);
    expect(decide(left, transaction(), 20).alarm).toBeUndefined();
  });

  it('is a double payment when the sale was set aside and paid another way', () => {
    const aside = applyAttemptEvent(after(created, deadline), { kind: 'set-aside', by }, 10);
    const taken = decide(decide(aside, transaction({ status: 'AUTHORIZED' }), 20), transaction(), 30);
    expect(taken.alarm).toMatchObject({ kind: 'double-payment' });
  });

  const unknown = after(created, deadline);
  const notPaid = { verdict: 'not-paid', reason: 'Looked it up', approver: by } as const;
  const refused = after({ kind: 'refused', code: 'terminal.refused' });
  const otherwise: readonly (readonly [string, Attempt])[] = [
    ['a manager marked as not paid', applyAttemptEvent(unknown, { kind: 'marked', ...notPaid, by }, 10)],
    ['was refused', refused],
    ['was refused and tried again', applyAttemptEvent(refused, { kind: 'closed', by }, 10)],
  ];

  it.each(otherwise)('is a late approval when what %s was authorized on the way to it', (_what, before) => {
    const direct = decide(before, transaction(), 30);
    const taken = decide(decide(before, transaction({ status: 'AUTHORIZED' }), 20), transaction(), 30);
    expect(direct.alarm).toMatchObject({ kind: 'late-approval' });
    expect(taken.alarm).toEqual(direct.alarm);
  });

  it('P2: bars no other attempt when a refusal turns out to be authorized, but may have taken the money', () => {
    const late = decide(refused, transaction({ status: 'AUTHORIZED' }), 20);
    expect([late.state, isOpen(late), mayHaveTaken(late)]).toEqual(['authorized', false, true]);
  });
});

describe('P9: the time until the transaction is opened', () => {
  const opened = (more: Partial<Attempt>): Attempt => ({
    ...fresh,
    openedAt: fresh.startedAt + 1_400,
    ...more,
  });

  it('is counted from the create call', () => {
    expect(openMs(opened({}))).toBe(1_400);
  });

  it.each<[string, Partial<Attempt>]>([
    ['it has not been opened', { openedAt: undefined }],
    ['the reply was lost, and it was found later', { replyLostAt: fresh.startedAt + 1_000 }],
    ['the till was not there to see it', { openedAt: fresh.deadlineAt + 1 }],
    ['the payment was found at Dintero', { foundAt: fresh.startedAt }],
  ])('tells nothing when %s', (_, more) => {
    expect(openMs(opened(more))).toBeUndefined();
  });
});
