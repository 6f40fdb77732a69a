import { pickOption } from '../host/keyboard-walk.ts';
import { manager } from './samples/basket-samples.ts';
import { pairing } from './samples/till-samples.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

test.describe('Settings', () => {
  test('show what the till is paired with, and which API clients there are', async ({ open }) => {
    const { page } = await open('settings-clients');
    const card = page.getByRole('region', { name: 'Pairing' });
    for (const text of [
      pairing.accountId,
      pairing.store.name,
      pairing.store.payoutDestinationId,
      pairing.profile.profileId,
      `${pairing.defaultTerminalId} · sales keep to this one`,
      'T12345678-T0004',
      pairing.tillName,
      'till-client-7',
      'management-client-1',
      '2 November 2026',
    ]) {
      await expect(card.getByText(text).first()).toBeVisible();
    }
  });

  test('replace the secret, and keep what was typed when Dintero does not take it', async ({ open }) => {
    const { page, wire } = await open('settings-new-secret');
    await expect(textbox(page, 'Client ID')).toHaveValue('till-client-7');
    await expect(textbox(page, 'Client secret')).toHaveValue('mistyped');
    wire.answer('pairing.replaceClient', { value: null });
    await textbox(page, 'Client secret').fill('right');
    await page.keyboard.press('Enter');
    expect((await argumentsOf(wire, 'pairing.replaceClient')).at(-1)).toEqual({
      clientId: 'till-client-7',
      clientSecret: 'right',
    });
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await expect(page.getByRole('status').filter({ hasText: 'The new secret is in use' })).toBeVisible();
  });

  test('unpair on a manager’s PIN, which is not kept when it is refused', async ({ open }) => {
    const { page, wire } = await open('settings-unpair');
    expect(await argumentsOf(wire, 'pairing.unpair')).toMatchObject([{ approval: { pin: '1234' } }]);
    await expect(page.getByRole('alertdialog')).toContainText('2 are open');
    await expect(textbox(page, 'PIN')).toHaveValue('');
    await button(page, 'No, stay paired').click();
    await expect(page.getByRole('alertdialog')).toBeHidden();
  });

  test('unpair by the keyboard alone', async ({ open }) => {
    const { page, wire } = await open('settings');
    const { keyboard } = page;
    await button(page, 'Unpair this till').focus();
    await keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('combobox', { name: 'Reason' }).focus();
    await keyboard.type('Moving to another shop');
    const approver = dialog.getByRole('combobox', { name: 'Approved by' });
    await pickOption(page, approver, manager.name);
    await expect(approver).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.type('2468');
    await keyboard.press('Enter');
    expect(await argumentsOf(wire, 'pairing.unpair')).toMatchObject([{ approval: { pin: '2468' } }]);
  });

  test('ask for a manager before they unpair', async ({ open }) => {
    const { page, wire } = await open('settings');
    await button(page, 'Unpair this till').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Unpair', exact: true }).click();
    await expect(page.getByRole('alert')).toHaveAttribute('data-code', 'input.required');
    expect(wire.callsOf('pairing.unpair')).toEqual([]);
  });

  test('offer a second API client, and to remove one', async ({ open }) => {
    const { page, wire } = await open('settings-clients');
    await expect(button(page, 'Change the second API client')).toBeVisible();
    expect(await argumentsOf(wire, 'pairing.removeManagement')).toHaveLength(1);
  });

  test('offer neither a new secret nor unpairing in training', async ({ open }) => {
    const { page } = await open('settings-training');
    await expect(button(page, 'Practise pairing')).toBeVisible();
    await expect(button(page, 'New client secret')).toHaveCount(0);
    await expect(button(page, 'Unpair this till')).toHaveCount(0);
  });
});

test.describe('A missing right', () => {
  test('is told by its scope, with a second API client as a way out, and the list is read again', async ({
    open,
  }) => {
    const { page, wire } = await open('pairing-store-by-hand');
    await expect(page.getByText('read:accounts')).toBeVisible();
    await button(page, 'Use a second API client').click();
    await textbox(page, 'Client ID').fill('management-client');
    await textbox(page, 'Client secret').fill('secret');
    await button(page, 'Use this client').click();
    expect(await argumentsOf(wire, 'pairing.useManagement')).toEqual([
      { clientId: 'management-client', clientSecret: 'secret' },
    ]);
    await expect.poll(() => wire.callsOf('pairing.stores').length).toBe(2);
  });

  test('is mended by the keyboard alone', async ({ open }) => {
    const { page, wire } = await open('pairing-store-by-hand');
    await button(page, 'Use a second API client').focus();
    await page.keyboard.press('Enter');
    await textbox(page, 'Client ID').focus();
    await page.keyboard.type('management-client');
    await page.keyboard.press('Tab');
    await page.keyboard.type('secret');
    await page.keyboard.press('Enter');
    expect(await argumentsOf(wire, 'pairing.useManagement')).toEqual([
      { clientId: 'management-client', clientSecret: 'secret' },
    ]);
  });

  test('of the account’s stores offers the same', async ({ open }) => {
    const { page } = await open('stores-unread');
    await expect(page.getByRole('alert')).toContainText('read:accounts');
    await expect(button(page, 'Use a second API client')).toBeVisible();
  });
});

test.describe('Other tills', () => {
  test('on the same terminals are told by their names, one of the same name as that', async ({ open }) => {
    const { page } = await open('terminals-several');
    const notice = page.getByRole('status').filter({ hasText: 'counter4' });
    await expect(notice).toContainText('The till counter4 has used it too');
    await expect(notice).toContainText('A till that is called counter1, as this one');
  });

  test('on a terminal that is about to be chosen are told before', async ({ open }) => {
    const { page, wire } = await open('pairing-terminals');
    await expect(page.getByText('The till counter4 has used it too')).toBeVisible();
    expect((await argumentsOf(wire, 'pairing.otherTills')).at(-1)).toEqual({
      terminalIds: ['T12345678-T0001', 'T12345678-T0004'],
    });
  });

  test('that can’t be read stand in nobody’s way', async ({ open }) => {
    const { page, wire } = await open('pairing-terminal-by-hand');
    wire.answer('pairing.otherTills', { fault: { code: 'setup.dintero-down' } });
    await textbox(page, 'Terminal ID').fill('T12345678-T0001');
    await expect(page.getByText('Whether another till uses it could not be read.')).toBeVisible();
    await button(page, 'Continue').click();
    await argumentsOf(wire, 'pairing.chooseTerminal');
  });

  test('of the name that is typed are told, and the name may be kept', async ({ open }) => {
    const { page, wire } = await open('pairing-till-taken');
    await expect(page.getByText('A till whose payments are called kasse1')).toBeVisible();
    await button(page, 'Continue').click();
    expect(await argumentsOf(wire, 'pairing.nameTill')).toEqual([{ tillName: 'Kasse 1' }]);
  });
});
