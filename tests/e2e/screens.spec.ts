import { entries, expect, expectAccessible, test } from './till-test.ts';

for (const name of ['Sell', 'Sales', 'Desk', 'Terminals', 'Settings']) {
  test(`${name} is accessible on a till that was just paired`, async ({ open }) => {
    const till = await open();
    await till.screens.isSelling();
    await till.screens.rail(name);
    await till.page.getByRole('heading', { name, level: 1 }).waitFor({ state: 'attached' });
    await expectAccessible(till);
  });
}

test('The lock hides the till until a person gives their own PIN', async ({ open }) => {
  const till = await open();
  const { screens, page } = till;
  await screens.button('Lock').click();
  await screens.field('PIN').waitFor();
  await expect(screens.button(/^Charge/)).toBeHidden();
  await expectAccessible(till);
  await screens.field('PIN').fill('0000');
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=alert][data-code="input.pin-wrong"]')).toBeVisible();
  await screens.field('PIN').fill(entries.manager.pin);
  await page.keyboard.press('Enter');
  await screens.isSelling();
});

test('A sale is opened with its lines and its payments on a timeline', async ({ open, sandbox }) => {
  const till = await open();
  const { screens, page } = till;
  await screens.charge('399.00');
  sandbox.press(entries.terminalId, 'decline');
  await screens.paymentIs('declined');
  await screens.button('Try again').click();
  await screens.paymentIs('waiting-customer');
  sandbox.press(entries.terminalId, 'tap');
  await screens.paymentIs('approved');
  const reference = await screens.paymentReference();
  await screens.rail('Sales');
  await screens.sale(reference).click();
  await expect(page.getByText('Attempt 2', { exact: true })).toBeVisible();
  await expect(page.getByText('Attempt 1', { exact: true })).toBeVisible();
  await expectAccessible(till);
});

test('A whole sale goes by the number pad alone, without a focus', async ({ open, sandbox }) => {
  const { screens, page } = await open();
  await screens.isSelling();
  for (const key of ['3', '*', '1', '2', '5', 'Enter']) await page.keyboard.press(key);
  await screens.basketIs(37_500);
  await page.keyboard.press('F9');
  await screens.paymentIs('waiting-customer');
  sandbox.press(entries.terminalId, 'tap');
  await screens.paymentIs('approved');
  await page.keyboard.press('Enter');
  await screens.isSelling();
  await screens.basketIs(0);
});

test('Escape asks to cancel the payment', async ({ open }) => {
  const { screens, page } = await open();
  await screens.charge('399.00');
  await page.keyboard.press('Escape');
  await screens.paymentIs('cancelled');
});

test('Norwegian is chosen in Settings, and stays after a restart', async ({ open }) => {
  const first = await open({ env: { TILLSIDE_LOCALE: undefined } });
  await first.screens.rail('Settings');
  await first.page.getByRole('radio', { name: 'Norsk bokmål' }).click();
  await expect(first.page.getByRole('heading', { name: 'Innstillinger' })).toBeVisible();
  await first.close();
  const second = await open({ profileDir: first.profileDir, env: { TILLSIDE_LOCALE: undefined } });
  await expect(second.page.getByText('Kurven er tom')).toBeVisible();
});
