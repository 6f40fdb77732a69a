import { type FleetTerminal } from '../../shared/views/terminals.ts';
import { sceneNamed } from './gallery.ts';
import { now } from './samples/basket-samples.ts';
import { accountStores, storeSellers } from './samples/fleet-samples.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

const west = { storeId: 'oslo-west', name: 'Oslo West', payoutDestinationId: 'seller-1' } as const;

const registered: FleetTerminal = {
  terminalId: 'T12345678-T0010',
  serialNumber: '158222607285',
  storeId: 'oslo-center',
  status: 'PENDING',
};

test.describe('The store step of the wizard', () => {
  test('leads to a new store, which is picked when it is there', async ({ open }) => {
    const { page, wire } = await open('pairing-store');
    wire.answer('stores.sellers', { value: storeSellers });
    wire.answer('stores.create', { value: west });
    wire.answer('pairing.stores', {
      value: { kind: 'listed', choices: [{ ...west, payoutStatus: 'ACTIVE' }] },
    });
    await button(page, 'New store').click();
    await textbox(page, 'Store name').fill('Oslo West');
    await button(page, 'Create store').click();
    await expect(page.getByRole('radio', { name: /Oslo West/ })).toBeChecked();
  });

  test('leads to a new store also where the account has none', async ({ open }) => {
    const { page, wire } = await open('pairing-store-none');
    wire.answer('stores.sellers', { value: [] });
    await button(page, 'New store').click();
    await expect(page.getByRole('combobox', { name: 'Payout destination' })).toHaveText('None is ready');
  });

  test('keeps what was picked while one is elsewhere', async ({ open }) => {
    const { page, wire } = await open('pairing-store');
    wire.answer('stores.sellers', { value: storeSellers });
    await page.getByRole('radio', { name: /Oslo Center/ }).click();
    await button(page, 'New store').click();
    await button(page, 'Back').click();
    await expect(page.getByRole('radio', { name: /Oslo Center/ })).toBeChecked();
  });
});

test.describe('The terminal step of the wizard', () => {
  test('leads to a terminal that is new to the account, in the store that was picked', async ({ open }) => {
    const { page, wire } = await open('pairing-terminal');
    wire.answer('stores.list', { value: accountStores });
    wire.answer('terminals.register', { value: { terminal: registered, tookStoreId: 'merchant' } });
    await button(page, 'Register terminal').click();
    await textbox(page, 'Serial number').fill('158222607285');
    await expect(page.getByRole('combobox', { name: 'Store' })).toHaveText('Oslo Center');
    await button(page, 'Register').click();
    expect(await argumentsOf(wire, 'terminals.register')).toEqual([
      { serialNumber: '158222607285', model: '', storeId: 'oslo-center' },
    ]);
  });

  test('follows a new terminal, which can be used once it is active', async ({ open }) => {
    const { page, wire } = await open('pairing-terminal');
    wire.answer('stores.list', { value: accountStores });
    wire.answer('terminals.register', { value: { terminal: registered } });
    wire.answer('pairing.terminals', {
      value: { kind: 'listed', choices: [{ terminalId: registered.terminalId, status: 'ACTIVE' }] },
    });
    await button(page, 'Register terminal').click();
    await button(page, 'Register').click();
    const become = (status: string): void =>
      wire.push('followedTerminals', [
        {
          terminalId: registered.terminalId,
          gone: false,
          checkedAt: now,
          terminal: { ...registered, status },
        },
      ]);
    await expect.poll(() => wire.callsOf('terminals.register').length).toBe(1);
    become('ACTION_REQUIRED');
    await expect(page.getByRole('list', { name: 'Steps at the terminal' })).toBeVisible();
    await expect(button(page, 'Use this terminal')).toBeHidden();
    become('ACTIVE');
    await button(page, 'Use this terminal').click();
    await expect(page.getByRole('radio', { name: /T0010/ })).toBeChecked();
  });

  test('follows the terminals that are not ready, and no others', async ({ open }) => {
    const { wire } = await open('pairing-terminal');
    await expect
      .poll(() => wire.callsOf('terminals.follow').at(-1)?.argument)
      .toEqual({ terminalIds: ['T12345678-T0002', 'T12345678-T0003'] });
  });

  test('lets a terminal be picked as soon as it is active, and not before', async ({ open }) => {
    const { page, wire } = await open('pairing-terminal');
    const pending = page.getByRole('radio', { name: /T0003/ });
    await expect(pending).toBeDisabled();
    wire.push('followedTerminals', [
      {
        terminalId: 'T12345678-T0003',
        gone: false,
        terminal: { terminalId: 'T12345678-T0003', status: 'ACTIVE' },
      },
    ]);
    await expect(pending).toBeEnabled();
  });

  test('says of a terminal that was deleted meanwhile that it is', async ({ open }) => {
    const { page, wire } = await open('pairing-terminal');
    wire.push('followedTerminals', [{ terminalId: 'T12345678-T0003', gone: true }]);
    await expect(page.getByRole('radio', { name: /T0003.*Removed from the account/ })).toBeDisabled();
  });

  test('leads to what a terminal waits for', async ({ open }) => {
    const { page, wire } = await open('pairing-terminal');
    await button(page, 'See what …2611 waits for').click();
    await expect
      .poll(() => wire.callsOf('terminals.follow').at(-1)?.argument)
      .toEqual({ terminalIds: ['T12345678-T0002'] });
    await button(page, 'Back').click();
    await expect(page.getByRole('radio', { name: /T0001/ })).toBeVisible();
  });
});

test('A step that was begun is still as it was left, after a look at an earlier one', async ({ open }) => {
  const scene = sceneNamed('pairing-till');
  const { pairing } = scene.snapshot;
  const { page, wire } = await open(scene);
  await textbox(page, 'Till name').fill('Bar');
  wire.push('pairing', { ...pairing, draft: { ...pairing.draft, step: 'account' } });
  await page.getByRole('heading', { name: 'Connect your Dintero account' }).waitFor();
  wire.push('pairing', pairing);
  await expect(textbox(page, 'Till name')).toHaveValue('Bar');
});
