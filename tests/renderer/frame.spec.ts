import { sceneNamed } from './gallery.ts';
import { accessibilityFlaws } from './looks-right.ts';
import { quietTill } from './samples/till-samples.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

test.describe('Frame', () => {
  test('goes everywhere by the rail, and locks', async ({ open }) => {
    const { page, wire } = await open('sell');
    for (const name of ['Sales', 'Desk', 'Terminals', 'Settings'] as const) {
      await button(page, name).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
    }
    await button(page, 'Lock').click();
    await argumentsOf(wire, 'staff.lock');
  });

  test('goes to the sales with F8 and locks with Ctrl+L', async ({ open }) => {
    const { page, wire } = await open('sell');
    await page.keyboard.press('F8');
    await expect(page.getByRole('heading', { level: 1, name: 'Sales' })).toBeVisible();
    await page.keyboard.press('Control+l');
    await argumentsOf(wire, 'staff.lock');
  });

  test('shows a training band with a way out, and no tag of a test account beside it', async ({ open }) => {
    const { page, wire } = await open('sell-training');
    await expect(page.getByText('Training – no money moves')).toBeVisible();
    await expect(page.getByText('Test account')).toBeHidden();
    await button(page, 'Leave training').click();
    await argumentsOf(wire, 'app.leaveTraining');
  });

  test('follows language and theme without a reload', async ({ open }) => {
    const { page, wire } = await open('sell');
    wire.push('settings', { ...quietTill.settings, locale: 'nb', theme: 'dark' });
    await expect(button(page, /^Ta betalt/)).toBeVisible();
    await expect(page.getByTestId('basket-total')).toHaveText('849,50');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('says that main does not answer, rather than nothing', async ({ open }) => {
    const { page } = await open({ ...sceneNamed('sell'), answers: {}, broken: true });
    await expect(page.getByRole('alert')).toContainText('The till does not answer');
    expect(await accessibilityFlaws(page, 'all')).toEqual([]);
  });
});

test.describe('Simulated terminal', () => {
  for (const [name, press] of [
    ['Tap card', 'tap'],
    ['Decline', 'decline'],
    ['Cancel on terminal', 'cancel'],
    ['Unplug', 'unplug'],
  ] as const) {
    test(`presses ${name}`, async ({ open }) => {
      const { page, wire } = await open('pay-training');
      const terminal = page.getByRole('region', { name: 'Simulated terminal' });
      await expect(terminal).toContainText('849.50');
      await terminal.getByRole('button', { name, exact: true }).click();
      expect(await argumentsOf(wire, 'training.press')).toEqual([{ button: press }]);
    });
  }
});

test.describe('Lock', () => {
  test('opens for a person with their PIN', async ({ open }) => {
    const { page, wire } = await open('lock');
    await page.getByRole('radio', { name: /Ida Berg/ }).click();
    await textbox(page, 'PIN').fill('2468');
    await page.keyboard.press('Enter');
    expect(await argumentsOf(wire, 'staff.unlock')).toEqual([{ personId: 'ida', pin: '2468' }]);
  });

  test('forgets the PIN when another person is picked', async ({ open }) => {
    const { page } = await open('lock');
    await textbox(page, 'PIN').fill('2468');
    await page.getByRole('radio', { name: /Tor Lund/ }).click();
    await expect(textbox(page, 'PIN')).toHaveValue('');
  });
});

test.describe('Settings', () => {
  test('keep language and theme at once, and the rest when saved', async ({ open }) => {
    const { page, wire } = await open('settings');
    await page.getByRole('radio', { name: 'Norsk bokmål' }).click();
    await page.getByRole('radio', { name: 'Dark' }).click();
    await textbox(page, 'Deadline in seconds').fill('240');
    await button(page, 'Save').click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    expect(await argumentsOf(wire, 'settings.look')).toEqual([{ locale: 'nb' }, { theme: 'dark' }]);
    expect(await argumentsOf(wire, 'settings.save')).toEqual([
      {
        returnUrl: 'https://www.dintero.com/',
        callbackUrl: '',
        deadlineSeconds: 240,
        refundsOnTerminal: true,
      },
    ]);
  });

  test('keep the shop’s own reasons for refunds', async ({ open }) => {
    const { page, wire } = await open('settings');
    await expect(textbox(page, 'Reason 1')).toHaveValue('Customer return');
    await textbox(page, 'Reason 2').fill('Broken glass');
    await button(page, 'Remove “Paid twice”').click();
    await button(page, 'Add a reason').click();
    await textbox(page, 'Reason 5').fill('Wrong size');
    await button(page, 'Save the reasons').click();
    expect(await argumentsOf(wire, 'settings.save')).toEqual([
      {
        refundReasons: [
          'Customer return',
          'Broken glass',
          'Wrong price or amount',
          'Customer changed their mind',
          'Wrong size',
        ],
      },
    ]);
  });

  test('say what is wrong with a deadline', async ({ open }) => {
    const { page } = await open('settings');
    await textbox(page, 'Deadline in seconds').fill('soon');
    await button(page, 'Save').click();
    await expect(page.locator('[data-code="input.deadline"]')).toBeVisible();
  });

  test('switch on what is to be practised, in training alone', async ({ open }) => {
    const { page, wire } = await open('settings-training');
    await expect(page.getByRole('checkbox', { name: 'The terminal needs an update' })).toBeChecked();
    await page.getByRole('checkbox', { name: 'The terminal is busy' }).click();
    expect(await argumentsOf(wire, 'training.setScenario')).toEqual([
      { scenario: 'terminal-busy', on: true },
    ]);
    const live = await open('settings');
    await expect(live.page.getByRole('checkbox', { name: 'The terminal is busy' })).toHaveCount(0);
  });
});
