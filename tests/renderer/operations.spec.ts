import { fault } from '../../shared/fault.ts';
import { type OperationState, type OperationView } from '../../shared/views/operations.ts';
import { now } from './samples/basket-samples.ts';
import { usualHealth } from './samples/health-samples.ts';
import { terminal } from './samples/till-samples.ts';
import { argumentsOf, button, expect, test } from './till-test.ts';

const scene = 'health-usual';

const names = {
  'Show on terminal': 'open_menu',
  'Check update': 'check_update',
  'Send logs': 'send_logs',
  'End of day': 'end_of_day',
} as const;

const operation = (state: OperationState, more: Partial<OperationView> = {}): OperationView => ({
  terminalId: terminal.terminalId,
  kind: 'send_logs',
  state,
  startedAt: now,
  ...more,
});

for (const [name, kind] of Object.entries(names)) {
  test(`“${name}” asks the terminal for ${kind}`, async ({ open }) => {
    const { page, wire } = await open(scene);
    await button(page, name).click();
    expect(await argumentsOf(wire, 'operations.start')).toEqual([{ terminalId: terminal.terminalId, kind }]);
  });
}

const buttonStates: Readonly<Record<OperationState, string>> = {
  asking: 'pending',
  waiting: 'pending',
  running: 'pending',
  completed: 'completed',
  failed: 'failed',
  timeout: 'timeout',
  unknown: 'timeout',
  refused: 'failed',
};

test('The button of an operation says for automation where it stands', async ({ open }) => {
  const { page, wire } = await open(scene);
  await expect(button(page, 'Send logs')).not.toHaveAttribute('data-operation-state');
  for (const [state, seen] of Object.entries(buttonStates)) {
    wire.push('operations', [operation(state as OperationState)]);
    await expect(button(page, 'Send logs')).toHaveAttribute('data-operation-state', seen);
  }
  await expect(button(page, 'End of day')).not.toHaveAttribute('data-operation-state');
});

test('What runs can not be pressed again, and keeps the focus', async ({ open }) => {
  const { page, wire } = await open(scene);
  await button(page, 'Send logs').focus();
  await page.keyboard.press('Enter');
  wire.push('operations', [operation('running')]);
  await expect(button(page, 'Send logs')).toHaveAttribute('aria-busy', 'true');
  await expect(button(page, 'Send logs')).toBeFocused();
  await page.keyboard.press('Enter');
  expect(wire.callsOf('operations.start')).toHaveLength(1);
});

test('An operation of another terminal is not shown', async ({ open }) => {
  const { page, wire } = await open(scene);
  wire.push('operations', [operation('completed', { terminalId: 'T12345678-T0009' })]);
  await expect(button(page, 'Send logs')).not.toHaveAttribute('data-operation-state');
});

test('A busy terminal is counted down to', async ({ open }) => {
  const { page, wire } = await open(scene);
  wire.push('operations', [operation('waiting', { againAt: now + 5_000 })]);
  await expect(page.getByText('It is asked again in 5 s.')).toBeVisible();
  await page.clock.setFixedTime(now + 2_000);
  await expect(page.getByText('It is asked again in 3 s.')).toBeVisible();
  await page.clock.setFixedTime(now + 6_000);
  await expect(page.getByText('It is asked again now.')).toBeVisible();
  await page.clock.setFixedTime(now);
});

test('The health is read again when a payment has changed', async ({ open }) => {
  const { page, wire } = await open(scene);
  await expect(page.locator('[data-standing="usual"]')).toBeVisible();
  wire.answer('health.read', { value: { ...usualHealth, standing: 'slow' } });
  wire.push('sales', { revision: 2 });
  await expect(page.locator('[data-standing="slow"]')).toBeVisible();
});

test('The health is read again when an operation has ended', async ({ open }) => {
  const { page, wire } = await open(scene);
  await expect(page.getByText('4.2.1')).toBeVisible();
  wire.answer('health.read', { value: { ...usualHealth, firmware: '4.3.0' } });
  wire.push('operations', [operation('completed', { kind: 'check_update', endedAt: now })]);
  await expect(page.getByText('4.3.0')).toBeVisible();
});

test('The chart of times says its figures in words', async ({ open }) => {
  const { page } = await open(scene);
  await expect(page.getByRole('img', { name: /last 13 payments: from 0\.9 s to 2\.6 s/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /half within 1\.3 s, 95 % within 2\.6 s/ })).toBeVisible();
});

test('The chart says how many had no contact', async ({ open }) => {
  const { page } = await open('health-dead');
  await expect(page.getByRole('img', { name: /3 had no contact/ })).toBeVisible();
});

test('Pairing shows on the chosen terminal which one it is', async ({ open }) => {
  const { page, wire } = await open('pairing-terminal');
  await page.getByRole('radio', { name: 'T12345678-T0001' }).click();
  await button(page, 'Show on terminal').click();
  expect(await argumentsOf(wire, 'operations.start')).toEqual([
    { terminalId: 'T12345678-T0001', kind: 'open_menu' },
  ]);
});

test('Pairing shows on a terminal that was typed by hand which one it is', async ({ open }) => {
  const { page, wire } = await open('pairing-terminal-by-hand');
  await page.getByRole('textbox', { name: 'Terminal ID', exact: true }).fill(' T12345678-T0007 ');
  await button(page, 'Show on terminal').click();
  expect(await argumentsOf(wire, 'operations.start')).toEqual([
    { terminalId: 'T12345678-T0007', kind: 'open_menu' },
  ]);
});

test('What this API client may not ask for offers a second one', async ({ open }) => {
  const { page, wire } = await open(scene);
  const scope = 'write:checkout:/admin/terminals';
  wire.push('operations', [operation('refused', { fault: fault('setup.rights', { scope }) })]);
  await expect(page.getByText(`It needs the scope ${scope}.`)).toBeVisible();
  await expect(button(page, /second API client/i)).toBeVisible();
});
