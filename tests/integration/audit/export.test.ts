import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AuditExports } from '../../../electron/audit/export.ts';
import { AuditRecorder } from '../../../electron/audit/recorder.ts';
import { type ExportVerdict, verifyAuditFile } from '../../../electron/journal/audit-file.ts';
import type { Journal } from '../../../electron/journal/journal.ts';
import { silentLog } from '../../../electron/support/log.ts';
import type { AuditFilter, AuditFormat } from '../../../shared/audit.ts';
import { ok } from '../../../shared/result.ts';
import type { AuditExportView } from '../../../shared/views/audit.ts';
import { JournalFile, refundOf, sell, value } from '../journal/journal-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const kari = { id: 'kari', name: 'Kari' };
const ola = { id: 'ola', name: '=Ola "the øre", Åsen' };

const worker = pathToFileURL(join(import.meta.dirname, '../../../electron/journal/worker.ts'));

/** A till with a log of a dozen entries, and a person who saves what they are asked to. */
class Office {
  readonly kept = new JournalFile();
  readonly journal: Journal = this.kept.open().journal;
  readonly folder = temporaryFolder();
  readonly views: (AuditExportView | null)[] = [];
  readonly exports: AuditExports;
  target: string | undefined = join(this.folder, 'audit');

  constructor() {
    const { clock } = this.kept;
    const recorder = new AuditRecorder({ actor: () => kari, clock, log: silentLog });
    recorder.setRecords(this.journal.audit);
    for (let number = 1; number <= 5; number += 1) {
      recorder.record({ kind: 'signed-in', person: ola });
      recorder.record({
        kind: 'settings-changed',
        changes: [{ name: 'deadlineSeconds', before: `${number}`, after: '-1' }],
      });
      // An open refund keeps its terminal.
      const sold = sell(this.journal, { terminalId: `T12345678-T000${number}` });
      value(this.journal.refunds.start(refundOf(sold, { person: ola, approver: kari })));
    }
    this.exports = new AuditExports({
      journalFile: () => ok(this.kept.file),
      worker,
      chooseFile: () => Promise.resolve(this.target),
      actor: () => kari,
      record: (note) => recorder.record(note),
      clock,
      log: silentLog,
      onChange: () => this.views.push(this.exports.view()),
    });
    onTestFinished(() => this.exports.cancel());
  }

  async export(format: AuditFormat, filter: AuditFilter = {}): Promise<string> {
    value(await this.exports.start(format, filter));
    await this.until((view) => view?.state !== 'running');
    return this.target ?? '';
  }

  async until(holds: (view: AuditExportView | null) => boolean): Promise<void> {
    while (!holds(this.exports.view())) await new Promise((resolve) => setImmediate(resolve));
  }

  held(file: string): ExportVerdict {
    return verifyAuditFile(this.kept.file, file);
  }
}

