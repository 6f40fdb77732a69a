import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Journal, openJournal } from '../../../electron/journal/journal.ts';
import { systemClock } from '../../../electron/support/clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';

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

describe.each([1])('a journal of version %i', (version) => {
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

  it('P2: still bars a second refund while one runs', () => {
    const journal = openedFrom(version);
    const [running] = journal.refunds.unsettled();
    if (!running) throw new Error('No refund runs');
    const { reference, terminalId, ...draft } = running;
    expect(journal.refunds.start({ ...draft, refundId: 'refund-2', tillName: 'Counter 7' })).toMatchObject({
      error: { code: 'terminal.refund-running', detail: { reference } },
    });
  });

  it('goes on with its chain', () => {
    const journal = openedFrom(version);
    const before = journal.length;
    journal.attempts.record('attempt-2', { kind: 'evidence', evidence: { kind: 'deadline' } }, 1);
    expect(journal.length).toBe(before + 1);
  });
});
