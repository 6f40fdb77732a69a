import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currency, minorUnits } from '../../../shared/money.ts';
import {
  type Refund,
  type RefundEvent,
  type RefundEvidence,
  applyRefundEvent,
  beginRefund,
  decideRefund,
  refundHoldsTerminal,
} from '../../../shared/refund.ts';

const person = { id: 'p', name: 'Kari' };

const fresh = beginRefund({
  refundId: 'r',
  reference: 'counter7-k3f9x-20261120-r000001',
  attemptId: 'a',
  saleId: 's',
  transactionId: 'tx',
  amount: { amount: minorUnits(5000), currency: currency('NOK') },
  items: [],
  reason: 'Bag returned',
  terminalId: 'T12345678-T0001',
  person,
  approver: person,
  startedAt: 0,
  deadlineAt: 300_000,
});

const started: RefundEvent = {
  final: false,
  success: true,
  reference: fresh.reference,
  requestId: 'request',
};
const finished = (success: boolean): RefundEvent => ({
  final: true,
  success,
  correlationRequestId: 'request',
});
const events = (...seen: RefundEvent[]): RefundEvidence => ({ kind: 'events', events: seen });

const after = (...evidence: readonly RefundEvidence[]): Refund =>
  evidence.reduce((refund, one, index) => decideRefund(refund, one, index + 1), fresh);

describe('a refund', () => {
  it('R3: that Dintero accepted is running, not done', () => {
    expect(after({ kind: 'accepted', requestId: 'request' })).toMatchObject({
      state: 'running',
      requestId: 'request',
    });
  });

  it('R3: is done by the event that correlates with its request', () => {
    expect(after({ kind: 'accepted', requestId: 'request' }, events(finished(true))).state).toBe('done');
  });

  it('R3: that Dintero answered at once is done by the event with its reference', () => {
    const own: RefundEvent = { final: true, success: true, reference: fresh.reference };
    expect(after({ kind: 'accepted' }, events(own)).state).toBe('done');
  });

  it('R3: whose event does not say how it ended is still running', () => {
    const silent: RefundEvent = { final: true, reference: fresh.reference };
    expect(after({ kind: 'accepted' }, events(silent)).state).toBe('running');
  });

  it('R2: whose reply was lost is found by its reference', () => {
    expect(after({ kind: 'reply-lost', code: 'x' }, events(started))).toMatchObject({
      state: 'running',
      requestId: 'request',
    });
  });

  it('fails when its event says so', () => {
    expect(after({ kind: 'accepted', requestId: 'request' }, events(finished(false)))).toMatchObject({
      state: 'failed',
      cause: 'terminal.refund-failed',
    });
  });

  it('is not moved by the events of another refund', () => {
    const other: RefundEvent = {
      final: true,
      success: true,
      reference: 'other',
      correlationRequestId: 'other',
    };
    expect(after({ kind: 'accepted', requestId: 'request' }, events(other)).state).toBe('running');
  });

  it('is unknown after its deadline, and done when the event comes later', () => {
    const unknown = after({ kind: 'accepted', requestId: 'request' }, { kind: 'deadline' });
    expect(unknown.state).toBe('unknown');
    expect(refundHoldsTerminal(unknown)).toBe(true);
    expect(decideRefund(unknown, events(finished(true)), 9).state).toBe('done');
  });

  it('lets go of its terminal when it is settled, or a person saw an idle display', () => {
    expect(refundHoldsTerminal(fresh)).toBe(true);
    expect(refundHoldsTerminal(after({ kind: 'refused', code: 'terminal.busy' }))).toBe(false);
    expect(refundHoldsTerminal(applyRefundEvent(fresh, { kind: 'terminal-freed', by: person }, 5))).toBe(
      false,
    );
  });

  it('ends the same whatever the order of the same evidence', () => {
    const evidence = fc.constantFrom<RefundEvidence>(
      { kind: 'accepted', requestId: 'request' },
      { kind: 'deadline' },
      { kind: 'reply-lost', code: 'x' },
      { kind: 'refused', code: 'terminal.busy' },
      events(started),
      events(started, finished(true)),
      events(started, finished(false)),
    );
    fc.assert(
      fc.property(
        fc
          .array(evidence, { minLength: 1, maxLength: 7 })
          .chain((all) =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
            ),
          ),
        ([all, shuffled]) => {
          expect(after(...shuffled).state).toBe(after(...all).state);
        },
      ),
    );
  });
});
