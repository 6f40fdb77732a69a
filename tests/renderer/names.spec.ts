import { type Page } from 'playwright';
import { manager } from './samples/basket-samples.ts';
import { reference } from './samples/payment-samples.ts';
import { terminal } from './samples/till-samples.ts';
import { button, expect, test, textbox } from './till-test.ts';

const buttonsAreThere = async (page: Page, names: readonly (string | RegExp)[]): Promise<void> => {
  for (const name of names) await expect(button(page, name)).toHaveCount(1);
};

const textboxesAreThere = async (page: Page, names: readonly string[]): Promise<void> => {
  for (const name of names) await expect(textbox(page, name)).toHaveCount(1);
};

/** Why, who answers for it, and their PIN: the same on every screen that needs a manager’s yes. */
const approvalIsThere = async (page: Page): Promise<void> => {
  for (const name of ['Reason', 'Approved by']) {
    await expect(page.getByRole('combobox', { name, exact: true })).toHaveCount(1);
  }
  await textboxesAreThere(page, ['PIN']);
  await expect(page.getByLabel('PIN')).toHaveCount(1);
};

/** What guides, screenshots and walk-throughs find things by. */
test.describe('Names that automation relies on', () => {
  test('Welcome', async ({ open }) => {
    const { page } = await open('welcome');
    await buttonsAreThere(page, ['Connect to Dintero', 'Try in training mode']);
  });

  for (const scene of ['pairing-account', 'pairing-practice'] as const) {
    test(`Connect, ${scene}`, async ({ open }) => {
      const { page } = await open(scene);
      await textboxesAreThere(page, ['Account ID', 'Client ID', 'Client secret']);
      await expect(page.getByLabel('Client secret')).toHaveCount(1);
      await buttonsAreThere(page, ['Connect']);
    });
  }

  test('Pair: store, profile, terminal, till', async ({ open }) => {
    const store = await open('pairing-store');
    await expect(store.page.getByRole('radio', { name: 'Oslo Center' })).toHaveCount(1);
    await expect(button(store.page, 'Continue')).toBeEnabled();
    const profile = await open('pairing-profile');
    await expect(profile.page.getByRole('combobox', { name: 'Payment profile', exact: true })).toHaveCount(1);
    await expect(profile.page.getByRole('option', { name: 'T12345678.in-person' })).toHaveCount(1);
    const device = await open('pairing-terminal');
    await expect(device.page.getByRole('radio', { name: 'T12345678-T0001' })).toHaveCount(1);
    const till = await open('pairing-till');
    await textboxesAreThere(till.page, ['Till name']);
  });

  test('Pair: manager', async ({ open }) => {
    const { page } = await open('pairing-manager');
    await textboxesAreThere(page, ['Manager name', 'PIN', 'Repeat PIN']);
    await expect(page.getByLabel('PIN', { exact: true })).toHaveCount(1);
    await buttonsAreThere(page, ['Pair this till']);
  });

  test('Sellers', async ({ open }) => {
    const { page } = await open('sellers');
    await buttonsAreThere(page, ['New seller']);
    await expect(page.locator('[data-seller="seller-1"][data-status="ACTIVE"]')).toHaveCount(1);
  });

  test('Sell', async ({ open }) => {
    const { page } = await open('sell');
    await expect(page.getByRole('searchbox', { name: 'Search products', exact: true })).toHaveCount(1);
    await textboxesAreThere(page, ['Amount']);
    await buttonsAreThere(page, ['Add amount', /^Charge/]);
    const lines = page.getByRole('list', { name: 'Basket', exact: true }).getByRole('listitem');
    await expect(lines).toHaveCount(4);
    for (const line of await lines.all()) {
      await expect(line.getByRole('button', { name: /^Remove/ })).toHaveCount(1);
    }
    await expect(page.locator('output[data-testid="basket-total"]')).toHaveAttribute('data-amount', '84950');
  });

  test('Pay', async ({ open }) => {
    const running = await open('pay-waiting-terminal');
    await buttonsAreThere(running.page, ['Cancel payment', 'Check now']);
    const unknown = await open('pay-unknown');
    await buttonsAreThere(unknown.page, ['Set aside']);
    const declined = await open('pay-declined');
    await buttonsAreThere(declined.page, ['Try again', 'New sale']);
    await expect(declined.page.getByTestId('payment')).toHaveAttribute('data-reference', reference);
  });

  test('Training', async ({ open }) => {
    const { page } = await open('pay-training');
    const region = page.getByRole('region', { name: 'Simulated terminal', exact: true });
    for (const name of ['Tap card', 'Decline', 'Cancel on terminal', 'Unplug']) {
      await expect(region.getByRole('button', { name, exact: true })).toHaveCount(1);
    }
  });

  test('Rail, also with matters on the desk and while an attempt runs', async ({ open }) => {
    const busy = await open('desk');
    await buttonsAreThere(busy.page, ['Sell', 'Sales', 'Desk', 'Terminals', 'Lock']);
    const paying = await open('pay-waiting-customer');
    await buttonsAreThere(paying.page, ['Sell', 'Sales', 'Desk', 'Terminals', 'Lock']);
  });

  test('Sales', async ({ open }) => {
    const { page } = await open('sale');
    const sale = page.locator(`[data-reference="${reference}"]`);
    await expect(sale).toHaveAttribute('data-state', 'approved');
    await buttonsAreThere(page, ['Refund']);
    const twice = await open('sale-paid-twice');
    await expect(twice.page.getByRole('button', { name: /^Refund/ })).toHaveCount(2);
  });

  test('Refund', async ({ open }) => {
    const { page } = await open('refund');
    for (const line of ['Coffee beans 1 kg', 'Cinnamon bun', 'Ceramic mug', 'Open amount']) {
      await expect(page.getByRole('checkbox', { name: line })).toBeChecked();
      await expect(page.getByRole('spinbutton', { name: line })).toHaveCount(1);
    }
    await textboxesAreThere(page, ['Refund amount']);
    await approvalIsThere(page);
    await page.getByRole('combobox', { name: 'Approved by', exact: true }).click();
    await expect(page.getByRole('option', { name: manager.name })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await buttonsAreThere(page, ['Refund kr 849.50']);
  });

  test('Desk', async ({ open }) => {
    const { page } = await open('desk');
    const rows = page.getByRole('main').locator('[data-reference][data-state]');
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toHaveAttribute('data-state', 'unknown');
    await expect(rows.first().getByRole('button')).toHaveText([
      'Check now',
      'Mark by hand…',
      'Open the sale',
      'Free the terminal…',
      'What happened',
    ]);
  });

  test('Desk: a payment that this till had no record of', async ({ open }) => {
    const { page } = await open('desk-orphan');
    const rows = page.getByRole('main').locator('[data-reference][data-state]');
    await expect(rows.first()).toHaveAttribute('data-state', 'approved');
    await expect(rows.first().getByRole('button')).toHaveText([
      'Take over…',
      'Open the sale',
      'What happened',
    ]);
    await expect(rows.last().getByRole('button')).toHaveText([
      'Check now',
      'Take over…',
      'Mark by hand…',
      'Open the sale',
      'Cancel at Dintero',
      'What happened',
    ]);
  });

  for (const [scene, title, verdicts] of [
    ['desk-mark-payment', 'Mark this payment by hand', ['It was paid', 'It was not paid']],
    ['desk-mark-refund', 'Mark this refund by hand', ['The money went back', 'The money did not go back']],
  ] as const) {
    test(`Desk: a manager’s word, ${scene}`, async ({ open }) => {
      const { page } = await open(scene);
      const dialog = page.getByRole('alertdialog', { name: title, exact: true });
      for (const name of verdicts) {
        await expect(dialog.getByRole('radio', { name, exact: true })).toHaveCount(1);
      }
      await approvalIsThere(page);
      await expect(dialog.getByRole('button', { name: 'Mark', exact: true })).toHaveCount(1);
      await expect(dialog.getByRole('button', { name: 'Leave it as it is', exact: true })).toHaveCount(1);
    });
  }

  test('Desk: taking over', async ({ open }) => {
    const { page } = await open('desk-take-over');
    const dialog = page.getByRole('alertdialog', { name: 'Take over this payment', exact: true });
    await expect(dialog.getByRole('radio', { name: 'As a sale of its own', exact: true })).toHaveCount(1);
    await expect(dialog.getByRole('radio', { name: /^For sale 181/ })).toHaveCount(1);
    await approvalIsThere(page);
    await expect(dialog.getByRole('button', { name: 'Take over', exact: true })).toHaveCount(1);
  });

  test('Terminals', async ({ open }) => {
    const { page } = await open('terminals');
    const row = page.locator(`[data-terminal="${terminal.terminalId}"]`);
    await expect(row).toHaveAttribute('data-status', 'ACTIVE');
    const attention = await open('terminals-attention');
    await expect(attention.page.locator('[data-terminal]')).toHaveAttribute('data-status', 'ACTION_REQUIRED');
    const opened = await open('terminal-action-required');
    await expect(opened.page.locator('[data-terminal="T12345678-T0003"]')).toHaveAttribute(
      'data-status',
      'ACTION_REQUIRED',
    );
  });

  test('Registering a terminal', async ({ open }) => {
    const { page } = await open('terminal-new');
    await textboxesAreThere(page, ['Serial number']);
    await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toHaveCount(1);
    await expect(page.getByRole('combobox', { name: 'Store', exact: true })).toHaveCount(1);
    await buttonsAreThere(page, ['Register']);
    const list = await open('terminals');
    await buttonsAreThere(list.page, ['Register terminal']);
  });

  test('Stores', async ({ open }) => {
    const list = await open('stores');
    await buttonsAreThere(list.page, ['New store']);
    await expect(list.page.locator('[data-store="oslo-center"]')).toHaveCount(1);
    const { page } = await open('store-new');
    await textboxesAreThere(page, ['Store ID', 'Store name', 'Organisation number']);
    await expect(page.getByRole('combobox', { name: 'Payout destination', exact: true })).toHaveCount(1);
    await buttonsAreThere(page, ['Create store']);
  });

  test('Lock', async ({ open }) => {
    const { page } = await open('lock');
    await expect(page.getByRole('radio', { name: manager.name })).toHaveCount(1);
    await textboxesAreThere(page, ['PIN']);
  });

  test('Everywhere: an error has the role alert and carries its code', async ({ open }) => {
    const refused = await open('pairing-account-refused');
    await expect(refused.page.getByRole('alert')).toHaveAttribute('data-code', 'setup.login');
    const mistyped = await open('sell-mistake');
    await expect(mistyped.page.getByRole('alert')).toHaveAttribute('data-code', 'input.amount-decimals');
    const declined = await open('pay-declined');
    await expect(declined.page.getByRole('alert')).toHaveAttribute(
      'data-code',
      'declined.insufficient-funds',
    );
  });

  test('Everywhere: progress has the role status', async ({ open }) => {
    const { page } = await open('pay-waiting-customer');
    await expect(page.getByRole('status').filter({ hasText: 'Waiting for customer' })).toHaveCount(1);
  });
});
