import type { Locator } from 'playwright';
import type { OptionsChange } from '../../electron/sandbox/options.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { connect, pairingSteps } from '../host/pairing-walk.ts';
import { type OpenTill, entries, expect, expectAccessible, test } from './till-test.ts';

const quick = { checkUpdateMs: 200, sendLogsMs: 200, openMenuMs: 200, endOfDayMs: 200 } as const;

const operations = {
  'Show on terminal': 'openMenuEnds',
  'Check update': 'checkUpdateEnds',
  'Send logs': 'sendLogsEnds',
  'End of day': 'endOfDayEnds',
} as const satisfies Record<string, keyof OptionsChange>;

const { terminalId } = entries;

const onTerminal = ({ page }: Pick<OpenTill, 'page'>): Locator =>
  page.locator(`[data-terminal="${terminalId}"]`);

const operation = (till: OpenTill, name: string): Locator =>
  onTerminal(till).getByRole('button', { name, exact: true });

const endsAs = (till: OpenTill, name: string, state: string): Promise<void> =>
  expect(operation(till, name)).toHaveAttribute('data-operation-state', state, { timeout: 15_000 });

/** How often the terminal was asked for something. The same key again is the same request, whose reply was lost. */
const starts = (sandbox: Pick<Sandbox, 'requests'>): number =>
  new Set(
    sandbox
      .requests()
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/admin/terminals/operations'))
      .map(({ headers }) => headers['idempotency-key']),
  ).size;

for (const [name, option] of Object.entries(operations)) {
  test(`“${name}” is followed to each of its ends`, async ({ open, sandbox }) => {
    const till = await open();
    await till.screens.rail('Terminals');
    for (const end of ['completed', 'failed', 'timeout']) {
      sandbox.setOptions({ ...quick, [option]: end });
      await operation(till, name).click();
      await endsAs(till, name, end);
    }
    expect(starts(sandbox)).toBe(3);
    await expectAccessible(till);
  });
}

test('The end of day shows what the terminal counted', async ({ open, sandbox }) => {
  sandbox.setOptions({ ...quick, answers: 'by-itself', answerDelayMs: 0 });
  const till = await open();
  await till.screens.addAmount('399.00');
  await till.screens.button(/^Charge/).click();
  await till.screens.paymentIs('approved');
  await till.screens.rail('Terminals');
  await operation(till, 'End of day').click();
  await endsAs(till, 'End of day', 'completed');
  await expect(onTerminal(till).getByText('1 · kr 399.00')).toBeVisible();
});

