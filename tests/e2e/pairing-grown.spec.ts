import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { trainingClients } from '../../electron/sandbox/training-account.ts';
import { connect, pairTill } from '../host/pairing-walk.ts';
import type { Screens } from '../host/screens.ts';
import { apiClientItems } from './keyring-items.ts';
import { type OpenTill, capturesOf, entries, expect, expectAccessible, test } from './till-test.ts';

const secondId = 'T00000001-T0002';
const { full, checkoutOnly } = trainingClients;

/** Opens the wizard of a till that is paired, at its terminals. */
async function goToTerminals({ page, screens }: OpenTill): Promise<void> {
  await screens.rail('Settings');
  await screens.button('Pair again').click();
  await page.getByRole('button', { name: /^Terminal/ }).click();
  await page.getByRole('radio', { name: new RegExp(entries.terminalId) }).waitFor();
}

/** Goes on from the terminals to the end, as the manager who is known. */
async function finish(screens: Screens): Promise<void> {
  await screens.button('Continue').click();
  await screens.field('Till name').waitFor();
  await screens.button('Continue').click();
  await screens.field('Manager name').fill(entries.manager.name);
  await screens.field('PIN').fill(entries.manager.pin);
  await screens.button('Pair this till').click();
  await isReady(screens);
}

/** Waits until the till has logged in after it was paired. */
async function isReady(screens: Screens): Promise<void> {
  await screens.isSelling();
  await expect(screens.page.locator('[data-code="setup.not-ready"]')).toHaveCount(0);
}

test('A till with two terminals sells on each of them', async ({ open, sandbox }) => {
  const till = await open();
  const { screens, page } = till;
  await goToTerminals(till);
  await page.getByRole('checkbox', { name: secondId }).click();
  await expectAccessible(till);
  await finish(screens);

  await screens.charge('399.00');
  sandbox.press(entries.terminalId, 'tap');
  await screens.paymentIs('approved');
  await screens.button('New sale').click();

  await screens.choose('Terminal', /002/);
  await screens.charge('100.00');
  sandbox.press(secondId, 'tap');
  await screens.paymentIs('approved');
  await screens.button('New sale').click();
  await expect(page.getByRole('combobox', { name: 'Terminal' })).toHaveText(/001/);
  const prompts = sandbox.ledger().filter(({ what }) => what === 'prompt');
  expect(prompts.map(({ terminalId }) => terminalId)).toEqual([entries.terminalId, secondId]);
  expect(capturesOf(sandbox)).toBe(2);
});

test('A declined sale is paid on the other terminal', async ({ open, sandbox }) => {
  const till = await open();
  const { screens, page } = till;
  await goToTerminals(till);
  await page.getByRole('checkbox', { name: secondId }).click();
  await finish(screens);
  await screens.charge('399.00');
  sandbox.press(entries.terminalId, 'decline');
  await screens.paymentIs('declined');
  await screens.button('Other terminal').click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Charge/ })
    .click();
  await screens.paymentIs('waiting-customer');
  sandbox.press(secondId, 'tap');
  await screens.paymentIs('approved');
  expect(capturesOf(sandbox)).toBe(1);
});

test('Pairing again goes on with the client that is connected', async ({ open, sandbox }) => {
  const { screens, page } = await open();
  await screens.rail('Settings');
  await screens.button('Pair again').click();
  await screens.button('Go on with this client').click();
  await expect(page.getByRole('radio', { name: /Oslo Center/ })).toBeChecked();
  await page.getByRole('button', { name: /^Till name/ }).click();
  await screens.field('Till name').fill('Counter 8');
  await screens.button('Continue').click();
  await screens.field('Manager name').fill(entries.manager.name);
  await screens.field('PIN').fill(entries.manager.pin);
  await screens.button('Pair this till').click();
  await isReady(screens);
  await screens.charge('399.00');
  expect(await screens.paymentReference()).toMatch(/^counter8-/);
  sandbox.press(entries.terminalId, 'tap');
  await screens.paymentIs('approved');
});

test('A till that is locked to its usual terminal asks for no other', async ({ open }) => {
  const till = await open();
  const { screens, page } = till;
  await goToTerminals(till);
  await page.getByRole('checkbox', { name: secondId }).click();
  await page.getByRole('checkbox', { name: 'Always use the usual terminal' }).click();
  await finish(screens);
  await expect(page.getByRole('combobox', { name: 'Terminal' })).toHaveCount(0);
});

test('The secret is replaced while a payment waits, and the payment goes on', async ({ open, sandbox }) => {
  const till = await open();
  const { screens, page, profileDir } = till;
  await screens.charge('399.00');
  const reference = await screens.paymentReference();
  const fresh = 'a-new-secret-of-4711';
  sandbox.setClient({ ...full, clientSecret: fresh, scopes: ['admin:checkout', 'admin:accounts'] });

  await screens.rail('Settings');
  await screens.button('New client secret').click();
  await screens.field('Client secret').fill('mistyped');
  await screens.button('Try it and use it').click();
  await expect(page.locator('[role=alert][data-code="setup.login"]')).toBeVisible();
  await expectAccessible(till);
  await screens.field('Client secret').fill(fresh);
  await screens.button('Try it and use it').click();
  await expect(page.getByText('The new secret is in use')).toBeVisible();

  sandbox.revokeTokens();
  await screens.rail('Sell');
  sandbox.press(entries.terminalId, 'tap');
  await screens.paymentIs('approved');
  expect(await screens.paymentReference()).toBe(reference);
  await till.close();
  expect([...(await apiClientItems(profileDir)).values()]).toEqual([entries.accountId, full.clientId, fresh]);
});

