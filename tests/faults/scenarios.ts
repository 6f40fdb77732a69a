import type { OptionsChange } from '../../electron/sandbox/options.ts';
import type { Exchange } from './kill-points.ts';
import { refundElsewhere } from './other-till.ts';
import type { World } from './world.ts';

/** What people do at the till, up to the money call that the scenario is about. The harness follows it to its end. */
export interface Scenario {
  /** The exchange whose bytes are counted; absent when it is about the journal alone. */
  readonly exchange?: Exchange;
  readonly sandbox: OptionsChange;
  /** What happened in processes before the one that is killed. Leaves the world with a till that is not open. */
  readonly before?: (world: World) => Promise<unknown>;
  /** From an open till. Ends when the call has been answered, or is kept back. */
  readonly act: (world: World) => Promise<unknown>;
  /** What an impatient person does to a till that was started again, before it has looked at anything. */
  readonly again: (world: World) => Promise<unknown>;
  /** Whether the customer pays, or has left. */
  readonly customerTaps: boolean;
  /** How long it is followed at least, in ms, for what comes late. */
  readonly leastMs?: number;
}

const charge = (world: World): Promise<unknown> => world.order({ do: 'charge', acceptRisk: false });

const ring = async (world: World, amount = 19_950, quantity = 2): Promise<void> => {
  await world.order({ do: 'enter', amount, quantity });
  await charge(world);
};

const payTwo = async (world: World): Promise<void> => {
  await ring(world);
  world.tap();
  await world.pass(2_000);
};

/** Looked at as FAILED, captured later: see the sandbox's amounts. */
const failsAtFirst = 115;

export const scenarioNames = ['create', 'cancel', 'refund', 'beside', 'twice', 'recover'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  /** A sale. */
  create: {
    exchange: 'create',
    sandbox: {},
    act: (world) => ring(world),
    again: charge,
    customerTaps: true,
  },

  /** A sale whose customer has second thoughts. */
  cancel: {
    exchange: 'cancel',
    sandbox: {},
    act: async (world) => {
      await ring(world);
      await world.pass(1_000);
      await world.order({ do: 'cancel' });
    },
    again: async (world) => {
      const { canCancel } = await world.pass(0);
      await (canCancel ? world.order({ do: 'cancel' }) : charge(world));
    },
    customerTaps: false,
  },

  /** One of two coffees goes back; the customer confirms on the terminal. */
  refund: {
    exchange: 'refund',
    sandbox: { captureDelayMs: 0 },
    act: async (world) => {
      await payTwo(world);
      await world.order({ do: 'refund', quantity: 1 });
    },
    again: (world) => world.order({ do: 'refund', quantity: 2 }),
    customerTaps: true,
  },

  /** The same, while another till gives all of it back in the same instant, and Dintero takes both. */
  beside: {
    exchange: 'refund',
    sandbox: { captureDelayMs: 0, countRunningRefunds: false, refundConfirmed: 'by-itself' },
    act: async (world) => {
      await payTwo(world);
      world.proxy.plan({ on: 'refund', every: 1, times: 1, first: () => refundElsewhere(world.sandbox) });
      await world.order({ do: 'refund', quantity: 1 });
    },
    again: (world) => world.order({ do: 'refund', quantity: 1 }),
    customerTaps: true,
  },

  /** A payment that fails is tried again, and both turn out to be taken. */
  twice: {
    sandbox: { captureDelayMs: 0, laterMs: 40_000 },
    act: async (world) => {
      await ring(world, failsAtFirst, 1);
      world.tap();
      await world.pass(2_000);
      await charge(world);
    },
    again: charge,
    customerTaps: true,
    leastMs: 90_000,
  },

  /** A till that died after its request, that was paid meanwhile, and that dies again while it starts. */
  recover: {
    sandbox: {},
    before: async (world) => {
      await world.open();
      await ring(world);
      await world.replaceTill();
      world.tap();
    },
    act: (world) => world.pass(2_000),
    again: charge,
    customerTaps: true,
  },
};
