import { type Snapshot } from '../../../shared/contract.ts';
import { fault, inputFault } from '../../../shared/fault.ts';
import { type OperationView } from '../../../shared/views/operations.ts';
import { type Answers } from '../fake-wire.ts';
import { now } from '../samples/basket-samples.ts';
import { alarm } from '../samples/desk-samples.ts';
import { nobodyYet, pairing, quietTill } from '../samples/till-samples.ts';
import { type Scene, till, training } from './scene.ts';

const pairingScene = (
  step: NonNullable<Snapshot['pairing']['draft']>['step'],
  answers: Answers = {},
  over: Partial<Scene> = {},
): Scene => ({
  name: `pairing-${step}`,
  snapshot: till({
    app: { ...quietTill.app, stage: 'pairing' },
    pairing: {
      draft: {
        step,
        ...(step !== 'account' && { accountId: pairing.accountId }),
        ...(['profile', 'terminal', 'till', 'manager'].includes(step) && { store: pairing.store }),
        ...(['terminal', 'till', 'manager'].includes(step) && { profile: pairing.profile }),
        ...(['till', 'manager'].includes(step) && {
          terminals: pairing.terminals,
          defaultTerminalId: pairing.defaultTerminalId,
          lockedToDefault: false,
        }),
        ...(step === 'manager' && { tillName: pairing.tillName }),
      },
    },
    staff: nobodyYet,
  }),
  answers,
  ...over,
});

const minute = 60_000;

const stores = [
  {
    storeId: 'oslo-center',
    name: 'Oslo Center',
    payoutDestinationId: 'seller-1',
    payoutStatus: 'ACTIVE',
  },
  {
    storeId: 'bergen-harbour',
    name: 'Bergen Harbour',
    payoutDestinationId: 'seller-2',
    payoutStatus: 'WAITING_FOR_SIGNATURE',
  },
  { storeId: 'pop-up', name: 'Pop-up' },
];

const terminals = [
  { terminalId: 'T12345678-T0001', serialNumber: '4711-0012-2607', model: 'SATURN1000F2', status: 'ACTIVE' },
  {
    terminalId: 'T12345678-T0002',
    serialNumber: '4711-0012-2611',
    model: 'SATURN1000F2',
    status: 'ACTION_REQUIRED',
    statusReason: 'CHECK_UPDATE',
  },
  { terminalId: 'T12345678-T0003', serialNumber: '4711-0012-2612', status: 'PENDING' },
];

const secondTerminal = {
  terminalId: 'T12345678-T0004',
  serialNumber: '4711-0012-2619',
  model: 'SATURN1000F2',
  status: 'ACTIVE',
};

const profiles = [
  { profileId: 'T12345678.in-person', description: 'In person', enablesInPerson: true },
  { profileId: 'T12345678.web', description: 'Web shop', enablesInPerson: false },
];

/** A terminal is chosen, and was asked to show which one it is. */
const shown = (state: OperationView['state'], name: string): Scene => {
  const { snapshot, ...scene } = pairingScene('terminal', {
    'pairing.terminals': { value: { kind: 'listed', choices: terminals } },
  });
  const terminalId = pairing.defaultTerminalId;
  const operation: OperationView = { terminalId, kind: 'open_menu', state, startedAt: now, endedAt: now };
  return {
    ...scene,
    name,
    snapshot: { ...snapshot, operations: [operation] },
    prepare: async (page) => {
      await page.getByRole('radio', { name: terminalId }).click();
      await page.locator('[data-operation-state]').waitFor();
    },
  };
};

export const welcomeScenes: readonly Scene[] = [
  {
    name: 'welcome',
    snapshot: till({
      app: { ...quietTill.app, stage: 'welcome' },
      pairing: {},
      tillTerminals: null,
      staff: nobodyYet,
    }),
  },
  {
    name: 'welcome-resumed',
    snapshot: till({
      app: {
        ...quietTill.app,
        stage: 'welcome',
        notices: [
          {
            id: 'settings',
            fault: fault('setup.settings-broken', { file: 'settings-20261120-140200.json' }),
          },
        ],
      },
      pairing: { draft: { step: 'terminal', accountId: 'T12345678' } },
      tillTerminals: null,
      staff: nobodyYet,
    }),
  },
];

const unpaired: Scene = {
  name: 'welcome-unpaired',
  snapshot: till({
    app: {
      ...quietTill.app,
      stage: 'welcome',
      notices: [
        {
          id: 'unpaired',
          fault: fault('setup.unpaired', {
            file: '/home/ola/.config/Tillside/live/journal-T12345678.sqlite',
          }),
        },
      ],
    },
    pairing: {},
    tillTerminals: null,
  }),
};

