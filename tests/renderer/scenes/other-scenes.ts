import { fault, inputFault } from '../../../shared/fault.ts';
import { type RefundState } from '../../../shared/refund.ts';
import { type DeskMatter } from '../../../shared/views/desk.ts';
import { now } from '../samples/basket-samples.ts';
import { reference } from '../samples/payment-samples.ts';
import { pairing, quietTill, terminal } from '../samples/till-samples.ts';
import { type Scene, till, training, matter, alarm, openRail } from './scene.ts';

const second = 1_000;

const overlappingRefund = (state: RefundState): DeskMatter =>
  matter({
    kind: 'refund',
    id: `refund-${state}`,
    saleNumber: 171,
    reference: `counter1-k3f9-20261120-r0000${state.length}`,
    state,
    setAside: false,
    overlap: true,
    holdsTerminal: state === 'running',
    startedAt: now - 40 * second,
    fault: undefined,
  });

export const otherScenes: readonly Scene[] = [
  {
    name: 'desk',
    snapshot: till({
      desk: {
        matters: [
          matter(),
          matter({
            kind: 'refund',
            id: 'refund-7',
            saleNumber: 171,
            reference: 'counter1-k3f9-20261120-r000011',
            state: 'running',
            setAside: false,
            startedAt: now - 40 * second,
            fault: undefined,
          }),
        ],
        alarms: [],
      },
    }),
    prepare: openRail(/^(Desk|Oppfølging)$/),
  },
  {
    name: 'desk-overlap',
    snapshot: till({
      desk: {
        matters: [
          matter({ state: 'authorized', holdsTerminal: false, setAside: false, fault: undefined }),
          matter({
            id: 'attempt-10',
            saleNumber: 183,
            reference: 'counter1-k3f9-20261120-000183-1',
            state: 'waiting-customer',
            fault: fault('setup.network'),
            lastCheckedAt: undefined,
          }),
          overlappingRefund('done'),
          overlappingRefund('running'),
          { ...overlappingRefund('unknown'), overlap: false, fault: fault('unknown.deadline') },
        ],
        alarms: [],
      },
    }),
    prepare: openRail(/^(Desk|Oppfølging)$/),
  },
  { name: 'desk-empty', snapshot: till(), prepare: openRail(/^(Desk|Oppfølging)$/) },
  { name: 'terminals', snapshot: till(), prepare: openRail(/^Termina/) },
  {
    name: 'terminals-attention',
    snapshot: till({
      terminal: {
        ...terminal,
        status: 'ACTION_REQUIRED',
        statusReason: 'CHECK_UPDATE',
        fault: fault('terminal.not-active', { status: 'ACTION_REQUIRED' }),
        heldBy: reference,
      },
    }),
    prepare: openRail(/^Termina/),
  },
  {
    name: 'terminals-unread',
    snapshot: till({ terminal: { ...pairing.terminal, checkedAt: now, fault: fault('setup.rights') } }),
    prepare: openRail(/^Termina/),
  },
  { name: 'terminals-none', snapshot: till({ terminal: null }), prepare: openRail(/^Termina/) },
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
