import { type Page } from 'playwright';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

/** Takes the focus from everything, as after a click on nothing. */
const withoutFocus = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });

const inField = { unitPrice: 12_550, vatRate: 2500, description: '', quantity: 3 };

test.describe('Keys without any focus', () => {
  for (const add of ['+', 'Enter'] as const) {
    test(`build an amount and a quantity, and add them with ${add}`, async ({ open }) => {
      const { page, wire } = await open('sell-empty');
      await withoutFocus(page);
      await page.keyboard.type('3*125,55');
      await page.keyboard.press('Backspace');
      await expect(textbox(page, 'Amount')).toHaveValue('3×125,5');
      await page.keyboard.press(add);
      expect(await argumentsOf(wire, 'basket.addAmount')).toEqual([inField]);
      await expect(textbox(page, 'Amount')).toHaveValue('');
    });
  }

  for (const key of ['F9', 'Control+Enter'] as const) {
    test(`charge with ${key}`, async ({ open }) => {
      const { page, wire } = await open('sell');
      await withoutFocus(page);
      await page.keyboard.press(key);
      expect(await argumentsOf(wire, 'payments.charge')).toMatchObject([{ acceptRisk: false }]);
    });
  }

  test('clear the amount with Esc', async ({ open }) => {
    const { page } = await open('sell');
    await withoutFocus(page);
    await page.keyboard.type('12');
    await page.keyboard.press('Escape');
    await expect(textbox(page, 'Amount')).toHaveValue('');
  });

  test('search with F2', async ({ open }) => {
    const { page } = await open('sell');
    await withoutFocus(page);
    await page.keyboard.press('F2');
    await expect(page.getByRole('searchbox', { name: 'Search products' })).toBeFocused();
  });

  test('go to the sales with F8', async ({ open }) => {
    const { page } = await open('sell');
    await withoutFocus(page);
    await page.keyboard.press('F8');
    await expect(page.getByRole('heading', { level: 1, name: 'Sales' })).toBeFocused();
  });

  test('lock with Ctrl+L', async ({ open }) => {
    const { page, wire } = await open('sell');
    await withoutFocus(page);
    await page.keyboard.press('Control+l');
    await argumentsOf(wire, 'staff.lock');
  });

  test('show their map with ?, and leave it with Esc', async ({ open }) => {
    const { page } = await open('sell');
    await withoutFocus(page);
    await page.keyboard.press('?');
    const map = page.getByRole('alertdialog', { name: 'Keyboard' });
    await expect(map).toContainText('Ctrl+Enter');
    await page.keyboard.press('Escape');
    await expect(map).toBeHidden();
  });

  test('ask to cancel a payment with Esc', async ({ open }) => {
    const { page, wire } = await open('pay-waiting-customer');
    await withoutFocus(page);
    await page.keyboard.press('Escape');
    expect(await argumentsOf(wire, 'payments.cancel')).toEqual([{ attemptId: 'attempt-1' }]);
  });

  test('type the PIN on the lock screen', async ({ open }) => {
    const { page, wire } = await open('lock');
    await withoutFocus(page);
    await page.keyboard.type('2468');
    await page.keyboard.press('Enter');
    expect(await argumentsOf(wire, 'staff.unlock')).toEqual([{ personId: 'ola', pin: '2468' }]);
  });
});

test.describe('Keys in a field', () => {
  test('build the amount again after a product was pressed', async ({ open }) => {
    const { page, wire } = await open('sell-empty');
    await button(page, /^Cortado/).click();
    await page.keyboard.type('3*125,50');
    await page.keyboard.press('Enter');
    expect(await argumentsOf(wire, 'basket.addAmount')).toEqual([inField]);
    expect(wire.callsOf('basket.addProduct')).toHaveLength(1);
  });

  test('charge with Ctrl+Enter, and add nothing', async ({ open }) => {
    const { page, wire } = await open('sell');
    wire.answer('payments.charge', { never: true });
    await textbox(page, 'Amount').fill('12');
    await textbox(page, 'Description').fill('Vase');
    await page.keyboard.press('Control+Enter');
    await argumentsOf(wire, 'payments.charge');
    expect(wire.callsOf('basket.addAmount')).toEqual([]);
  });

  test('charge with Ctrl+Enter from a search that leaves one product, and add nothing', async ({ open }) => {
    const { page, wire } = await open('sell');
    wire.answer('payments.charge', { never: true });
    await page.getByRole('searchbox', { name: 'Search products' }).fill('cortado');
    await expect(page.getByRole('region', { name: 'Products' }).getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Control+Enter');
    await argumentsOf(wire, 'payments.charge');
    expect(wire.callsOf('basket.addProduct')).toEqual([]);
  });

  test('type where text is typed', async ({ open }) => {
    const { page } = await open('sell');
    await textbox(page, 'Description').fill('');
    await page.keyboard.type('4*?');
    await expect(textbox(page, 'Description')).toHaveValue('4*?');
    await expect(textbox(page, 'Amount')).toHaveValue('');
  });
});
