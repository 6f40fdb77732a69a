import { join } from 'node:path';
import { startSandbox } from '../../electron/sandbox/sandbox.ts';
import { expect, expectAccessible, test } from './till-test.ts';

test('While Dintero can’t be reached nothing is charged or queued, and it comes back by itself (R7)', async ({
  open,
  newProfile,
}) => {
  const stateFile = join(newProfile(), 'sandbox.json');
  const before = await startSandbox({ stateFile });
  const port = Number(new URL(before.url).port);
  const till = await open({ env: { TILLSIDE_CHECKOUT_URL: before.url, TILLSIDE_API_URL: before.url } });
  await till.screens.addAmount('399.00');
  await before.close();

  const banner = till.page.getByText('No connection to Dintero');
  await till.screens.rail('Terminals');
  await till.screens.button('Check again').click();
  await expect(banner).toBeVisible();
  await expectAccessible(till);
  await till.screens.rail('Sell');
  await till.screens.button(/^Charge/).click();
  await till.screens.paymentIs('refused');
  await expectAccessible(till);
  await till.screens.button('Back to basket').click();
  await till.screens.basketIs(39_900);
  await till.screens.button(/^Charge/).click();
  await expect(till.page.locator('[role=alert][data-code^="setup.network"]')).toBeVisible();

  const after = await startSandbox({ stateFile, port });
  await expect(banner).toBeHidden({ timeout: 30_000 });
  expect(after.ledger()).toEqual([]);
  await till.screens.button(/^Charge/).click();
  await till.screens.paymentIs('waiting-customer');
  await after.close();
});
