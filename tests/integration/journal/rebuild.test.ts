import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../electron/journal/compare.ts';
import type { Journal } from '../../../electron/journal/journal.ts';
import { projectionKeys } from '../../../electron/journal/projections.ts';
import { openReadOnly } from '../../../electron/journal/read-only.ts';
import { Statements } from '../../../electron/journal/reads.ts';
import type { AttemptEvent } from '../../../shared/attempt-events.ts';
import type { Attempt } from '../../../shared/attempt.ts';
import type { RefundJournalEvent } from '../../../shared/refund.ts';
import { JournalFile, draftOf, factsOf, person, refundOf, sell, value } from './journal-file.ts';

/** Every projected row with all of its columns, and the order in which they lie. */
function projectedRows(file: string): unknown {
  const database = openReadOnly(file);
  const rows = Object.entries(projectionKeys).map(([table, key]) =>
    database.prepare(`SELECT * FROM ${table} ORDER BY ${key}`).all(),
  );
  const order = ['attempts', 'refunds'].map((table) =>
    database.prepare(`SELECT body FROM ${table} ORDER BY rowid`).all(),
  );
  database.close();
  return { rows, order };
}

function disagreeing(file: string): unknown[] {
  const database = openReadOnly(file);
  const found = [...disagreements(new Statements(database))];
  database.close();
  return found;
}

/** Something that a random day may bring; numbers choose whom it is about. */
type Step =
  | { readonly do: 'start'; readonly sale: number; readonly terminal: number; readonly risk: boolean }
  | { readonly do: 'event'; readonly whom: number; readonly what: number }
  | { readonly do: 'refund'; readonly whom: number; readonly onTerminal: boolean }
  | { readonly do: 'refund-event'; readonly whom: number; readonly what: number }
  | { readonly do: 'found'; readonly status: string; readonly early: boolean }
  | { readonly do: 'adopt'; readonly whom: number; readonly sale: number | undefined }
  | { readonly do: 'audit'; readonly whom: string };

const number = fc.nat(7);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('start' as const),
    sale: number,
    terminal: fc.nat(2),
    risk: fc.boolean(),
  }),
  { weight: 5, arbitrary: fc.record({ do: fc.constant('event' as const), whom: number, what: fc.nat(13) }) },
  fc.record({ do: fc.constant('refund' as const), whom: number, onTerminal: fc.boolean() }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('refund-event' as const), whom: number, what: fc.nat(8) }),
  },
  fc.record({
    do: fc.constant('found' as const),
    status: fc.constantFrom('CAPTURED', 'AUTHORIZED'),
    early: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('adopt' as const),
    whom: number,
    sale: fc.option(number, { nil: undefined }),
  }),
  fc.record({ do: fc.constant('audit' as const), whom: fc.constantFrom('ola', 'p') }),
);

function attemptEvent(attempt: Attempt, what: number): AttemptEvent {
  const facts = (status: string): AttemptEvent => ({
    kind: 'evidence',
    evidence: { kind: 'transaction', transaction: factsOf(attempt, status) },
  });
  const events: readonly AttemptEvent[] = [
    { kind: 'evidence', evidence: { kind: 'created', sessionId: `session-${attempt.attemptId}` } },
    { kind: 'evidence', evidence: { kind: 'refused', code: 'terminal.busy' } },
    { kind: 'evidence', evidence: { kind: 'reply-lost', code: 'setup.network' } },
    { kind: 'evidence', evidence: { kind: 'deadline' } },
    facts('INITIATED'),
    facts('AUTHORIZED'),
    facts('DECLINED'),
    facts('CAPTURED'),
    { kind: 'cancel-requested', by: person },
    { kind: 'set-aside', by: person },
    { kind: 'terminal-freed', why: 'confirmed-idle', by: person },
    { kind: 'closed', by: person },
    { kind: 'alarm-seen', by: person },
    { kind: 'marked', verdict: 'paid', reason: 'Slip', approver: person, by: person },
  ];
  return events[what] ?? { kind: 'cancel-sent' };
}

function refundEvent(what: number): RefundJournalEvent {
  const final = (success: boolean): RefundJournalEvent => ({
    kind: 'evidence',
    evidence: { kind: 'events', events: [{ final: true, success, correlationRequestId: 'request' }] },
  });
  const events: readonly RefundJournalEvent[] = [
    { kind: 'evidence', evidence: { kind: 'accepted', requestId: 'request' } },
    { kind: 'evidence', evidence: { kind: 'deadline' } },
    { kind: 'evidence', evidence: { kind: 'refused', code: 'setup.rejected' } },
    final(true),
    final(false),
    { kind: 'terminal-freed', by: person },
    { kind: 'overlap' },
    { kind: 'overlap-seen', by: person },
    { kind: 'marked', verdict: 'done', reason: 'Slip', approver: person, by: person },
  ];
  return events[what] ?? { kind: 'contradiction-seen', by: person };
}

