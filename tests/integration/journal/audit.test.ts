import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../electron/journal/journal.ts';
import { problemsOf, verifyFile } from '../../../electron/journal/verify.ts';
import type { AuditFilter, RecordedEntry } from '../../../shared/audit.ts';
import { JournalFile, draftOf, person, refundOf, sell, value } from './journal-file.ts';

const ola = { id: 'ola', name: 'Ola Åsen' };
const kari = { id: 'kari', name: 'Kari' };

const day = 86_400_000;
const monday = Date.UTC(2026, 10, 23);

const openJournal = (): { kept: JournalFile; journal: Journal } => {
  const kept = new JournalFile();
  return { kept, journal: kept.open().journal };
};

const record = (journal: Journal, entry: RecordedEntry, at = monday): void => {
  value(journal.audit.record(entry, at));
};

const kindsOf = (journal: Journal, filter: AuditFilter = {}): string[] =>
  journal.audit.page(filter, 100).map(({ entry }) => entry.kind);

describe('an entry of the audit log', () => {
  it('lies in the one chain with payments and refunds', () => {
    const { kept, journal } = openJournal();
    record(journal, { kind: 'signed-in', person: ola });
    const attempt = sell(journal);
    record(journal, { kind: 'locked', person: ola, how: 'idle' });
    value(journal.refunds.start(refundOf(attempt)));
    record(journal, { kind: 'signed-in', person: kari });
    const verdict = verifyFile(kept.file);
    expect(problemsOf(verdict)).toEqual([]);
    expect(verdict).toMatchObject({ events: 7, chainHead: 'agrees', headRecord: 'agrees' });
  });

  it.each(["UPDATE audit_events SET payload = '{}'", 'DELETE FROM audit_events'])(
    'can not be changed or taken out, not even by hand: %s',
    (sql) => {
      const { kept, journal } = openJournal();
      record(journal, { kind: 'signed-in', person: ola });
      const other = new DatabaseSync(kept.file);
      expect(() => other.exec(sql)).toThrow('append-only');
      other.close();
    },
  );

  it('that was changed past the triggers breaks the chain', () => {
    const { kept, journal } = openJournal();
    record(journal, { kind: 'signed-in', person: ola });
    sell(journal);
    kept.close();
    const other = new DatabaseSync(kept.file);
    other.exec(
      "DROP TRIGGER audit_events_stay; UPDATE audit_events SET payload = replace(payload, 'Ola', 'Kari')",
    );
    other.close();
    expect(verifyFile(kept.file).breaks).toEqual([
      { seq: 1, table: 'audit_events', subject: 'ola', what: 'own' },
    ]);
  });

  it('as the last of all is missed when it is cut off', () => {
    const { kept, journal } = openJournal();
    sell(journal);
    record(journal, { kind: 'signed-in', person: ola });
    kept.close();
    const other = new DatabaseSync(kept.file);
    other.exec('DROP TRIGGER audit_events_last; DELETE FROM audit_events');
    other.close();
    expect(kept.open().setAside).toContain('.set-aside-');
  });

  it('is there after a restart', () => {
    const { kept, journal } = openJournal();
    record(journal, {
      kind: 'settings-changed',
      person: ola,
      changes: [{ name: 'theme', before: 'dark', after: 'light' }],
    });
    expect(kept.open().journal.audit.page({}, 10)).toEqual([
      {
        seq: 1,
        at: monday,
        entry: {
          kind: 'settings-changed',
          person: ola,
          changes: [{ name: 'theme', before: 'dark', after: 'light' }],
        },
      },
    ]);
  });

  it('is not written for selling, which every cashier may', () => {
    const { journal } = openJournal();
    sell(journal);
    expect(kindsOf(journal)).toEqual([]);
  });

  it('R5: of a refund is read from the refund, with its approver and reason', () => {
    const { journal } = openJournal();
    const refund = value(journal.refunds.start(refundOf(sell(journal), { person: ola, approver: kari })));
    expect(journal.audit.page({}, 10)).toMatchObject([
      {
        seq: 4,
        entry: {
          kind: 'refund-started',
          person: ola,
          approver: kari,
          reason: 'Too dry',
          reference: refund.reference,
          amount: { amount: 10000 },
        },
      },
    ]);
    expect(journal.length).toBe(4);
  });

  it('P20: of a marked outcome is read from the payment', () => {
    const { journal } = openJournal();
    const { attemptId } = value(journal.attempts.start(draftOf(), false));
    value(journal.attempts.record(attemptId, { kind: 'evidence', evidence: { kind: 'deadline' } }, monday));
    value(
      journal.attempts.record(
        attemptId,
        { kind: 'marked', verdict: 'paid', reason: 'Slip', approver: kari, by: ola },
        monday + 1,
      ),
    );
    expect(journal.audit.page({}, 10)).toMatchObject([
      { at: monday + 1, entry: { kind: 'outcome-marked', of: 'payment', verdict: 'paid', approver: kari } },
    ]);
  });
});

