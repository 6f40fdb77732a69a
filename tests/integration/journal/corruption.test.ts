import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFile, makeBackup } from '../../../electron/journal/backups.ts';
import { hashText } from '../../../electron/journal/chain.ts';
import { eventRows } from '../../../electron/journal/event-rows.ts';
import { doJob } from '../../../electron/journal/jobs.ts';
import type { OpenedJournal } from '../../../electron/journal/journal.ts';
import { openReadOnly } from '../../../electron/journal/read-only.ts';
import { markBroken } from '../../../electron/journal/set-aside.ts';
import { problemsOf, verifyFile } from '../../../electron/journal/verify.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { JournalFile, sell } from './journal-file.ts';

/** How many random damages of each kind: a sample with every run, as many as wanted with `TILLSIDE_CORRUPTIONS=500`. */
const runs = Number(process.env['TILLSIDE_CORRUPTIONS'] ?? 12);

/** The events in the journal before it is damaged, and in its newest backup. */
const events = { journal: 90, backup: 60 };

/** mulberry32: the same damages in every run, each told by its number. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A journal with a backup of some time before. In use, as a crash leaves it, its newest events are in its log. */
function journalFiles(inUse: boolean): Readonly<Record<string, Buffer>> {
  const kept = new JournalFile();
  const { journal } = kept.open();
  for (let sale = 0; sale < events.backup / 3; sale += 1) sell(journal);
  makeBackup(kept.file, backupFile(kept.file, '2026-11-19'));
  // What is closed is written back; what comes after it is in the log.
  const { journal: again } = kept.open();
  for (let sale = 0; sale < (events.journal - events.backup) / 3; sale += 1) sell(again);
  if (!inUse) kept.close();
  const folder = dirname(kept.file);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.endsWith('backups'),
  );
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
  kept.close();
  return files;
}

class Damaged extends JournalFile {
  constructor(files: Readonly<Record<string, Buffer>>) {
    super(temporaryFolder());
    mkdirSync(join(dirname(this.file), 'backups'));
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(dirname(this.file), name), content);
  }

  get content(): Buffer {
    return readFileSync(this.file);
  }

  /** The bytes of the file and of what belongs to it. The `-shm` is SQLite's working memory. */
  parts(of = this.file): Record<string, string> {
    return Object.fromEntries(
      ['', '-wal', '.head'].flatMap((suffix) =>
        existsSync(`${of}${suffix}`) ? [[suffix, readFileSync(`${of}${suffix}`).toString('base64')]] : [],
      ),
    );
  }

  /**
   * Starts the till on it. What the start does not find the full check must, which marks it for the next start. Gives what
   * was opened in the end, and that was found, unless the damage touched nothing that is used.
   */
  start(): { readonly found: boolean; readonly opened: OpenedJournal } {
    const before = this.parts();
    const first = this.open();
    if (first.setAside !== undefined) {
      expect(this.parts(first.setAside)).toEqual(before);
      return { found: true, opened: first };
    }
    const { problems } = doJob({ do: 'check', file: this.file });
    if (problems.length === 0) return { found: false, opened: first };
    markBroken(this.file, problems.join('; '));
    this.close();
    const marked = this.parts();
    const second = this.open();
    expect(this.parts(second.setAside)).toEqual(marked);
    return { found: true, opened: second };
  }

  /** What is in use after the start is sound, and either all that was there or the backup. */
  expectSound({ found, opened }: ReturnType<Damaged['start']>): void {
    expect(problemsOf(verifyFile(this.file))).toEqual([]);
    if (!found) {
      expect(opened.journal.length).toBe(events.journal);
      return;
    }
    expect(opened.journal.length).toBe(events.backup);
    expect(readFileSync(`${opened.setAside ?? ''}.reason.txt`, 'utf8')).toContain(
      opened.replaced?.why ?? 'no reason',
    );
    expect(basename(opened.replaced?.backup?.file ?? '')).toBe('journal-T12345678-2026-11-19.sqlite');
  }
}

