import { type Page } from 'playwright';
import { type z } from 'zod';
import { contract } from '../../../shared/contract.ts';
import { fault } from '../../../shared/fault.ts';
import { type AuditView } from '../../../shared/views/audit.ts';
import { type Answers, type FakeWire } from '../fake-wire.ts';
import { auditPeople, everyEntry, logOf } from '../samples/audit-samples.ts';
import { type Scene, openRail, till } from './scene.ts';

const pageSchema = contract.audit.page.argument;

/** Answers as main does, from a log of this length. */
export const auditAnswers = (length: number): Answers => {
  const log = logOf(length);
  return {
    'audit.people': { value: auditPeople },
    'audit.page': {
      from: (argument) => {
        const { limit, before = Infinity, filter }: z.infer<typeof pageSchema> = pageSchema.parse(argument);
        const fits = log.filter(
          ({ seq, entry }) =>
            seq < before && (filter.text === undefined || JSON.stringify(entry).includes(filter.text)),
        );
        return { entries: fits.slice(0, limit), more: fits.length > limit };
      },
    },
  };
};

const openLog = async (page: Page): Promise<void> => {
  await openRail(/^(Settings|Innstillinger)$/)(page);
  await page.getByRole('button', { name: /^(Open the audit log|Åpne revisjonsloggen)$/ }).click();
  await page.locator('[data-screen="audit"]').waitFor();
};

const openEntries = async (page: Page): Promise<void> => {
  await openLog(page);
  await page.locator('[data-entry]').first().waitFor();
};

const exporting = (view: AuditView['export']) => async (page: Page, wire: FakeWire) => {
  await openEntries(page);
  wire.push('audit', { revision: 0, export: view });
  await page.getByRole('status').or(page.getByRole('alert')).first().waitFor();
};

export const auditScenes: readonly Scene[] = [
  { name: 'audit', snapshot: till(), answers: auditAnswers(everyEntry.length), prepare: openEntries },
  { name: 'audit-full', snapshot: till(), answers: auditAnswers(100_000), prepare: openEntries },
  {
    name: 'audit-opened',
    snapshot: till(),
    answers: auditAnswers(everyEntry.length),
    prepare: async (page) => {
      await openEntries(page);
      for (const kind of ['settings-changed', 'refund-started']) {
        await page.locator(`[data-kind="${kind}"]`).first().click();
      }
    },
  },
  { name: 'audit-empty', snapshot: till(), answers: auditAnswers(0), prepare: openLog },
  {
    name: 'audit-none-fits',
    snapshot: till(),
    answers: auditAnswers(20),
    prepare: async (page) => {
      await openEntries(page);
      await page.getByRole('searchbox').fill('no such word');
      await page.locator('[data-entry]').first().waitFor({ state: 'detached' });
    },
  },
  { name: 'audit-reading', snapshot: till(), answers: { 'audit.page': { never: true } }, prepare: openLog },
  {
    name: 'audit-unread',
    snapshot: till(),
    answers: { 'audit.page': { fault: fault('setup.journal') } },
    prepare: async (page) => {
      await openLog(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'audit-export',
    snapshot: till(),
    answers: auditAnswers(20),
    prepare: async (page) => {
      await openEntries(page);
      await page.getByRole('button', { name: /^(Export|Eksporter)$/ }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'audit-exporting',
    snapshot: till(),
    answers: auditAnswers(20),
    prepare: exporting({ state: 'running', done: 41_500, of: 100_000 }),
  },
  {
    name: 'audit-exported',
    snapshot: till(),
    answers: auditAnswers(20),
    prepare: exporting({
      state: 'done',
      file: '/home/kari/Documents/Accounts/2026/November/audit-log-2026-11-20.csv',
      entries: 100_000,
    }),
  },
  {
    name: 'audit-not-exported',
    snapshot: till(),
    answers: auditAnswers(20),
    prepare: exporting({ state: 'failed', fault: fault('setup.export', { why: 'full' }) }),
  },
];
