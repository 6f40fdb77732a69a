import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupsOf } from '../../../electron/journal/backups.ts';
import { disagreements } from '../../../electron/journal/compare.ts';
import { type Journal, openJournal } from '../../../electron/journal/journal.ts';
import { openReadOnly } from '../../../electron/journal/read-only.ts';
import { Statements } from '../../../electron/journal/reads.ts';
import { verifyFile } from '../../../electron/journal/verify.ts';
import { systemClock } from '../../../electron/support/clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { JournalFile, sell } from './journal-file.ts';

/** A journal that an earlier version wrote: a paid sale with a refund that runs, and a payment that waits. */
function openedFrom(version: number): Journal {
  const file = join(temporaryFolder(), 'journal.sqlite');
  const kept = join(import.meta.dirname, `../../fixtures/journals/version-${version}.sqlite`);
  for (const suffix of ['', '.head']) copyFileSync(`${kept}${suffix}`, `${file}${suffix}`);
  const opened = openJournal({
    file,
    accountId: 'T12345678',
    clock: systemClock,
    onHeadFailure: (error) => {
      throw error;
    },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.value.setAside).toBeUndefined();
  onTestFinished(() => opened.value.journal.close());
  return opened.value.journal;
}

describe.each([1, 2, 3, 4, 5, 6, 7])('a journal of version %i', (version) => {
  it('keeps its payments, its sales and its references', () => {
    const journal = openedFrom(version);
    expect(journal.part.current).toBe('5q8nn');
    expect(journal.sales.page(10)).toMatchObject([
      { saleId: 'sale-2', state: 'waiting-terminal' },
      { saleId: 'sale-1', state: 'approved', reference: 'counter7-5q8nn-20261120-000001-1' },
    ]);
  });

  it('keeps what is to be followed', () => {
    const journal = openedFrom(version);
    expect(journal.attempts.unsettled().map(({ attemptId }) => attemptId)).toEqual(['attempt-2']);
    expect(journal.refunds.unsettled().map(({ refundId }) => refundId)).toEqual(['refund-1']);
  });

  it('keeps its terminals held', () => {
    const journal = openedFrom(version);
    expect(journal.holds.holderOf('T12345678-T0002')).toBe('counter7-5q8nn-20261120-000002-1');
  });

  it('R5: tells in the audit log who approved its refund', () => {
    expect(openedFrom(version).audit.page({}, 10)).toMatchObject([
      { seq: 4, entry: { kind: 'refund-started', approver: { name: 'Kari' } } },
    ]);
  });

  it('P9: keeps how long a terminal took', () => {
    expect(openedFrom(version).attempts.openTimes('T12345678-T0001', 20)).toEqual([19]);
  });

  it('P2: still bars a second refund while one runs', () => {
    const journal = openedFrom(version);
    const [running] = journal.refunds.unsettled();
    if (!running) throw new Error('No refund runs');
    const { reference, terminalId, ...draft } = running;
    expect(journal.refunds.start({ ...draft, refundId: 'refund-2', tillName: 'Counter 7' })).toMatchObject({
      error: { code: 'terminal.refund-running', detail: { reference } },
    });
  });

  it('is copied before it is taken further', () => {
    const journal = openedFrom(version);
    const [copy] = backupsOf(journal.file);
    expect(verifyFile(copy?.file ?? '')).toMatchObject({
      version,
      events: journal.length,
      headRecord: 'agrees',
    });
  });

  it('agrees with its events afterwards', () => {
    const journal = openedFrom(version);
    const database = openReadOnly(journal.file);
    onTestFinished(() => database.close());
    expect([...disagreements(new Statements(database))]).toEqual([]);
  });

  it('goes on with its chain', () => {
    const journal = openedFrom(version);
    const before = journal.length;
    journal.attempts.record('attempt-2', { kind: 'evidence', evidence: { kind: 'deadline' } }, 1);
    expect(journal.length).toBe(before + 1);
  });
});

it('a journal of version 3 keeps its open basket, and what undo goes back to', () => {
  const kept = openedFrom(3).baskets.load();
  expect(kept?.basket.lines.map(({ description }) => description)).toEqual(['Coffee', 'Bun']);
  expect(kept?.past.map(({ lines }) => lines.map(({ description }) => description))).toEqual([
    [],
    ['Coffee'],
  ]);
});

it('a journal of a newer version is refused with its version, and left as it is', () => {
  const kept = new JournalFile();
  sell(kept.open().journal);
  kept.close();
  const newer = new DatabaseSync(kept.file);
  newer.exec('PRAGMA user_version = 999');
  newer.close();
  const before = readFileSync(kept.file);
  expect(kept.tryOpen()).toEqual({
    ok: false,
    error: { code: 'setup.journal-newer', detail: { version: 999 } },
  });
  expect(readFileSync(kept.file).equals(before)).toBe(true);
  expect(readdirSync(dirname(kept.file)).toSorted()).toEqual([
    basename(kept.file),
    `${basename(kept.file)}.head`,
  ]);
});