const name = 'journal-T12345678.sqlite';
const whole = journalFilesOnce(false);
const inUse = journalFilesOnce(true);

function journalFilesOnce(used: boolean): () => Readonly<Record<string, Buffer>> {
  let files: Readonly<Record<string, Buffer>> | undefined;
  return () => (files ??= journalFiles(used));
}

/** Every place where a text or some bytes stand. */
function placesOf(content: Buffer, wanted: string | Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

const flipped = (content: Buffer, at: number, bit: number): Buffer => {
  const changed = Buffer.from(content);
  changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  return changed;
};

/** The record as SQLite reads it from these bytes; what it can't read is not the same either. */
function recordIn(content: Buffer): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  const database = openReadOnly(file);
  try {
    return JSON.stringify([...eventRows(database)], (_, value: unknown) =>
      value instanceof Uint8Array ? hashText(value) : value,
    );
  } catch {
    return 'unreadable';
  } finally {
    database.close();
  }
}

/** The first of these flips that changes the record. SQLite leaves old copies of rows in pages that it has split. */
function flipInRecord(content: Buffer, flip: () => { readonly at: number; readonly bit: number }): Buffer {
  const record = recordIn(content);
  for (;;) {
    const { at, bit } = flip();
    const changed = flipped(content, at, bit);
    if (recordIn(changed) !== record) return changed;
  }
}

const numbered = Array.from({ length: runs }, (_, index) => index + 1);

describe('A journal with one bit flipped', () => {
  it.each(numbered)('in an event’s payload is found and replaced (%i)', (seed) => {
    const random = numbersFrom(seed);
    const content = whole()[name] ?? Buffer.alloc(0);
    // The record's own text: a row that a projection keeps has no such beginning.
    const places = placesOf(content, '{"kind":"');
    const changed = flipInRecord(content, () => ({
      at: (places[random(places.length)] ?? 0) + random(60),
      bit: random(8),
    }));
    const damaged = new Damaged({ ...whole(), [name]: changed });
    const started = damaged.start();
    expect(started.found).toBe(true);
    damaged.expectSound(started);
  });

  it.each(numbered)('in an event’s hash is found and replaced (%i)', (seed) => {
    const random = numbersFrom(1_000 + seed);
    const content = whole()[name] ?? Buffer.alloc(0);
    // Both hashes of a row stand behind its payload.
    const ends = placesOf(content, '}}');
    const changed = flipInRecord(content, () => {
      const place = ends[random(ends.length)] ?? 0;
      return { at: place + 2 + random(64), bit: random(8) };
    });
    const damaged = new Damaged({ ...whole(), [name]: changed });
    const started = damaged.start();
    expect(started.found).toBe(true);
    damaged.expectSound(started);
  });

  it.each(numbered)('anywhere is found and replaced, or what is opened is sound (%i)', (seed) => {
    const random = numbersFrom(2_000 + seed);
    const content = whole()[name] ?? Buffer.alloc(0);
    const damaged = new Damaged({
      ...whole(),
      [name]: flipped(content, random(content.length), random(8)),
    });
    damaged.expectSound(damaged.start());
  });
});

describe('A journal cut off', () => {
  it.each(numbered)('at any length is found and replaced (%i)', (seed) => {
    const content = whole()[name] ?? Buffer.alloc(0);
    const length = numbersFrom(3_000 + seed)(content.length);
    const damaged = new Damaged({ ...whole(), [name]: content.subarray(0, length) });
    const started = damaged.start();
    expect(started.found).toBe(true);
    damaged.expectSound(started);
  });

  it.each(numbered)('in its log has lost its end, which is found (%i)', (seed) => {
    const log = inUse()[`${name}-wal`] ?? Buffer.alloc(0);
    const length = numbersFrom(4_000 + seed)(log.length);
    const damaged = new Damaged({ ...inUse(), [`${name}-wal`]: log.subarray(0, length) });
    const started = damaged.start();
    // The last frames may be of the last sale's projections alone.
    damaged.expectSound(started);
  });
});

