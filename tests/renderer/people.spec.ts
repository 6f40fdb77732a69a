import { fault, inputFault } from '../../shared/fault.ts';
import { usualRules } from '../../shared/rights.ts';
import { cashier, manager, otherManager } from './samples/basket-samples.ts';
import { approve } from './scenes/people-scenes.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

test.describe('People and PINs', () => {
  test('lists everybody, with who is at the till', async ({ open }) => {
    const { page } = await open('people');
    await expect(page.getByRole('heading', { name: 'People and PINs' })).toBeVisible();
    const rows = page.locator('[data-person]');
    await expect(rows).toHaveCount(3);
    await expect(rows.filter({ hasText: manager.name })).toContainText('You');
    await expect(page.getByRole('textbox', { name: 'PIN', exact: true })).toHaveCount(0);
  });

  test('adds a person, and keeps all that was typed when it is refused', async ({ open }) => {
    const { page, wire } = await open('people-add');
    await textbox(page, 'Name').fill('Ola Moe');
    await page.getByRole('radio', { name: 'Manager' }).click();
    await textbox(page, 'PIN').fill('4711');
    await textbox(page, 'Repeat PIN').fill('4711');
    await button(page, 'Add').click();
    await expect(page.locator('[data-code="input.name-taken"]')).toBeVisible();
    await expect(textbox(page, 'PIN')).toHaveValue('4711');
    wire.answer('staff.add', { value: null });
    await button(page, 'Add').click();
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    expect((await argumentsOf(wire, 'staff.add')).at(-1)).toEqual({
      name: 'Ola Moe',
      role: 'manager',
      newPin: '4711',
      repeatPin: '4711',
    });
  });

  test('changes name and role of a person', async ({ open }) => {
    const { page, wire } = await open('people');
    await button(page, `Change ${cashier.name}`).click();
    await textbox(page, 'Name').fill('Ny Etternavn');
    await page.getByRole('radio', { name: 'Manager' }).click();
    await button(page, 'Save').click();
    expect(await argumentsOf(wire, 'staff.change')).toEqual([
      { personId: cashier.id, name: 'Ny Etternavn', role: 'manager' },
    ]);
  });

  test('resets a PIN with the PIN of a manager who is another', async ({ open }) => {
    const { page, wire } = await open('people');
    await button(page, `Reset PIN of ${otherManager.name}`).click();
    const dialog = page.getByRole('alertdialog');
    await textbox(page, 'New PIN').fill('8642');
    await textbox(page, 'Repeat new PIN').fill('8642');
    await dialog.getByRole('combobox', { name: 'Reason' }).fill('Forgotten');
    // There is but one other, who is chosen already.
    await expect(dialog.getByRole('combobox', { name: 'Approved by' })).toHaveText(manager.name);
    await textbox(page, 'PIN').fill('1234');
    await button(page, 'Reset it').click();
    expect(await argumentsOf(wire, 'staff.resetPin')).toEqual([
      {
        personId: otherManager.id,
        newPin: '8642',
        repeatPin: '8642',
        approval: { reason: 'Forgotten', approverId: manager.id, pin: '1234' },
      },
    ]);
  });

  test('removes a person only when asked twice', async ({ open }) => {
    const { page, wire } = await open('people');
    await button(page, `Remove ${cashier.name}`).click();
    expect(wire.callsOf('staff.remove')).toEqual([]);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    expect(await argumentsOf(wire, 'staff.remove')).toEqual([{ personId: cashier.id }]);
  });
});

test.describe('Rights', () => {
  test('are chosen in a table, and what can’t be taken from a manager is fixed', async ({ open }) => {
    const { page, wire } = await open('people');
    const row = (right: string) => page.locator(`[data-right="${right}"]`);
    await expect(row('manage-people').getByRole('combobox')).toHaveCount(1);
    await expect(row('manage-people')).toContainText('Allowed, always');
    await row('refund').getByRole('combobox', { name: 'Refund: Cashier' }).click();
    await page.getByRole('option', { name: 'Denied' }).click();
    await button(page, 'Save rights').click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    expect(await argumentsOf(wire, 'staff.saveRules')).toMatchObject([
      { table: { cashier: { refund: 'denied', sell: 'allowed' }, manager: { refund: 'allowed' } } },
    ]);
  });

  test('have limits, each of which may be none', async ({ open }) => {
    const { page, wire } = await open('people');
    await textbox(page, 'Refund: manager above').fill('2 000,00');
    await textbox(page, 'Age: manager above').fill('30');
    await textbox(page, 'Discount: nobody above').fill('12,5');
    await button(page, 'Save limits').click();
    expect(await argumentsOf(wire, 'staff.saveRules')).toEqual([
      {
        table: usualRules.table,
        limits: {
          refundAmount: { managerAbove: 200_000, deniedAbove: null },
          refundAgeDays: { managerAbove: 30, deniedAbove: null },
          discountPercent: { managerAbove: null, deniedAbove: 12.5 },
        },
      },
    ]);
  });

  for (const [field, text, code] of [
    ['Refund: manager above', 'much', 'input.amount'],
    ['Age: nobody above', '1,5', 'input.days'],
    ['Discount: manager above', '101', 'input.percent'],
  ] as const) {
    test(`take no “${text}” as “${field}”`, async ({ open }) => {
      const { page, wire } = await open('people');
      await textbox(page, field).fill(text);
      await button(page, 'Save limits').click();
      await expect(page.locator(`[data-code="${code}"]`)).toBeVisible();
      await expect(textbox(page, field)).toHaveValue(text);
      expect(wire.callsOf('staff.saveRules')).toEqual([]);
    });
  }
});

