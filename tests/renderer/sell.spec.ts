import { totalOf } from '../../shared/basket.ts';
import { fault, inputFault } from '../../shared/fault.ts';
import { basketView, discountedBasket, usualBasket } from './samples/basket-samples.ts';
import { otherTerminals, pairing, terminal, tillTerminals } from './samples/till-samples.ts';
import { argumentsOf, button, expect, test, textbox, usualLook } from './till-test.ts';

test.describe('Sell', () => {
  test('takes an amount with a point and with a comma', async ({ open }) => {
    const { page, wire } = await open('sell-empty');
    await textbox(page, 'Amount').fill('399,00');
    await button(page, 'Add amount').click();
    await textbox(page, 'Amount').fill('12.50');
    await button(page, 'Add amount').click();
    await expect.poll(() => wire.callsOf('basket.addAmount').length).toBe(2);
    expect(await argumentsOf(wire, 'basket.addAmount')).toEqual([
      { unitPrice: 39900, vatRate: 2500, description: '', quantity: 1 },
      { unitPrice: 1250, vatRate: 2500, description: '', quantity: 1 },
    ]);
  });

  test('gives a refused amount back to be mended', async ({ open }) => {
    const { page, wire } = await open('sell-empty');
    wire.answer('basket.addAmount', { fault: inputFault('input.basket-too-large') });
    await textbox(page, 'Amount').fill('20000000');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-code="input.basket-too-large"]')).toBeVisible();
    await expect(textbox(page, 'Amount')).toHaveValue('20000000');
  });

  test('builds amounts from the number pad alone', async ({ open }) => {
    const { page, wire } = await open('sell-empty');
    await page.keyboard.type('3*125,50');
    await page.keyboard.press('+');
    expect(await argumentsOf(wire, 'basket.addAmount')).toEqual([
      { unitPrice: 12550, vatRate: 2500, description: '', quantity: 3 },
    ]);
  });

  test('adds a product, and several after a times sign', async ({ open }) => {
    const { page, wire } = await open('sell-empty');
    await button(page, /^Cortado/).click();
    await page.keyboard.type('4*');
    await button(page, /^Cortado/).click();
    await expect.poll(() => wire.callsOf('basket.addProduct').length).toBe(2);
    expect(await argumentsOf(wire, 'basket.addProduct')).toEqual([
      { productId: 'cortado', quantity: 1 },
      { productId: 'cortado', quantity: 4 },
    ]);
  });

  test('gives a line a discount in percent, from its button', async ({ open }) => {
    const { page, wire } = await open('sell');
    await button(page, 'Discount on Cinnamon bun').click();
    const dialog = page.getByRole('alertdialog', { name: 'Discount on Cinnamon bun' });
    await dialog.getByRole('textbox', { name: 'Discount' }).fill('12,5');
    await expect(dialog).toContainText('126.00 becomes 110.25');
    await button(page, 'Give discount').click();
    expect(await argumentsOf(wire, 'basket.discountLine')).toEqual([
      { lineId: '2', discount: { by: 'percent', percent: 1250 } },
    ]);
    await expect(dialog).toBeHidden();
  });

  test('gives the last line a discount by keys alone, as an amount', async ({ open }) => {
    const { page, wire } = await open('sell');
    await page.keyboard.press('F6');
    await page.keyboard.type('25,00');
    await page.getByRole('radio', { name: 'kr' }).press('Space');
    await page.getByRole('textbox', { name: 'Discount' }).press('Enter');
    expect(await argumentsOf(wire, 'basket.discountLine')).toEqual([
      { lineId: '4', discount: { by: 'amount', amount: 2500 } },
    ]);
  });

  test('gives the whole basket a discount with F7, and takes it away', async ({ open }) => {
    const { page, wire } = await open('sell-discounts');
    await expect(page.getByTestId('basket-total')).toHaveAttribute(
      'data-amount',
      totalOf(discountedBasket.lines).toString(),
    );
    await page.keyboard.press('F7');
    await expect(page.getByRole('textbox', { name: 'Discount' })).toHaveValue('10');
    await button(page, 'Take it away').click();
    expect(await argumentsOf(wire, 'basket.discountAll')).toEqual([{ discount: null }]);
  });

  test('keeps what was typed when a discount is refused', async ({ open }) => {
    const { page } = await open('sell-discount-mistake');
    await expect(page.getByRole('textbox', { name: 'Discount' })).toHaveValue('9000');
    await expect(page.getByRole('textbox', { name: 'Discount' })).toBeFocused();
  });

  test('finds products, with F2 from anywhere', async ({ open }) => {
    const { page } = await open('sell');
    await page.keyboard.press('F2');
    await expect(page.getByRole('searchbox', { name: 'Search products' })).toBeFocused();
    await page.keyboard.type('beans coffee');
    await expect(page.getByRole('region', { name: 'Products' }).getByRole('listitem')).toHaveCount(1);
  });

  test('shows the basket line by line, with its total in minor units', async ({ open }) => {
    const { page, wire } = await open('sell');
    const lines = page.getByRole('list', { name: 'Basket' }).getByRole('listitem');
    await expect(lines).toHaveCount(4);
    await expect(page.getByTestId('basket-total')).toHaveAttribute('data-amount', '84950');
    await expect(page.getByTestId('basket-total')).toHaveText('849.50');
    await lines
      .nth(1)
      .getByRole('button', { name: /^One .* more/ })
      .click();
    await lines
      .nth(1)
      .getByRole('button', { name: /^One .* more/ })
      .click();
    await expect.poll(() => wire.callsOf('basket.setQuantity').length).toBe(2);
    expect((await argumentsOf(wire, 'basket.setQuantity')).at(-1)).toEqual({ lineId: '2', quantity: 5 });
    await lines
      .first()
      .getByRole('button', { name: /^Remove/ })
      .click();
    expect(await argumentsOf(wire, 'basket.remove')).toEqual([{ lineId: '1' }]);
    await button(page, 'Undo').click();
    await argumentsOf(wire, 'basket.undo');
  });

  test('empties the basket, and brings it back', async ({ open }) => {
    const { page, wire } = await open('sell');
    await button(page, 'Empty the basket').click();
    expect(await argumentsOf(wire, 'basket.clear')).toEqual([null]);
    wire.push('basket', { ...basketView({ id: 'basket-2', lines: [] }), canUndo: true });
    await expect(page.getByText('Undo brings back the last one.')).toBeVisible();
    await expect(button(page, 'Empty the basket')).toBeDisabled();
    await button(page, 'Undo').click();
    await argumentsOf(wire, 'basket.undo');
  });

  test('says that a sale is paid already', async ({ open }) => {
    const { page } = await open('sell-paid');
    await expect(page.locator('[data-code="input.sale-paid"]')).toContainText('already paid');
  });

  test('shows an empty basket as 0, and Charge even then', async ({ open }) => {
    const { page } = await open('sell-empty');
    await expect(page.getByTestId('basket-total')).toHaveAttribute('data-amount', '0');
    await expect(button(page, /^Charge/)).toBeVisible();
  });

  test('charges only after a line that was entered before is in the basket', async ({ open }) => {
    const { page, wire } = await open('sell');
    wire.answer('basket.addAmount', { never: true });
    await textbox(page, 'Amount').fill('12.50');
    await button(page, 'Add amount').click();
    await button(page, /^Charge/).click();
    await expect(button(page, /^Charge/)).toHaveAttribute('aria-busy', 'true');
    expect(wire.callsOf('payments.charge')).toEqual([]);
  });

  test('charges once for two quick clicks', async ({ open }) => {
    const { page, wire } = await open('sell');
    wire.answer('payments.charge', { never: true });
    await button(page, /^Charge/).dblclick({ force: true });
    await page.keyboard.press('F9');
    expect(await argumentsOf(wire, 'payments.charge')).toEqual([
      {
        acceptRisk: false,
        basketId: usualBasket.id,
        total: totalOf(usualBasket.lines),
        terminalId: pairing.defaultTerminalId,
      },
    ]);
  });

  test('asks for another terminal for this sale, and charges where main says that it goes', async ({
    open,
  }) => {
    const { page, wire } = await open('sell-terminals');
    await page.getByRole('option', { name: /2619/ }).click();
    expect(await argumentsOf(wire, 'terminal.pick')).toEqual([{ terminalId: 'T12345678-T0004' }]);
    wire.push('tillTerminals', {
      ...tillTerminals(terminal, ...otherTerminals),
      presentId: 'T12345678-T0004',
    });
    await expect(page.getByRole('combobox', { name: 'Terminal' })).toHaveText('Terminal …2619');
    await button(page, /^Charge/).click();
    expect(await argumentsOf(wire, 'payments.charge')).toMatchObject([{ terminalId: 'T12345678-T0004' }]);
  });

  test('says why a terminal can’t take the sale, and lets nobody pick it', async ({ open }) => {
    const { page } = await open('sell-terminals');
    for (const [tail, why] of [
      ['2623', 'Kept for counter1-k3f9-20261120-000182-1'],
      ['2624', 'Must fetch its settings first'],
      ['0007', 'No longer in this account'],
    ] as const) {
      const option = page.getByRole('option', { name: new RegExp(tail) });
      await expect(option).toContainText(why);
      await expect(option).toHaveAttribute('aria-disabled', 'true');
    }
  });

  test('asks for no terminal where the till has only one', async ({ open }) => {
    const { page } = await open('sell');
    await expect(page.getByRole('combobox', { name: 'Terminal' })).toHaveCount(0);
  });

  test('charges again after an uncertain attempt only with a clear yes (P16)', async ({ open }) => {
    const { page, wire } = await open('sell-risk');
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('pays twice');
    await expect(dialog).toContainText('counter1-k3f9-20261120-000182-1');
    await dialog.getByRole('button', { name: /^Don’t/ }).click();
    await expect(dialog).toBeHidden();
    expect(await argumentsOf(wire, 'payments.charge')).toEqual([
      {
        acceptRisk: false,
        basketId: usualBasket.id,
        total: totalOf(usualBasket.lines),
        terminalId: pairing.defaultTerminalId,
      },
    ]);
    await page.keyboard.press('Control+Enter');
    await dialog.getByRole('button', { name: /^Yes/ }).click();
    expect((await argumentsOf(wire, 'payments.charge')).at(-1)).toMatchObject({ acceptRisk: true });
  });

  test('keeps the only field with the word Amount', async ({ open }) => {
    const { page } = await open('sell');
    await expect(page.getByRole('textbox', { name: /amount/i })).toHaveCount(1);
  });
});

test.describe('The basket and a blocked till', () => {
  test('says why Charge would be refused before it is pressed', async ({ open }) => {
    const { page, wire } = await open('sell');
    wire.push('basket', basketView(usualBasket, fault('setup.keychain-locked')));
    await expect(page.locator('[data-code="setup.keychain-locked"]')).toContainText('keychain is locked');
  });
});

test.describe('A low window full of messages', () => {
  test('lays nothing over the search or the Charge button', async ({ open }) => {
    const { page, turnTo } = await open('sell-notices');
    await turnTo({ ...usualLook, width: 1024, height: 700 });
    await page.getByRole('searchbox', { name: 'Search products' }).click({ trial: true });
    await button(page, /^Charge/).click({ trial: true });
    const basket = await page.getByRole('region', { name: 'Basket' }).boundingBox();
    const charge = await button(page, /^Charge/).boundingBox();
    expect((charge?.y ?? 0) + (charge?.height ?? 0)).toBeLessThan((basket?.y ?? 0) + (basket?.height ?? 0));
  });
});