describe('A journal that a crash left', () => {
  it('is opened with its log, and nothing is lost', () => {
    const damaged = new Damaged(inUse());
    const started = damaged.start();
    expect(started.found).toBe(false);
    damaged.expectSound(started);
  });

  it('and whose log is gone has lost its end, which is found', () => {
    const damaged = new Damaged(inUse());
    rmSync(`${damaged.file}-wal`);
    const started = damaged.start();
    expect(started.found).toBe(true);
    damaged.expectSound(started);
  });
});

describe('A head record', () => {
  const headFile = `${name}.head`;
  const headOf = (files: Readonly<Record<string, Buffer>>): { count: number; hash: string } =>
    JSON.parse((files[headFile] ?? Buffer.alloc(0)).toString()) as { count: number; hash: string };

  it.each([
    ['that names a later event', (head: { count: number }) => ({ ...head, count: head.count + 1 })],
    ['with another hash', (head: { hash: string }) => ({ ...head, hash: 'ab'.repeat(32) })],
  ])('%s is found, and the journal replaced', (_, change) => {
    const head = change(headOf(whole()));
    const damaged = new Damaged({ ...whole(), [headFile]: Buffer.from(JSON.stringify(head)) });
    const started = damaged.start();
    expect(started.found).toBe(true);
    damaged.expectSound(started);
  });

  it.each([
    ['that is gone', undefined],
    ['that can’t be read', Buffer.from('{')],
  ])('%s is found: the journal may be an older copy, so its references get a new part', (_, content) => {
    const { [headFile]: _head, ...rest } = whole();
    const damaged = new Damaged(content ? { ...rest, [headFile]: content } : rest);
    const part = new Damaged(whole()).open().journal.part.current;
    const { journal, notes, setAside } = damaged.open();
    expect(notes).toEqual([{ event: 'journal.head-missing' }]);
    expect(setAside).toBeUndefined();
    expect(journal.length).toBe(events.journal);
    expect(journal.part.current).not.toBe(part);
    expect(journal.part.all).toContain(part);
    expect(verifyFile(damaged.file).headRecord).toBe('agrees');
  });

  it('of some commits before is no damage: it is not synced', () => {
    const backup = 'backups/journal-T12345678-2026-11-19.sqlite.head';
    const damaged = new Damaged({ ...whole(), [headFile]: whole()[backup] ?? Buffer.alloc(0) });
    const started = damaged.start();
    expect(started.found).toBe(false);
    damaged.expectSound(started);
  });
});

it('What is set aside is never overwritten, however often it happens in the same moment', () => {
  const damaged = new Damaged(whole());
  const aside = [1, 2, 3].map((time) => {
    damaged.close();
    for (const suffix of ['-wal', '-shm']) rmSync(`${damaged.file}${suffix}`, { force: true });
    writeFileSync(damaged.file, `broken ${time}`);
    return damaged.open().setAside ?? '';
  });
  expect(aside.map((file) => readFileSync(file, 'utf8'))).toEqual(['broken 1', 'broken 2', 'broken 3']);
});

it('A backup that is damaged too is passed over for the one before it', () => {
  const damaged = new Damaged(whole());
  const good = backupFile(damaged.file, '2026-11-19');
  const bad = backupFile(damaged.file, '2026-11-20');
  copyFileSync(good, bad);
  const content = readFileSync(bad);
  const [place = 0] = placesOf(content, '{"kind":"evidence"').slice(20);
  writeFileSync(bad, flipped(content, place + 30, 2));
  writeFileSync(damaged.file, 'broken');
  const started = damaged.start();
  damaged.expectSound(started);
  expect(readFileSync(bad).length).toBe(content.length);
});
