import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Locator } from 'playwright';
import { type Screens } from '../host/screens.ts';
import { entries, expect, expectAccessible, test } from './till-test.ts';

const { terminalId, manager } = entries;

/** Deadlines that a test can wait for. */
const soon = { TILLSIDE_DEADLINE_MS: '1500', TILLSIDE_NOT_FOUND_MARGIN_MS: '500' };

/** A manager's yes in a dialog of the desk. */
async function approve(screens: Screens, dialog: Locator, pin: string): Promise<void> {
  await dialog.getByRole('combobox', { name: 'Reason' }).fill('Looked it up in Backoffice');
  await screens.choose('Approved by', new RegExp(manager.name));
  await dialog.getByRole('textbox', { name: 'PIN' }).fill(pin);
}

/** The journal of a profile, kept while `work` is done and put back after it, as somebody does who restores a copy. */
async function forgotten<Value>(profileDir: string, work: () => Promise<Value>): Promise<Value> {
  const folder = join(profileDir, 'live');
  const kept = mkdtempSync(join(tmpdir(), 'tillside-kept-'));
  const journals = (): string[] => readdirSync(folder).filter((name) => name.startsWith('journal-T'));
  for (const name of journals()) copyFileSync(join(folder, name), join(kept, name));
  const value = await work();
  for (const name of journals()) rmSync(join(folder, name));
  for (const name of readdirSync(kept)) copyFileSync(join(kept, name), join(folder, name));
  rmSync(kept, { recursive: true });
  expect(existsSync(join(folder, 'journal-T00000001.sqlite'))).toBe(true);
  return value;
}

test('A manager says that an unknown payment was not paid, and the sale is charged again (P20)', async ({
  open,
  sandbox,
}) => {
  const till = await open({ env: soon });
  const { screens, page } = till;
  sandbox.disturb({ method: 'POST', path: /sessions-profile/, trouble: { kind: 'reset' } });
  await screens.addAmount('399.00');
  await screens.button(/^Charge/).click();
  await screens.paymentIs('unknown');
  const reference = await screens.paymentReference();

  await screens.rail('Desk');
  await screens.sale(reference).getByRole('button', { name: 'Mark by hand…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Mark this payment by hand' });
  await dialog.getByRole('radio', { name: 'It was not paid' }).click();
  await approve(screens, dialog, '0000');
  await dialog.getByRole('button', { name: 'Mark' }).click();
  await expect(dialog.locator('[data-code="input.pin-wrong"]')).toBeVisible();
  await expectAccessible(till);
  await dialog.getByRole('textbox', { name: 'PIN' }).fill(manager.pin);
  await dialog.getByRole('button', { name: 'Mark' }).click();
  await expect(dialog).toBeHidden();

  await screens.rail('Sales');
  await expect(screens.sale(reference)).toHaveAttribute('data-state', 'marked-not-paid');
  await screens.rail('Desk');
  await expect(page.getByText('Nothing is open')).toBeVisible();
  await screens.rail('Sell');
  await screens.button(/^Charge/).click();
  await screens.paymentIs('waiting-customer');
  sandbox.press(terminalId, 'tap');
  await screens.paymentIs('approved');
});

test('The desk tells what happened, and cancels at Dintero (P17, P21)', async ({ open, sandbox }) => {
  const till = await open({ env: soon });
  const { screens } = till;
  await screens.charge('399.00');
  await screens.paymentIs('unknown');
  const reference = await screens.paymentReference();
  await screens.button('Set aside').click();
  await screens.isSelling();

  await screens.rail('Desk');
  const row = screens.sale(reference);
  await row.getByRole('button', { name: 'What happened' }).click();
  await expect(row.getByRole('list').getByRole('listitem').first()).toBeVisible();
  await expectAccessible(till);
  await row.getByRole('button', { name: 'Cancel at Dintero' }).click();
  await expect(row).toBeHidden();
  expect(sandbox.display(terminalId)?.prompt).toBeUndefined();
  await screens.rail('Sales');
  await expect(screens.sale(reference)).toHaveAttribute('data-state', 'cancelled');
});

test('A refund that Dintero never got is marked by a manager, and the next one goes through', async ({
  open,
  sandbox,
}) => {
  const till = await open({ env: { ...soon, TILLSIDE_REFUND_DEADLINE_MS: '1500' } });
  const { screens, page } = till;
  await screens.charge('399.00');
  sandbox.press(terminalId, 'tap');
  await screens.paymentIs('approved');
  const reference = await screens.paymentReference();
  await screens.button('New sale').click();

  sandbox.disturb({ method: 'POST', path: /refund$/, trouble: { kind: 'reset' } });
  await refundAll(screens, reference);
  await expect(page.getByTestId('refund')).toHaveAttribute('data-state', 'unknown');

  await screens.rail('Desk');
  await page.getByRole('button', { name: 'Mark by hand…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Mark this refund by hand' });
  await dialog.getByRole('radio', { name: 'The money did not go back' }).click();
  await approve(screens, dialog, manager.pin);
  await dialog.getByRole('button', { name: 'Mark' }).click();
  await expect(dialog).toBeHidden();
  await screens.button('Free the terminal…').click();
  await page.getByRole('alertdialog').getByRole('button', { name: /^Yes/ }).click();
  await expect(page.getByText('Nothing is open')).toBeVisible();

  await refundAll(screens, reference);
  await screens.refundIsDone();
  expect(sandbox.transactions().map(({ status }) => status)).toEqual(['REFUNDED']);
});

async function refundAll(screens: Screens, reference: string): Promise<void> {
  await screens.rail('Sales');
  await screens.sale(reference).click();
  await screens.button('Refund').click();
  await screens.field('Refund amount').waitFor();
  await screens.choose('Reason', /Customer return/);
  await screens.choose('Approved by', new RegExp(manager.name));
  await screens.field('PIN').fill(manager.pin);
  await screens.button(/^Refund .*399/).click();
}

test('A payment that the journal lost is found and taken over (P14)', async ({ open, sandbox }) => {
  const first = await open();
  await first.close();
  const { profileDir } = first;
  const reference = await forgotten(profileDir, async () => {
    const till = await open({ profileDir });
    await till.screens.charge('399.00');
    sandbox.press(terminalId, 'tap');
    await till.screens.paymentIs('approved');
    const lost = await till.screens.paymentReference();
    await till.close();
    return lost;
  });

  const till = await open({ profileDir });
  const { screens, page } = till;
  await screens.rail('Desk');
  const row = screens.sale(reference);
  await row.getByRole('button', { name: 'Take over…' }).click();
  await expectAccessible(till);
  const dialog = page.getByRole('alertdialog', { name: 'Take over this payment' });
  await approve(screens, dialog, manager.pin);
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await expect(row).toBeHidden();
  await screens.rail('Sales');
  await expect(screens.sale(reference)).toHaveAttribute('data-state', 'approved');
});
