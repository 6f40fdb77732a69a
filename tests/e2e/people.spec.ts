import { type Page } from 'playwright';
import { replySchema, snapshotSchema } from '../../shared/contract.ts';
import { type Screens } from '../host/screens.ts';
import { atAnotherTime } from './another-time.ts';
import { approveRefund, sellAndOpenRefund } from './refund-walk.ts';
import { entries, expect, expectAccessible, test } from './till-test.ts';

const { manager, terminalId } = entries;
const cashier = { name: 'Ola Dahl', pin: '864208642086' };

async function openPeople(screens: Screens): Promise<void> {
  await screens.rail('Settings');
  await screens.button('People and PINs').click();
}

async function addCashier(screens: Screens): Promise<void> {
  await openPeople(screens);
  await screens.button('Add a person').click();
  const dialog = screens.page.getByRole('alertdialog');
  await screens.field('Name').fill(cashier.name);
  await screens.field('PIN').fill(cashier.pin);
  await screens.field('Repeat PIN').fill(cashier.pin);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  await screens.rail('Sell');
}

/** Hands the till to somebody by the top bar. */
async function switchTo(
  screens: Screens,
  person: { readonly name: string; readonly pin: string },
): Promise<void> {
  await screens.button(/switch person$/).click();
  const dialog = screens.page.getByRole('alertdialog');
  await dialog.getByRole('radio', { name: new RegExp(person.name) }).click();
  await screens.field('PIN').fill(person.pin);
  await dialog.getByRole('button', { name: 'Switch', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** The id of somebody who works at the till. */
async function idOf(page: Page, name: string): Promise<string> {
  const snapshot = replySchema(snapshotSchema).parse(
    await page.evaluate(() => window.tillside.call('app.snapshot', null)),
  );
  const person = snapshot.ok ? snapshot.value.staff.people.find((one) => one.name === name) : undefined;
  if (!person) throw new Error(`Nobody called ${name}`);
  return person.id;
}

/** Tries a PIN on the lock screen. */
async function tryPin(screens: Screens, name: string, pin: string): Promise<void> {
  await screens.page.getByRole('radio', { name: new RegExp(name) }).click();
  await screens.field('PIN').fill(pin);
  await screens.button('Unlock').click();
}

test('Five wrong PINs lock a person out, also over a restart, and nobody else', async ({ open }) => {
  const first = await open();
  await addCashier(first.screens);
  await first.screens.rail('Lock');
  for (let left = 4; left >= 0; left -= 1) {
    await tryPin(first.screens, cashier.name, '0000');
    await expect(first.page.locator('[data-code="input.pin-wrong"]')).toContainText(
      left === 0 ? 'one too many' : `${left}`,
    );
  }
  await tryPin(first.screens, cashier.name, cashier.pin);
  await expect(first.page.locator('[data-code="input.pin-locked"]')).toBeVisible();
  await first.close();

  // With a second person the till starts locked.
  const second = await open({ profileDir: first.profileDir });
  await tryPin(second.screens, cashier.name, cashier.pin);
  await expect(second.page.locator('[data-code="input.pin-locked"]')).toBeVisible();
  await tryPin(second.screens, manager.name, manager.pin);
  await second.screens.isSelling();
});

for (const [way, days] of [
  ['back', -1],
  ['forward', 1],
] as const) {
  test(`A lock-out is neither ended nor made longer by a clock that is set ${way}`, async ({ open }) => {
    const first = await open();
    await addCashier(first.screens);
    await first.screens.rail('Lock');
    const cashierId = await idOf(first.page, cashier.name);
    for (let tries = 0; tries < 5; tries += 1) {
      await first.page.evaluate(
        (personId) => window.tillside.call('staff.unlock', { personId, pin: '0000' }),
        cashierId,
      );
    }
    await first.close();

    const second = await open({ profileDir: first.profileDir, ...atAnotherTime(days) });
    await tryPin(second.screens, cashier.name, cashier.pin);
    await expect(second.page.locator('[data-code="input.pin-locked"]')).toContainText(/ ([12]?\d|30) s\b/);
    // The machine of the till really believes in another day.
    await tryPin(second.screens, manager.name, manager.pin);
    await expect(second.page.locator('[data-code="setup.clock"]')).toBeAttached({ timeout: 20_000 });
  });
}

test('A yes from somebody without the right is refused by main, whatever the window shows', async ({
  open,
}) => {
  const { screens, page } = await open();
  await addCashier(screens);
  const approverId = await idOf(page, cashier.name);
  await openPeople(screens);
  await screens.choose('Read the audit log: Cashier', /Allowed/);
  await screens.choose('Terminal functions: Cashier', /Denied/);
  await screens.button('Save rights').click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await switchTo(screens, cashier);
  const asked = (name: string, argument: object): Promise<unknown> =>
    page.evaluate(([call, value]) => window.tillside.call(call, value), [name, argument] as const);

  const settings = { deadlineSeconds: 240 };
  expect(await asked('settings.save', settings)).toMatchObject({ error: { code: 'setup.needs-approval' } });
  const own = { reason: 'I may', approverId, pin: cashier.pin };
  expect(await asked('settings.save', { ...settings, approval: own })).toMatchObject({
    error: { code: 'input.not-a-manager', field: 'approver' },
  });
  // What a role is denied no manager's PIN lets through.
  const managers = { reason: 'He may', approverId: await idOf(page, manager.name), pin: manager.pin };
  expect(
    await asked('operations.start', { terminalId, kind: 'end_of_day', approval: managers }),
  ).toMatchObject({ error: { code: 'setup.denied' } });
  await screens.rail('Settings');
  await expect(screens.field('Deadline in seconds')).toHaveValue('180');
});

test('A manager who is locked out approves nothing, also with the right PIN', async ({ open }) => {
  const { screens, page } = await open();
  await addCashier(screens);
  await switchTo(screens, cashier);
  await screens.rail('Settings');
  await screens.field('Deadline in seconds').fill('240');
  await screens.button('Save').click();
  const dialog = page.getByRole('alertdialog', { name: 'A manager’s approval' });
  await dialog.getByRole('combobox', { name: 'Reason' }).fill('Slow line today');
  const approve = async (pin: string): Promise<void> => {
    await screens.field('PIN').fill(pin);
    await dialog.getByRole('button', { name: 'Approve' }).click();
  };
  for (let left = 4; left >= 0; left -= 1) {
    await approve('000000');
    await expect(dialog.locator('[data-code="input.pin-wrong"]')).toContainText(
      left === 0 ? 'one too many' : `${left}`,
    );
  }
  await approve(manager.pin);
  await expect(dialog.locator('[data-code="input.pin-locked"]')).toBeVisible();
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(screens.field('Deadline in seconds')).toHaveValue('240');
  await screens.rail('Sell');
  await screens.rail('Settings');
  await expect(screens.field('Deadline in seconds')).toHaveValue('180');
});

test('A named manager approves on the cashier’s till: a refund and a change of settings (R5)', async ({
  open,
  sandbox,
}) => {
  const till = await open();
  const { screens, page } = till;
  await addCashier(screens);
  await switchTo(screens, cashier);
  await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await approveRefund(screens);
  await screens.button(/^Refund .*399/).click();
  await screens.refundIsDone();

  await screens.rail('Settings');
  await screens.field('Deadline in seconds').fill('240');
  await screens.button('Save').click();
  const dialog = page.getByRole('alertdialog', { name: 'A manager’s approval' });
  await dialog.getByRole('combobox', { name: 'Reason' }).fill('Slow line today');
  await expect(dialog.getByRole('combobox', { name: 'Approved by' })).toHaveText(manager.name);
  await screens.field('PIN').fill('000000');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog.locator('[data-code="input.pin-wrong"]')).toBeVisible();
  await expectAccessible(till);
  await screens.field('PIN').fill(manager.pin);
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await expect(screens.field('Deadline in seconds')).toHaveValue('240');
});

test('Another person goes on with the basket', async ({ open }) => {
  const { screens, page } = await open();
  await addCashier(screens);
  await screens.addAmount('399.00');
  await screens.basketIs(39_900);
  await switchTo(screens, cashier);
  await screens.basketIs(39_900);
  await expect(screens.button(/switch person$/)).toContainText(cashier.name);
  await page.keyboard.press('Control+l');
  await tryPin(screens, manager.name, manager.pin);
  await screens.basketIs(39_900);
});

test('A till that nobody touches locks while a payment runs, and follows it', async ({ open, sandbox }) => {
  const till = await open({ env: { TILLSIDE_IDLE_MINUTE_MS: '2000' } });
  const { screens, page } = till;
  await openPeople(screens);
  await screens.page.getByRole('checkbox', { name: 'Lock when nobody is there' }).click();
  await screens.field('Minutes without a touch').fill('4');
  await screens.button('Save lock').click();
  await screens.rail('Sell');
  await screens.charge('399.00');
  const reference = await screens.paymentReference();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('A payment is running')).toBeVisible();
  await expectAccessible(till);
  sandbox.press(terminalId, 'tap');
  await expect.poll(() => sandbox.transactions().map(({ status }) => status)).toEqual(['CAPTURED']);
  await tryPin(screens, manager.name, manager.pin);
  await screens.paymentIs('approved');
  expect(await screens.paymentReference()).toBe(reference);
});

test('The last manager stays', async ({ open }) => {
  const { screens, page } = await open();
  await addCashier(screens);
  await openPeople(screens);
  await screens.button(`Remove ${manager.name}`).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(dialog.locator('[data-code="input.last-manager"]')).toBeVisible();
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await screens.button(`Remove ${cashier.name}`).click();
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.locator('[data-person]')).toHaveCount(1);
});
