import { fault, inputFault } from '../../shared/fault.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

test.describe('Welcome', () => {
  test('offers to connect and to train', async ({ open }) => {
    const { page, wire } = await open('welcome');
    await button(page, 'Connect to Dintero').click();
    await argumentsOf(wire, 'pairing.begin');
    await button(page, 'Try in training mode').click();
    await argumentsOf(wire, 'app.enterTraining');
  });
});

test.describe('Pairing', () => {
  test('can be left', async ({ open }) => {
    const { page, wire } = await open('pairing-terminal');
    await button(page, 'Go on later').click();
    expect(await argumentsOf(wire, 'pairing.leave')).toEqual([null]);
  });

  test('is gone on with from Welcome, which says where', async ({ open }) => {
    const { page, wire } = await open('welcome-resumed');
    await expect(page.getByText('You have begun: next is “Terminal”.')).toBeVisible();
    await button(page, 'Connect to Dintero').click();
    await argumentsOf(wire, 'pairing.begin');
  });

  test('is gone on with from Settings, on a till that is paired already', async ({ open }) => {
    const { page, wire } = await open('settings-resume');
    await button(page, 'Go on pairing').click();
    await argumentsOf(wire, 'pairing.begin');
  });

  test('goes back to a step that is done', async ({ open }) => {
    const { page, wire } = await open('pairing-terminal');
    await button(page, /^Store/).click();
    expect(await argumentsOf(wire, 'pairing.goTo')).toEqual([{ step: 'store' }]);
  });

  test('says of a store that can’t be picked what its payout waits for', async ({ open }) => {
    const { page } = await open('pairing-store');
    await expect(page.getByRole('radio', { name: /Bergen Harbour.*waits for a signature/ })).toBeDisabled();
  });

  test('shows an alarm, and how to get to where something can be done', async ({ open }) => {
    const { page } = await open('pairing-alarm');
    await expect(page.getByRole('alert')).toContainText('Go on with pairing later to act on it.');
  });

  test('reads a list again that could not be read', async ({ open }) => {
    const { page, wire } = await open('pairing-store-unread');
    await button(page, 'Read again').click();
    await expect.poll(() => wire.callsOf('pairing.stores').length).toBe(2);
  });

  test('connects with what was typed', async ({ open }) => {
    const { page, wire } = await open('pairing-account');
    await textbox(page, 'Account ID').fill('T12345678');
    await textbox(page, 'Client ID').fill('client');
    await textbox(page, 'Client secret').fill('s3cret');
    await expect(page.getByLabel('Client secret')).toHaveCount(1);
    await button(page, 'Connect').click();
    expect(await argumentsOf(wire, 'pairing.connect')).toEqual([
      { accountId: 'T12345678', clientId: 'client', clientSecret: 's3cret' },
    ]);
    await expect(textbox(page, 'Client secret')).toHaveValue('');
  });

  test('says how much is open where the till may not go over to another account', async ({ open }) => {
    const { page, wire } = await open('pairing-account');
    wire.answer('pairing.connect', { fault: fault('setup.open-matters', { count: 2 }) });
    await button(page, 'Connect').click();
    await expect(page.locator('[data-code="setup.open-matters"]')).toContainText(
      'not settled yet. 2 are open.',
    );
  });

  test('says under the field what is wrong with it, with its code', async ({ open }) => {
    const { page, wire } = await open('pairing-account');
    wire.answer('pairing.connect', { fault: inputFault('input.account-id', 'accountId') });
    await button(page, 'Connect').click();
    await expect(page.locator('[data-code="input.account-id"]')).toBeVisible();
    await expect(textbox(page, 'Account ID')).toHaveAccessibleDescription(/eight digits, such as/);
  });

  test('picks a store whose payout destination is ready, and only such a one', async ({ open }) => {
    const { page, wire } = await open('pairing-store');
    await button(page, 'Continue').click();
    await expect(page.getByRole('alert')).toContainText('choose');
    await expect(page.getByRole('radio', { name: /Bergen Harbour/ })).toBeDisabled();
    await page.getByRole('radio', { name: /Oslo Center/ }).click();
    await button(page, 'Continue').click();
    expect(await argumentsOf(wire, 'pairing.chooseStore')).toEqual([
      { storeId: 'oslo-center', name: 'Oslo Center', payoutDestinationId: 'seller-1' },
    ]);
  });

  test('picks a store by the keyboard alone', async ({ open }) => {
    const { page, wire } = await open('pairing-store');
    await page.getByRole('radio', { name: /Oslo Center/ }).focus();
    await page.keyboard.press('Space');
    await button(page, 'Continue').focus();
    await page.keyboard.press('Enter');
    expect(await argumentsOf(wire, 'pairing.chooseStore')).toMatchObject([{ storeId: 'oslo-center' }]);
  });

  test('says why a store can’t be taken, also where it is about its payout destination', async ({ open }) => {
    const { page, wire } = await open('pairing-store');
    wire.answer('pairing.chooseStore', {
      fault: fault('setup.not-found', undefined, 'payoutDestinationId'),
    });
    await page.getByRole('radio', { name: /Oslo Center/ }).click();
    await button(page, 'Continue').click();
    await expect(page.getByRole('alert')).toHaveAttribute('data-code', 'setup.not-found');
  });

  test('takes ids by hand where the client may not list', async ({ open }) => {
    const { page, wire } = await open('pairing-store-by-hand');
    await textbox(page, 'Store ID').fill('shop');
    await textbox(page, 'Payout destination ID').fill('seller-9');
    await button(page, 'Continue').click();
    expect(await argumentsOf(wire, 'pairing.chooseStore')).toEqual([
      { storeId: 'shop', name: '', payoutDestinationId: 'seller-9' },
    ]);
  });

  test('offers profiles by their id', async ({ open }) => {
    const { page, wire } = await open('pairing-profile');
    await expect(page.getByRole('combobox', { name: 'Payment profile' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    await page.getByRole('option', { name: /T12345678\.in-person/ }).click();
    await button(page, 'Continue').click();
    expect(await argumentsOf(wire, 'pairing.chooseProfile')).toEqual([
      { profileId: 'T12345678.in-person', enablesInPerson: true },
    ]);
  });

  test('lets only an active terminal be picked', async ({ open }) => {
    const { page, wire } = await open('pairing-terminal');
    await expect(page.getByRole('radio', { name: /T0002/ })).toBeDisabled();
    await page.getByRole('radio', { name: /T12345678-T0001/ }).click();
    await button(page, 'Continue').click();
    expect(await argumentsOf(wire, 'pairing.chooseTerminal')).toEqual([
      { terminalId: 'T12345678-T0001', others: [], locked: false },
    ]);
  });

  test('takes further terminals along, and keeps sales to the first', async ({ open }) => {
    const { page, wire } = await open('pairing-terminals');
    await page.getByRole('checkbox', { name: 'Always use the usual terminal' }).click();
    await button(page, 'Continue').click();
    expect(await argumentsOf(wire, 'pairing.chooseTerminal')).toEqual([
      { terminalId: 'T12345678-T0001', others: ['T12345678-T0004'], locked: true },
    ]);
  });

  test('takes further terminals that are typed, with a comma between them', async ({ open }) => {
    const { page, wire } = await open('pairing-terminal-by-hand');
    await textbox(page, 'Terminal ID').fill('T12345678-T0001');
    await textbox(page, 'More terminal IDs').fill('T12345678-T0004, T12345678-T0005,');
    await button(page, 'Continue').click();
    expect(await argumentsOf(wire, 'pairing.chooseTerminal')).toEqual([
      { terminalId: 'T12345678-T0001', others: ['T12345678-T0004', ' T12345678-T0005'], locked: false },
    ]);
  });

  test('names the till and its first manager, and says what the till is not', async ({ open }) => {
    const { page, wire } = await open('pairing-till');
    await textbox(page, 'Till name').fill('Counter 7');
    await button(page, 'Continue').click();
    expect(await argumentsOf(wire, 'pairing.nameTill')).toEqual([{ tillName: 'Counter 7' }]);
  });

  for (const [what, refusal, pin] of [
    ['keeps a PIN that is not what is wrong', inputFault('input.required', 'managerName'), '2468'],
    ['has a PIN typed once more that is wrong', inputFault('input.pin-wrong', 'pin'), ''],
  ] as const) {
    test(what, async ({ open }) => {
      const { page, wire } = await open('pairing-manager');
      wire.answer('pairing.finish', { fault: refusal });
      await textbox(page, 'PIN').fill('2468');
      await textbox(page, 'Repeat PIN').fill('2468');
      await button(page, 'Pair this till').click();
      await expect(page.locator(`[data-code="${refusal.code}"]`)).toBeVisible();
      await expect(textbox(page, 'PIN')).toHaveValue(pin);
      await expect(textbox(page, 'Repeat PIN')).toHaveValue(pin);
    });
  }

  test('pairs with a manager and a PIN that is typed twice', async ({ open }) => {
    const { page, wire } = await open('pairing-manager');
    await expect(page.getByText('Record the sale in your declared cash register.')).toBeVisible();
    await textbox(page, 'Manager name').fill('Ida Berg');
    await textbox(page, 'PIN').fill('2468');
    await textbox(page, 'Repeat PIN').fill('2468');
    await button(page, 'Pair this till').click();
    expect(await argumentsOf(wire, 'pairing.finish')).toEqual([
      { managerName: 'Ida Berg', pin: '2468', repeatPin: '2468' },
    ]);
  });
});
