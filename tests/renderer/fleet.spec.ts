import { fault, inputFault } from '../../shared/fault.ts';
import { type FleetTerminal } from '../../shared/views/terminals.ts';
import { pickOption } from '../host/keyboard-walk.ts';
import { now } from './samples/basket-samples.ts';
import { accountStores, fleetTerminals, largeFleet } from './samples/fleet-samples.ts';
import { usualHealth } from './samples/health-samples.ts';
import { pairedTerminal, tillTerminals } from './samples/till-samples.ts';
import { till } from './scenes/scene.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

const rows = 'button[data-terminal]';

const registered: FleetTerminal = {
  terminalId: 'T12345678-T0010',
  serialNumber: '158222607285',
  storeId: 'pop-up',
  status: 'PENDING',
};

test.describe('The terminals of the account', () => {
  test('stand below those of this till, each of them once', async ({ open }) => {
    const { page } = await open('terminals');
    await expect(page.locator('[data-terminal="T12345678-T0001"]')).toHaveCount(1);
    await expect(page.locator(rows)).toHaveCount(fleetTerminals.length - 1);
  });

  test('show their status in words, and one that nobody knows as it is', async ({ open }) => {
    const { page } = await open('terminals');
    const words = {
      T0002: 'Active',
      T0003: 'Needs attention',
      T0004: 'Being set up',
      T0005: 'Inactive',
      T0006: 'Error',
      T0007: 'Deleted',
      T0008: 'QUARANTINED',
      T0009: 'Status not known',
    };
    for (const [id, word] of Object.entries(words)) {
      await expect(page.locator(`[data-terminal="T12345678-${id}"]`)).toContainText(word);
    }
  });

  test('appear as they come, part after part, to the end', async ({ open }) => {
    const all = largeFleet(250);
    const { page, wire } = await open({
      name: 'terminals in parts',
      snapshot: till(),
      answers: {
        'stores.list': { value: [] },
        'terminals.page': {
          from: (argument) => {
            const { after } = argument as { readonly after?: string };
            const start = after === undefined ? 0 : all.findIndex((one) => one.terminalId === after) + 1;
            const terminals = all.slice(start, start + 100);
            return {
              terminals,
              ...(start + 100 < all.length && { next: terminals.at(-1)?.terminalId }),
            };
          },
        },
      },
    });
    await button(page, 'Terminals').click();
    await expect(page.getByText('249 of 249')).toBeVisible();
    expect(await argumentsOf(wire, 'terminals.page')).toEqual([
      {},
      { after: 'T12345678-T0100' },
      { after: 'T12345678-T0200' },
    ]);
  });

  test('of an account of 5,000 are found by the end of the serial number', async ({ open }) => {
    const { page } = await open('terminals-many');
    await expect(page.locator(rows)).toHaveCount(100);
    const serial = largeFleet(5_000)[4_321]?.serialNumber ?? '';
    await page.getByRole('searchbox').fill(serial.slice(-4));
    await expect(page.locator(rows).first()).toContainText(serial);
  });

  test('are shown a hundred more at a time', async ({ open }) => {
    const { page } = await open('terminals-many');
    await button(page, /^Show more/).click();
    await expect(page.locator(rows)).toHaveCount(200);
  });

  test('are left out by their status and their store', async ({ open }) => {
    const { page } = await open('terminals');
    await page.getByRole('combobox', { name: 'Store' }).click();
    await page.getByRole('option', { name: /Pop-up/ }).click();
    await expect(page.locator(rows)).toHaveCount(1);
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Error' }).click();
    await expect(page.getByText('No terminal fits')).toBeVisible();
  });

  test('whose reading broke off stay, and are read on from there', async ({ open }) => {
    const { page, wire } = await open('terminals-stopped');
    await expect(page.locator(rows)).toHaveCount(fleetTerminals.length - 1);
    wire.answer('terminals.page', { value: { terminals: [registered] } });
    await button(page, 'Read on').click();
    await expect(page.locator(rows)).toHaveCount(fleetTerminals.length);
    expect((await argumentsOf(wire, 'terminals.page')).at(-1)).toEqual({ after: 'T12345678-T0009' });
  });

  test('of a server that leads in a circle come to an end', async ({ open }) => {
    const { page, wire } = await open({
      name: 'terminals in a circle',
      snapshot: till(),
      answers: {
        'stores.list': { value: [] },
        'terminals.page': {
          from: (argument) => {
            const { after } = argument as { readonly after?: string };
            return {
              terminals: [{ terminalId: `after-${after ?? 'nothing'}` }],
              next: after === 'one' ? 'two' : 'one',
            };
          },
        },
      },
    });
    await button(page, 'Terminals').click();
    await expect(page.getByText('3 of 3')).toBeVisible();
    expect(await argumentsOf(wire, 'terminals.page')).toEqual([{}, { after: 'one' }, { after: 'two' }]);
  });

  test('that can’t be read on from there any more are read anew', async ({ open }) => {
    const { page, wire } = await open('terminals-stopped');
    wire.answer('terminals.page', { fault: fault('setup.rejected') });
    await button(page, 'Read on').click();
    await page.locator('[data-code="setup.rejected"]').waitFor();
    wire.answer('terminals.page', { value: { terminals: [...fleetTerminals, registered] } });
    await button(page, 'Read on').click();
    await expect(page.locator(rows)).toHaveCount(fleetTerminals.length);
    expect((await argumentsOf(wire, 'terminals.page')).at(-1)).toEqual({});
  });

  test('that may not be read name the scope that is missing', async ({ open }) => {
    const { page } = await open('terminals-unread');
    await expect(page.getByRole('alert')).toContainText('It needs the scope read:accounts.');
  });
});

