import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { App } from '../../../electron/app.ts';
import { createRouter } from '../../../electron/ipc/router.ts';
import { Notices } from '../../../electron/notices.ts';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import { type Sandbox, startSandbox } from '../../../electron/sandbox/sandbox.ts';
import { trainingAccountId, trainingClients } from '../../../electron/sandbox/training-account.ts';
import type { SecretStore } from '../../../electron/keychain/secret-store.ts';
import type { Settings } from '../../../electron/settings/settings.ts';
import { systemClock } from '../../../electron/support/clock.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { Till } from '../../../electron/till.ts';
import { createBridge } from '../../../renderer/bridge/bridge.ts';
import type { Bridge, Snapshot } from '../../../shared/contract.ts';
import { type Fault, fault } from '../../../shared/fault.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import { type Result, err, ok } from '../../../shared/result.ts';
import { vatRate } from '../../../shared/vat.ts';
import type { Pairing } from '../../../shared/views/pairing.ts';
import { memorySecrets, memorySettings } from '../payments/in-memory.ts';
import { cheapHash, manager } from '../payments/people.ts';
import { tillTerminals } from '../payments/till-parts.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export const terminalId = `${trainingAccountId}-T0001`;
export const managerPin = '1234';

/** How long a test waits for what must come, in ms. */
const patienceMs = 10_000;

export interface AccountSetUp {
  /** The keychain; a map in memory when it is not given. */
  readonly secrets?: SecretStore;
  /** The client that the till was paired with. */
  readonly client?: { readonly clientId: string; readonly clientSecret: string };
  readonly sandbox?: OptionsChange;
  readonly pairing?: Partial<Pairing>;
}

/** A whole till below its window, paired with an account of a sandbox. */
export class AccountBench {
  readonly till: Till;
  readonly sandbox: Sandbox;
  readonly settings: Settings;
  readonly secrets: SecretStore;
  readonly notices = new Map<string, Fault>();
  readonly journalFile: string;
  readonly #bridge: Bridge;
  readonly #wakes = new Set<() => void>();

  constructor(sandbox: Sandbox, settings: Settings, secrets: SecretStore, folder: string) {
    this.sandbox = sandbox;
    this.settings = settings;
    this.secrets = secrets;
    this.journalFile = join(folder, `journal-${trainingAccountId}.sqlite`);
    const address = new URL(sandbox.url);
    this.till = new Till({
      folder,
      settings,
      secrets,
      addresses: { checkout: address, api: address },
      products: [],
      times: { notFoundMarginMs: 60_000, refundDeadlineMs: 300_000, idleMinuteMs: 60_000 },
      journalWorker: new URL('../../../electron/journal/worker.ts', import.meta.url),
      liveAllowed: false,
      systemLocale: 'en',
      version: '1.2.3',
      proxyFor: () => Promise.resolve(undefined),
      openPage: () => Promise.resolve(ok(null)),
      chooseFile: () => Promise.resolve(undefined),
      onSecret: () => undefined,
      onNotice: (id, notice) => (notice ? this.notices.set(id, notice) : this.notices.delete(id)),
      onChange: () => this.#changed(),
      clock: systemClock,
      log: silentLog,
    });
    const app = new App({
      version: '1.2.3',
      host: 'electron',
      live: this.till,
      liveSettings: settings,
      notices: new Notices(() => undefined),
      openTraining: () => Promise.resolve(err(fault('setup.bug'))),
      onChange: () => this.#changed(),
      log: silentLog,
    });
    this.#bridge = createBridge(
      {
        call: createRouter(() => app.handlers(), app.gate(), silentLog),
        subscribe: () => () => undefined,
      },
      { ask: () => Promise.resolve(undefined) },
    );
    sandbox.watch(() => this.#changed());
  }

  /** The calls of the window, through all that stands before them. Nobody approves what was not approved. */
  get calls(): Bridge {
    return this.#bridge;
  }

  get pairing(): Pairing | undefined {
    return this.settings.get('pairing');
  }

  get slices(): Omit<Snapshot, 'app' | 'simulatedTerminal' | 'trainingScenarios'> {
    return this.till.slices();
  }

  get journalIsThere(): boolean {
    return existsSync(this.journalFile);
  }

  /** What the keychain has under any name that an API client may have. */
  async secretsLeft(): Promise<readonly string[]> {
    const names = ['paired', 'draft', 'management', 'management-draft'].flatMap((slot) =>
      ['account-id', 'client-id', 'client-secret'].map((item) => `${slot}/${item}`),
    );
    const left: string[] = [];
    for (const name of names) {
      const found = await this.secrets.find(name);
      if (!found.ok) throw new Error(found.error.code);
      if (found.value !== undefined) left.push(`${name}: ${found.value}`);
    }
    return left;
  }

  /** Charges an amount in minor units, up to the terminal's prompt. */
  async charge(amount: number): Promise<string> {
    await this.until(() => this.slices.basket.blocked === undefined);
    const line = { unitPrice: minorUnits(amount), vatRate: vatRate(25), description: 'Coffee', quantity: 1 };
    must(await this.calls.basket.addAmount(line));
    const { basket, total } = this.slices.basket;
    must(
      await this.calls.payments.charge({
        acceptRisk: false,
        basketId: basket.id,
        total,
        terminalId: this.slices.tillTerminals?.presentId ?? '',
      }),
    );
    await this.until(() => this.slices.payment?.shown === 'waiting-customer');
    return this.slices.payment?.attempt.attemptId ?? '';
  }

  /** Resolves when something is so; looked at whenever the till or the sandbox has changed. */
  async until(condition: () => boolean): Promise<void> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error(`Never came: ${condition.toString()}`)), patienceMs);
    while (!condition()) {
      await Promise.race([new Promise<void>((resolve) => this.#wakes.add(resolve)), late.promise]);
    }
    clearTimeout(timer);
  }

  #changed(): void {
    for (const wake of this.#wakes) wake();
    this.#wakes.clear();
  }
}

/** The value of a result; anything else is a failed test. */
export const must = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** Opens a till that was paired before with the training account, with its one manager. */
export async function openAccount(setUp: AccountSetUp = {}): Promise<AccountBench> {
  const { secrets = memorySecrets(), client = trainingClients.full } = setUp;
  const sandbox = await startSandbox({ options: { captureDelayMs: 0, ...setUp.sandbox } });
  onTestFinished(() => sandbox.close());
  const kept = {
    'paired/account-id': trainingAccountId,
    'paired/client-id': client.clientId,
    'paired/client-secret': client.clientSecret,
    [`pin/${manager.id}`]: cheapHash(managerPin),
  };
  for (const [name, secret] of Object.entries(kept)) must(await secrets.write(name, secret));
  const pairing: Pairing = {
    accountId: trainingAccountId,
    store: { storeId: 'oslo-center', name: 'Oslo Center', payoutDestinationId: 'seller-1' },
    profile: { profileId: 'in-person', enablesInPerson: true },
    ...tillTerminals(terminalId),
    tillName: 'Counter 7',
    currency: currency('NOK'),
    pairedAt: 0,
    ...setUp.pairing,
  };
  const settings = memorySettings({ pairing, people: [manager], lastPersonId: manager.id });
  const bench = new AccountBench(sandbox, settings, secrets, temporaryFolder());
  onTestFinished(() => bench.till.close());
  await bench.till.open();
  return bench;
}
