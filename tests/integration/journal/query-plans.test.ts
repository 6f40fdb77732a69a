import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { JournalDatabase } from '../../../electron/journal/database.ts';
import { Journal } from '../../../electron/journal/journal.ts';
import { migrate } from '../../../electron/journal/migrate.ts';
import { JournalPart } from '../../../electron/journal/part.ts';
import type { Row } from '../../../electron/journal/reads.ts';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';
import type { AuditFilter } from '../../../shared/audit.ts';
import { minorUnits } from '../../../shared/money.ts';
import { draftOf, person, refundOf, sell, value } from './journal-file.ts';
import {
  lacksHeadRecord,
  lostTail,
  openRowsAreRight,
  wrongEnd,
} from '../../../electron/journal/start-checks.ts';

type Values = Parameters<JournalDatabase['get']> extends [string, ...infer Rest] ? Rest : never;

/** Keeps every question that is asked of it. */
class ListeningDatabase extends JournalDatabase {
  readonly asked = new Set<string>();

  override get(sql: string, ...values: Values): Row | undefined {
    this.asked.add(sql);
    return super.get(sql, ...values);
  }

  override all(sql: string, ...values: Values): readonly Row[] {
    this.asked.add(sql);
    return super.all(sql, ...values);
  }

  override run(sql: string, ...values: Values): void {
    this.asked.add(sql);
    super.run(sql, ...values);
  }
}

/** All that is asked at the start, on the first page of sales, for a look-up, while selling and while refunding. */
function useTill(database: ListeningDatabase): void {
  const journal = new Journal(database, new JournalPart(database));
  const { attempts, refunds, sales, holds, baskets } = journal;
  const attempt = sell(journal);
  value(refunds.start(refundOf(attempt)));
  const waiting = value(attempts.start(draftOf({ terminalId: 'another' }), false));
  wrongEnd(database);
  lostTail(database, database.file);
  lacksHeadRecord(database, database.file);
  openRowsAreRight(database);
  attempts.unsettled();
  attempts.stillWatched(0);
  attempts.orphans();
  attempts.alarmed();
  attempts.current();
  attempts.byReference(attempt.reference);
  attempts.get(attempt.attemptId);
  attempts.ofSale(attempt.saleId);
  attempts.openTimes(attempt.terminalId, 20);
  attempts.newestOn(attempt.terminalId, 20);
  attempts.events(attempt.attemptId);
  refunds.unsettled();
  refunds.wantingAttention();
  refunds.ofSale(attempt.saleId);
  refunds.byReference(attempt.reference);
  sales.page(50);
  sales.page(50, 7);
  sales.search({}, 50);
  sales.search({ sought: { reference: '0416', amount: minorUnits(41_600), digits: '0416' }, from: 1 }, 50, 7);
  sales.get(attempt.saleId);
  holds.holderOf(waiting.terminalId);
  baskets.load();
  readAudit(journal);
}

/** The log in every way that it can be asked for, but by words alone, which reads the words of each entry. */
function readAudit({ audit }: Journal): void {
  value(audit.record({ kind: 'locked', person, how: 'person' }, 1));
  audit.people();
  const filters: readonly AuditFilter[] = [
    {},
    { topic: 'refunds' },
    { personId: 'p' },
    { personId: 'p', topic: 'refunds' },
    { from: 0, to: 9 },
  ];
  for (const filter of filters) {
    audit.page(filter, 50);
    audit.page({ ...filter, text: 'counter7 too' }, 50, 9);
  }
}

it('nothing that is asked at the start, while selling or for a look-up reads a whole table', () => {
  const database = new ListeningDatabase(join(temporaryFolder(), 'journal.sqlite'), () => undefined);
  migrate(database);
  useTill(database);
  const plans = [...database.asked]
    .filter((sql) => /^\s*(SELECT|INSERT|DELETE|UPDATE)/.test(sql))
    .map((sql) => ({ sql, plan: planOf(database.file, sql) }));
  database.close();
  expect(plans.length).toBeGreaterThan(25);
  // An index that holds only the rows in question may be read from end to end; so may the few rows of these two tables.
  const small = /^SCAN (chain_head|terminal_holds|sqlite_schema|ids|\(subquery-\d+\)|\d+ CONSTANT ROWS?)$/;
  const partial =
    /^SCAN \w+ USING (COVERING )?INDEX (attempts_(unsettled|unclosed|alarmed|orphaned)|refunds_(unsettled|wanting_attention))$/;
  // From its end, and no further than its limit.
  const tail = /^SCAN (attempts|(attempt|refund|audit)_events)$/;
  const fromTheEnd = /ORDER BY (seq|rowid) DESC LIMIT \d+/;
  for (const { sql, plan } of plans) {
    const scans = plan.filter(
      (line) =>
        line.startsWith('SCAN') &&
        !small.test(line) &&
        !partial.test(line) &&
        !(tail.test(line) && fromTheEnd.test(sql)),
    );
    expect({ sql, scans }).toEqual({ sql, scans: [] });
  }
});

function planOf(file: string, sql: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const plan = database
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => null))
    .map((row) => String(row['detail']));
  database.close();
  return plan;
}
