import { fault, inputFault } from '../../../shared/fault.ts';
import { now } from '../samples/basket-samples.ts';
import { alarm } from '../samples/desk-samples.ts';
import {
  otherTerminals,
  pairedTerminal,
  pairing,
  quietTill,
  terminal,
  tillTerminals,
} from '../samples/till-samples.ts';
import { approve } from './people-scenes.ts';
import { type Scene, openRail, till, training } from './scene.ts';

export const otherScenes: readonly Scene[] = [
  {
    name: 'terminals-several',
    snapshot: till({
      tillTerminals: {
        ...tillTerminals(terminal, ...otherTerminals),
        otherTills: [
          { terminalId: pairedTerminal.terminalId, till: 'counter4', lastSeenAt: now - 1_500_000 },
          { terminalId: 'T12345678-T0004', till: 'counter1', lastSeenAt: now - 11_400_000 },
        ],
      },
    }),
    prepare: openRail(/^Termina/),
  },
  {
    name: 'settings-clients',
    snapshot: till({
      pairing: {
        paired: {
          ...pairing,
          clients: { checkout: 'till-client-7', management: 'management-client-1' },
          terminals: [pairedTerminal, { terminalId: 'T12345678-T0004' }],
          lockedToDefault: true,
        },
      },
    }),
    answers: { 'pairing.removeManagement': { fault: fault('setup.keychain-locked') } },
    prepare: async (page) => {
      await openRail(/^(Settings|Innstillinger)$/)(page);
      await page
        .getByRole('button', { name: /^(Remove the second API client|Fjern API-klient nummer to)$/ })
        .click();
      await page.locator('[data-code="setup.keychain-locked"]').waitFor();
    },
  },
  {
    name: 'settings-new-secret',
    snapshot: till(),
    answers: { 'pairing.replaceClient': { fault: fault('setup.login') } },
    prepare: async (page) => {
      await openRail(/^(Settings|Innstillinger)$/)(page);
      await page.getByRole('button', { name: /^(New client secret|Ny klienthemmelighet)$/ }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByRole('textbox').nth(1).fill('mistyped');
      await dialog.getByRole('button').last().click();
      await page.locator('[data-code="setup.login"]').waitFor();
    },
  },
  {
    name: 'settings-unpair',
    snapshot: till(),
    answers: { 'pairing.unpair': { fault: fault('setup.open-matters', { count: 2 }) } },
    prepare: async (page) => {
      await openRail(/^(Settings|Innstillinger)$/)(page);
      await page.getByRole('button', { name: /^(Unpair this till|Koble fra)$/ }).click();
      const dialog = page.getByRole('alertdialog');
      await approve(page);
      await dialog.getByRole('button').last().click();
      await page.locator('[data-code="setup.open-matters"]').waitFor();
    },
  },
  { name: 'settings', snapshot: till(), prepare: openRail(/^(Settings|Innstillinger)$/) },
  {
    name: 'settings-training',
    snapshot: training({
      trainingScenarios: [
        { scenario: 'terminal-needs-update', on: true },
        { scenario: 'seller-under-review', on: false },
        { scenario: 'terminal-busy', on: false },
      ],
    }),
    prepare: openRail(/^(Settings|Innstillinger)$/),
  },
  {
    name: 'settings-resume',
    snapshot: till({ pairing: { paired: pairing, draft: { step: 'terminal', accountId: 'T12345678' } } }),
    prepare: openRail(/^(Settings|Innstillinger)$/),
  },
  {
    name: 'settings-refused',
    snapshot: till(),
    answers: { 'settings.save': { fault: inputFault('input.address', 'callbackUrl') } },
    prepare: async (page) => {
      await openRail(/^(Settings|Innstillinger)$/)(page);
      await page.getByRole('button', { name: /^(Save|Lagre)$/ }).click();
      await page.locator('[data-code="input.address"]').waitFor();
    },
  },
  { name: 'lock', snapshot: till({ staff: { ...quietTill.staff, locked: true } }) },
  {
    name: 'lock-refused',
    snapshot: training({
      staff: { ...quietTill.staff, locked: true },
      desk: { matters: [], alarms: [alarm] },
      app: { ...quietTill.app, mode: 'training', liveMatters: 1 },
    }),
    answers: { 'staff.unlock': { fault: inputFault('input.pin-locked', 'pin', { seconds: 30 }) } },
    prepare: async (page) => {
      await page.getByRole('textbox').fill('9999');
      await page.keyboard.press('Enter');
      await page.locator('[data-code="input.pin-locked"]').waitFor();
    },
  },
];
