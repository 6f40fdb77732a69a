import { onTestFinished } from 'vitest';
import { type DinteroClient, createDinteroClient } from '../../../electron/dintero/client.ts';
import type { Trouble } from '../../../electron/sandbox/disturbances.ts';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import { type Sandbox, startSandbox } from '../../../electron/sandbox/sandbox.ts';
import type { RequestRecord } from '../../../electron/sandbox/server.ts';
import { trainingAccountId, trainingClients } from '../../../electron/sandbox/training-account.ts';
import { Settings } from '../../../electron/settings/settings.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { Operations } from '../../../electron/terminals/operations.ts';
import { ok } from '../../../shared/result.ts';
import type { OperationView } from '../../../shared/views/operations.ts';
import { unobserved } from '../dintero/client.ts';
import { HandClock } from '../hand-clock.ts';
import { allQuiet } from '../payments/network.ts';

export const terminalId = `${trainingAccountId}-T0001`;

export interface SetUp {
  readonly options?: OptionsChange;
  /** The API clients of the till, the one for payments first. */
  readonly clients?: readonly (keyof typeof trainingClients | 'nobody')[];
}

/** What asks terminals for operations, with the real client and the sandbox behind it. Time stands still until `pass`. */
export class OperatingTill {
  readonly sandbox: Sandbox;
  readonly clock: HandClock;
  /** The reference of the payment that is on the terminal. */
  heldBy: string | undefined;
  /** Another account is being paired meanwhile. */
  away = false;
  /** How often the settings were written. */
  writes = 0;
  /** The terminals whose operation has come to an end, in order. */
  readonly ended: string[] = [];
  readonly #clients: readonly DinteroClient[];
  readonly #content: Record<string, unknown> = {};
  #settings: Settings;
  #operations: Operations;

  constructor(sandbox: Sandbox, clock: HandClock, clients: readonly DinteroClient[]) {
    this.sandbox = sandbox;
    this.clock = clock;
    this.#clients = clients;
    this.#settings = this.#openSettings();
    this.#operations = this.#open();
  }

  get operations(): Operations {
    return this.#operations;
  }

  /** The newest operation. */
  get last(): OperationView {
    const last = this.operations.view().at(-1);
    if (!last) throw new Error('There is no operation');
    return last;
  }

  /** The requests that start an operation, oldest first. */
  get starts(): readonly RequestRecord[] {
    return this.sandbox
      .requests()
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/admin/terminals/operations'))
      .filter(({ headers }) => headers['idempotency-key'] !== undefined);
  }

  /** The keys under which operations were asked for, in order. */
  get keys(): readonly unknown[] {
    return this.starts.map(({ headers }) => headers['idempotency-key']);
  }

  disturb(method: 'GET' | 'POST', trouble: Trouble, times = 1): void {
    this.sandbox.disturb({ method, path: /\/admin\/terminals\/operations$/, trouble, times });
  }

  /** Starts an operation, and lets its first request come to its answer. */
  async start(kind: OperationView['kind'], id = terminalId): Promise<ReturnType<Operations['start']>> {
    const started = this.operations.start(id, kind);
    await allQuiet();
    return started;
  }

  /** Lets time pass, in ms. Every request on the way is over before time goes on. */
  async pass(ms: number): Promise<void> {
    await allQuiet();
    const end = this.clock.now() + ms;
    for (;;) {
      const [next] = this.clock.waiting;
      if (next === undefined || this.clock.now() + next > end) break;
      await this.clock.pass(next);
      await allQuiet();
    }
    await this.clock.pass(end - this.clock.now());
  }

  /** Closes the till in the middle of whatever it does. */
  close(): void {
    this.#operations.close();
  }

  /** Opens it again, on the settings that it left. */
  async open(): Promise<void> {
    this.#settings = this.#openSettings();
    this.#operations = this.#open();
    this.#operations.recover();
    await allQuiet();
  }

  #openSettings(): Settings {
    const content = this.#content;
    return new Settings(
      {
        content,
        set: (key, value) => {
          const stored: unknown = JSON.parse(JSON.stringify(value));
          content[key] = stored;
          this.writes += 1;
        },
        delete: (key) => Reflect.deleteProperty(content, key),
      },
      () => undefined,
    );
  }

  #open(): Operations {
    return new Operations({
      settings: this.#settings,
      clients: () => (this.away ? [] : this.#clients),
      heldBy: () => this.heldBy,
      operator: () => ({ id: 'kari', name: 'Kari Nordmann' }),
      onEnded: (id) => this.ended.push(id),
      clock: this.clock,
      log: silentLog,
    });
  }
}

export async function openOperatingTill({ options, clients = ['full'] }: SetUp = {}): Promise<OperatingTill> {
  const clock = new HandClock();
  const sandbox = await startSandbox({ clock, options });
  const address = new URL(sandbox.url);
  const opened = clients.map((client) =>
    createDinteroClient({
      addresses: { checkout: address, api: address },
      accountId: sandbox.accountId,
      credentials: () =>
        Promise.resolve(
          ok({
            accountId: sandbox.accountId,
            ...(client === 'nobody' ? { clientId: 'nobody', clientSecret: 'none' } : trainingClients[client]),
          }),
        ),
      clock,
      log: silentLog,
      version: '1.2.3',
      observer: unobserved,
      proxyFor: () => Promise.resolve(undefined),
      onSecret: () => undefined,
      onLogin: () => undefined,
    }),
  );
  const till = new OperatingTill(sandbox, clock, opened);
  onTestFinished(async () => {
    till.close();
    for (const client of opened) await client.close();
    await sandbox.close();
  });
  return till;
}