/** Lets the journal live through a day. What it refuses is part of the day. */
function live(journal: Journal, steps: readonly Step[]): void {
  const attempts: string[] = [];
  const refunds: string[] = [];
  const attemptAt = (whom: number): Attempt | undefined =>
    attempts.length === 0 ? undefined : journal.attempts.get(attempts[whom % attempts.length] ?? '');
  steps.forEach((one, index) => {
    const at = Date.UTC(2026, 10, 20, 12) + index * 1_000;
    switch (one.do) {
      case 'start': {
        const started = journal.attempts.start(
          draftOf({ saleId: `sale-${one.sale}`, terminalId: `terminal-${one.terminal}`, startedAt: at }),
          one.risk,
        );
        if (started.ok) attempts.push(started.value.attemptId);
        return;
      }
      case 'event': {
        const attempt = attemptAt(one.whom);
        if (attempt) value(journal.attempts.record(attempt.attemptId, attemptEvent(attempt, one.what), at));
        return;
      }
      case 'refund': {
        const attempt = attemptAt(one.whom);
        if (!attempt) return;
        const { terminalId, ...draft } = refundOf(attempt, { startedAt: at });
        const started = journal.refunds.start({
          ...draft,
          ...(one.onTerminal && { terminalId: attempt.terminalId }),
        });
        if (started.ok) refunds.push(started.value.refundId);
        return;
      }
      case 'refund-event': {
        const id = refunds[one.whom % Math.max(1, refunds.length)];
        if (id !== undefined) value(journal.refunds.record(id, refundEvent(one.what), at));
        return;
      }
      case 'found': {
        const { saleId, tillName, ...draft } = draftOf({ startedAt: one.early ? at - 86_400_000 : at });
        const reference = `counter7-${journal.part.current}-20261120-9${index}-1`;
        const facts = factsOf({ ...draft, reference }, one.status);
        const found = journal.attempts.found(
          { ...draft, reference },
          { kind: 'transaction', transaction: facts },
          at,
        );
        attempts.push(value(found).attemptId);
        return;
      }
      case 'adopt': {
        const attempt = attemptAt(one.whom);
        const sale = one.sale === undefined ? undefined : `sale-${one.sale}`;
        if (attempt) {
          journal.attempts.adopt(
            attempt.attemptId,
            sale,
            { reason: 'Mine', approver: person, by: person },
            at,
          );
        }
        return;
      }
      case 'audit':
        value(
          journal.audit.record({ kind: 'wrong-pin', person, whom: { id: one.whom, name: 'Ola Åsen' } }, at),
        );
    }
  });
}

describe('the projections', () => {
  it('come out of a rebuild byte by byte as they were written, whatever the day brought', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        const kept = new JournalFile();
        const { journal } = kept.open();
        live(journal, steps);
        const written = projectedRows(kept.file);
        expect(disagreeing(kept.file)).toEqual([]);
        value(journal.rebuild());
        expect(projectedRows(kept.file)).toEqual(written);
        kept.close();
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['attempts', "UPDATE attempts SET settled = 0, body = json_set(body, '$.state', 'waiting')"],
    ['attempts', 'DELETE FROM attempts'],
    ['refunds', 'UPDATE refunds SET open = 0'],
    ['terminal_holds', 'DELETE FROM terminal_holds'],
    ['sales', "UPDATE sales SET body = json_set(body, '$.amount.amount', 1)"],
    ['sales', "INSERT INTO sales VALUES (99, 'no sale', 0, '{}', 0, '', '')"],
    ['audit_entries', "UPDATE audit_entries SET body = json_set(body, '$.approver.name', 'Ola')"],
    ['audit_entries', "INSERT INTO audit_entries VALUES (99, 0, 'people', '{}')"],
    ['audit_words', "UPDATE audit_words SET words = ''"],
    ['audit_people', 'DELETE FROM audit_people'],
  ])('that disagree with the events in %s are found, and mended by a rebuild', (table, damage) => {
    const kept = new JournalFile();
    const { journal } = kept.open();
    value(journal.refunds.start(refundOf(sell(journal))));
    const written = projectedRows(kept.file);
    const other = new DatabaseSync(kept.file);
    other.exec(damage);
    other.close();
    expect(disagreeing(kept.file)).toContainEqual(expect.objectContaining({ table }));
    value(journal.rebuild());
    expect(disagreeing(kept.file)).toEqual([]);
    expect(projectedRows(kept.file)).toEqual(written);
  });

  it('are mended at the start, when an open payment is not what its events say', () => {
    const kept = new JournalFile();
    const attempt = value(kept.open().journal.attempts.start(draftOf(), false));
    kept.close();
    const other = new DatabaseSync(kept.file);
    other.exec("UPDATE attempts SET body = json_set(body, '$.terminalId', 'another')");
    other.close();
    const { journal, notes } = kept.open();
    expect(notes).toEqual([{ event: 'journal.rebuilt' }]);
    expect(journal.attempts.unsettled()).toEqual([attempt]);
  });
});
