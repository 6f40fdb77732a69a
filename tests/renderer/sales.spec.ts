import { reference } from './samples/payment-samples.ts';
import { argumentsOf, button, expect, test } from './till-test.ts';

test.describe('Sales', () => {
  test('list the newest first, and more on demand', async ({ open }) => {
    const { page } = await open('sales');
    const rows = page.getByRole('main').locator('[data-reference]');
    await expect(rows).toHaveCount(50);
    await expect(rows.first()).toHaveAttribute('data-reference', reference);
    await expect(rows.first()).toHaveAttribute('data-state', 'approved');
    await expect(rows.nth(1)).toHaveAttribute('data-state', 'partly-refunded');
    await button(page, 'Show older').click();
    await expect(rows).toHaveCount(68);
    await expect(button(page, 'Show older')).toBeHidden();
  });

  test('open by a click anywhere on the row', async ({ open }) => {
    const { page } = await open('sales');
    await page.locator(`[data-reference="${reference}"]`).click({ position: { x: 400, y: 40 } });
    const sale = page.getByRole('article');
    await expect(sale).toHaveAttribute('data-reference', reference);
    await expect(sale).toHaveAttribute('data-state', 'approved');
    await expect(button(page, 'Refund')).toBeVisible();
  });
});

test.describe('Desk', () => {
  test('has a row for each open matter, with its acts', async ({ open }) => {
    const { page, wire } = await open('desk');
    const row = page.locator('[data-reference="counter1-k3f9-20261120-000182-1"]');
    await expect(row).toHaveAttribute('data-state', 'unknown');
    await row.getByRole('button', { name: 'Check now' }).click();
    expect(await argumentsOf(wire, 'payments.checkNow')).toEqual([{ attemptId: 'attempt-9' }]);
    await row.getByRole('button', { name: /idle/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: /^Yes/ }).click();
    expect(await argumentsOf(wire, 'payments.freeTerminal')).toEqual([{ attemptId: 'attempt-9' }]);
  });
});
