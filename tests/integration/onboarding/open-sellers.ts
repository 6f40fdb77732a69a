import { onTestFinished } from 'vitest';
import type { DinteroClient } from '../../../electron/dintero/client.ts';
import { Sellers } from '../../../electron/onboarding/sellers.ts';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import { type AccountKind, type Sandbox, startSandbox } from '../../../electron/sandbox/sandbox.ts';
import { trainingClients } from '../../../electron/sandbox/training-account.ts';
import { silentLog } from '../../../electron/support/log.ts';
import type { Fault } from '../../../shared/fault.ts';
import { type Result, err, ok } from '../../../shared/result.ts';
import {
  type SellerApplication,
  type SellerForm,
  emptySellerForm,
  readSellerForm,
} from '../../../shared/seller-form.ts';
import type { SellerView } from '../../../shared/views/sellers.ts';
import { HandClock } from '../hand-clock.ts';
import { clientOf } from '../pairing/open-wizard.ts';
import { allQuiet } from '../payments/network.ts';

/** An application that has everything it needs. */
export const company: SellerForm = {
  ...emptySellerForm,
  payoutDestinationId: 'kaffebaren',
  name: 'Kaffebaren AS',
  organisationNumber: '923 663 487',
  accountNumber: '8601 11 17947',
  payoutReference: 'Kaffebaren',
  signerName: 'Kari Nordmann',
  signerEmail: 'kari@example.com',
};

/** The same as it goes to Dintero, with another id. */
export function companyNamed(payoutDestinationId: string, now: number): SellerApplication {
  const read = readSellerForm({ ...company, payoutDestinationId }, { now, testAccount: true });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

export const applyCall = /\/approvals\/payout-destinations$/;

/** The sellers of an account of a sandbox whose time stands still. */
export interface SellersBench {
  readonly sandbox: Sandbox;
  readonly clock: HandClock;
  readonly dintero: DinteroClient;
  readonly sellers: Sellers;
  /** The pages that were opened in the browser, oldest first. */
  readonly opened: readonly string[];
  /** Has the browser fail from now on. */
  readonly breakBrowser: (fault: Fault) => void;
  /** The account is no longer the one that is worked on. */
  readonly changeAccount: () => void;
  /** The bodies of the applications that arrived. */
  readonly applications: () => readonly unknown[];
  /** How many requests read a seller. */
  readonly looks: () => number;
  /** Lets time pass, in ms; every request that is made on the way is answered at once. */
  readonly pass: (ms: number) => Promise<void>;
  /** Resolves when the open seller is as `fits` says; time passes until then. */
  readonly until: (fits: (view: SellerView) => boolean) => Promise<SellerView>;
  /** Resolves as `work` does; time passes until then. */
  readonly passing: <Value>(work: Promise<Value>) => Promise<Value>;
}

export async function openSellers(
  setUp: {
    readonly options?: OptionsChange;
    readonly account?: AccountKind;
    readonly client?: keyof typeof trainingClients;
  } = {},
): Promise<SellersBench> {
  const { client = 'full', ...start } = setUp;
  const clock = new HandClock();
  const sandbox = await startSandbox({ clock, ...start });
  const login = { accountId: sandbox.accountId, ...trainingClients[client] };
  const dintero = clientOf(sandbox, clock, sandbox.accountId, () => Promise.resolve(ok(login)));
  const other = { ...dintero, accountId: 'T99999999' };
  const opened: string[] = [];
  let account = dintero;
  let browser: Result<null> = ok(null);
  const sellers = new Sellers({
    dintero: () => ok(account),
    openPage: (url) => {
      if (browser.ok) opened.push(url.href);
      return Promise.resolve(browser);
    },
    clock,
    log: silentLog,
    onChange: () => undefined,
  });
  onTestFinished(async () => {
    sellers.close();
    await dintero.close();
    await sandbox.close();
  });
  const next = async (mostMs: number): Promise<void> => {
    await clock.pass(Math.min(mostMs, clock.waiting[0] ?? mostMs));
    await allQuiet();
  };
  return {
    sandbox,
    clock,
    dintero,
    sellers,
    opened,
    breakBrowser: (fault) => {
      browser = err(fault);
    },
    changeAccount: () => {
      account = other;
    },
    applications: () =>
      sandbox
        .requests()
        .flatMap(({ method, path, body }) => (method === 'POST' && applyCall.test(path) ? [body] : [])),
    looks: () => sandbox.requests().filter(({ method }) => method === 'GET').length,
    pass: async (ms) => {
      await allQuiet();
      const end = clock.now() + ms;
      while (clock.now() < end) await next(end - clock.now());
    },
    until: async (fits) => {
      await allQuiet();
      for (let step = 0; step < 1_000; step += 1) {
        const view = sellers.view();
        if (view && fits(view)) return view;
        await next(1_000);
      }
      throw new Error(`The seller never came to be so: ${JSON.stringify(sellers.view())}`);
    },
    passing: async (work) => {
      const state = { over: false };
      void work.finally(() => {
        state.over = true;
      });
      await allQuiet();
      while (!state.over) await next(1_000);
      return await work;
    },
  };
}

/** Opens a seller, and waits until it was looked at once. */
export async function openSeller(bench: SellersBench, payoutDestinationId: string): Promise<SellerView> {
  bench.sellers.open(payoutDestinationId);
  return await bench.until(({ checkedAt }) => checkedAt !== undefined);
}
