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

test.describe('What could not be read', () => {
  for (const [scene, call] of [
    ['sales-unread', 'sales.list'],
    ['sale-unread', 'sales.get'],
    ['refund-unread', 'refunds.offer'],
  ] as const) {
    test(`is read again, ${scene}`, async ({ open }) => {
      const { page, wire } = await open(scene);
      const before = wire.callsOf(call).length;
      await button(page, 'Read again').click();
      await expect.poll(() => wire.callsOf(call).length).toBe(before + 1);
    });
  }
});

test.describe('Desk', () => {
  test('has a row for each open matter, with its acts', async ({ open }) => {
    const { page, wire } = await open('desk');
    const row = page.locator('[data-reference="counter1-k3f9-20261120-000182-1"]');
    await expect(row).toHaveAttribute('data-state', 'unknown');
    await row.getByRole('button', { name: 'Check now' }).click();
    expect(await argumentsOf(wire, 'payments.checkNow')).toEqual([{ attemptId: 'attempt-9' }]);
    await row.getByRole('button', { name: 'Free the terminal…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: /^Yes/ }).click();
    expect(await argumentsOf(wire, 'payments.freeTerminal')).toEqual([{ attemptId: 'attempt-9' }]);
  });

  test('keeps a refund that met another one until somebody has seen it (R4)', async ({ open }) => {
    const { page, wire } = await open('desk-overlap');
    const over = page.locator('[data-reference="counter1-k3f9-20261120-r00004"]');
    await expect(over).toContainText('Two refunds were taken at the same moment');
    await expect(over.getByRole('button', { name: 'Check now' })).toHaveCount(0);
    await over.getByRole('button', { name: 'Mark as seen' }).click();
    expect(await argumentsOf(wire, 'refunds.overlapSeen')).toEqual([{ refundId: 'refund-done' }]);
  });

  test('goes on looking after a refund that met another one and still runs', async ({ open }) => {
    const { page, wire } = await open('desk-overlap');
    const running = page.locator('[data-state="running"]');
    await running.getByRole('button', { name: 'Check now' }).click();
    expect(await argumentsOf(wire, 'refunds.checkNow')).toEqual([{ refundId: 'refund-running' }]);
  });

  test('says why the money is not certain', async ({ open }) => {
    const { page } = await open('desk');
    await expect(page.locator('[data-code="unknown.deadline"]')).toContainText('within the deadline');
  });
});
