import { connect, pairingSteps } from '../host/pairing-walk.ts';
import {
  type OpenTill,
  capturesOf,
  entries,
  expect,
  expectAccessible,
  promptsOf,
  test,
} from './till-test.ts';

const terminalId = 'T00000001-T0001';
const sellerId = 'kaffebaren-vest-as';

/** Goes on to the next step of the wizard. */
const goOn = ({ screens }: OpenTill): Promise<void> => screens.button('Continue').click();

/** Fills in one of the wizard's later steps. */
async function step(till: OpenTill, name: (typeof pairingSteps)[number]['name']): Promise<void> {
  const found = pairingSteps.find((one) => one.name === name);
  await found?.fill(till.screens, entries);
}

const isStatus = ({ page }: OpenTill, status: string): Promise<void> =>
  expect(page.locator(`[data-terminal="${terminalId}"]`)).toHaveAttribute('data-status', status);

/** A till that nobody has paired, connected to the account. */
async function connected(open: (options: { profileDir: string }) => Promise<OpenTill>, profileDir: string) {
  const till = await open({ profileDir });
  await till.screens.button('Connect to Dintero').click();
  await connect(till.screens, entries);
  await till.page.getByRole('heading', { name: 'Which store is this till in?' }).waitFor();
  return till;
}

async function applyForSeller(till: OpenTill): Promise<void> {
  const { screens, page } = till;
  await screens.button('Sellers').click();
  await screens.button('New seller').click();
  await screens.field('Seller name').fill('Kaffebaren Vest AS');
  await screens.field('Organisation number').fill('923 663 487');
  await screens.field('Account number').fill('8601 11 17947');
  await screens.field('Payout reference').fill('Kaffebaren');
  await screens.field('Signer’s name').fill('Kari Nordmann');
  await screens.field('Signer’s e-mail').fill('kari@kaffebaren.example');
  await page.getByRole('radio', { name: /AUTO_APPROVE/ }).click();
  await screens.button('Send application').click();
  await expect(page.locator(`[data-seller="${sellerId}"]`)).toHaveAttribute('data-status', 'ACTIVE');
}

async function createStore(till: OpenTill): Promise<void> {
  const { screens } = till;
  await screens.field('Store ID').fill('vest');
  await screens.field('Store name').fill('Kaffebaren Vest');
  await screens.choose('Payout destination', /Kaffebaren Vest AS|kaffebaren-vest-as/);
  if ((await screens.field('Organisation number').inputValue()) === '') {
    await screens.field('Organisation number').fill('923663487');
  }
  await screens.button('Create store').click();
}

test.describe('An account that nobody has set up', () => {
  test.use({ account: 'empty' });

  test('is brought from nothing to a sale, on a terminal that was registered on the way', async ({
    open,
    newProfile,
    sandbox,
  }) => {
    sandbox.setOptions({ pendingMs: 1_500, checkUpdateMs: 500 });
    const till = await connected(open, newProfile());
    const { screens, page } = till;
    await expect(page.getByText('Dintero lists none.')).toBeVisible();

    await applyForSeller(till);
    await screens.button(/store/i).last().click();
    await screens.field('Store ID').waitFor();
    await expectAccessible(till);
    await createStore(till);
    await expect(page.getByRole('radio', { name: /Kaffebaren Vest/ })).toBeChecked();
    await goOn(till);
    await step(till, 'profile');
    await goOn(till);

    await expect(page.getByText('Dintero lists none.')).toBeVisible();
    await screens.button('Register terminal').click();
    await screens.field('Serial number').fill('1582 2260 7285');
    await screens.choose('Model', /Saturn S1F2/);
    await expect(page.getByRole('combobox', { name: 'Store' })).toHaveText('Kaffebaren Vest');
    await expectAccessible(till);
    await screens.button('Register').click();
    await isStatus(till, 'PENDING');
    await isStatus(till, 'ACTION_REQUIRED');
    await expect(page.getByRole('list', { name: 'Steps at the terminal' })).toBeVisible();
    await expectAccessible(till);
    await screens.button('Check update').click();
    await isStatus(till, 'ACTIVE');

    await screens.button('Use this terminal').click();
    await expect(page.getByRole('radio', { name: new RegExp(terminalId) })).toBeChecked();
    await goOn(till);
    await step(till, 'till');
    await goOn(till);
    await step(till, 'manager');
    await screens.button('Pair this till').click();
    await screens.isSelling();

    await screens.charge('399.00');
    sandbox.press(terminalId, 'tap');
    await screens.paymentIs('approved');
    expect([promptsOf(sandbox), capturesOf(sandbox)]).toEqual([1, 1]);
    const [sale] = sandbox.transactions();
    expect(sale?.store).toMatchObject({
      id: 'vest',
      terminal_id: terminalId,
      payout_destination_id: sellerId,
    });
  });

  test('keeps what was typed while one goes back and forth in the wizard', async ({ open, newProfile }) => {
    const till = await connected(open, newProfile());
    const { screens, page } = till;
    await screens.field('Store ID').fill('half');
    await screens.button('New store').click();
    await screens.field('Store name').fill('Kaffebaren');
    await screens.button('Back').click();
    await expect(screens.field('Store ID')).toHaveValue('half');
    await screens.button(/^Account/).click();
    await page.getByRole('heading', { name: 'Connect your Dintero account' }).waitFor();
    await screens.button(/^Store/).click();
    await expect(screens.field('Store ID')).toHaveValue('half');
    await screens.button('New store').click();
    await expect(screens.field('Store name')).toHaveValue('Kaffebaren');
  });
});