test.describe('The lock', () => {
  test('is switched by a manager', async ({ open }) => {
    const { page, wire } = await open('people');
    await page.getByRole('checkbox', { name: 'Lock at start' }).click();
    await textbox(page, 'Minutes without a touch').fill('3');
    await button(page, 'Save lock').click();
    expect(await argumentsOf(wire, 'staff.saveLock')).toEqual([{ atStart: false, afterMinutes: 3 }]);
  });

  test('wants whole minutes', async ({ open }) => {
    const { page, wire } = await open('people');
    await textbox(page, 'Minutes without a touch').fill('0');
    await button(page, 'Save lock').click();
    await expect(page.locator('[data-code="input.idle-minutes"]')).toBeVisible();
    expect(wire.callsOf('staff.saveLock')).toEqual([]);
  });

  test('is told that somebody is there, and not while it is off', async ({ open }) => {
    const { page, wire } = await open('people');
    await page.mouse.move(300, 300);
    expect(await argumentsOf(wire, 'staff.touch')).not.toEqual([]);
    const off = await open('settings');
    await off.page.mouse.move(300, 300);
    await off.page.keyboard.press('Tab');
    expect(off.wire.callsOf('staff.touch')).toEqual([]);
  });
});

test.describe('Another person goes on', () => {
  test('from the top bar, with their own PIN, while the basket stays', async ({ open }) => {
    const { page, wire } = await open('people-switch');
    await page.getByRole('radio', { name: new RegExp(cashier.name) }).click();
    // A PIN belongs to a person.
    await expect(textbox(page, 'PIN')).toHaveValue('');
    await page.keyboard.type('5678');
    wire.answer('staff.unlock', { value: null });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    expect((await argumentsOf(wire, 'staff.unlock')).at(-1)).toEqual({ personId: cashier.id, pin: '5678' });
    await expect(page.getByRole('list', { name: 'Basket' }).getByRole('listitem')).not.toHaveCount(0);
  });
});

test.describe('Where main asks for an approval', () => {
  const asked = fault('setup.needs-approval', { right: 'change-settings' });

  test('the same is sent again with it, and nothing typed is lost', async ({ open }) => {
    const { page, wire } = await open('settings');
    wire.answer('settings.save', { fault: asked });
    await textbox(page, 'Deadline in seconds').fill('240');
    await button(page, 'Save').click();
    await approve(page);
    wire.answer('settings.save', { fault: inputFault('input.pin-wrong', 'pin', { left: 3 }) });
    await button(page, 'Approve').click();
    await expect(page.locator('[data-code="input.pin-wrong"]')).toBeVisible();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog.getByRole('combobox', { name: 'Reason' })).toHaveValue('Told to by the owner');
    await expect(textbox(page, 'PIN')).toHaveValue('');
    await textbox(page, 'PIN').fill('1234');
    wire.answer('settings.save', { value: null });
    await button(page, 'Approve').click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    expect((await argumentsOf(wire, 'settings.save')).at(-1)).toMatchObject({
      deadlineSeconds: 240,
      approval: { reason: 'Told to by the owner', pin: '1234' },
    });
  });

  test('the PIN is gone when another approver is picked', async ({ open }) => {
    const { page } = await open('approval');
    await textbox(page, 'PIN').fill('1234');
    await page.getByRole('combobox', { name: 'Approved by' }).click();
    await page.getByRole('option').nth(1).click();
    await expect(textbox(page, 'PIN')).toHaveValue('');
  });

  test('nobody has to give it: then it says so, and what was typed stays', async ({ open }) => {
    const { page, wire } = await open('settings');
    wire.answer('settings.save', { fault: asked });
    await textbox(page, 'Deadline in seconds').fill('240');
    await button(page, 'Save').click();
    await button(page, 'Not now').click();
    await expect(page.locator('[data-code="setup.needs-approval"]')).toBeVisible();
    await expect(textbox(page, 'Deadline in seconds')).toHaveValue('240');
  });
});
