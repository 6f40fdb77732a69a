import { type PaymentState } from '../../shared/attempt.ts';
import { minorUnits } from '../../shared/money.ts';
import { nok, now } from './samples/basket-samples.ts';
import { paymentOf, reference } from './samples/payment-samples.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

test.describe('Pay', () => {
  const acts: readonly (readonly [PaymentState, readonly string[]])[] = [
    ['sending', ['Cancel payment', 'Check now']],
    ['waiting-terminal', ['Cancel payment', 'Check now']],
    ['waiting-customer', ['Cancel payment', 'Check now']],
    ['cancelling', ['Check now']],
    ['authorized', ['Check now', 'New sale']],
    ['approved', ['New sale', 'Refund…']],
    ['declined', ['Try again', 'Back to basket', 'New sale']],
    ['cancelled', ['Try again', 'Back to basket', 'New sale']],
    ['failed', ['Try again', 'Back to basket', 'New sale']],
    ['refused', ['Try again', 'Back to basket', 'New sale']],
    ['unknown', ['Check now', 'Set aside', 'The terminal’s display is idle']],
  ];

  for (const [state, buttons] of acts) {
    test(`${state} is told by its attributes and offers what can be done`, async ({ open }) => {
      const { page } = await open(`pay-${state}`);
      const payment = page.getByTestId('payment');
      await expect(payment).toHaveAttribute('data-state', state);
      await expect(payment).toHaveAttribute('data-reference', reference);
      for (const name of buttons) await expect(button(page, name)).toBeVisible();
    });
  }

  test('asks to cancel with Esc, for this attempt', async ({ open }) => {
    const { page, wire } = await open('pay-waiting-customer');
    await page.keyboard.press('Escape');
    expect(await argumentsOf(wire, 'payments.cancel')).toEqual([{ attemptId: 'attempt-1' }]);
  });

  test('goes on to a new sale with Enter', async ({ open }) => {
    const { page, wire } = await open('pay-approved');
    await page.keyboard.press('Enter');
    expect(await argumentsOf(wire, 'payments.newSale')).toEqual([{ attemptId: 'attempt-1' }]);
  });

  test('leaves Enter to a button that has the focus', async ({ open }) => {
    const { page, wire } = await open('pay-declined');
    await button(page, 'Back to basket').focus();
    await page.keyboard.press('Enter');
    await argumentsOf(wire, 'payments.backToBasket');
    expect(wire.callsOf('payments.newSale')).toEqual([]);
  });

  test('never calls an unknown outcome failed, and weighs both losses (P17)', async ({ open }) => {
    const { page } = await open('pay-unknown');
    const words = page.getByRole('alert');
    await expect(words).toContainText('may have been taken');
    await expect(words).toContainText('take it twice');
    await expect(words).toContainText('lose both goods and money');
    await expect(page.getByTestId('payment')).not.toContainText(/fail/i);
  });

  test('lets the terminal go only after a look at its display (P16)', async ({ open }) => {
    const { page, wire } = await open('pay-free-terminal');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Yes, it is idle' }).click();
    expect(await argumentsOf(wire, 'payments.freeTerminal')).toEqual([{ attemptId: 'attempt-1' }]);
  });

  test('follows what main pushes', async ({ open }) => {
    const { page, wire } = await open('pay-waiting-customer');
    wire.push('payment', paymentOf('approved'));
    await expect(page.getByTestId('payment')).toHaveAttribute('data-state', 'approved');
    wire.push('payment', null);
    await expect(textbox(page, 'Amount')).toBeVisible();
  });

  test('can be left by the rail, and come back to', async ({ open }) => {
    const { page } = await open('pay-waiting-customer');
    await button(page, 'Desk').click();
    await expect(page.getByTestId('payment')).toBeHidden();
    await button(page, 'Sell').click();
    await expect(page.getByTestId('payment')).toBeVisible();
  });

  test('says why the last look brought nothing without speaking for the money', async ({ open }) => {
    const { page } = await open('pay-reply-lost');
    await expect(page.getByTestId('payment')).not.toContainText('No money has moved');
  });
});

test.describe('Alarms', () => {
  test('are heard on any screen, and lead to the refund', async ({ open }) => {
    const { page, wire } = await open('sales');
    wire.push('desk', {
      matters: [],
      alarms: [
        {
          attemptId: 'attempt-9',
          kind: 'late-approval',
          saleId: 'sale-184',
          saleNumber: 184,
          reference,
          amount: { amount: minorUnits(84_950), currency: nok },
          raisedAt: now,
        },
      ],
    });
    await expect(page.getByRole('alert')).toContainText('Approved after all: kr 849.50');
    await button(page, 'Mark as seen').click();
    expect(await argumentsOf(wire, 'payments.alarmSeen')).toEqual([{ attemptId: 'attempt-9' }]);
    await button(page, 'Refund this one').click();
    await expect(textbox(page, 'Refund amount')).toBeVisible();
  });
});