test.describe('A terminal', () => {
  test('is opened by the keyboard, and followed while it is looked at', async ({ open }) => {
    const { page, wire } = await open('terminals');
    await page.locator('[data-terminal="T12345678-T0004"]').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    expect(await argumentsOf(wire, 'terminals.follow')).toEqual([{ terminalIds: ['T12345678-T0004'] }]);
    await button(page, 'Back').click();
    await expect.poll(() => wire.callsOf('terminals.follow').at(-1)?.argument).toEqual({ terminalIds: [] });
  });

  test('goes from being set up over its steps to active by itself', async ({ open }) => {
    const { page, wire } = await open('terminal-pending');
    const terminalId = 'T12345678-T0004';
    const detail = page.locator(`[data-terminal="${terminalId}"]`);
    const become = (status: string, statusReason?: string): void =>
      wire.push('followedTerminals', [
        {
          terminalId,
          gone: false,
          checkedAt: now,
          terminal: { terminalId, status, ...(statusReason !== undefined && { statusReason }) },
        },
      ]);
    await expect(page.getByRole('list', { name: 'Steps at the terminal' })).toBeHidden();
    become('ACTION_REQUIRED', 'CHECK_UPDATE');
    await expect(detail).toHaveAttribute('data-status', 'ACTION_REQUIRED');
    await expect(page.getByRole('list', { name: 'Steps at the terminal' }).getByRole('listitem')).toHaveCount(
      5,
    );
    become('ACTIVE');
    await expect(detail).toHaveAttribute('data-status', 'ACTIVE');
    await expect(page.getByRole('list', { name: 'Steps at the terminal' })).toBeHidden();
  });

  test('that needs attention says where the service password is, and that it changes', async ({ open }) => {
    const { page } = await open('terminal-action-required');
    await expect(page.getByText('It is in Backoffice, or ask Dintero’s support. It changes')).toBeVisible();
  });

  test('that needs attention for another reason is not sent through those steps', async ({ open }) => {
    const { page } = await open('terminal-other-reason');
    await expect(page.getByText('Dintero says “NEEDS_SIM”.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Steps at the terminal' })).toBeHidden();
  });

  test('that was deleted behind our back says so', async ({ open }) => {
    const { page } = await open('terminal-gone');
    await expect(page.getByText('The terminal is no longer in this account.')).toBeVisible();
    await expect(button(page, 'Save')).toBeHidden();
  });

  test('moves to another store, and takes another model', async ({ open }) => {
    const { page, wire } = await open('terminal-error');
    await page.getByRole('combobox', { name: 'Model' }).click();
    await page.getByRole('option', { name: 'Saturn S1P2' }).click();
    await page.getByRole('combobox', { name: 'Store' }).click();
    await page.getByRole('option', { name: /Pop-up/ }).click();
    await button(page, 'Save').click();
    expect(await argumentsOf(wire, 'terminals.change')).toEqual([
      { terminalId: 'T12345678-T0006', model: 'S1P2', storeId: 'pop-up' },
    ]);
  });

  test('moves to another store by the keyboard alone', async ({ open }) => {
    const { page, wire } = await open('terminal-error');
    const { keyboard } = page;
    const store = page.getByRole('combobox', { name: 'Store' });
    await pickOption(page, store, /Pop-up/);
    await expect(store).toHaveText('Pop-up');
    await expect(store).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    expect(await argumentsOf(wire, 'terminals.change')).toMatchObject([{ storeId: 'pop-up' }]);
  });

  test('that was moved says which of the store’s ids Dintero took', async ({ open }) => {
    const { page, wire } = await open('terminal-error');
    wire.answer('terminals.change', { value: { terminal: registered, tookStoreId: 'dintero' } });
    await button(page, 'Save').click();
    await expect(page.getByText('Store ID that Dintero took')).toBeVisible();
  });

  test('that this API client may not read can still be asked to show itself, and tells how it does', async ({
    open,
  }) => {
    const { page, wire } = await open('terminal-unread');
    await expect(button(page, /second API client/i)).toBeVisible();
    const terminalId = 'T12345678-T0002';
    wire.answer('health.read', { value: { ...usualHealth, terminalId } });
    wire.push('tillTerminals', tillTerminals({ ...pairedTerminal, terminalId }));
    await expect(page.getByRole('img', { name: /last 13 payments/ })).toBeVisible();
    await button(page, 'Show on terminal').click();
    expect(await argumentsOf(wire, 'operations.start')).toEqual([{ terminalId, kind: 'open_menu' }]);
  });

  test('that could not be moved keeps what was chosen', async ({ open }) => {
    const { page, wire } = await open('terminal-error');
    wire.answer('terminals.change', { fault: inputFault('input.store-no-seller', 'storeId') });
    await page.getByRole('combobox', { name: 'Store' }).click();
    await page.getByRole('option', { name: /Pop-up/ }).click();
    await button(page, 'Save').click();
    await expect(page.getByRole('alert')).toHaveAttribute('data-code', 'input.store-no-seller');
    await expect(page.getByRole('combobox', { name: 'Store' })).toHaveText('Pop-up');
  });
});

