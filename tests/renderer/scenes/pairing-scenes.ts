import { type Snapshot } from '../../../shared/contract.ts';
import { fault, inputFault } from '../../../shared/fault.ts';
import { type OperationView } from '../../../shared/views/operations.ts';
import { type Answers } from '../fake-wire.ts';
import { now } from '../samples/basket-samples.ts';
import { alarm } from '../samples/desk-samples.ts';
import { pairing, quietTill } from '../samples/till-samples.ts';
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
    staff: { people: [], locked: false },
  }),
  answers,
  ...over,
});

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
      staff: { people: [], locked: false },
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
      staff: { people: [], locked: false },
    }),
  },
];

export const pairingScenes: readonly Scene[] = [
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
    ...pairingScene('store', { 'pairing.stores': { value: { kind: 'not-allowed' } } }),
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
    ...pairingScene('terminal', {
      'pairing.terminals': { value: { kind: 'listed', choices: [...terminals, secondTerminal] } },
    }),
    name: 'pairing-terminals',
    prepare: async (page) => {
      await page.getByRole('radio', { name: /T0001/ }).click();
      await page.getByRole('checkbox', { name: /T0004/ }).click();
    },
  },
  {
    ...pairingScene('terminal', { 'pairing.terminals': { value: { kind: 'not-allowed' } } }),
    name: 'pairing-terminal-by-hand',
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
    ...pairingScene('profile', { 'pairing.profiles': { value: { kind: 'not-allowed' } } }),
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
