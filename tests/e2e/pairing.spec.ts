import { trainingClients } from '../../electron/sandbox/training-account.ts';
import { pickOption, pickRadio, pressKey, typeInto } from '../host/keyboard-walk.ts';
import { connect, pairTill } from '../host/pairing-walk.ts';
import { entries, expect, expectAccessible, test } from './till-test.ts';

test('A wrong secret says that the login is wrong, and nothing is asked again (E1)', async ({
  open,
  newProfile,
  sandbox,
}) => {
  const { screens, page } = await open({ profileDir: newProfile() });
  await screens.button('Connect to Dintero').click();
  await connect(screens, { ...entries, clientSecret: 'wrong' });
  await expect(page.locator('[role=alert][data-code="setup.login"]')).toBeVisible();
  expect(sandbox.requests().filter(({ path }) => path.endsWith('/auth/token'))).toHaveLength(1);
});

test('An account ID of the wrong form is refused before anything is sent', async ({
  open,
  newProfile,
  sandbox,
}) => {
  const { screens, page } = await open({ profileDir: newProfile() });
  await screens.button('Connect to Dintero').click();
  await connect(screens, { ...entries, accountId: 'X1234' });
  await expect(page.locator('[role=alert][data-code="input.account-id"]')).toBeVisible();
  expect(sandbox.requests()).toEqual([]);
});

test('A live account is refused on the stand-in', async ({ open, newProfile }) => {
  const { screens, page } = await open({ profileDir: newProfile(), host: 'chromium' });
  await screens.button('Connect to Dintero').click();
  await connect(screens, { ...entries, accountId: 'P00000001' });
  await expect(page.locator('[role=alert][data-code="setup.live-account"]')).toBeVisible();
});

test('Only an active terminal can be picked', async ({ open, newProfile }) => {
  const till = await open({ profileDir: newProfile() });
  const { screens, page } = till;
  await screens.button('Connect to Dintero').click();
  await connect(screens, entries);
  await page.getByRole('radio', { name: /Oslo Center/ }).click();
  await expectAccessible(till);
  await screens.button('Continue').click();
  await screens.choose('Payment profile', /in-person/);
  await screens.button('Continue').click();
  await expect(page.getByRole('radio', { name: /T0001/ })).toBeEnabled();
  await expect(page.getByRole('radio', { name: /T0003/ })).toBeDisabled();
  await expect(page.getByRole('radio', { name: /T0004/ })).toBeDisabled();
  await expectAccessible(till);
});

test('A client that may not list pairs the till by typing the IDs, and sells', async ({
  open,
  newProfile,
  sandbox,
}) => {
  const { screens, page } = await open({ profileDir: newProfile() });
  await screens.button('Connect to Dintero').click();
  await connect(screens, { accountId: entries.accountId, ...trainingClients.checkoutOnly });
  await screens.field('Store ID').fill('oslo-center');
  await screens.field('Payout destination ID').fill('seller-1');
  await screens.button('Continue').click();
  await screens.choose('Payment profile', /in-person/);
  await screens.button('Continue').click();
  await screens.field('Terminal ID').fill(entries.terminalId);
  await screens.button('Continue').click();
  await screens.field('Till name').fill('Counter 7');
  await screens.button('Continue').click();
  await screens.field('Manager name').fill('Kari Nordmann');
  await screens.field('PIN').fill('4711');
  await screens.field('Repeat PIN').fill('4711');
  await screens.button('Pair this till').click();
  await screens.isSelling();
  await screens.charge('399.00');
  sandbox.press(entries.terminalId, 'tap');
  await screens.paymentIs('approved');
  await expect(page.getByText('Status not known')).toBeVisible();
});

test('The wizard goes on where it was left, also after a restart', async ({ open, newProfile }) => {
  const first = await open({ profileDir: newProfile() });
  await first.screens.button('Connect to Dintero').click();
  await connect(first.screens, entries);
  await first.page.getByRole('radio', { name: /Oslo Center/ }).click();
  await first.screens.button('Continue').click();
  await first.page.getByRole('combobox', { name: 'Payment profile' }).waitFor();
  await first.close();
  const second = await open({ profileDir: first.profileDir });
  await expect(second.page.getByRole('combobox', { name: 'Payment profile' })).toBeVisible();
});

test('The wizard is walked from end to end with the keyboard alone', async ({ open, newProfile }) => {
  const { page, screens } = await open({ profileDir: newProfile() });
  const goOn = (): Promise<void> => pressKey(page, screens.button('Continue'));
  const { accountId, clientId, clientSecret, store, profileId, terminalId, tillName, manager } = entries;
  await pressKey(page, screens.button('Connect to Dintero'));

  await typeInto(page, screens.field('Account ID'), accountId);
  await typeInto(page, screens.field('Client ID'), clientId);
  await typeInto(page, screens.field('Client secret'), clientSecret);
  await pressKey(page, screens.button('Connect'));
  await pickRadio(page, page.getByRole('radio', { name: new RegExp(store) }));
  await goOn();
  await pickOption(page, page.getByRole('combobox', { name: 'Payment profile' }), new RegExp(profileId));
  await goOn();
  await pickRadio(page, page.getByRole('radio', { name: new RegExp(terminalId) }));
  await goOn();
  await typeInto(page, screens.field('Till name'), tillName);
  await goOn();
  await typeInto(page, screens.field('Manager name'), manager.name);
  await typeInto(page, screens.field('PIN'), manager.pin);
  await typeInto(page, screens.field('Repeat PIN'), manager.pin);
  await pressKey(page, screens.button('Pair this till'));
  await screens.isSelling();
});

test('A PIN of letters is refused, and the till stays unpaired', async ({ open, newProfile }) => {
  const { screens, page } = await open({ profileDir: newProfile() });
  await screens.button('Connect to Dintero').click();
  const letters = { ...entries, manager: { name: 'Kari Nordmann', pin: 'abcd' } };
  const walk = pairTill(screens, letters);
  await expect(page.locator('[role=alert][data-code="input.pin-digits"]')).toBeVisible();
  await screens.field('PIN').fill('4711');
  await screens.field('Repeat PIN').fill('4711');
  await screens.button('Pair this till').click();
  await walk;
});

test('A paired till is still paired after a restart', async ({ open }) => {
  const first = await open();
  await first.screens.isSelling();
  await first.close();
  const second = await open({ profileDir: first.profileDir });
  await second.screens.isSelling();
});

test('A terminal that has vanished from the account is told, and can’t be charged', async ({
  open,
  sandbox,
}) => {
  sandbox.removeTerminal(entries.terminalId);
  const { screens, page } = await open();
  await screens.addAmount('399.00');
  await screens.button(/^Charge/).click();
  await expect(page.locator('[role=alert][data-code="terminal.gone"]')).toBeVisible();
  expect(sandbox.requests().filter(({ path }) => path === '/v1/sessions-profile')).toEqual([]);
});