test.describe('Registering a terminal', () => {
  test('sends what was filled in, and follows the new one', async ({ open }) => {
    const { page, wire } = await open('terminal-new');
    wire.answer('terminals.register', { value: { terminal: registered, tookStoreId: 'dintero' } });
    await textbox(page, 'Serial number').fill('1582 2260 7285');
    await page.getByRole('combobox', { name: 'Model' }).click();
    await page.getByRole('option', { name: 'Saturn S1F4 Pro' }).click();
    await page.getByRole('combobox', { name: 'Store' }).click();
    await page.getByRole('option', { name: /Pop-up/ }).click();
    await button(page, 'Register').click();
    expect(await argumentsOf(wire, 'terminals.register')).toEqual([
      { serialNumber: '1582 2260 7285', model: 'Saturn_S1F4_Pro', storeId: 'pop-up' },
    ]);
    await expect
      .poll(() => wire.callsOf('terminals.follow').at(-1)?.argument)
      .toEqual({ terminalIds: ['T12345678-T0010'] });
  });

  test('is filled in and sent by the keyboard alone', async ({ open }) => {
    const { page, wire } = await open('terminal-new');
    const { keyboard } = page;
    await textbox(page, 'Serial number').focus();
    await keyboard.type('158222607285');
    const model = page.getByRole('combobox', { name: 'Model' });
    await pickOption(page, model, 'Saturn S1P2');
    await expect(model).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await expect(button(page, 'Register')).toBeFocused();
    await keyboard.press('Enter');
    expect(await argumentsOf(wire, 'terminals.register')).toEqual([
      { serialNumber: '158222607285', model: 'S1P2', storeId: 'oslo-center' },
    ]);
  });

  test('says which of the store’s ids Dintero took', async ({ open }) => {
    const { page, wire } = await open('terminal-new');
    wire.answer('terminals.register', { value: { terminal: registered, tookStoreId: 'dintero' } });
    await button(page, 'Register').click();
    wire.push('followedTerminals', [
      { terminalId: registered.terminalId, gone: false, terminal: registered, checkedAt: now },
    ]);
    await expect(page.getByText('Store ID that Dintero took')).toBeVisible();
    await expect(page.getByText('Dintero’s', { exact: true })).toBeVisible();
  });

  test('goes to the store of this till unless another is chosen', async ({ open }) => {
    const { page } = await open('terminal-new');
    await expect(page.getByRole('combobox', { name: 'Store' })).toHaveText('Oslo Center');
  });

  test('goes to the store that it was begun from, also when another was begun before', async ({ open }) => {
    const { page, wire } = await open('stores');
    wire.answer('stores.read', { value: accountStores.find(({ storeId }) => storeId === 'pop-up') });
    await page.locator('[data-store="pop-up"]').click();
    await button(page, 'Register terminal').click();
    await expect(page.getByRole('combobox', { name: 'Store' })).toHaveText('Pop-up');
    await textbox(page, 'Serial number').fill('1582');
    await button(page, 'Terminals').click();
    await button(page, 'Register terminal').click();
    await expect(page.getByRole('combobox', { name: 'Store' })).toHaveText('Oslo Center');
  });

  test('proposes a simulated terminal on a test account', async ({ open }) => {
    const { page, wire } = await open('terminal-new');
    wire.answer('terminals.nextSimulated', { value: 'SIMULATED-T12345678-003' });
    await button(page, 'Use the next simulated terminal').click();
    await expect(textbox(page, 'Serial number')).toHaveValue('SIMULATED-T12345678-003');
  });

  test('leaves a mistake in its field, and the focus there', async ({ open }) => {
    const { page } = await open('terminal-new-letters');
    await expect(textbox(page, 'Serial number')).toHaveValue('S58222607285');
    await expect(textbox(page, 'Serial number')).toBeFocused();
    await expect(page.getByRole('alert')).toContainText('A serial number has digits only.');
  });

  test('takes the focus to the store when that is what is wrong', async ({ open }) => {
    const { page } = await open('terminal-new-no-seller');
    await expect(page.getByRole('combobox', { name: 'Store' })).toBeFocused();
  });

  test('says where a terminal is that is registered already', async ({ open }) => {
    const { page } = await open('terminal-new-taken');
    await expect(page.getByRole('alert')).toContainText('It is T12345678-T0004, in the store pop-up.');
  });

  test('whose outcome is not known leads to the list, and keeps the form', async ({ open }) => {
    const { page, wire } = await open('terminal-new-lost');
    const read = wire.callsOf('terminals.page').length;
    await button(page, 'See the list').click();
    await expect.poll(() => wire.callsOf('terminals.page').length).toBeGreaterThan(read);
    await button(page, 'Register terminal').click();
    await expect(textbox(page, 'Serial number')).toHaveValue('158222607285');
  });

  test('loses nothing that was typed when one goes away and comes back', async ({ open }) => {
    const { page } = await open('terminal-new');
    await textbox(page, 'Serial number').fill('1582');
    await button(page, 'Sell').click();
    await button(page, 'Terminals').click();
    await button(page, 'Register terminal').click();
    await expect(textbox(page, 'Serial number')).toHaveValue('1582');
  });

  test('begins anew after one that was registered', async ({ open }) => {
    const { page, wire } = await open('terminal-new');
    wire.answer('terminals.register', { value: { terminal: registered } });
    await textbox(page, 'Serial number').fill('158222607285');
    await button(page, 'Register').click();
    await button(page, 'Back').click();
    await button(page, 'Register terminal').click();
    await expect(textbox(page, 'Serial number')).toHaveValue('');
  });

  test('takes a typed store where stores may not be read', async ({ open }) => {
    const { page, wire } = await open('terminal-new-by-hand');
    wire.answer('terminals.register', { fault: fault('setup.rights', { scope: 'write:accounts' }) });
    await textbox(page, 'Serial number').fill('158222607285');
    await textbox(page, 'Store ID').fill('oslo-center');
    await page.keyboard.press('Enter');
    expect(await argumentsOf(wire, 'terminals.register')).toEqual([
      { serialNumber: '158222607285', model: '', storeId: 'oslo-center' },
    ]);
  });
});
