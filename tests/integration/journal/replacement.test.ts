import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backupFile, loadNewestBackup, makeBackup } from '../../../electron/journal/backups.ts';
import { setAside } from '../../../electron/journal/set-aside.ts';
import type { Attempt } from '../../../shared/attempt.ts';
import { JournalFile, draftOf, sell, value } from './journal-file.ts';

/**
 * A till that is ended while it puts another journal in the place of a broken one, after each of the steps that show. The
 * next start must not take an older copy for the journal that it always had.
 */

const why = 'the last event does not have the hash that it should';

/** A journal that has given out a reference which no backup knows, and gave way. */
function gaveWay({ backup }: { readonly backup: boolean }): {
  readonly file: JournalFile;
  readonly lost: Attempt;
  readonly target: string;
} {
  const file = new JournalFile();
  sell(file.open().journal);
  file.close();
  if (backup) makeBackup(file.file, backupFile(file.file, '2026-11-20'));
  const lost = sell(file.open().journal);
  file.close();
  return { file, lost, target: setAside(file.file, why, file.clock.now()) };
}

const partOf = ({ reference }: Attempt): string | undefined => reference.split('-')[1];

describe('A till that was ended when a broken journal had given way', () => {
  it('and a backup had its place takes over at the next start, and says so', () => {
    const { file, lost, target } = gaveWay({ backup: true });
    loadNewestBackup(file.file, { why, setAside: target, lostParts: ['lost9'] });
    const { journal, ...opened } = file.open();
    expect(opened).toMatchObject({ setAside: target, replaced: { why, backup: { day: '2026-11-20' } } });
    expect(journal.part.all).toEqual([journal.part.current, partOf(lost), 'lost9']);
    expect(value(journal.attempts.start(draftOf(), false)).reference).not.toBe(lost.reference);
  });

  it('and a backup had its place owes what happened since until it is read', () => {
    const { file, target } = gaveWay({ backup: true });
    loadNewestBackup(file.file, { why, setAside: target, lostParts: [] });
    const { since } = file.open().journal.readBack;
    sell(file.open().journal, { startedAt: file.clock.now() });
    expect(file.open().journal.readBack.since).toBe(since);
  });

  it('takes over once', () => {
    const { file, target } = gaveWay({ backup: true });
    loadNewestBackup(file.file, { why, setAside: target, lostParts: [] });
    const { current } = file.open().journal.part;
    const again = file.open();
    expect([again.replaced, again.journal.part.current]).toEqual([undefined, current]);
  });

  it('and nothing had its place yet loads the newest backup', () => {
    const { file, lost } = gaveWay({ backup: true });
    const { journal, replaced } = file.open();
    expect(replaced?.backup?.day).toBe('2026-11-20');
    expect(journal.part.current).not.toBe(partOf(lost));
  });

  it.each([
    ['there was nothing to take its place', () => undefined],
    ['the one that was begun anew was still empty', (name: string) => writeFileSync(name, '')],
  ])('and %s still knows its references as its own', (_what, leave) => {
    const { file, lost } = gaveWay({ backup: false });
    leave(file.file);
    const { journal, replaced } = file.open();
    expect([typeof replaced?.why, replaced?.backup]).toEqual(['string', undefined]);
    expect(journal.part.all).toContain(partOf(lost));
    expect(journal.part.current).not.toBe(partOf(lost));
    expect(existsSync(file.file)).toBe(true);
  });
});
