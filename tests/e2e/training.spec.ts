import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pairTill } from '../host/pairing-walk.ts';
import type { Screens } from '../host/screens.ts';
import { entries, expect, expectAccessible, test } from './till-test.ts';

/** Sells in training mode, with the buttons of the simulated terminal. */
async function sell(screens: Screens, amount: string): Promise<string> {
  await screens.charge(amount);
  await screens.terminalButton('Tap card').click();
  await screens.paymentIs('approved');
  return await screens.paymentReference();
}

test('Training is one click to a paired till that sells on the simulated terminal', async ({
  open,
  newProfile,
  sandbox,
}) => {
  const till = await open({ profileDir: newProfile() });
  const { screens, page } = till;
  await expectAccessible(till);
  await screens.button('Try in training mode').click();
  await screens.isSelling();
  await expect(page.getByText('Training – no money moves')).toBeVisible();
  await expectAccessible(till);
  await sell(screens, '399.00');
  expect(sandbox.requests(), 'the addresses that the app was given are left alone').toEqual([]);
});

test('The simulated terminal declines, cancels and is unplugged by its buttons', async ({
  open,
  newProfile,
}) => {
  const { screens } = await open({ profileDir: newProfile() });
  await screens.button('Try in training mode').click();
  await screens.isSelling();
  await screens.charge('120.00');
  await screens.terminalButton('Decline').click();
  await screens.paymentIs('declined');
  await screens.button('Try again').click();
  await screens.paymentIs('waiting-customer');
  await screens.terminalButton('Cancel on terminal').click();
  await screens.paymentIs('cancelled');
  await screens.terminalButton('Unplug').click();
  await screens.button('Try again').click();
  await screens.paymentIs('waiting-terminal');
  await screens.terminalButton('Plug in').click();
  await screens.paymentIs('waiting-customer');
});

test('A training payment that waits survives a restart', async ({ open, newProfile }) => {
  const first = await open({ profileDir: newProfile() });
  await first.screens.button('Try in training mode').click();
  await first.screens.isSelling();
  await first.screens.charge('399.00');
  const reference = await first.screens.paymentReference();
  await first.kill();
  const second = await open({ profileDir: first.profileDir });
  await second.screens.paymentIs('waiting-customer');
  await second.screens.terminalButton('Tap card').click();
  await second.screens.paymentIs('approved');
  expect(await second.screens.paymentReference()).toBe(reference);
});

test('Leaving training leads back to the live till, and its sales stay apart', async ({ open }) => {
  const { screens, page } = await open();
  await screens.rail('Settings');
  await screens.button('Try in training mode').click();
  await page.getByTestId('training-band').waitFor();
  await screens.rail('Sell');
  const reference = await sell(screens, '399.00');
  await screens.button('Leave training').click();
  await expect(page.getByTestId('training-band')).toBeHidden();
  await screens.rail('Sales');
  await expect(page.getByText('No sales yet')).toBeVisible();
  await expect(screens.sale(reference)).toBeHidden();
});

test('Pairing can be practised in training, up to a sale', async ({ open, newProfile }) => {
  const { screens } = await open({ profileDir: newProfile() });
  await screens.button('Try in training mode').click();
  await screens.isSelling();
  await screens.rail('Settings');
  await screens.button('Practise pairing').click();
  await pairTill(screens, {
    ...entries,
    terminalId: 'T00000001-T0002',
    manager: { name: 'Training manager', pin: '1234' },
  });
  await sell(screens, '399.00');
});

test('A live payment is followed on while training is open', async ({ open, sandbox }) => {
  const { screens, page } = await open();
  await screens.charge('399.00');
  await screens.rail('Settings');
  await screens.button('Try in training mode').click();
  await page.getByTestId('training-band').waitFor();
  sandbox.press(entries.terminalId, 'tap');
  await expect
    .poll(() => sandbox.requests().filter(({ path }) => path.startsWith('/v1/transactions/')).length)
    .toBeGreaterThan(0);
  await expect(page.getByText('1 real payment is still open')).toBeHidden();
  await screens.button('Leave training').click();
  await screens.paymentIs('approved');
});

test('A training that can’t be opened leaves the live till to work, and says so (P19)', async ({ open }) => {
  const first = await open();
  await first.screens.rail('Settings');
  await first.screens.button('Try in training mode').click();
  await first.page.getByTestId('training-band').waitFor();
  await first.close();
  const state = join(first.profileDir, 'training', 'sandbox.json');
  rmSync(state);
  mkdirSync(state);
  const { screens, page } = await open({ profileDir: first.profileDir });
  await screens.isSelling();
  await expect(page.locator('[data-code="setup.bug"]')).toBeVisible();
  await expect(page.getByTestId('training-band')).toBeHidden();
});
