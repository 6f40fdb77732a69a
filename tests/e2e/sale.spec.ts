import { capturesOf, entries, expect, expectAccessible, promptsOf, test } from './till-test.ts';

const { terminalId } = entries;

test('A card that is tapped is approved, and charged once', async ({ open, sandbox }) => {
  const till = await open();
  await till.screens.charge('399.00');
  await expectAccessible(till);
  sandbox.press(terminalId, 'tap');
  await till.screens.paymentIs('approved');
  await expectAccessible(till);
  expect([promptsOf(sandbox), capturesOf(sandbox)]).toEqual([1, 1]);
});

test('The reference on the screen is the one that Dintero has', async ({ open, sandbox }) => {
  const { screens } = await open();
  await screens.charge('399,00');
  const reference = await screens.paymentReference();
  expect(sandbox.transactions().map((transaction) => transaction.merchant_reference)).toEqual([reference]);
});

test('A declined card is charged again by Try again, and the sale is paid once', async ({
  open,
  sandbox,
}) => {
  const till = await open();
  await till.screens.charge('120.00');
  sandbox.press(terminalId, 'decline');
  await till.screens.paymentIs('declined');
  await expectAccessible(till);
  await till.screens.button('Try again').click();
  await till.screens.paymentIs('waiting-customer');
  sandbox.press(terminalId, 'tap');
  await till.screens.paymentIs('approved');
  expect([promptsOf(sandbox), capturesOf(sandbox)]).toEqual([2, 1]);
});

test('After a decline New sale empties the basket, and Undo brings it back', async ({ open, sandbox }) => {
  const { screens } = await open();
  await screens.charge('120.00');
  sandbox.press(terminalId, 'decline');
  await screens.paymentIs('declined');
  await screens.button('New sale').click();
  await screens.isSelling();
  await screens.basketIs(0);
  await screens.button('Undo').click();
  await screens.basketIs(12_000);
});

test('A cancelled payment takes no money', async ({ open, sandbox }) => {
  const till = await open();
  await till.screens.charge('399.00');
  await till.screens.button('Cancel payment').click();
  await till.screens.paymentIs('cancelled');
  await expectAccessible(till);
  expect(capturesOf(sandbox)).toBe(0);
});

test('A cancel on the terminal is shown as cancelled or declined, and takes no money', async ({
  open,
  sandbox,
}) => {
  const { screens } = await open();
  await screens.charge('399.00');
  sandbox.press(terminalId, 'cancel');
  await screens.paymentIs('cancelled');
  expect(capturesOf(sandbox)).toBe(0);
});

test('A cancel that comes after the card is paid all the same, and the till says so (P21)', async ({
  open,
  sandbox,
}) => {
  const { screens } = await open();
  await screens.charge('399.00');
  const tapped = new Promise<void>((resolve) => {
    const stop = sandbox.watch(() => {
      if (capturesOf(sandbox) === 1) {
        stop();
        resolve();
      }
    });
  });
  sandbox.disturb({
    method: 'POST',
    path: /\/cancel$/,
    trouble: { kind: 'hold', part: 'request', until: tapped },
  });
  await screens.button('Cancel payment').click();
  await screens.paymentIs('cancelling');
  sandbox.press(terminalId, 'tap');
  await screens.paymentIs('approved');
  await expect(screens.button('Refund…')).toBeVisible();
});

test('A second click on Charge starts no second payment (P2)', async ({ open, sandbox }) => {
  const { screens } = await open();
  await screens.addAmount('399.00');
  await screens.button(/^Charge/).dblclick();
  await screens.paymentIs('waiting-customer');
  expect(sandbox.requests().filter(({ path }) => path === '/v1/sessions-profile')).toHaveLength(1);
});

test('The basket survives a crash', async ({ open }) => {
  const first = await open();
  await first.screens.addAmount('250.00');
  await first.screens.basketIs(25_000);
  await first.kill();
  const second = await open({ profileDir: first.profileDir });
  await second.screens.basketIs(25_000);
});
