import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptDraft } from '../../../electron/journal/attempts.ts';
import { type Journal, type OpenedJournal, openJournal } from '../../../electron/journal/journal.ts';
import { systemClock } from '../../../electron/support/clock.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import type { Evidence, TransactionFacts } from '../../../shared/payment-facts.ts';
import type { Result } from '../../../shared/result.ts';
import { vatRate } from '../../../shared/vat.ts';

let folder: string;
let file: string;
let opened: Journal[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  file = join(folder, 'journal-T12345678.sqlite');
  opened = [];
});

afterEach(() => {
  for (const journal of opened) journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): OpenedJournal {
  const result = openJournal({
    file,
    accountId: 'T12345678',
    clock: systemClock,
    onHeadFailure: (error) => {
      throw error;
    },
  });
  if (!result.ok) throw new Error(result.error.code);
  opened.push(result.value.journal);
  return result.value;
}

function shut(journal: Journal): void {
  journal.close();
  opened = opened.filter((one) => one !== journal);
}

const person = { id: 'p', name: 'Kari' };

const draft = (more: Partial<AttemptDraft> = {}): AttemptDraft => ({
  attemptId: randomUUID(),
  saleId: 'sale-1',
  tillName: 'Counter 7',
  terminalId: 'T12345678-T0001',
  storeId: 'oslo-center',
  amount: { amount: minorUnits(39900), currency: currency('NOK') },
  lines: [
    {
      lineId: '1',
      description: 'Coffee',
      quantity: 2,
      unitPrice: minorUnits(19950),
      vatRate: vatRate(12),
      amount: minorUnits(39900),
    },
  ],
  person,
  startedAt: new Date(2026, 10, 20, 12).getTime(),
  deadlineAt: new Date(2026, 10, 20, 12, 3).getTime(),
  ...more,
});

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const evidence = (one: Evidence) => ({ kind: 'evidence' as const, evidence: one });

const transaction = (reference: string, status: string): Evidence => ({
  kind: 'transaction',
  transaction: {
    id: 'tx',
    sessionId: 'session',
    reference,
    currency: currency('NOK'),
    amount: minorUnits(39900),
    status,
    declineTypes: [],
  } satisfies TransactionFacts,
});

describe('a new attempt', () => {
  it('P1: is on disk as sending before start returns', () => {
    const { journal } = open();
    const attempt = value(journal.attempts.start(draft(), false));
    const other = new DatabaseSync(file, { readOnly: true });
    const rows = other.prepare('SELECT attempt_id, payload FROM attempt_events').all();
    other.close();
    expect(rows).toMatchObject([{ attempt_id: attempt.attemptId }]);
  });

  it('P4: has a reference of till, journal, day, sale and attempt', () => {
    const { journal } = open();
    expect(value(journal.attempts.start(draft(), false)).reference).toBe(
      `counter7-${journal.part.current}-20261120-000001-1`,
    );
  });

  it('P4: gets a new attempt number for the same sale, and a new sale number for another', () => {
    const { journal } = open();
    const first = value(journal.attempts.start(draft(), false));
    journal.attempts.record(first.attemptId, evidence({ kind: 'refused', code: 'terminal.busy' }), 1);
    expect(value(journal.attempts.start(draft(), false))).toMatchObject({ saleNumber: 1, attemptNumber: 2 });
    expect(
      value(journal.attempts.start(draft({ saleId: 'sale-2', terminalId: 'T12345678-T0002' }), false)),
    ).toMatchObject({ saleNumber: 2, attemptNumber: 1 });
  });

  it('P2: is refused while the sale has an open one', () => {
    const { journal } = open();
    const first = value(journal.attempts.start(draft(), false));
    expect(journal.attempts.start(draft({ terminalId: 'T12345678-T0002' }), true)).toEqual({
      ok: false,
      error: { code: 'terminal.reserved', detail: { reference: first.reference } },
    });
  });

  it('P2: is refused while another sale holds the terminal', () => {
    const { journal } = open();
    value(journal.attempts.start(draft(), false));
    expect(journal.attempts.start(draft({ saleId: 'sale-2' }), false)).toMatchObject({
      error: { code: 'terminal.reserved' },
    });
  });

  it('P2: can not be put past the index by a second writer', () => {
    const { journal } = open();
    const first = value(journal.attempts.start(draft(), false));
    const other = new DatabaseSync(file);
    const insert = (): unknown =>
      other
        .prepare(
          `INSERT INTO attempts
             (attempt_id, sale_id, reference, started_at, deadline_at, open, settled, closed, alarmed, found, orphan,
              body)
           VALUES ('x', ?, 'x', 0, 0, 1, 0, 0, 0, 0, 0, '{}')`,
        )
        .run(first.saleId);
    expect(insert).toThrow('UNIQUE');
    other.close();
  });

  it('P16: after one that was set aside needs a clear yes', () => {
    const { journal } = open();
    const first = value(journal.attempts.start(draft(), false));
    journal.attempts.record(first.attemptId, { kind: 'set-aside', by: person }, 1);
    const again = draft({ terminalId: 'T12345678-T0002' });
    expect(journal.attempts.start(again, false)).toMatchObject({
      error: { code: 'unknown.earlier-attempt' },
    });
    expect(journal.attempts.start(again, true)).toMatchObject({ ok: true, value: { attemptNumber: 2 } });
  });

  it('is refused for good once the sale is paid', () => {
    const { journal } = open();
    const first = value(journal.attempts.start(draft(), false));
    journal.attempts.record(first.attemptId, evidence(transaction(first.reference, 'CAPTURED')), 1);
    expect(journal.attempts.start(draft(), true)).toMatchObject({ error: { code: 'input.sale-paid' } });
  });

  it('P16: leaves a set-aside attempt’s terminal reserved until it is freed', () => {
    const { journal } = open();
    const first = value(journal.attempts.start(draft(), false));
    journal.attempts.record(first.attemptId, { kind: 'set-aside', by: person }, 1);
    expect(journal.attempts.start(draft(), true)).toMatchObject({ error: { code: 'terminal.reserved' } });
    journal.attempts.record(
      first.attemptId,
      { kind: 'terminal-freed', why: 'confirmed-idle', by: person },
      2,
    );
    expect(journal.attempts.start(draft(), true).ok).toBe(true);
  });
});

describe('what happened to an attempt', () => {
  it('is kept in order, and nothing is kept that changes nothing', () => {
    const { journal } = open();
    const { attemptId, reference } = value(journal.attempts.start(draft(), false));
    journal.attempts.record(attemptId, evidence({ kind: 'created', sessionId: 'session' }), 1);
    journal.attempts.record(attemptId, evidence(transaction(reference, 'INITIATED')), 2);
    journal.attempts.record(attemptId, evidence(transaction(reference, 'INITIATED')), 3);
    journal.attempts.record(attemptId, evidence(transaction(reference, 'CAPTURED')), 4);
    expect(journal.attempts.events(attemptId).map(({ at, event }) => [at, event.kind])).toEqual([
      [draft().startedAt, 'started'],
      [1, 'evidence'],
      [2, 'evidence'],
      [4, 'evidence'],
    ]);
  });

  it('P19: survives a restart, unsettled attempts first', () => {
    const first = open().journal;
    const { attemptId } = value(first.attempts.start(draft(), false));
    first.attempts.record(attemptId, evidence({ kind: 'created', sessionId: 'session' }), 1);
    shut(first);
    const { journal } = open();
    expect(journal.attempts.unsettled()).toMatchObject([
      { attemptId, state: 'waiting', sessionId: 'session' },
    ]);
    expect(journal.holds.holderOf('T12345678-T0001')).toBeDefined();
  });

  it('shows in the list of sales', () => {
    const { journal } = open();
    const { attemptId, reference } = value(journal.attempts.start(draft(), false));
    journal.attempts.record(attemptId, evidence({ kind: 'created', sessionId: 'session' }), 1);
    journal.attempts.record(attemptId, evidence(transaction(reference, 'CAPTURED')), 2);
    expect(journal.sales.page(10)).toMatchObject([
      { reference, state: 'approved', amount: { amount: 39900 } },
    ]);
  });

  it('can not be changed or taken out, not even by hand', () => {
    const { journal } = open();
    value(journal.attempts.start(draft(), false));
    const other = new DatabaseSync(file);
    expect(() => other.exec("UPDATE attempt_events SET payload = '{}'")).toThrow('append-only');
    expect(() => other.exec('DELETE FROM attempt_events')).toThrow('append-only');
    other.close();
  });
});

describe('a journal file', () => {
  it('keeps its part of the references for ever', () => {
    const first = open().journal;
    const { current } = first.part;
    shut(first);
    expect(open().journal.part.current).toBe(current);
  });

  it('that is no database is set aside under a dated name, and said', () => {
    writeFileSync(file, 'this was never a journal'.repeat(100));
    const { setAside } = open();
    expect(readFileSync(setAside ?? '', 'utf8')).toContain('this was never a journal');
  });

  it('cut in half is set aside', () => {
    const first = open().journal;
    for (let sale = 0; sale < 50; sale += 1) {
      value(first.attempts.start(draft({ saleId: `s${sale}`, terminalId: `t${sale}` }), false));
    }
    shut(first);
    truncateSync(file, 20_000);
    const { setAside, journal } = open();
    expect(setAside).toContain('.set-aside-');
    expect(journal.sales.page(10)).toEqual([]);
  });

  it('whose tail is gone is found out by its head record', () => {
    const first = open().journal;
    value(first.attempts.start(draft(), false));
    shut(first);
    writeFileSync(`${file}.head`, JSON.stringify({ count: 5, hash: 'ab'.repeat(32) }));
    expect(open().setAside).toContain('.set-aside-');
    const beside = readdirSync(folder).flatMap((name) => name.split('.set-aside-')[1] ?? []);
    expect(beside.map((name) => name.slice('2026-11-20T12-00-00-000Z'.length)).toSorted()).toEqual([
      '',
      '.head',
      '.reason.txt',
    ]);
  });

  it('that is ahead of its head record is fine', () => {
    const first = open().journal;
    const { attemptId } = value(first.attempts.start(draft(), false));
    const older = readFileSync(`${file}.head`);
    first.attempts.record(attemptId, evidence({ kind: 'created', sessionId: 'session' }), 1);
    shut(first);
    writeFileSync(`${file}.head`, older);
    const { setAside, journal } = open();
    expect(setAside).toBeUndefined();
    expect(journal.attempts.get(attemptId)?.state).toBe('waiting');
  });

  it('of another account is not written in', () => {
    shut(open().journal);
    const other = openJournal({
      file,
      accountId: 'T99999999',
      clock: systemClock,
      onHeadFailure: () => undefined,
    });
    const journal = value(other);
    opened.push(journal.journal);
    expect(journal.setAside).toContain('.set-aside-');
  });

  it('in a folder that can not be made is a fault, not a crash', () => {
    writeFileSync(join(folder, 'occupied'), '');
    expect(
      openJournal({
        file: join(folder, 'occupied', 'journal.sqlite'),
        accountId: 'T12345678',
        clock: systemClock,
        onHeadFailure: () => undefined,
      }),
    ).toMatchObject({ ok: false, error: { code: 'setup.journal' } });
  });

  it('keeps the open basket', () => {
    const first = open().journal;
    const kept = { basket: { id: 'b', lines: draft().lines }, past: [{ id: 'b', lines: [] }] };
    value(first.baskets.save(kept));
    shut(first);
    expect(open().journal.baskets.load()).toEqual(kept);
  });
});
