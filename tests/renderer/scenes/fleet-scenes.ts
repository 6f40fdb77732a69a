import { type Page } from 'playwright';
import { type Fault, fault, inputFault } from '../../../shared/fault.ts';
import { type FleetTerminal, type FollowedTerminal } from '../../../shared/views/terminals.ts';
import { type Answers } from '../fake-wire.ts';
import { now } from '../samples/basket-samples.ts';
import { accountStores, fleetTerminals, largeFleet } from '../samples/fleet-samples.ts';
import { usualHealth } from '../samples/health-samples.ts';
import { reference } from '../samples/payment-samples.ts';
import { pairedTerminal, terminal, tillTerminals } from '../samples/till-samples.ts';
import { type Scene, openRail, till } from './scene.ts';

const stores: Answers = {
  'stores.list': { value: accountStores },
  'health.read': { value: usualHealth },
};

/** The terminals of the account come in one part. */
const listed = (terminals: readonly FleetTerminal[]): Answers => ({
  ...stores,
  'terminals.page': { value: { terminals } },
});

const openTerminals = openRail(/^Termina/);

const openRegister = async (page: Page): Promise<void> => {
  await openTerminals(page);
  await page
    .getByRole('button', { name: /^(Register terminal|Registrer terminal)$/ })
    .first()
    .click();
  await page.getByRole('combobox', { name: /^(Store|Butikk)$/ }).waitFor();
};

/** A terminal that is opened from the list, with what main follows of it. */
const detail = (
  name: string,
  one: FleetTerminal | undefined,
  more: Partial<FollowedTerminal> = {},
): Scene => {
  const terminalId = one?.terminalId ?? 'T12345678-T0002';
  return {
    name: `terminal-${name}`,
    snapshot: till({
      followedTerminals: [
        { terminalId, gone: false, checkedAt: now - 2_000, ...(one && { terminal: one }), ...more },
      ],
    }),
    answers: listed(fleetTerminals),
    prepare: async (page) => {
      await openTerminals(page);
      await page.locator(`button[data-terminal="${terminalId}"]`).click();
      await page.locator(`[data-terminal="${terminalId}"]:not(button)`).waitFor();
    },
  };
};

const named = (status: string): FleetTerminal | undefined =>
  fleetTerminals.find((one) => one.status === status && one.terminalId !== 'T12345678-T0001');

const registerRefused = (name: string, refusal: Fault, serial = '158222607285'): Scene => ({
  name: `terminal-new-${name}`,
  snapshot: till(),
  answers: { ...listed(fleetTerminals), 'terminals.register': { fault: refusal } },
  prepare: async (page) => {
    await openRegister(page);
    await page.getByRole('textbox').first().fill(serial);
    await page.getByRole('button', { name: /^(Register|Registrer)$/ }).click();
    await page.getByRole('alert').first().waitFor();
  },
});

