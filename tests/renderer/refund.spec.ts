import { type Locator, type Page } from 'playwright';
import { inputFault } from '../../shared/fault.ts';
import { manager, otherManager } from './samples/basket-samples.ts';
import { refundMark } from './samples/desk-samples.ts';
import { refundViewOf } from './samples/sale-samples.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

test.describe('Refund', () => {
  const terminals = (page: Page): Locator => page.getByRole('combobox', { name: /^Terminal/ });
  const approve = async (page: Page): Promise<void> => {
    await page.getByRole('combobox', { name: 'Reason' }).click();
    await page.getByRole('option', { name: 'Customer return' }).click();
    await page.getByRole('combobox', { name: 'Approved by' }).click();
    await page.getByRole('option', { name: manager.name }).click();
    await textbox(page, 'PIN').fill('1234');
  };

  test('refunds the whole when nothing is changed', async ({ open }) => {
    const { page, wire } = await open('refund');
    await approve(page);
    await button(page, 'Refund kr 849.50').click();
    expect(await argumentsOf(wire, 'refunds.start')).toEqual([
      {
        payment: { attemptId: 'attempt-1' },
        choice: {
          by: 'lines',
          lines: [
            { lineId: '1', quantity: 2 },
            { lineId: '2', quantity: 3 },
            { lineId: '3', quantity: 1 },
            { lineId: '4', quantity: 1 },
          ],
        },
        approval: { reason: 'Customer return', approverId: manager.id, pin: '1234' },
        seenRemaining: 84950,
        terminalId: 'T12345678-T0001',
      },
    ]);
  });

  test('refunds some of some lines, and shows their VAT', async ({ open }) => {
    const { page, wire } = await open('refund');
    await page.getByRole('checkbox', { name: /Cinnamon bun/ }).click();
    await page.getByRole('checkbox', { name: /Open amount/ }).click();
    await page.getByRole('spinbutton', { name: /Coffee beans/ }).fill('1');
    await expect(textbox(page, 'Refund amount')).toHaveValue('399.00');
    await expect(page.getByText('25%: 39.90 · 12%: 21.38')).toBeVisible();
    await approve(page);
    await button(page, 'Refund kr 399.00').click();
    const [order] = await argumentsOf(wire, 'refunds.start');
    expect(order).toMatchObject({
      choice: {
        by: 'lines',
        lines: [
          { lineId: '1', quantity: 1 },
          { lineId: '3', quantity: 1 },
        ],
      },
    });
  });

  test('refunds by amount as soon as one is typed', async ({ open }) => {
    const { page, wire } = await open('refund');
    await textbox(page, 'Refund amount').fill('100,50');
    await approve(page);
    await button(page, 'Refund kr 100.50').click();
    const [order] = await argumentsOf(wire, 'refunds.start');
    expect(order).toMatchObject({ choice: { by: 'amount', amount: 10050 } });
  });

  test('takes a reason in one’s own words', async ({ open }) => {
    const { page, wire } = await open('refund');
    await page.getByRole('combobox', { name: 'Reason' }).fill('Chipped on arrival');
    await page.getByRole('combobox', { name: 'Approved by' }).click();
    await page.getByRole('option', { name: manager.name }).click();
    await textbox(page, 'PIN').fill('1234');
    await button(page, /^Refund kr/).click();
    expect((await argumentsOf(wire, 'refunds.start'))[0]).toMatchObject({
      approval: { reason: 'Chipped on arrival' },
    });
  });

  test('says what is missing, one thing at a time', async ({ open }) => {
    const { page, wire } = await open('refund');
    await button(page, /^Refund kr/).click();
    await expect(page.locator('[data-code="input.required"]')).toBeVisible();
    expect(wire.callsOf('refunds.start')).toEqual([]);
  });

  test('forgets the PIN when another approver is picked (R5)', async ({ open }) => {
    const { page } = await open('refund');
    await approve(page);
    await page.getByRole('combobox', { name: 'Approved by' }).click();
    await page.getByRole('option', { name: otherManager.name }).click();
    await expect(textbox(page, 'PIN')).toHaveValue('');
  });

  test('asks to look again when somebody else refunded meanwhile (R4)', async ({ open }) => {
    const { page, wire } = await open('refund');
    wire.answer('refunds.start', { fault: inputFault('input.changed-meanwhile') });
    await approve(page);
    await button(page, /^Refund kr/).click();
    await expect(page.locator('[data-code="input.changed-meanwhile"]')).toBeVisible();
    await button(page, 'Read again').click();
    await expect.poll(() => wire.callsOf('refunds.offer').length).toBe(2);
  });

  test('refunds on another terminal of the store when one is picked', async ({ open }) => {
    const { page, wire } = await open('refund-terminals');
    await terminals(page).click();
    await page.getByRole('option', { name: /8811/ }).click();
    await approve(page);
    await button(page, /^Refund kr/).click();
    expect((await argumentsOf(wire, 'refunds.start'))[0]).toMatchObject({ terminalId: 'T12345678-T0009' });
  });

  test('offers no terminal that can’t take it', async ({ open }) => {
    const { page } = await open('refund-terminals');
    await terminals(page).click();
    const disabled = page.getByRole('option', { disabled: true });
    await expect(disabled).toHaveCount(3);
    await expect(page.getByRole('option')).toHaveCount(6);
  });

  test('refunds a sale of another till by its transaction, as an amount where no line is known', async ({
    open,
  }) => {
    const { page, wire } = await open('refund-elsewhere');
    await expect(page.getByText('Paid at another till or in another app')).toBeVisible();
    await expect(textbox(page, 'Refund amount')).toHaveValue('849.50');
    await approve(page);
    await button(page, 'Refund kr 849.50').click();
    expect((await argumentsOf(wire, 'refunds.start'))[0]).toMatchObject({
      payment: { transactionId: 'T12345678.transaction-9' },
      choice: { by: 'amount', amount: 84950 },
    });
  });

  test('shows the VAT of a discounted basket rate by rate', async ({ open }) => {
    const { page } = await open('refund-discounted');
    await expect(textbox(page, 'Refund amount')).toHaveValue('894.22');
    await expect(page.getByText('25%: 53.86 · 15%: 14.79 · 12%: 21.15 · 0%: 0.00')).toBeVisible();
  });

  test('takes less than a whole one of goods by weight', async ({ open }) => {
    const { page, wire } = await open('refund-discounted');
    for (const name of [/Ceramic mug/, /Cinnamon bun/, /Book/]) {
      await page.getByRole('checkbox', { name }).click();
    }
    await page.getByRole('spinbutton', { name: /Coffee beans/ }).fill('0.35');
    await approve(page);
    await button(page, 'Refund kr 51.18').click();
    expect((await argumentsOf(wire, 'refunds.start'))[0]).toMatchObject({
      choice: { by: 'lines', lines: [{ lineId: '3', quantity: 0.35 }] },
    });
  });

  for (const state of ['sending', 'running', 'done', 'failed', 'refused', 'unknown'] as const) {
    test(`shows a refund that is ${state}`, async ({ open }) => {
      const { page } = await open(`refund-${state}`);
      await expect(page.getByTestId('refund')).toHaveAttribute('data-state', state);
    });
  }

  for (const [state, offered] of [
    ['sending', ['Leave it running', 'Check now']],
    ['running', ['Leave it running', 'Check now']],
    ['done', ['Done']],
    ['failed', ['Choose again', 'Back to sale']],
    ['refused', ['Choose again', 'Back to sale']],
    ['unknown', ['Check now', 'Leave it on the desk', 'Free the terminal…']],
  ] as const) {
    test(`offers what can be done when it is ${state}, and nothing else`, async ({ open }) => {
      const { page } = await open(`refund-${state}`);
      await expect(page.getByTestId('refund').getByRole('button')).toHaveText(offered);
    });
  }

  test('says why it was refused or failed, and that no money went back (E1)', async ({ open }) => {
    const refused = await open('refund-refused');
    await expect(refused.page.getByTestId('refund')).toContainText('Dintero turned the refund down.');
    await expect(refused.page.getByRole('alert')).toHaveAttribute('data-code', 'terminal.refund-refused');
    const failed = await open('refund-failed');
    await expect(failed.page.getByTestId('refund')).toContainText('The money stays where it was.');
    await expect(failed.page.getByRole('alert')).toHaveAttribute('data-code', 'terminal.refund-failed');
  });

  test('looks for a refund whose reply was lost, and never says to try again (R2)', async ({ open }) => {
    const lost = await open('refund-lost');
    await expect(lost.page.getByTestId('refund')).toContainText('does not send again');
    const running = await open('refund-training');
    await expect(running.page.getByTestId('refund')).not.toContainText(/try again/i);
  });

  test('says that another one was taken at the same moment, until that is seen (R4)', async ({ open }) => {
    const { page, wire } = await open('refund-overlap');
    await expect(page.getByTestId('refund')).toContainText('taken on this sale at the same moment');
    await button(page, 'Mark as seen').click();
    expect(await argumentsOf(wire, 'refunds.seen')).toEqual([{ refundId: 'refund-1' }]);
  });

  test('says that a manager was wrong about it, until that is seen', async ({ open }) => {
    const { page, wire } = await open('refund-contradiction');
    await expect(page.getByTestId('refund')).toContainText(
      'A manager had said that the money did not go back',
    );
    await button(page, 'Mark as seen').click();
    expect(await argumentsOf(wire, 'refunds.seen')).toEqual([{ refundId: 'refund-1' }]);
  });

  test('shows what a manager has said of it while Dintero says nothing (P20)', async ({ open }) => {
    const { page } = await open('refund-marked');
    await expect(page.getByTestId('refund')).toHaveAttribute('data-state', 'unknown');
    await expect(page.getByTestId('refund')).toContainText('Marked as gone back by Ida Berg');
  });

  test('makes room for another one when a manager has said what became of it', async ({ open }) => {
    const { page, wire } = await open('sale');
    wire.push(
      'refund',
      refundViewOf({ state: 'unknown', cause: 'unknown.deadline', mark: refundMark('not-done') }),
    );
    await button(page, 'Refund').click();
    await argumentsOf(wire, 'refunds.leave');
  });

  test('keeps all but the PIN after a refusal', async ({ open }) => {
    const { page } = await open('refund-mistake');
    await expect(page.locator('[data-code="input.pin-wrong"]')).toBeVisible();
    await expect(textbox(page, 'PIN')).toHaveValue('');
    await expect(textbox(page, 'PIN')).toBeFocused();
    await expect(page.getByRole('combobox', { name: 'Reason' })).toHaveValue('Customer return');
    await expect(page.getByRole('combobox', { name: 'Approved by' })).toHaveText(manager.name);
  });

  test('never shows a running refund as done (R3)', async ({ open }) => {
    const { page } = await open('refund-running');
    await expect(page.getByTestId('refund')).not.toContainText(/Refunded/);
  });
});