describe('the audit log', () => {
  const busy = (): Journal => {
    const { journal } = openJournal();
    record(journal, { kind: 'signed-in', person: ola }, monday);
    record(journal, { kind: 'wrong-pin', person: ola, whom: kari }, monday + 1);
    record(
      journal,
      {
        kind: 'settings-changed',
        person: kari,
        changes: [{ name: 'deadlineSeconds', before: '180', after: '240' }],
      },
      monday + day,
    );
    value(
      journal.refunds.start(
        refundOf(sell(journal), { person: ola, approver: kari, startedAt: monday + 2 * day }),
      ),
    );
    record(journal, { kind: 'locked', person: ola, how: 'idle' }, monday + 3 * day);
    return journal;
  };

  it.each<[string, AuditFilter, string[]]>([
    [
      'everything, newest first',
      {},
      ['locked', 'refund-started', 'settings-changed', 'wrong-pin', 'signed-in'],
    ],
    ['a topic', { topic: 'signing-in' }, ['locked', 'wrong-pin', 'signed-in']],
    ['whoever did it', { personId: 'ola' }, ['locked', 'refund-started', 'wrong-pin', 'signed-in']],
    [
      'whoever approved it, or to whom it was done',
      { personId: 'kari' },
      ['refund-started', 'settings-changed', 'wrong-pin'],
    ],
    ['a person and a topic', { personId: 'kari', topic: 'refunds' }, ['refund-started']],
    ['from a moment on, that one included', { from: monday + 2 * day }, ['locked', 'refund-started']],
    ['before a moment, that one not', { to: monday + day }, ['wrong-pin', 'signed-in']],
    ['a range', { from: monday + 1, to: monday + 2 * day }, ['settings-changed', 'wrong-pin']],
    ['a range in which nothing was', { from: 0, to: 1 }, []],
    ['words, whatever their case', { text: 'TOO ola' }, ['refund-started']],
    ['letters beyond English', { text: 'ÅSEN dry' }, ['refund-started']],
    ['words that are taken as they are', { text: '%' }, []],
    [
      'all of it at once',
      { text: 'kari', topic: 'signing-in', personId: 'ola', from: monday, to: monday + day },
      ['wrong-pin'],
    ],
    ['a person who was never here', { personId: 'nobody' }, []],
  ])('gives %s', (_, filter, kinds) => {
    expect(kindsOf(busy(), filter)).toEqual(kinds);
  });

  it('is read page by page, with none twice and none left out', () => {
    const journal = busy();
    const pages: number[] = [];
    for (let before: number | undefined; ; before = pages.at(-1)) {
      const page = journal.audit.page({}, 2, before);
      if (page.length === 0) break;
      pages.push(...page.map(({ seq }) => seq));
    }
    expect(pages).toEqual([8, 7, 3, 2, 1]);
  });

  it('keeps the order of the chain when the clock was set back', () => {
    const { journal } = openJournal();
    record(journal, { kind: 'signed-in', person: ola }, monday);
    record(journal, { kind: 'locked', person: ola, how: 'person' }, monday - 300 * day);
    expect(kindsOf(journal)).toEqual(['locked', 'signed-in']);
    expect(kindsOf(journal, { to: monday - day })).toEqual(['locked']);
    expect(kindsOf(journal, { from: monday })).toEqual(['signed-in']);
  });

  it('names everybody in it, as they were called last', () => {
    const journal = busy();
    record(journal, {
      kind: 'person-renamed',
      person: kari,
      whom: { id: 'ola', name: 'Ola Berg' },
      before: 'Ola Åsen',
    });
    expect(journal.audit.people()).toEqual([kari, { id: 'ola', name: 'Ola Berg' }]);
  });

  it('is empty in a new journal', () => {
    const { journal } = openJournal();
    expect(journal.audit.page({ text: 'a', personId: 'b', from: 1 }, 10)).toEqual([]);
    expect(journal.audit.people()).toEqual([]);
  });
});

it('an entry in the name of somebody who is not signed in keeps that', () => {
  const { journal } = openJournal();
  record(journal, { kind: 'locked-out', person: { id: 'nobody', name: '' }, whom: person });
  expect(journal.audit.page({ personId: 'p' }, 10)).toHaveLength(1);
});