test('A busy terminal is waited for, and asked again with the same key', async ({ open, sandbox }) => {
  sandbox.setOptions({ ...quick, operationRetryAfterSeconds: 2 });
  sandbox.disturb({
    method: 'POST',
    path: /operations$/,
    trouble: { kind: 'answer', status: 409, retryAfterSeconds: 2 },
  });
  const till = await open();
  await till.screens.rail('Terminals');
  await operation(till, 'Check update').click();
  await endsAs(till, 'Check update', 'pending');
  await expect(onTerminal(till).getByText(/busy with something else/)).toBeVisible();
  await endsAs(till, 'Check update', 'completed');
  const keys = sandbox
    .requests()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/operations'))
    .map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('No operation is started while a payment is on the terminal', async ({ open, sandbox }) => {
  const till = await open();
  await till.screens.charge('120.00');
  await till.screens.rail('Terminals');
  await operation(till, 'End of day').click();
  await expect(till.page.locator('[data-code="terminal.operation-reserved"]')).toBeVisible();
  expect(starts(sandbox)).toBe(0);
});

test('An operation goes on while other screens are open, and after a restart', async ({ open, sandbox }) => {
  sandbox.setOptions({ ...quick, endOfDayMs: 3_000, sendLogsMs: 1_500 });
  const first = await open();
  await first.screens.rail('Terminals');
  await operation(first, 'Send logs').click();
  await endsAs(first, 'Send logs', 'pending');
  await first.screens.rail('Sell');
  await first.screens.isSelling();
  await first.screens.rail('Terminals');
  await endsAs(first, 'Send logs', 'completed');
  await operation(first, 'End of day').click();
  await endsAs(first, 'End of day', 'pending');
  await expect.poll(() => starts(sandbox)).toBe(2);
  await first.kill();
  const second = await open({ profileDir: first.profileDir });
  await second.screens.rail('Terminals');
  await endsAs(second, 'Send logs', 'completed');
  await endsAs(second, 'End of day', 'completed');
  expect(starts(sandbox)).toBe(2);
});

test('“Check update” makes a terminal ready that needed it', async ({ open, sandbox }) => {
  sandbox.setOptions(quick);
  sandbox.setTerminalStatus(terminalId, 'ACTION_REQUIRED');
  const till = await open();
  await till.screens.rail('Terminals');
  await expect(onTerminal(till)).toHaveAttribute('data-status', 'ACTION_REQUIRED');
  await operation(till, 'Check update').click();
  await endsAs(till, 'Check update', 'completed');
  await expect(onTerminal(till)).toHaveAttribute('data-status', 'ACTIVE');
});

test('“Show on terminal” opens its menu, also while it is being chosen', async ({
  open,
  newProfile,
  sandbox,
}) => {
  sandbox.setOptions(quick);
  const till = await open({ profileDir: newProfile() });
  await till.screens.button('Connect to Dintero').click();
  await connect(till.screens, entries);
  for (const { name, fill } of pairingSteps) {
    await fill(till.screens, entries);
    if (name === 'terminal') break;
    await till.screens.button('Continue').click();
  }
  await till.screens.button('Show on terminal').click();
  await expect(till.screens.button('Show on terminal')).toHaveAttribute('data-operation-state', 'completed');
  expect(sandbox.display(terminalId)?.menu).toBe(true);
});

test('In training the menu is on the simulated terminal, until it is closed there', async ({
  open,
  newProfile,
}) => {
  const till = await open({ profileDir: newProfile() });
  await till.screens.button('Try in training mode').click();
  await till.screens.isSelling();
  await till.screens.rail('Terminals');
  await operation(till, 'Show on terminal').click();
  await endsAs(till, 'Show on terminal', 'completed');
  const device = till.page.getByRole('region', { name: 'Simulated terminal' });
  await expect(device.getByText('Service')).toBeVisible();
  await till.screens.terminalButton('Cancel on terminal').click();
  await expect(device.getByText('Service')).toBeHidden();
});

test('In training a busy terminal can be practised', async ({ open, newProfile }) => {
  const till = await open({ profileDir: newProfile() });
  const { screens, page } = till;
  await screens.button('Try in training mode').click();
  await screens.isSelling();
  await screens.rail('Settings');
  await page.getByRole('checkbox', { name: 'The terminal is busy' }).click();
  await screens.rail('Terminals');
  await operation(till, 'Send logs').click();
  await expect(onTerminal(till).getByText(/busy with something else/)).toBeVisible();
  await screens.rail('Settings');
  await page.getByRole('checkbox', { name: 'The terminal is busy' }).click();
  await screens.rail('Terminals');
  await endsAs(till, 'Send logs', 'completed');
});

test('How long a terminal takes is told after ten sales', async ({ open, sandbox }) => {
  sandbox.setOptions({ answers: 'by-itself', answerDelayMs: 0, captureDelayMs: 0 });
  const till = await open();
  const { screens, page } = till;
  for (let sale = 1; sale <= 10; sale += 1) {
    if (sale === 10) {
      await screens.rail('Terminals');
      await expect(onTerminal(till).getByText('Not measured yet', { exact: true })).toBeVisible();
      await screens.rail('Sell');
    }
    await screens.addAmount(`${sale}0.00`);
    await screens.button(/^Charge/).click();
    await screens.paymentIs('approved');
    await screens.button('New sale').click();
    await screens.isSelling();
  }
  await screens.rail('Terminals');
  await expect(onTerminal(till).getByText(/^As usual · half within .*, 95 % within /)).toBeVisible();
  await onTerminal(till).getByRole('button', { name: 'Open', exact: true }).click();
  await expect(onTerminal(till).locator('[data-standing="usual"]')).toBeVisible();
  await expect(page.getByRole('img', { name: /of the last 10 payments/ })).toBeVisible();
  await expect(onTerminal(till).getByText(/^half within .*, 95 % within /)).toHaveCount(2);
  await expectAccessible(till);
});
