import { onTestFinished } from 'vitest';
import type { DinteroClient } from '../../../electron/dintero/client.ts';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import { type AccountKind, type Sandbox, startSandbox } from '../../../electron/sandbox/sandbox.ts';
import { trainingClients } from '../../../electron/sandbox/training-account.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { AccountStores } from '../../../electron/onboarding/stores.ts';
import { Fleet } from '../../../electron/terminals/fleet.ts';
import { FollowedTerminals } from '../../../electron/terminals/followed-terminals.ts';
import { ok } from '../../../shared/result.ts';
import { HandClock } from '../hand-clock.ts';
import { clientOf } from '../pairing/open-wizard.ts';

/** The terminals and stores of an account of a sandbox whose time stands still. */
export interface FleetBench {
  readonly sandbox: Sandbox;
  readonly clock: HandClock;
  readonly dintero: DinteroClient;
  readonly fleet: Fleet;
  readonly stores: AccountStores;
  readonly followed: FollowedTerminals;
  /** How often a screen was told that something has changed. */
  readonly changes: () => number;
  /** Paths of the requests of a method, oldest first. */
  readonly requests: (method: 'GET' | 'POST' | 'PUT') => readonly string[];
}

export async function openFleet(
  setUp: {
    readonly options?: OptionsChange;
    readonly account?: AccountKind;
    readonly client?: keyof typeof trainingClients;
    /** The terminal that a payment holds. */
    readonly held?: string;
  } = {},
): Promise<FleetBench> {
  const { client = 'full', held, ...start } = setUp;
  const clock = new HandClock();
  const sandbox = await startSandbox({ clock, ...start });
  const dintero = clientOf(sandbox, clock, sandbox.accountId, () =>
    Promise.resolve(ok({ accountId: sandbox.accountId, ...trainingClients[client] })),
  );
  let changes = 0;
  const followed = new FollowedTerminals({
    dintero: () => ok(dintero),
    clock,
    log: silentLog,
    onChange: () => {
      changes += 1;
    },
  });
  onTestFinished(async () => {
    followed.close();
    await dintero.close();
    await sandbox.close();
  });
  return {
    sandbox,
    clock,
    dintero,
    fleet: new Fleet({
      dintero: () => ok(dintero),
      heldBy: (terminalId) => (terminalId === held ? 'till-1' : undefined),
    }),
    stores: new AccountStores({ dintero: () => ok(dintero) }),
    followed,
    changes: () => changes,
    requests: (method) =>
      sandbox.requests().flatMap((request) => (request.method === method ? [request.path] : [])),
  };
}