test('Unpairing deletes the secrets from the keyring, and keeps the journal', async ({ open, sandbox }) => {
  const till = await open();
  const { screens, page, profileDir } = till;
  await screens.charge('399.00');
  await screens.rail('Settings');
  const unpair = async (): Promise<void> => {
    await screens.button('Unpair this till').click();
    await screens.choose('Reason', /The till moves/);
    await screens.choose('Approved by', new RegExp(entries.manager.name));
    await screens.field('PIN').fill(entries.manager.pin);
    await screens.button('Unpair').click();
  };
  await unpair();
  await expect(page.locator('[role=alert][data-code="setup.open-matters"]')).toBeVisible();
  await screens.button('No, stay paired').click();
  await screens.rail('Sell');
  sandbox.press(entries.terminalId, 'tap');
  await screens.paymentIs('approved');
  await screens.button('New sale').click();

  await screens.rail('Settings');
  await unpair();
  const notice = page.locator('[data-code="setup.unpaired"]');
  const journal = join(profileDir, 'live', `journal-${entries.accountId}.sqlite`);
  await expect(notice).toContainText(journal);
  await screens.button('Connect to Dintero').waitFor();
  await till.close();
  expect([...(await apiClientItems(profileDir)).keys()]).toEqual([]);
  expect(existsSync(journal)).toBe(true);
});

test('A second client manages what a checkout client may not, in the wizard and after', async ({
  open,
  newProfile,
  sandbox,
}) => {
  const till = await open({ profileDir: newProfile() });
  const { screens, page, profileDir } = till;
  await screens.button('Connect to Dintero').click();
  await connect(screens, { accountId: entries.accountId, ...checkoutOnly });
  await expect(page.getByText('read:accounts')).toBeVisible();
  await screens.button('Use a second API client').click();
  await expectAccessible(till);
  await screens.field('Client ID').fill(full.clientId);
  await screens.field('Client secret').fill(full.clientSecret);
  await screens.button('Use this client').click();
  await page.getByRole('radio', { name: /Oslo Center/ }).click();
  await screens.button('Continue').click();
  await screens.choose('Payment profile', /in-person/);
  await screens.button('Continue').click();
  await page.getByRole('radio', { name: new RegExp(entries.terminalId) }).click();
  await screens.button('Continue').click();
  await screens.field('Till name').fill(entries.tillName);
  await screens.button('Continue').click();
  await screens.field('Manager name').fill(entries.manager.name);
  await screens.field('PIN').fill(entries.manager.pin);
  await screens.field('Repeat PIN').fill(entries.manager.pin);
  await screens.button('Pair this till').click();
  await isReady(screens);

  await screens.rail('Terminals');
  await expect(page.locator(`[data-terminal="${entries.terminalId}"]`).first()).toHaveAttribute(
    'data-status',
    'ACTIVE',
  );
  await screens.rail('Sell');
  await screens.charge('399.00');
  sandbox.press(entries.terminalId, 'tap');
  await screens.paymentIs('approved');
  await screens.button('New sale').click();

  await screens.rail('Settings');
  await expect(page.getByText(full.clientId)).toBeVisible();
  await screens.button('Remove the second API client').click();
  await expect(screens.button('Add a second API client')).toBeVisible();
  await till.close();
  const items = await apiClientItems(profileDir);
  expect([...items.values()]).toEqual([entries.accountId, checkoutOnly.clientId, checkoutOnly.clientSecret]);
});

test('A till that another one uses the terminal of says so, and sells all the same', async ({
  open,
  newProfile,
  sandbox,
}) => {
  const other = await open({ profileDir: newProfile() });
  await other.screens.button('Connect to Dintero').click();
  await pairTill(other.screens, { ...entries, tillName: 'Kiosk 2' });
  await isReady(other.screens);
  await other.screens.charge('100.00');
  sandbox.press(entries.terminalId, 'tap');
  await other.screens.paymentIs('approved');
  await other.close();

  const till = await open();
  const { screens, page } = till;
  await screens.rail('Terminals');
  await expect(page.getByText(/The till kiosk2 has used it too/)).toBeVisible();
  await expectAccessible(till);
  await goToTerminals(till);
  await expect(page.getByText(/The till kiosk2 has used it too/)).toBeVisible();
  await screens.button('Continue').click();
  await screens.field('Till name').fill('Kiosk 2');
  await expect(page.getByText(/whose payments are called kiosk2/)).toBeVisible();
  await screens.button('Go on later').click();
  await screens.rail('Sell');
  await screens.charge('399.00');
  sandbox.press(entries.terminalId, 'tap');
  await screens.paymentIs('approved');
});
