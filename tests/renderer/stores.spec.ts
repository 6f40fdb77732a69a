import { pickOption } from '../host/keyboard-walk.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

test.describe('Stores', () => {
  test('show both of their ids, and what stands in the way of payments', async ({ open }) => {
    const { page } = await open('stores');
    await expect(page.locator('[data-store="oslo-center"]')).toContainText('T12345678-0001');
    await expect(page.locator('[data-store="bergen-harbour"]')).toContainText('waits for a signature');
    await expect(page.locator('[data-store="pop-up"]')).toContainText('No payout destination');
  });

  test('say what each of the two ids is for', async ({ open }) => {
    const { page } = await open('store');
    await expect(page.getByText('It goes into every payment')).toBeVisible();
    await expect(page.getByText('Name it when you ask Dintero’s support')).toBeVisible();
  });

  test('that may not be read name the scope', async ({ open }) => {
    const { page } = await open('stores-unread');
    await expect(page.getByRole('alert')).toContainText('It needs the scope read:accounts.');
  });

  test('lead to a terminal in them', async ({ open }) => {
    const { page, wire } = await open('store');
    wire.answer('terminals.page', { value: { terminals: [] } });
    await button(page, 'Register terminal').click();
    await expect(page.getByRole('combobox', { name: 'Store' })).toHaveText('Oslo Center');
  });
});

test.describe('A new store', () => {
  test('is created with what was filled in, by the keyboard alone', async ({ open }) => {
    const { page, wire } = await open('store-new');
    await expect(page.getByRole('heading', { level: 1, name: 'New store' })).toBeFocused();
    await textbox(page, 'Store ID').focus();
    await page.keyboard.type('oslo-west');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Oslo West');
    await page.keyboard.press('Tab');
    await page.keyboard.type('923 663 487');
    const destination = page.getByRole('combobox', { name: 'Payout destination' });
    await pickOption(page, destination, /Oslo Coffee AS/);
    await expect(destination).toHaveText('Oslo Coffee AS');
    await button(page, 'Create store').focus();
    await page.keyboard.press('Enter');
    expect(await argumentsOf(wire, 'stores.create')).toEqual([
      {
        storeId: 'oslo-west',
        name: 'Oslo West',
        organisationNumber: '923 663 487',
        payoutDestinationId: 'seller-1',
      },
    ]);
  });

  test('takes the organisation number of the payout destination when none was typed', async ({ open }) => {
    const { page } = await open('store-new-choosing');
    await page.getByRole('option', { name: /Oslo Coffee AS/ }).click();
    await expect(textbox(page, 'Organisation number')).toHaveValue('923663487');
  });

  test('can’t be tied to a payout destination that is not ready', async ({ open }) => {
    const { page } = await open('store-new-choosing');
    await expect(
      page.getByRole('option', { name: /Bergen Coffee AS.*waits for a signature/ }),
    ).toBeDisabled();
  });

  test('whose number is not the payout destination’s says the right one, and keeps the form', async ({
    open,
  }) => {
    const { page } = await open('store-new-other-organisation');
    await expect(page.getByRole('alert')).toContainText('That one is 923663487.');
    await expect(textbox(page, 'Organisation number')).toBeFocused();
    await expect(textbox(page, 'Store ID')).toHaveValue('oslo-west');
    await expect(textbox(page, 'Store name')).toHaveValue('Oslo West');
    await expect(textbox(page, 'Organisation number')).toHaveValue('974760673');
  });

  test('whose outcome is not known leads to the list, and keeps the form', async ({ open }) => {
    const { page, wire } = await open('store-new-lost');
    const read = wire.callsOf('stores.list').length;
    await button(page, 'See the list').click();
    await expect.poll(() => wire.callsOf('stores.list').length).toBeGreaterThan(read);
    await button(page, 'New store').click();
    await expect(textbox(page, 'Store ID')).toHaveValue('oslo-west');
  });

  test('is opened when it is created', async ({ open }) => {
    const { page, wire } = await open('store-new');
    wire.answer('stores.create', { value: { storeId: 'oslo-center', name: 'Oslo Center' } });
    await button(page, 'Create store').click();
    await expect(page.locator('[data-store="oslo-center"]')).toBeVisible();
  });

  test('can name its payout destination by hand where they may not be read', async ({ open }) => {
    const { page, wire } = await open('store-new-by-hand');
    await textbox(page, 'Payout destination ID').fill('seller-7');
    await button(page, 'Create store').click();
    expect(await argumentsOf(wire, 'stores.create')).toMatchObject([{ payoutDestinationId: 'seller-7' }]);
  });
});
