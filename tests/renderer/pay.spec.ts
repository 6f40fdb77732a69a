import { type PaymentState } from '../../shared/attempt.ts';
import { minorUnits } from '../../shared/money.ts';
import { nok, now } from './samples/basket-samples.ts';
import { paymentOf, reference } from './samples/payment-samples.ts';
import { argumentsOf, button, expect, test, textbox, usualLook } from './till-test.ts';

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
    ['unknown', ['Check now', 'Cancel payment', 'Set aside', 'Free the terminal…']],
  ];

  for (const [state, buttons] of acts) {
    test(`${state} is told by its attributes and offers what can be done`, async ({ open }) => {
      const { page } = await open(`pay-${state}`);
      const payment = page.getByTestId('payment');
      await expect(payment).toHaveAttribute('data-state', state);
      await expect(payment).toHaveAttribute('data-reference', reference);
      for (const name of buttons) await expect(button(page, name)).toBeVisible();
      await expect(payment.getByRole('button')).toHaveCount(buttons.length);
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

  test('tries a declined sale on the same terminal', async ({ open }) => {
    const { page, wire } = await open('pay-declined');
    await button(page, 'Try again').click();
    expect(await argumentsOf(wire, 'payments.tryAgain')).toEqual([
      { attemptId: 'attempt-1', terminalId: 'T12345678-T0001' },
    ]);
  });

  test('tries a declined sale on another terminal of the till', async ({ open }) => {
    const { page, wire } = await open('pay-other-terminal');
    const dialog = page.getByRole('alertdialog');
    await expect(dialog.getByRole('radio', { name: /2623/ })).toBeDisabled();
    await dialog.getByRole('radio', { name: /2619/ }).click();
    await dialog.getByRole('button', { name: /^Charge/ }).click();
    expect(await argumentsOf(wire, 'payments.tryAgain')).toEqual([
      { attemptId: 'attempt-1', terminalId: 'T12345678-T0004' },
    ]);
  });

  test('offers no other terminal where the till has only one', async ({ open }) => {
    const { page } = await open('pay-declined');
    await expect(button(page, 'Other terminal')).toHaveCount(0);
  });

  test('never calls an unknown outcome failed, and weighs both losses (P17)', async ({ open }) => {
    const { page } = await open('pay-unknown');
    const words = page.getByRole('alert');
    await expect(words).toContainText('may have been taken');
    await expect(words).toContainText('take it twice');
    await expect(words).toContainText('lose both goods and money');
    await expect(page.getByTestId('payment')).not.toContainText(/fail/i);
  });

  test('points to the desk, where a manager has the last word (P20)', async ({ open }) => {
    const { page } = await open('pay-unknown');
    await expect(page.getByRole('alert')).toContainText('on the desk, where a manager can settle it');
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

test.describe('A payment that does not go as hoped', () => {
  test('is looked for when its reply was lost, and not sent again (P15)', async ({ open }) => {
    const { page } = await open('pay-reply-lost');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Looking for the payment');
    await expect(page.getByTestId('payment')).toHaveAttribute('data-state', 'sending');
    await expect(page.getByTestId('payment')).toContainText('does not send again');
    await expect(page.getByTestId('payment')).not.toContainText(/try again/i);
  });

  test('says why nobody knows, with the code for support (E1)', async ({ open }) => {
    const { page } = await open('pay-contradiction');
    await expect(page.getByRole('alert')).toContainText('does not fit this payment');
    await expect(page.getByRole('alert')).toContainText('unknown.contradiction');
  });

  test('can be cancelled while its outcome is unknown, and says that this was asked', async ({ open }) => {
    const { page, wire } = await open('pay-unknown');
    await button(page, 'Cancel payment').click();
    await argumentsOf(wire, 'payments.cancel');
    wire.push('payment', paymentOf('unknown', { cancelRequestedAt: now }));
    await expect(page.getByRole('alert')).toContainText('You have asked to cancel it');
    await expect(button(page, 'Cancel payment')).toBeHidden();
  });

  test('says when only a part was captured', async ({ open }) => {
    const { page } = await open('pay-part');
    await expect(page.getByTestId('payment')).toContainText('kr 349.50 less than the kr 849.50');
  });

  test('says why it can’t be tried again', async ({ open }) => {
    const { page } = await open('pay-blocked');
    await expect(page.locator('[data-code="terminal.reserved"]')).toContainText('No money has moved.');
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
    expect(await argumentsOf(wire, 'refunds.offer')).toEqual([{ payment: { attemptId: 'attempt-9' } }]);
  });

  test('of goods that left without money say what to do, and offer no refund', async ({ open }) => {
    const { page, wire } = await open('sell-not-paid');
    const shown = page.getByRole('alert');
    await expect(shown).toContainText('Not paid after all: kr 829.55 for sale 182');
    await expect(shown).toContainText('counter1-k3f9-20261120-000182-1');
    await expect(shown.getByRole('button')).toHaveText(['Open the sale', 'Mark as seen']);
    await button(page, 'Mark as seen').click();
    expect(await argumentsOf(wire, 'payments.alarmSeen')).toEqual([{ attemptId: 'attempt-9' }]);
  });

  test('show the reference that is to be noted in a low window too', async ({ open }) => {
    const { page, turnTo } = await open('sell-not-paid');
    await turnTo({ ...usualLook, width: 1024, height: 700 });
    await expect(page.getByText('counter1-k3f9-20261120-000182-1')).toBeVisible();
  });
});
