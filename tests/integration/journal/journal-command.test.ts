import { execFile, spawn } from 'node:child_process';
import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { genesis, hashRow, hashText } from '../../../electron/journal/chain.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { JournalFile, sell } from './journal-file.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly problem: string;
}

const program = join(import.meta.dirname, '../../../electron/journal/main.ts');

/** `npm run journal -- …`, without npm. */
const journalCommand = (...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { maxBuffer: 64 << 20 }, (error, out, problem) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, problem }),
    );
  });

function soldFile(sales = 3): JournalFile {
  const kept = new JournalFile();
  const { journal } = kept.open();
  for (let sale = 0; sale < sales; sale += 1) sell(journal);
  return kept;
}

/** Changes a file by hand, past the triggers. */
function tamper(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(`DROP TRIGGER attempt_events_stay; DROP TRIGGER attempt_events_last; ${sql}`);
  database.close();
}

const contentOf = (file: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dirname(file)).map((name) => [
      name,
      readFileSync(join(dirname(file), name)).toString('base64'),
    ]),
  );

describe('verify', () => {
  it('finds a journal sound, and changes nothing', async () => {
    const kept = soldFile();
    kept.close();
    const before = contentOf(kept.file);
    const { code, out } = await journalCommand('verify', kept.file);
    expect(out).toContain('events       9, the last of 2026-11-20T11:00:10.000Z');
    expect(out).toContain('chain        holds');
    expect(out).toContain('head record  names the last event');
    expect(code).toBe(0);
    expect(contentOf(kept.file)).toEqual(before);
  });

  it('finds one sound that a till has open', async () => {
    const kept = soldFile();
    const { code, out } = await journalCommand('verify', kept.file);
    expect(out).toContain('events       9,');
    expect(code).toBe(0);
  });

  it.each([
    ["UPDATE attempt_events SET payload = '{}' WHERE seq = 5", 5, 'hash is not that of its content'],
    ['UPDATE attempt_events SET at = at + 1 WHERE seq = 2', 2, 'hash is not that of its content'],
    ["UPDATE attempt_events SET hash = x'00' WHERE seq = 3", 4, 'previous_hash is not the hash'],
    ['DELETE FROM attempt_events WHERE seq = 6', 7, 'events before it are missing'],
  ])('says where the chain breaks after %s', async (sql, seq, what) => {
    const kept = new JournalFile();
    const { journal } = kept.open();
    const sold = [sell(journal), sell(journal), sell(journal)];
    kept.close();
    tamper(kept.file, sql);
    const { code, out } = await journalCommand('verify', kept.file);
    expect(out).toContain('chain        is broken');
    expect(out).toContain(
      `event ${seq}, attempt_events, ${sold[Math.floor((seq - 1) / 3)]?.attemptId ?? ''}: ${what}`,
    );
    expect(out).toContain('NOT SOUND');
    expect(code).toBe(1);
  });

  it('says that the end is lost', async () => {
    const kept = soldFile();
    kept.close();
    writeFileSync(`${kept.file}.head`, JSON.stringify({ count: 11, hash: 'ab'.repeat(32) }));
    const { code, out } = await journalCommand('verify', kept.file);
    expect(out).toContain('head record  names an event that is not there');
    expect(code).toBe(1);
  });

  it('says of a file that is cut how far it could read', async () => {
    const kept = soldFile(60);
    kept.close();
    truncateSync(kept.file, 60_000);
    const { code, out } = await journalCommand('verify', kept.file);
    expect(out).toContain('SQLite       finds damage');
    expect(code).toBe(1);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('reads a journal of version %i as it is', async (version) => {
    const file = join(import.meta.dirname, `../../fixtures/journals/version-${version}.sqlite`);
    const before = contentOf(file);
    const { code, out } = await journalCommand('verify', file);
    expect(out).toContain(`version      ${version} `);
    expect(code).toBe(0);
    expect(contentOf(file)).toEqual(before);
  });

  it('reads a journal of a newer version, with a table of events that this one does not know', async () => {
    const kept = soldFile(1);
    kept.close();
    const database = new DatabaseSync(kept.file);
    const last = database.prepare('SELECT hash FROM chain_head').get()?.['hash'] as Uint8Array;
    const row = { seq: 4, table: 'close_events', subject: 'monday', at: 1, payload: '{}' };
    database.exec(`CREATE TABLE close_events (seq INTEGER PRIMARY KEY, close_id TEXT NOT NULL, at INTEGER NOT NULL,
      payload TEXT NOT NULL, previous_hash BLOB NOT NULL, hash BLOB NOT NULL) STRICT; PRAGMA user_version = 99;`);
    const hash = hashRow(last, row);
    database.prepare('INSERT INTO close_events VALUES (4, ?, 1, ?, ?, ?)').run('monday', '{}', last, hash);
    database.prepare('UPDATE chain_head SET seq = 4, hash = ?').run(hash);
    database.close();
    const { code, out } = await journalCommand('verify', kept.file);
    expect(out).toContain('version      99');
    expect(out).toContain('events       4');
    expect(code).toBe(0);
  });

  it.each([[['verify']], [['look', 'file']], [['verify', '/no/such/file']], [['export', '/no/such/file']]])(
    'ends with 2 for %j',
    async (words) => {
      const { code, out, problem } = await journalCommand(...words);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(problem).not.toBe('');
    },
  );

  it('finds that something else is no journal', async () => {
    const file = join(temporaryFolder(), 'notes.txt');
    writeFileSync(file, 'not a journal at all '.repeat(100));
    expect(await journalCommand('verify', file)).toMatchObject({ code: 1 });
  });
});

describe('export', () => {
  it('writes every event in order, so that the chain can be worked out from it', async () => {
    const kept = soldFile(40);
    kept.close();
    const { code, out } = await journalCommand('export', kept.file);
    expect(code).toBe(0);
    const events = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Parameters<typeof hashRow>[1] & { payload: object; hash: string });
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    let previous: Uint8Array = genesis;
    for (const { payload, hash, ...row } of events) {
      previous = hashRow(previous, { ...row, payload: JSON.stringify(payload) });
      expect(hashText(previous)).toBe(hash);
    }
  });

  it('ends quietly when its reader has had enough', async () => {
    const kept = soldFile(300);
    kept.close();
    const child = spawn(process.execPath, [program, 'export', kept.file]);
    const problem = text(child.stderr);
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, problem: await problem }).toEqual({ code: 0, problem: '' });
  });
});