const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('an export of the audit log', () => {
  it('is of every entry, oldest first, with where the chain ended', async () => {
    const office = new Office();
    const events = office.journal.length;
    const file = await office.export('jsonl');
    const [header, ...entries] = linesOf(file);
    expect(header).toMatchObject({
      account: 'T12345678',
      part: office.journal.part.current,
      head: { events },
      entries: 15,
    });
    expect(entries).toHaveLength(15);
    expect(entries[0]).toMatchObject({ event: 1, kind: 'signed-in', person: ola });
  });

  it('is of what was asked for', async () => {
    const office = new Office();
    const [, ...entries] = linesOf(await office.export('jsonl', { topic: 'refunds', text: 'too dry' }));
    expect(entries).toHaveLength(5);
    expect(entries[0]).toMatchObject({ kind: 'refund-started', approver: kari, reason: 'Too dry' });
  });

  it('opens in a spreadsheet, with no formula in it', async () => {
    const office = new Office();
    const text = readFileSync(await office.export('csv', { topic: 'signing-in' }), 'utf8');
    expect(text.startsWith('\u{feff}event,time,kind,person,')).toBe(true);
    expect(text).toContain(`,signed-in,"'=Ola ""the øre"", Åsen",ola,`);
    expect(text.split('\r\n').at(-1)).toBe('');
  });

  it('tells the log that it was made', async () => {
    const office = new Office();
    const events = office.journal.length;
    await office.export('csv');
    const { entry } = office.journal.audit.page({}, 1)[0] ?? {};
    expect(entry).toEqual({
      kind: 'audit-exported',
      person: kari,
      file: 'audit',
      format: 'csv',
      entries: 15,
      events,
    });
  });

  it('says how far it is, and where it is in the end', async () => {
    const office = new Office();
    await office.export('csv');
    expect(office.views[0]).toEqual({ state: 'running', done: 0, of: 0 });
    expect(office.views.at(-1)).toEqual({ state: 'done', file: office.target, entries: 15 });
  });

  it('does not begin when no file was chosen', async () => {
    const office = new Office();
    office.target = undefined;
    await office.export('csv');
    expect(office.views).toEqual([]);
  });

  it('that was called off leaves nothing behind', async () => {
    const office = new Office();
    value(await office.exports.start('csv', {}));
    await office.exports.cancel();
    await office.until((view) => view === null);
    expect(readdirSync(office.folder)).toEqual([]);
    expect(office.journal.audit.page({ topic: 'exports' }, 1)).toEqual([]);
  });

  it('that could not be written leaves what was there as it was', async () => {
    const office = new Office();
    office.target = join(office.folder, 'no such folder', 'audit.csv');
    await office.export('csv');
    expect(office.exports.view()).toMatchObject({ state: 'failed', fault: { code: 'setup.export' } });
    expect(existsSync(office.target)).toBe(false);
  });

  it('takes the place of an older one only when it is whole', async () => {
    const office = new Office();
    const target = office.target ?? '';
    writeFileSync(target, 'older');
    value(await office.exports.start('csv', {}));
    await office.exports.cancel();
    await office.until((view) => view === null);
    expect(readFileSync(target, 'utf8')).toBe('older');
    await office.export('csv');
    expect(readFileSync(target, 'utf8')).toContain('signed-in');
  });
});

describe.each<AuditFormat>(['csv', 'jsonl'])('an export as %s, held against its journal,', (format) => {
  it.each<[string, AuditFilter]>([
    ['all of it', {}],
    ['a part', { personId: 'kari', topic: 'settings', from: 1, text: 'deadline' }],
    ['nothing at all', { text: 'no such word' }],
  ])('is true: %s', async (_, filter) => {
    const office = new Office();
    expect(office.held(await office.export(format, filter)).problem).toBeUndefined();
  });

  it('is still true when the journal has gone on', async () => {
    const office = new Office();
    const file = await office.export(format);
    value(office.journal.audit.record({ kind: 'signed-in', person: ola }, 1));
    sell(office.journal, { terminalId: 'T12345678-T0009' });
    expect(office.held(file)).toMatchObject({ problem: undefined, header: { entries: 15 } });
  });

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'another approver',
      (text) => text.replace('Too dry', 'Too wet'),
      /^event 6 is not as the journal has it/,
    ],
    [
      'another hash',
      (text) => text.replace(/[0-9a-f]{64}(?=[^0-9a-f]*$)/, 'ab'.repeat(32)),
      /^event 30 is not/,
    ],
    ['an entry left out', (text) => text.replace(/^1,.*\r\n|^\{"event":1,.*\n/m, ''), /^event 1 is not/],
    ['an entry more', (text) => text + text.slice(-40), /more in it/],
    ['its end cut off', (text) => text.slice(0, -5), /^event 30 is not/],
    ['another head', (text) => text.replace(/("+)events\1:30/, '$1events$1:29'), /another hash/],
    [
      'a head that is not there yet',
      (text) => text.replace(/("+)events\1:30/, '$1events$1:99'),
      /does not have/,
    ],
    ['another account', (text) => text.replace('T12345678', 'T87654321'), /another account/],
    ['another journal', (text) => text.replace(/("+part"+:"+)\w+/, '$1zzzzz'), /another journal/],
    [
      'a narrower question',
      (text) => text.replace(/("+)filter\1:\{\}/, '$1filter$1:{$1topic$1:$1refunds$1}'),
      /not/,
    ],
    ['something else', () => 'event,time\r\n', /no export/],
  ])('is not true with %s', async (_, change, problem) => {
    const office = new Office();
    const file = await office.export(format);
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    writeFileSync(file, changed);
    expect(office.held(file).problem).toMatch(problem);
  });
});
