import { fault, inputFault } from '../../../shared/fault.ts';
import { type Answers } from '../fake-wire.ts';
import { now } from '../samples/basket-samples.ts';
import { alarm } from '../samples/desk-samples.ts';
import { usualHealth } from '../samples/health-samples.ts';
import { reference } from '../samples/payment-samples.ts';
import { pairedTerminal, pairing, quietTill, terminal, tillTerminals } from '../samples/till-samples.ts';
import { type Scene, openRail, till, training } from './scene.ts';

const healthy: Answers = { 'health.read': { value: usualHealth } };

export const otherScenes: readonly Scene[] = [
  { name: 'terminals', snapshot: till(), answers: healthy, prepare: openRail(/^Termina/) },
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
    answers: healthy,
    prepare: openRail(/^Termina/),
  },
  {
    name: 'terminals-unread',
    snapshot: till({
      tillTerminals: tillTerminals({ ...pairedTerminal, checkedAt: now, fault: fault('setup.rights') }),
    }),
    answers: healthy,
    prepare: openRail(/^Termina/),
  },
  { name: 'terminals-none', snapshot: till({ tillTerminals: null }), prepare: openRail(/^Termina/) },
  { name: 'settings', snapshot: till(), prepare: openRail(/^(Settings|Innstillinger)$/) },
  { name: 'settings-training', snapshot: training(), prepare: openRail(/^(Settings|Innstillinger)$/) },
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