export const fleetScenes: readonly Scene[] = [
  { name: 'terminals', snapshot: till(), answers: listed(fleetTerminals), prepare: openTerminals },
  {
    name: 'terminals-attention',
    snapshot: till({
      tillTerminals: tillTerminals({
        ...terminal,
        status: 'ACTION_REQUIRED',
        statusReason: 'CHECK_UPDATE',
        fault: fault('terminal.not-active', { status: 'ACTION_REQUIRED' }),
        heldBy: reference,
      }),
    }),
    answers: listed([]),
    prepare: openTerminals,
  },
  {
    name: 'terminals-unread',
    snapshot: till({
      tillTerminals: tillTerminals({ ...pairedTerminal, checkedAt: now, fault: fault('setup.rights') }),
    }),
    answers: {
      ...stores,
      'stores.list': { fault: fault('setup.rights', { scope: 'read:accounts' }) },
      'terminals.page': { fault: fault('setup.rights', { scope: 'read:accounts' }) },
    },
    prepare: openTerminals,
  },
  {
    name: 'terminals-none',
    snapshot: till({ tillTerminals: null }),
    answers: listed([]),
    prepare: openTerminals,
  },
  {
    name: 'terminals-reading',
    snapshot: till(),
    answers: { ...stores, 'terminals.page': { never: true } },
    prepare: openTerminals,
  },
  {
    name: 'terminals-many',
    snapshot: till(),
    answers: listed(largeFleet(5_000)),
    prepare: async (page) => {
      await openTerminals(page);
      await page.getByRole('button', { name: /^(Show more|Vis flere)/ }).waitFor();
    },
  },
  {
    name: 'terminals-searched',
    snapshot: till(),
    answers: listed(largeFleet(5_000)),
    prepare: async (page) => {
      await openTerminals(page);
      await page.getByRole('searchbox').fill('2607');
      await page.getByRole('button', { name: /^(Show more|Vis flere)/ }).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'terminals-no-match',
    snapshot: till(),
    answers: listed(fleetTerminals),
    prepare: async (page) => {
      await openTerminals(page);
      await page.getByRole('searchbox').fill('9999');
      await page.locator('button[data-terminal]').first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'terminals-stopped',
    snapshot: till(),
    answers: {
      ...stores,
      'terminals.page': { value: { terminals: fleetTerminals, next: 'T12345678-T0009' } },
    },
    prepare: async (page, wire) => {
      wire.answer('terminals.page', {
        from: (argument) =>
          JSON.stringify(argument) === '{}'
            ? { terminals: fleetTerminals, next: 'T12345678-T0009' }
            : { terminals: 'broken off' },
      });
      await openTerminals(page);
      await page.locator('[data-code="setup.bug"]').waitFor();
    },
  },

  detail('active', named('ACTIVE')),
  detail('pending', named('PENDING')),
  detail('action-required', named('ACTION_REQUIRED')),
  detail('other-reason', { ...fleetTerminals[2], terminalId: 'T12345678-T0003', statusReason: 'NEEDS_SIM' }),
  detail('inactive', named('INACTIVE')),
  detail('error', named('ERROR')),
  detail('deleted', named('DELETED')),
  detail('unknown-status', named('QUARANTINED')),
  detail('no-status', fleetTerminals[8]),
  detail('gone', named('ERROR'), { gone: true }),
  detail('unread', undefined, { fault: fault('setup.rights', { scope: 'read:accounts' }) }),
  {
    ...detail('move-refused', named('ERROR')),
    answers: {
      ...listed(fleetTerminals),
      'terminals.change': { fault: fault('setup.rights', { scope: 'write:accounts' }) },
    },
    prepare: async (page, wire) => {
      await detail('error', named('ERROR')).prepare?.(page, wire);
      await page.getByRole('button', { name: /^(Save|Lagre)$/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },

  { name: 'terminal-new', snapshot: till(), answers: listed(fleetTerminals), prepare: openRegister },
  registerRefused('empty', inputFault('input.required', 'serialNumber'), ''),
  registerRefused('letters', inputFault('input.serial-letters', 'serialNumber'), 'S58222607285'),
  registerRefused('length', inputFault('input.serial-length', 'serialNumber', { count: 11 }), '15822260728'),
  registerRefused(
    'simulated',
    inputFault('input.serial-simulated', 'serialNumber', { example: 'SIMULATED-T12345678-001' }),
    'SIMULATED-1',
  ),
  registerRefused('live', inputFault('input.serial-simulated-live', 'serialNumber'), 'SIMULATED-1'),
  registerRefused(
    'taken',
    inputFault('input.serial-taken', 'serialNumber', {
      terminalId: 'T12345678-T0004',
      storeId: 'pop-up',
    }),
  ),
  registerRefused('store-unknown', inputFault('input.store-unknown', 'storeId')),
  registerRefused('no-seller', inputFault('input.store-no-seller', 'storeId')),
  registerRefused('rights', fault('setup.rights', { scope: 'write:accounts' })),
  registerRefused('refused', fault('setup.terminal-refused')),
  registerRefused('lost', fault('setup.reply-lost')),
  {
    name: 'terminal-new-by-hand',
    snapshot: till(),
    answers: {
      ...stores,
      'stores.list': { fault: fault('setup.rights', { scope: 'read:accounts' }) },
    },
    prepare: async (page) => {
      await openTerminals(page);
      await page.getByRole('button', { name: /^(Register terminal|Registrer terminal)$/ }).click();
      await page.getByRole('textbox').nth(1).waitFor();
    },
  },
];
