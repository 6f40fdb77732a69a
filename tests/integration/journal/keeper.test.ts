import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { backupsOf } from '../../../electron/journal/backups.ts';
import { JournalKeeper, type KeeperOptions } from '../../../electron/journal/keeper.ts';
import { verifyFile } from '../../../electron/journal/verify.ts';
import type { Fault } from '../../../shared/fault.ts';
import { type Log, silentLog } from '../../../electron/support/log.ts';
import { JournalFile, draftOf, sell } from './journal-file.ts';

const worker = new URL('../../../electron/journal/worker.ts', import.meta.url);
const day = 24 * 60 * 60_000;

/** A journal with a keeper, and what that had to say. */
class Kept extends JournalFile {
  readonly notices: string[] = [];
  readonly logged: string[] = [];
  rebuilt = 0;
  keeper: JournalKeeper | undefined;

  async keep(more: Partial<KeeperOptions> = {}): Promise<JournalKeeper> {
    const { journal } = this.open();
    sell(journal);
    const told = (notice: Fault | undefined): unknown => notice && this.notices.push(notice.code);
    const note = (event: string): unknown => this.logged.push(event);
    const log: Log = { ...silentLog, info: note, warn: note, error: note };
    this.keeper = new JournalKeeper({
      journal,
      worker,
      clock: this.clock,
      log,
      onBroken: told,
      onBackup: told,
      onRebuilt: () => (this.rebuilt += 1),
      onChange: () => undefined,
      ...more,
    });
    const { keeper } = this;
    onTestFinished(() => keeper.close());
    await keeper.start();
    return keeper;
  }

  /** Changes the file by hand, while the till has it open. */
  tamper(sql: string): void {
    const database = new DatabaseSync(this.file);
    database.exec(sql);
    database.close();
  }
}

const changePayload = `DROP TRIGGER attempt_events_stay;
  UPDATE attempt_events SET payload = replace(payload, '39900', '39901') WHERE seq = 2;
  UPDATE attempt_events SET payload = replace(payload, 'session', 'Session') WHERE seq = 2;
  CREATE TRIGGER attempt_events_stay BEFORE UPDATE ON attempt_events
  BEGIN SELECT RAISE(ABORT, 'attempt_events is append-only'); END;`;

describe('the full check', () => {
  it('of a sound journal blocks nothing', async () => {
    const kept = new Kept();
    const keeper = await kept.keep();
    expect(kept.logged).toEqual(['journal.checked', 'journal.backed-up']);
    expect(keeper.blocked()).toBeUndefined();
  });

  it('of a changed event stops new sales, and no copy is made', async () => {
    const kept = new Kept();
    sell(kept.open().journal);
    kept.tamper(changePayload);
    const keeper = await kept.keep();
    expect(keeper.blocked()).toEqual({ code: 'setup.journal-broken' });
    expect(kept.notices).toEqual(['setup.journal-broken']);
    expect(backupsOf(kept.file)).toEqual([]);
  });

  it('that failed sets the file aside at the next start, and loads the newest backup', async () => {
    const kept = new Kept();
    await kept.keep();
    sell(kept.open().journal);
    kept.tamper(changePayload);
    const again = await kept.keep();
    await again.close();
    const { journal, setAside, replaced } = kept.open();
    expect(setAside).toContain('.set-aside-');
    expect(replaced?.why).toContain('chain broken (own) at event 2');
    expect(replaced?.backup?.file).toBe(backupsOf(kept.file)[0]?.file);
    expect(journal.length).toBe(3);
    expect(verifyFile(setAside ?? '').events).toBe(9);
    expect(kept.has('.broken')).toBe(false);
    kept.close();
    expect(kept.open().setAside).toBeUndefined();
  });

  it('that finds a row which is not what the events say has the rows made anew', async () => {
    const kept = new Kept();
    const attempt = sell(kept.open().journal);
    kept.tamper("UPDATE attempts SET settled = 1, body = json_set(body, '$.state', 'declined')");
    const keeper = await kept.keep();
    expect(kept.rebuilt).toBe(1);
    expect(kept.logged).toContain('journal.disagrees');
    expect(keeper.blocked()).toBeUndefined();
    expect(kept.open().journal.attempts.get(attempt.attemptId)).toEqual(attempt);
  });

  it('is made again on the next day', async () => {
    const kept = new Kept();
    const keeper = await kept.keep();
    expect(keeper.blocked()).toBeUndefined();
    kept.tamper(changePayload);
    await kept.clock.pass(day);
    await vi.waitFor(() => expect(keeper.blocked()).toEqual({ code: 'setup.journal-broken' }), 15_000);
  });

  it('that can not be made says so in the log, and is tried again', async () => {
    const kept = new Kept();
    const keeper = await kept.keep({ worker: new URL('./no-such-worker.ts', import.meta.url) });
    expect(kept.logged).toEqual(['journal.not-checked']);
    expect(keeper.blocked()).toBeUndefined();
    await kept.clock.pass(61 * 60_000);
    await vi.waitFor(
      () => expect(kept.logged).toEqual(['journal.not-checked', 'journal.not-checked']),
      15_000,
    );
  });
});

