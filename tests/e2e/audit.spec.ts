import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenTill, entries, expect, expectAccessible, test } from './till-test.ts';
import { approveRefund, sellAndOpenRefund } from './refund-walk.ts';

const program = join(import.meta.dirname, '../../electron/journal/main.ts');
const { terminalId, manager } = entries;

/** `npm run journal -- verify FILE --export EXPORT`, without npm. */
const verify = (journal: string, file: string): Promise<{ readonly code: number; readonly out: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, 'verify', journal, '--export', file], (error, out) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }),
    );
  });

async function openLog({ screens }: OpenTill): Promise<void> {
  await screens.rail('Settings');
  await screens.button('Open the audit log').click();
}

test('What was done is in the audit log, and its export is true to the journal', async ({
  open,
  sandbox,
  newProfile,
}) => {
  const saves = newProfile();
  const till = await open({ env: { TILLSIDE_STAND_IN_SAVES: saves } });
  const { screens, page, profileDir } = till;

  await screens.rail('Settings');
  await screens.field('Deadline in seconds').fill('240');
  await screens.button('Save').click();
  await screens.rail('Sell');
  await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await approveRefund(screens, '0000');
  await screens.button(/^Refund .*399/).click();
  await expect(page.locator('[role=alert][data-code="input.pin-wrong"]')).toBeVisible();
  await screens.field('PIN').fill(manager.pin);
  await screens.button(/^Refund .*399/).click();
  await screens.refundIsDone();

  await openLog(till);
  const kinds = page.locator('[data-entry]');
  await expect
    .poll(() => kinds.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-kind')).slice(0, 5)))
    .toEqual(['refund-started', 'approval-given', 'approval-refused', 'wrong-pin', 'settings-changed']);
  await expect(kinds.first()).toContainText(`approved by ${manager.name}`);
  await expect(kinds.nth(4)).toContainText('180 → 240');
  await expectAccessible(till);

  await screens.button('Export').click();
  await screens.button('Choose a file').click();
  await expect(page.getByRole('status').filter({ hasText: 'exported' })).toBeVisible();
  const [name = ''] = readdirSync(saves);
  expect(readdirSync(saves)).toEqual([name]);
  expect(name).toMatch(/^audit-log-\d{4}-\d{2}-\d{2}\.csv$/);
  await expect(kinds.first()).toHaveAttribute('data-kind', 'audit-exported');

  const file = join(saves, name);
  const journal = join(profileDir, 'live', `journal-${entries.accountId}.sqlite`);
  const held = await verify(journal, file);
  expect(held.out).toContain('true to the journal');
  expect(held.code).toBe(0);

  writeFileSync(file, readFileSync(file, 'utf8').replace('Customer return', 'Customer change'));
  const changed = await verify(journal, file);
  expect(changed.out).toContain('NOT TRUE to the journal');
  expect(changed.code).toBe(1);

  const all = readFileSync(file, 'utf8');
  expect(all).not.toContain(manager.pin);
  expect(all).not.toContain(entries.clientSecret);
});

test('An export that is called off in the dialog writes nothing', async ({ open, newProfile }) => {
  const till = await open({ env: { TILLSIDE_STAND_IN_SAVES: undefined } });
  const saves = newProfile();
  await openLog(till);
  await till.screens.button('Export').click();
  await till.screens.button('Choose a file').click();
  await expect(till.screens.button('Export')).toBeEnabled();
  await expect(till.page.locator('[data-kind="audit-exported"]')).toHaveCount(0);
  expect(readdirSync(saves)).toEqual([]);
});
