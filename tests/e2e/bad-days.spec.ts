import { readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { entries, expect, expectAccessible, test } from './till-test.ts';

for (const [typed, code] of [
  ['0', 'input.amount-zero'],
  ['-5', 'input.amount-negative'],
  ['21474836.48', 'input.amount-too-large'],
  ['1.005', 'input.amount-decimals'],
  ['abc', 'input.amount'],
] as const) {
  test(`“${typed}” as an amount says what is wrong, and stays in the field`, async ({ open }) => {
    const { screens, page } = await open();
    await screens.addAmount(typed);
    await expect(page.locator(`[role=alert][data-code="${code}"]`)).toBeVisible();
    await screens.basketIs(0);
    await expect(screens.field('Amount')).toHaveValue(typed);
  });
}

test('A basket above what Dintero takes is refused while it is typed', async ({ open }) => {
  const { screens, page } = await open();
  await screens.addAmount('21474836.47');
  await screens.basketIs(2_147_483_647);
  await screens.addAmount('0.01');
  await expect(page.locator('[role=alert][data-code="input.basket-too-large"]')).toBeVisible();
  await screens.basketIs(2_147_483_647);
});

test('A settings file that was cut in half is set aside, and the till says where', async ({ open }) => {
  const first = await open();
  await first.close();
  const folder = join(first.profileDir, 'live');
  const file = join(folder, 'settings.json');
  truncateSync(file, Math.floor(readFileSync(file).byteLength / 2));
  const till = await open({ profileDir: first.profileDir });
  await expect(till.page.locator('[data-code="setup.settings-broken"]')).toBeVisible();
  await expectAccessible(till);
  expect(readdirSync(folder).filter((name) => /^settings\.broken-/.test(name))).toHaveLength(1);
});

test('Without a keychain the till says so, and keeps the basket', async ({ open }) => {
  const { screens, page } = await open({ keyring: 'none' });
  await screens.addAmount('399.00');
  await screens.button(/^Charge/).click();
  await expect(page.locator('[role=alert][data-code="setup.keychain-missing"]')).toBeVisible();
  await screens.basketIs(39_900);
});

test('A locked keychain is told apart from a missing one', async ({ open }) => {
  const { screens, page } = await open({ keyring: 'locked' });
  await screens.addAmount('399.00');
  await screens.button(/^Charge/).click();
  await expect(page.locator('[role=alert][data-code="setup.keychain-locked"]')).toBeVisible();
});

test('A keychain that lost its items is told apart from a locked one', async ({ open }) => {
  const first = await open();
  await first.close();
  rmSync(join(first.profileDir, '.keyring'), { recursive: true });
  const { screens, page } = await open({ profileDir: first.profileDir });
  await screens.addAmount('399.00');
  await screens.button(/^Charge/).click();
  await expect(page.locator('[role=alert][data-code="setup.keychain-empty"]')).toBeVisible();
});

test('A clock that is more than five minutes off is shown with both times', async ({ open, sandbox }) => {
  sandbox.setOptions({ dateOffsetMs: 10 * 60_000 });
  const { page } = await open();
  await expect(page.locator('[data-code="setup.clock"]')).toBeVisible();
});

test('A terminal that is busy refuses the payment, and says that no money moved', async ({
  open,
  sandbox,
}) => {
  const other = await open();
  await other.screens.charge('100.00');
  const { screens, page } = await open();
  await screens.addAmount('399.00');
  await screens.button(/^Charge/).click();
  await screens.paymentIs('refused');
  await expect(page.locator('[data-code="terminal.busy"]').first()).toBeVisible();
  sandbox.press(entries.terminalId, 'tap');
  await other.screens.paymentIs('approved');
});