describe('the backup', () => {
  it('is a sound copy with a head record of its own, under the day', async () => {
    const kept = new Kept();
    await kept.keep();
    const [backup, ...others] = backupsOf(kept.file);
    expect(others).toEqual([]);
    expect(basename(backup?.file ?? '')).toBe('journal-T12345678-2026-11-20.sqlite');
    expect(verifyFile(backup?.file ?? '')).toMatchObject({
      events: 3,
      breaks: [],
      damage: [],
      chainHead: 'agrees',
      headRecord: 'agrees',
    });
  });

  it('is made on each day that the till is open', async () => {
    const kept = new Kept();
    await kept.keep();
    await kept.clock.pass(day);
    await vi.waitFor(
      () => expect(backupsOf(kept.file).map(({ day: of }) => of)).toEqual(['2026-11-21', '2026-11-20']),
      15_000,
    );
  });

  it('leaves the newest fourteen', async () => {
    const kept = new Kept();
    const folder = join(dirname(kept.file), 'backups');
    await kept.keep();
    for (let date = 1; date <= 19; date += 1) {
      const name = `journal-T12345678-2026-11-${date.toString().padStart(2, '0')}.sqlite`;
      writeFileSync(join(folder, name), '');
      writeFileSync(join(folder, `${name}.head`), '');
    }
    writeFileSync(join(folder, 'journal-T99999999-2020-01-01.sqlite'), '');
    rmSync(join(folder, 'journal-T12345678-2026-11-20.sqlite'));
    await kept.keep();
    const days = backupsOf(kept.file).map(({ day: of }) => of);
    expect(days).toHaveLength(14);
    expect(days.at(-1)).toBe('2026-11-07');
    expect(readdirSync(folder)).toHaveLength(29);
  });

  it('that can not be made is a notice, and stops no sale', async () => {
    const kept = new Kept();
    writeFileSync(join(dirname(kept.file), 'backups'), 'in the way');
    const keeper = await kept.keep();
    expect(kept.notices).toEqual(['setup.journal-backup']);
    expect(keeper.blocked()).toBeUndefined();
  });
});

it('a journal that was deleted is found out, and its newest backup loaded', async () => {
  const kept = new Kept();
  await kept.keep();
  await kept.keeper?.close();
  const { current } = kept.open().journal.part;
  kept.close();
  rmSync(kept.file);
  const { journal, replaced } = kept.open();
  expect(replaced?.backup?.day).toBe('2026-11-20');
  expect(journal.sales.page(10)).toHaveLength(1);
  expect(journal.part.current).not.toBe(current);
  expect(journal.part.all).toContain(current);
});

it('what a backup does not know is read back from its newest event on, until that has been read', async () => {
  const kept = new Kept();
  await kept.keep();
  await kept.keeper?.close();
  const since = kept.open().journal.readBack.since;
  sell(kept.open().journal, { startedAt: kept.clock.now() });
  kept.close();
  rmSync(kept.file);
  kept.open();
  sell(kept.open().journal, { startedAt: kept.clock.now() + day });
  expect(kept.open().journal.readBack.since).toBe(since);
  kept.open().journal.readBack.done();
  expect(kept.open().journal.readBack.since).toBe(kept.clock.now() + day + 10_000);
});

it('a newer attempt of a lost journal can not meet one that is given out after its backup was loaded', async () => {
  const kept = new Kept();
  await kept.keep();
  await kept.keeper?.close();
  const lost = sell(kept.open().journal);
  kept.close();
  writeFileSync(kept.file, 'no journal any more');
  const { journal } = kept.open();
  const next = journal.attempts.start(draftOf(), false);
  expect(next).toMatchObject({ ok: true, value: { saleNumber: lost.saleNumber } });
  expect(next.ok && next.value.reference).not.toBe(lost.reference);
  expect(existsSync(kept.file)).toBe(true);
});
