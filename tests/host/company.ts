import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions } from './launch.ts';
import { type VirtualDisplay, startVirtualDisplay } from './display.ts';
import { type SessionBus, startSessionBus } from './keyring.ts';
import { groupEnds, signalGroup } from './processes.ts';
import { Reaper } from './reaper.ts';

/** How long a process may take to end by itself when it should, in ms. */
const graceMs = 2_000;

/** What goes along with a till that was started: its session bus and keyring, its screen, its folder for sockets. */
export class Company {
  readonly runtimeFolder: string;
  readonly #reaper: Reaper;
  readonly #leaders: number[] = [];
  #bus: SessionBus | undefined;
  #display: VirtualDisplay | undefined;

  constructor(profileDir: string) {
    this.runtimeFolder = mkdtempSync(join(tmpdir(), 'till-'));
    this.#reaper = new Reaper(this.runtimeFolder, profileDir);
  }

  /** Starts the session bus and, where asked for, a screen. */
  async gather({ profileDir, keyring = 'private' }: LaunchOptions, needsDisplay: boolean): Promise<void> {
    // Elsewhere the keychain is the system's own, and no private one can be had.
    const isPrivate = keyring !== 'session' && process.platform === 'linux';
    const [bus, display] = await Promise.all([
      isPrivate
        ? startSessionBus({
            keyring,
            folder: join(profileDir, '.keyring'),
            runtimeFolder: this.runtimeFolder,
            reaper: this.#reaper,
          })
        : undefined,
      needsDisplay ? startVirtualDisplay(this.#reaper) : undefined,
    ]);
    this.#bus = bus;
    this.#display = display;
  }

  /** What main has to be told to find its bus and its screen. */
  environment(): Readonly<Record<string, string>> {
    return { ...this.#bus?.environment, ...this.#display?.environment };
  }

  /** Rejects where the keyring is not a private one. */
  async lockKeyring(): Promise<void> {
    if (!this.#bus) throw new Error('Only a private keyring can be locked');
    await this.#bus.lock();
  }

  /** Takes in a process that leads a group of its own: it ends with the company, and with whoever launched it. */
  adopt(leader: number): void {
    this.#leaders.push(leader);
    this.#reaper.watchGroup(leader);
  }

  /** Ends whatever still runs, at once. */
  killAll(): void {
    for (const leader of this.#leaders) signalGroup(leader, 'SIGKILL');
  }

  /** Resolves when nothing of it is left. */
  async disband(): Promise<void> {
    await Promise.all(this.#leaders.map((leader) => groupEnds(leader, graceMs)));
    await Promise.all([this.#bus?.close(), this.#display?.close()]);
    rmSync(this.runtimeFolder, { recursive: true, force: true });
    await this.#reaper.dismiss();
  }
}
