import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { SecretStore } from '../../../electron/keychain/secret-store.ts';
import { type Result, ok } from '../../../shared/result.ts';
import { type PrivateKeyring, type SessionBus, startSessionBus } from '../../host/keyring.ts';
import { Reaper } from '../../host/reaper.ts';
import { type Order, reportSchema } from './orders.ts';

type Call = Omit<Order, 'id'>;

export interface DesktopOptions {
  /** Where the keyring is kept from one session to the next; a new one when it is not given. */
  readonly folder?: string;
  readonly keyring?: PrivateKeyring;
}

/** Starts a session of the desktop for one test, and ends it with that. */
export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const desktop = await Desktop.start(options);
  onTestFinished(() => desktop.close());
  return desktop;
}

/** A profile's name in the keychain that no other test has. */
export const freshService = (): string => `Tillside live ${randomUUID()}`;

/** A session of the desktop with the real gnome-keyring, and one process of a till in it that uses the real keytar. */
export class Desktop {
  /** What the process has logged. It grows. */
  readonly log: string[] = [];
  readonly #bus: SessionBus;
  readonly #end: () => Promise<void>;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  #process: ChildProcess;
  #calls = 0;
  #closed: Promise<void> | undefined;

  private constructor(bus: SessionBus, end: () => Promise<void>) {
    this.#bus = bus;
    this.#end = end;
    this.#process = this.#startProcess();
  }

  static async start({ folder, keyring = 'private' }: DesktopOptions = {}): Promise<Desktop> {
    // Sockets want a short path.
    const runtimeFolder = mkdtempSync(join(tmpdir(), 'till-'));
    const keyringFolder = folder ?? join(runtimeFolder, 'keyring');
    const reaper = new Reaper(runtimeFolder, keyringFolder);
    const bus = await startSessionBus({ keyring, folder: keyringFolder, runtimeFolder, reaper });
    return new Desktop(bus, async () => {
      await bus.close();
      rmSync(runtimeFolder, { recursive: true, force: true });
      await reaper.dismiss();
    });
  }

  /** The keychain of the profile that calls itself this. */
  keychain(service: string): SecretStore {
    return {
      find: async (name) => textOf(await this.#call({ service, call: 'find', name }), z.string().optional()),
      read: async (name) => textOf(await this.#call({ service, call: 'read', name }), z.string()),
      write: async (name, secret) =>
        textOf(await this.#call({ service, call: 'write', name, secret }), z.null()),
      remove: async (name) => textOf(await this.#call({ service, call: 'remove', name }), z.null()),
    };
  }

  /** Locks the keyring, as a desktop does when its person leaves. */
  async lock(): Promise<void> {
    await this.#bus.lock();
  }

  /** The till is closed and opened again; the desktop stays. */
  async restartTill(): Promise<void> {
    await this.#endProcess();
    this.#process = this.#startProcess();
  }

  /** Ends the session, once. */
  async close(): Promise<void> {
    this.#closed ??= this.#endProcess().then(this.#end);
    await this.#closed;
  }

  #startProcess(): ChildProcess {
    const child = fork(join(import.meta.dirname, 'keychain-process.ts'), {
      execArgv: [],
      env: { ...process.env, ...this.#bus.environment },
    });
    child.on('message', (message) => {
      const report = reportSchema.parse(message);
      if ('line' in report) {
        this.log.push(report.line);
        return;
      }
      const { id, result } = report;
      this.#pending.get(id)?.(result.ok ? ok(result.value) : result);
      this.#pending.delete(id);
    });
    return child;
  }

  async #endProcess(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.disconnect();
    await ended;
  }

  async #call(call: Call): Promise<Result<unknown>> {
    this.#calls += 1;
    const id = this.#calls;
    const answered = new Promise<Result<unknown>>((resolve) => this.#pending.set(id, resolve));
    this.#process.send({ id, ...call });
    return await answered;
  }
}

const textOf = <Value>(result: Result<unknown>, schema: z.ZodType<Value>): Result<Value> =>
  result.ok ? ok(schema.parse(result.value)) : result;