export const pairingScenes: readonly Scene[] = [
  unpaired,
  pairingScene('account'),
  {
    ...pairingScene('account', { 'pairing.connect': { fault: fault('setup.login') } }),
    name: 'pairing-account-refused',
    prepare: async (page) => {
      await page.getByRole('textbox').nth(0).fill('T12345678');
      await page.getByRole('textbox').nth(1).fill('client');
      await page.getByRole('textbox').nth(2).fill('secret');
      await page.getByRole('button', { name: /^(Connect|Koble til)$/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...pairingScene('account', {
      'pairing.connect': { fault: inputFault('input.account-id', 'accountId') },
    }),
    name: 'pairing-practice',
    snapshot: training({
      app: { ...quietTill.app, mode: 'training', stage: 'pairing' },
      pairing: {
        draft: { step: 'account' },
        practice: { accountId: 'T00000001', clientId: 'practice-client', clientSecret: 'practice-secret' },
      },
    }),
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(Connect|Koble til)$/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  shown('completed', 'pairing-terminal-shown'),
  shown('timeout', 'pairing-terminal-silent'),
  pairingScene('store', { 'pairing.stores': { value: { kind: 'listed', choices: stores } } }),
  {
    ...pairingScene('store', { 'pairing.stores': { value: { kind: 'listed', choices: [] } } }),
    name: 'pairing-store-none',
  },
  {
    ...pairingScene('store', {
      'pairing.stores': { value: { kind: 'not-allowed', scope: 'read:accounts' } },
    }),
    name: 'pairing-store-by-hand',
  },
  pairingScene(
    'profile',
    { 'pairing.profiles': { value: { kind: 'listed', choices: profiles } } },
    {
      prepare: async (page) => {
        await page.getByRole('combobox').click();
        await page.getByRole('option').first().waitFor();
      },
    },
  ),
  pairingScene(
    'terminal',
    { 'pairing.terminals': { value: { kind: 'listed', choices: terminals } } },
    {
      prepare: async (page) => {
        await page.getByRole('button', { name: /^(Continue|Fortsett)$/ }).click();
        await page.getByRole('alert').waitFor();
        await page.getByRole('radio', { name: /T0001/ }).click();
      },
    },
  ),
  pairingScene(
    'till',
    {},
    {
      prepare: async (page) => {
        await page.getByRole('textbox').fill('Kasse 1');
      },
    },
  ),
  pairingScene('manager'),
  {
    ...pairingScene('terminal'),
    snapshot: till({
      app: { ...quietTill.app, stage: 'pairing' },
      pairing: {
        draft: {
          step: 'terminal',
          accountId: pairing.accountId,
          store: pairing.store,
          profile: pairing.profile,
          tillName: pairing.tillName,
        },
      },
    }),
    name: 'pairing-terminals',
    answers: {
      'pairing.terminals': { value: { kind: 'listed', choices: [...terminals, secondTerminal] } },
      'pairing.otherTills': {
        value: [
          { terminalId: 'T12345678-T0001', till: 'counter4', lastSeenAt: now - 25 * minute },
          { terminalId: 'T12345678-T0004', till: 'counter1', lastSeenAt: now - 190 * minute },
        ],
      },
    },
    prepare: async (page) => {
      await page.getByRole('radio', { name: /T0001/ }).click();
      await page.getByRole('checkbox', { name: /T0004/ }).click();
      await page.getByText('counter4').waitFor();
    },
  },
  {
    ...pairingScene('terminal', {
      'pairing.terminals': { value: { kind: 'not-allowed', scope: 'read:accounts' } },
    }),
    name: 'pairing-terminal-by-hand',
  },
  {
    ...pairingScene('till', {
      'pairing.tillsOfStore': {
        value: [{ terminalId: 'T12345678-T0004', till: 'kasse1', lastSeenAt: now - 25 * minute }],
      },
    }),
    name: 'pairing-till-taken',
    prepare: async (page) => {
      await page.getByRole('textbox').fill('Kasse 1');
      await page.getByText('kasse1,').waitFor();
    },
  },
  {
    ...pairingScene('account'),
    name: 'pairing-account-connected',
    snapshot: till({
      app: { ...quietTill.app, stage: 'pairing' },
      pairing: { paired: pairing, draft: { ...pairing, step: 'account' } },
    }),
  },
  {
    ...pairingScene('store', {
      'pairing.stores': { value: { kind: 'not-allowed', scope: 'read:accounts' } },
      'pairing.useManagement': { fault: fault('setup.rights', { scope: 'read:accounts' }) },
    }),
    name: 'pairing-second-client',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(Use a second|Bruk en API)/ }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByRole('textbox').nth(0).fill('management-client');
      await dialog.getByRole('textbox').nth(1).fill('secret');
      await dialog.getByRole('button').last().click();
      await page.locator('[data-code="setup.rights"]').waitFor();
    },
  },
  {
    ...pairingScene('terminal', { 'pairing.terminals': { value: { kind: 'listed', choices: [] } } }),
    name: 'pairing-terminal-none',
  },
  {
    ...pairingScene('terminal', { 'pairing.terminals': { never: true } }),
    name: 'pairing-terminal-reading',
  },
  {
    ...pairingScene('profile', {
      'pairing.profiles': { value: { kind: 'not-allowed', scope: 'read:accounts' } },
    }),
    name: 'pairing-profile-by-hand',
  },
  {
    ...pairingScene('store', { 'pairing.stores': { fault: fault('setup.dintero-down') } }),
    name: 'pairing-store-unread',
  },
  {
    ...pairingScene('manager', { 'pairing.finish': { fault: inputFault('input.pin-repeat', 'repeatPin') } }),
    name: 'pairing-manager-refused',
    prepare: async (page) => {
      await page.getByRole('button').last().click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...pairingScene('store', { 'pairing.stores': { value: { kind: 'listed', choices: stores } } }),
    name: 'pairing-alarm',
    snapshot: till({
      app: { ...quietTill.app, stage: 'pairing' },
      pairing: { paired: pairing, draft: { step: 'store', accountId: pairing.accountId } },
      desk: { matters: [], alarms: [alarm] },
    }),
  },
];
