import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openReadOnly } from '../../../electron/journal/read-only.ts';
import { storageFault } from '../../../electron/journal/storage.ts';
import { verifyFile } from '../../../electron/journal/verify.ts';
import { fill, hasDisks, remount, smallDisk } from '../small-disk.ts';
import { JournalFile, draftOf, sell } from './journal-file.ts';

describe.runIf(hasDisks)('a disk that fills up', () => {
  it('is told before a sale can start, while there is still some room', () => {
    const folder = smallDisk(24);
    const kept = new JournalFile(folder);
    kept.open();
    expect(storageFault(folder, kept.file)).toEqual({ code: 'setup.journal', detail: { why: 'full' } });
    remount(folder, 'size=80m');
    expect(storageFault(folder, kept.file)).toBeUndefined();
  });

  it('makes an attempt fail as a value, leaves nothing of it, and harms nothing that was written', () => {
    const folder = smallDisk(3);
    const kept = new JournalFile(folder);
    const { journal } = kept.open();
    sell(journal);
    const free = fill(folder);
    let written = 0;
    let refused;
    for (; refused === undefined && written < 5_000; written += 1) {
      const started = journal.attempts.start(draftOf({ terminalId: `terminal-${written}` }), false);
      if (!started.ok) refused = started.error;
    }
    expect(refused).toEqual({ code: 'setup.journal', detail: { why: 'full' } });
    const counted = 3 + written - 1;
    expect(journal.length).toBe(counted);
    expect(journal.attempts.unsettled()).toHaveLength(written - 1);
    free();
    expect(journal.attempts.start(draftOf({ terminalId: 'after' }), false).ok).toBe(true);
    kept.close();
    expect(verifyFile(kept.file)).toMatchObject({
      events: counted + 1,
      breaks: [],
      damage: [],
      chainHead: 'agrees',
    });
  });

  it('at the start is a fault, and the file is left as it is', () => {
    const folder = smallDisk(3);
    fill(folder);
    const kept = new JournalFile(folder);
    expect(kept.tryOpen()).toEqual({ ok: false, error: { code: 'setup.journal', detail: { why: 'full' } } });
    expect(readdirSync(folder).filter((name) => name.includes('set-aside'))).toEqual([]);
  });
});

describe.runIf(hasDisks)('a folder that can only be read', () => {
  it('is told before a sale can start, and makes an attempt fail as a value', () => {
    const folder = smallDisk(80);
    const kept = new JournalFile(folder);
    const { journal } = kept.open();
    sell(journal);
    execFileSync('mount', ['--bind', folder, folder]);
    onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
    expect(storageFault(folder, kept.file)).toBeUndefined();
    kept.close();
    remount(folder, 'bind,ro');
    expect(storageFault(folder, kept.file)).toEqual({ code: 'setup.journal', detail: { why: 'read-only' } });
    expect(kept.tryOpen()).toEqual({
      ok: false,
      error: { code: 'setup.journal', detail: { why: 'read-only' } },
    });
  });

  it('still lets its journal be looked at', () => {
    const folder = smallDisk(80);
    const kept = new JournalFile(folder);
    sell(kept.open().journal);
    kept.close();
    const before = readFileSync(kept.file);
    remount(folder, 'ro');
    expect(verifyFile(kept.file)).toMatchObject({ events: 3, breaks: [] });
    openReadOnly(kept.file).close();
    expect(readFileSync(kept.file).equals(before)).toBe(true);
  });
});

it('a folder that is gone is a fault too', () => {
  const kept = new JournalFile();
  kept.open();
  kept.close();
  rmSync(dirname(kept.file), { recursive: true });
  expect(storageFault(dirname(kept.file), kept.file)).toMatchObject({ code: 'setup.journal' });
});
