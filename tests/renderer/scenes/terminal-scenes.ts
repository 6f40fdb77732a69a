import { type Page } from 'playwright';
import { type Snapshot } from '../../../shared/contract.ts';
import { fault } from '../../../shared/fault.ts';
import { minorUnits } from '../../../shared/money.ts';
import { type OperationKind, type OperationView } from '../../../shared/views/operations.ts';
import { type Answers } from '../fake-wire.ts';
import { now } from '../samples/basket-samples.ts';
import { accountStores, fleetTerminals } from '../samples/fleet-samples.ts';
import { deadHealth, newHealth, slowHealth, usualHealth } from '../samples/health-samples.ts';
import { reference } from '../samples/payment-samples.ts';
import { pairedTerminal, terminal } from '../samples/till-samples.ts';
import { type Scene, catalogue, openRail, simulated, till, training } from './scene.ts';

const kinds: readonly OperationKind[] = ['open_menu', 'check_update', 'send_logs', 'end_of_day'];
const account: Answers = {
  'stores.list': { value: accountStores },
  'terminals.page': { value: { terminals: fleetTerminals } },
};
const healthy: Answers = { ...account, 'health.read': { value: usualHealth } };
/** The paired terminal as the account has it. */
const followedTerminals: Snapshot['followedTerminals'] = [
  {
    terminalId: terminal.terminalId,
    terminal: { ...pairedTerminal, status: 'ACTIVE', storeId: 'oslo-center' },
    gone: false,
    checkedAt: now - 2_000,
  },
];

const open = async (page: Page): Promise<void> => {
  await openRail(/^Termina/)(page);
  await page.getByRole('button', { name: /^(Open|Åpne)$/ }).click();
  await page.getByRole('heading', { level: 1, name: /2607/ }).waitFor();
};

const operation = (kind: OperationKind, more: Partial<OperationView>): OperationView => ({
  terminalId: terminal.terminalId,
  kind,
  state: 'running',
  startedAt: now - 95_000,
  ...more,
});

/** Each of them has come to this end, one after the other. */
const all = (more: Partial<OperationView>): readonly OperationView[] =>
  kinds.map((kind, index) => operation(kind, { endedAt: now - (kinds.length - index) * 3_600_000, ...more }));

const figures = {
  outcome: 'accepted',
  batchId: '118',
  startOfDayAt: Date.parse('2026-11-20T07:58:00+01:00'),
  purchases: 42,
  purchasesAmount: minorUnits(1_284_500),
  reversals: 1,
  reversalsAmount: minorUnits(5_000),
  saleAmount: minorUnits(1_284_500),
  tipAmount: minorUnits(0),
} as const;

const operations: Readonly<Record<string, readonly OperationView[]>> = {
  asking: [operation('open_menu', { state: 'asking', startedAt: now })],
  'asking-again': [operation('send_logs', { state: 'asking', fault: fault('setup.network-timeout') })],
  busy: [operation('check_update', { state: 'waiting', againAt: now + 5_000 })],
  held: [operation('end_of_day', { state: 'waiting', heldBy: reference })],
  running: [operation('check_update', { state: 'running' })],
  strange: [
    operation('end_of_day', { state: 'running', word: 'IN_PROGRESS', fault: fault('setup.network') }),
  ],
  completed: [
    ...all({ state: 'completed' }).slice(0, -1),
    operation('end_of_day', { state: 'completed', endedAt: now - 60_000, endOfDay: figures }),
  ],
  'strange-figures': [
    operation('end_of_day', { state: 'completed', endOfDay: { outcome: 'PARTLY', purchases: 3 } }),
  ],
  failed: all({ state: 'failed' }),
  timeout: all({ state: 'timeout' }),
  unknown: all({
    state: 'unknown',
    fault: fault('setup.rights', { scope: 'read:checkout:/admin/terminals' }),
  }),
  refused: all({ state: 'refused', fault: fault('terminal.operation-busy') }),
};

/** What a terminal is asked to do, how it does, and its menu. */
export const terminalScenes: readonly Scene[] = [
  ...Object.entries(operations).map(([name, slice]): Scene => ({
    name: `operations-${name}`,
    snapshot: till({ operations: slice, followedTerminals }),
    answers: healthy,
    prepare: async (page) => {
      await open(page);
      await page.locator('[data-terminal] ul li').last().scrollIntoViewIfNeeded();
    },
  })),
  {
    name: 'operations-not-now',
    snapshot: till({ followedTerminals }),
    answers: {
      ...healthy,
      'operations.start': { fault: fault('terminal.operation-reserved', { reference }) },
    },
    prepare: async (page) => {
      await open(page);
      await page.getByRole('button', { name: /^(Show on terminal|Vis på terminalen)$/ }).click();
      await page.locator('[data-code="terminal.operation-reserved"]').waitFor();
    },
  },
  ...Object.entries({ usual: usualHealth, slow: slowHealth, dead: deadHealth, new: newHealth }).map(
    ([name, health]): Scene => ({
      name: `health-${name}`,
      snapshot: till({ followedTerminals }),
      answers: { ...account, 'health.read': { value: health } },
      prepare: async (page) => {
        await open(page);
        await page.locator('[data-standing]').waitFor();
        await page.locator('[data-standing]').scrollIntoViewIfNeeded();
      },
    }),
  ),
  {
    name: 'health-loading',
    snapshot: till({ followedTerminals }),
    answers: { ...account, 'health.read': { never: true } },
    prepare: open,
  },
  {
    name: 'training-menu',
    snapshot: training({ simulatedTerminal: { ...simulated, menu: true } }),
    answers: catalogue,
  },
];
