import { type Locator, type Page } from 'playwright';
import { fault } from '../../shared/fault.ts';
import { logOf } from './samples/audit-samples.ts';
import { otherManager } from './samples/basket-samples.ts';
import { quietTill } from './samples/till-samples.ts';
import { auditAnswers } from './scenes/audit-scenes.ts';
import { argumentsOf, button, expect, test } from './till-test.ts';

const rows = (page: Page): Locator => page.locator('[data-entry]');

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test.describe('The audit log', () => {
  test('is listed newest first, each entry with who and what', async ({ open }) => {
    const { page } = await open('audit');
    await expect(rows(page).first()).toHaveAttribute('data-kind', 'refund-started');
    await expect(rows(page).first()).toContainText('Refund started');
    await expect(rows(page).first()).toContainText('Ola Dahl');
    await expect(rows(page).first()).toContainText('approved by Ida Berg');
  });

  test('opens what there is to know of an entry, and closes it again', async ({ open }) => {
    const { page } = await open('audit');
    const row = rows(page).first();
    await row.click();
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByText('Customer return')).toBeVisible();
    await expect(page.getByText('Event in the journal')).toBeVisible();
    await row.press('Enter');
    await expect(page.getByText('Customer return')).toBeHidden();
  });

  test('says what a setting was before', async ({ open }) => {
    const { page } = await open('audit-opened');
    await expect(page.getByText('180 → 240').last()).toBeVisible();
    await expect(page.getByText('on → off').last()).toBeVisible();
  });

  test('is asked for by kind, person, days and words', async ({ open }) => {
    const { page, wire } = await open('audit');
    await choose(page, 'Kind', 'Refunds');
    await choose(page, 'Person', 'Tor Lund');
    await page.getByLabel('From', { exact: true }).fill('2026-11-01');
    await page.getByLabel('To', { exact: true }).fill('2026-11-20');
    await page.getByRole('searchbox').fill(' slip ');
    await expect
      .poll(() => wire.callsOf('audit.page').at(-1)?.argument)
      .toEqual({
        limit: 100,
        filter: {
          topic: 'refunds',
          personId: 'tor',
          text: 'slip',
          from: Date.parse('2026-11-01T00:00+01:00'),
          to: Date.parse('2026-11-21T00:00+01:00'),
        },
      });
  });

  test('shows everything again when nothing fits', async ({ open }) => {
    const { page } = await open('audit-none-fits');
    await button(page, 'Show everything').click();
    await expect(rows(page).first()).toBeVisible();
  });

  test('is read again after it could not be', async ({ open }) => {
    const { page, wire } = await open('audit-unread');
    for (const [name, answer] of Object.entries(auditAnswers(3))) wire.answer(name, answer);
    await button(page, 'Read again').click();
    await expect(rows(page)).toHaveCount(3);
  });

  test('that one person may read is not left open for the next', async ({ open }) => {
    const { page, wire } = await open('audit');
    wire.answer('audit.page', { fault: fault('setup.denied', { right: 'read-audit' }) });
    wire.push('staff', { ...quietTill.staff, signedIn: otherManager });
    await expect(page.locator('[role=alert][data-code="setup.denied"]')).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
  });

  test('puts new entries on top, and leaves the others where they are', async ({ open }) => {
    const { page, wire } = await open('audit');
    const before = await rows(page).count();
    const log = logOf(before);
    const newer = [{ ...log[0], seq: 2 * before + 1 }, ...log];
    wire.answer('audit.page', { value: { entries: newer, more: false } });
    wire.push('audit', { revision: 1, export: null });
    await expect(rows(page)).toHaveCount(before + 1);
    await expect(rows(page).first()).toHaveAttribute('data-entry', String(2 * before + 1));
  });

  test('of 100,000 entries scrolls on, and draws only what is near', async ({ open }) => {
    const { page } = await open('audit-full');
    const main = page.getByRole('main');
    for (let part = 1; part <= 12; part += 1) {
      await main.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await expect
        .poll(() =>
          main.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight),
        )
        .toBeGreaterThan(1_000);
    }
    expect(await rows(page).count()).toBeLessThan(700);
    await main.evaluate((element) => element.scrollTo(0, 0));
    await expect(rows(page).first()).toHaveAttribute('data-entry', '200000');
  });
});

test.describe('An export of the audit log', () => {
  test('is of what is looked for now, in the format that was chosen', async ({ open }) => {
    const { page, wire } = await open('audit');
    await page.getByRole('searchbox').fill('Slip');
    await button(page, 'Export').click();
    await page.getByRole('radio', { name: /^JSON Lines/ }).click();
    await button(page, 'Choose a file').click();
    expect(await argumentsOf(wire, 'audit.export')).toEqual([{ format: 'jsonl', filter: { text: 'Slip' } }]);
  });

  test('shows how far it is, and can be called off', async ({ open }) => {
    const { page, wire } = await open('audit-exporting');
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '41500');
    await button(page, 'Cancel the export').click();
    await argumentsOf(wire, 'audit.cancelExport');
  });

  test('says where it went', async ({ open }) => {
    const { page, wire } = await open('audit-exported');
    await expect(page.getByRole('status')).toContainText('100,000 entries were exported.');
    await expect(page.getByRole('status')).toContainText('audit-log-2026-11-20.csv');
    await button(page, 'Close').click();
    await argumentsOf(wire, 'audit.dismissExport');
  });

  test('that failed says why', async ({ open }) => {
    const { page } = await open('audit-not-exported');
    await expect(page.locator('[role=alert][data-code="setup.export"]')).toBeVisible();
  });
});
