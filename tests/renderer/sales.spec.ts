import { reference } from './samples/payment-samples.ts';
import { refundViewOf } from './samples/sale-samples.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

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

  test('refund the payment that the sale was paid by', async ({ open }) => {
    const { page, wire } = await open('sale');
    await button(page, 'Refund').click();
    expect(await argumentsOf(wire, 'refunds.offer')).toEqual([{ attemptId: 'attempt-1' }]);
  });
});

test.describe('A sale that was paid twice', () => {
  test('has a refund button with each payment, told apart by the attempt', async ({ open }) => {
    const { page, wire } = await open('sale-paid-twice');
    await expect(page.getByRole('button', { name: /^Refund/ })).toHaveText([
      'Refund attempt 1',
      'Refund attempt 2',
    ]);
    await button(page, 'Refund attempt 1').click();
    await expect(textbox(page, 'Refund amount')).toBeVisible();
    expect(await argumentsOf(wire, 'refunds.offer')).toEqual([{ attemptId: 'attempt-0' }]);
  });

  test('shows the refund that runs only with its own payment', async ({ open }) => {
    const { page, wire } = await open('sale-paid-twice');
    wire.push('refund', refundViewOf({ attemptId: 'attempt-1', state: 'running' }));
    await button(page, 'Refund attempt 1').click();
    await expect(textbox(page, 'Refund amount')).toBeVisible();
    await button(page, 'Back to sale').click();
    await button(page, 'Refund attempt 2').click();
    await expect(page.getByTestId('refund')).toHaveAttribute('data-state', 'running');
  });

  test('says of which payment each refund is', async ({ open }) => {
    const { page } = await open('sale-paid-twice');
    await expect(page.getByRole('article')).toContainText('of attempt 2');
  });
});

test.describe('A sale of which a manager has said what became of it', () => {
  for (const [scene, state, words] of [
    ['sale-marked-paid', 'marked-paid', 'Marked as paid by Ida Berg'],
    ['sale-marked-not-paid', 'marked-not-paid', 'Marked as not paid by Ida Berg'],
  ] as const) {
    test(`says who, when and why, ${state} (P20)`, async ({ open }) => {
      const { page } = await open(scene);
      const sale = page.getByRole('article');
      await expect(sale).toHaveAttribute('data-state', state);
      await expect(sale).toContainText(words);
      await expect(sale).toContainText('20 November 2026 at 13:56');
      await expect(sale).toContainText('Dintero has not told the outcome');
      await expect(page.getByRole('button', { name: /^Refund/ })).toHaveCount(0);
    });
  }

  test('says that Dintero has told the outcome since', async ({ open }) => {
    const { page } = await open('sale-marked-and-told');
    await expect(page.getByRole('article')).toHaveAttribute('data-state', 'approved');
    await expect(page.getByRole('article')).toContainText('Dintero has told the outcome since');
  });

  test('keeps the reason whole', async ({ open }) => {
    const { page } = await open('sale-marked-not-paid');
    await expect(page.getByRole('article')).toContainText('the customer paid in cash instead.');
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