test('A terminal that is not ready can be picked as soon as it is, without reading the list again', async ({
  open,
  newProfile,
  sandbox,
}) => {
  const till = await connected(open, newProfile());
  const { page } = till;
  await step(till, 'store');
  await goOn(till);
  await step(till, 'profile');
  await goOn(till);
  const pending = page.getByRole('radio', { name: /T00000001-T0003/ });
  await expect(pending).toBeDisabled();
  sandbox.setTerminalStatus('T00000001-T0003', 'ACTION_REQUIRED');
  await expect(page.getByRole('radio', { name: /T00000001-T0003.*Needs attention/ })).toBeDisabled();
  sandbox.checkUpdate('T00000001-T0003');
  await expect(pending).toBeEnabled();
});

test('A paired till registers a terminal from its list, and finds it there', async ({ open, sandbox }) => {
  sandbox.growFleet(300, 'oslo-center');
  const till = await open();
  const { screens, page } = till;
  await screens.rail('Terminals');
  await expect(page.getByText('303 of 303')).toBeVisible();
  await screens.button('Register terminal').click();
  await screens.button('Use the next simulated terminal').click();
  await expect(screens.field('Serial number')).toHaveValue('SIMULATED-T00000001-005');
  await screens.button('Register').click();
  await expect(page.locator('[data-terminal="T00000001-T0305"]')).toHaveAttribute('data-status', 'ACTIVE');
  await screens.button('Back').click();
  await page.getByRole('searchbox').fill('001-005');
  await expect(page.locator('button[data-terminal]')).toHaveCount(1);
  await expect(page.locator('button[data-terminal="T00000001-T0305"]')).toBeVisible();
});

test('The list of 5,000 terminals is read to its last page, and searched by the tail of a serial number', async ({
  open,
  sandbox,
}) => {
  sandbox.growFleet(4_996, 'oslo-center');
  const till = await open();
  const { screens, page } = till;
  await screens.rail('Terminals');
  await expect(page.getByText('4,999 of 4,999')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('searchbox').fill('4321');
  await expect(page.locator('button[data-terminal]').first()).toContainText('4321');
});

test('A store whose organisation number is not the seller’s is refused in plain words, and the form stays', async ({
  open,
  sandbox,
}) => {
  const till = await open();
  const { screens, page } = till;
  await screens.rail('Settings');
  await screens.button('Stores').click();
  await expect(page.locator('[data-store="oslo-center"]')).toBeVisible();
  await screens.button('New store').click();
  await screens.field('Store ID').fill('oslo-west');
  await screens.field('Store name').fill('Oslo West');
  await screens.field('Organisation number').fill('974 760 673');
  await screens.choose('Payout destination', /seller-1/);
  await screens.button('Create store').click();
  await expect(page.getByRole('alert')).toContainText('That one is 923663487.');
  await expect(screens.field('Store name')).toHaveValue('Oslo West');
  await screens.field('Organisation number').fill('923 663 487');
  sandbox.disturb({ method: 'POST', path: /\/stores$/, trouble: { kind: 'lose-reply' } });
  await screens.button('Create store').click();
  await expect(page.locator('[data-store="oslo-west"]')).toBeVisible();
});

test('At a server that takes Dintero’s id of the store, a terminal is registered all the same', async ({
  open,
  sandbox,
}) => {
  sandbox.setOptions({ terminalStoreId: 'dintero' });
  const till = await open();
  const { screens, page } = till;
  await screens.rail('Terminals');
  await screens.button('Register terminal').click();
  await screens.field('Serial number').fill('158222607285');
  await screens.button('Register').click();
  await expect(page.getByText('Store ID that Dintero took')).toBeVisible();
  await expect(page.getByText('Dintero’s', { exact: true })).toBeVisible();
});

test('A terminal that is deleted while it is looked at says so', async ({ open, sandbox }) => {
  const till = await open();
  const { screens, page } = till;
  await screens.rail('Terminals');
  await page.locator('button[data-terminal="T00000001-T0003"]').click();
  await expect(page.locator('[data-terminal="T00000001-T0003"]')).toHaveAttribute('data-status', 'PENDING');
  sandbox.removeTerminal('T00000001-T0003');
  await expect(page.getByText('The terminal is no longer in this account.')).toBeVisible();
});
