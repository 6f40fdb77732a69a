import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OptionsChange } from '../../electron/sandbox/options.ts';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { HandClock } from '../integration/hand-clock.ts';
import { terminalId } from '../integration/payments/till-parts.ts';
import { FaultProxy } from './fault-proxy.ts';
import type { WritePoint } from './kill-points.ts';
import type { Lane } from './lane.ts';
import type { Glance, Order, Report } from './protocol.ts';
import type { TillHandle } from './till-handle.ts';

/**
 * A second session is taken and waits behind the first, so that it is seen: a sandbox that refuses it would hide a till
 * that asks twice.
 */
const usual: OptionsChange = { busyPolicy: 'queue', refundConfirmed: 'by-customer' };

/** One run's sandbox, proxy, journal and time, and the till that works with them. */
export class World {
  readonly sandbox: Sandbox;
  readonly proxy: FaultProxy;
  readonly clock: HandClock;
  readonly countsRunningRefunds: boolean;
  readonly #lane: Lane;
  readonly #folder: string;
  readonly #url: string;
  #till: TillHandle;
  #dieAt: WritePoint | undefined;
  /** The most prompts that one terminal ever had at once. */
  mostPrompts = 0;
  /** Whether the customer holds a card to the terminal whenever it asks. */
  customerTaps = true;

  private constructor(
    parts: Pick<World, 'sandbox' | 'proxy' | 'clock'> & {
      readonly folder: string;
      readonly url: string;
      readonly counts: boolean;
    },
    lane: Lane,
  ) {
    this.countsRunningRefunds = parts.counts;
    this.#till = lane.take();
    this.sandbox = parts.sandbox;
    this.proxy = parts.proxy;
    this.clock = parts.clock;
    this.#folder = parts.folder;
    this.#url = parts.url;
    this.#lane = lane;
    this.sandbox.watch(() => {
      this.mostPrompts = Math.max(this.mostPrompts, this.sandbox.promptsOn(terminalId));
    });
  }

  static async begin(lane: Lane, options: OptionsChange): Promise<World> {
    const clock = new HandClock();
    const chosen = { ...usual, ...options };
    const sandbox = await startSandbox({ clock, options: chosen });
    const proxy: FaultProxy = new FaultProxy({
      upstream: new URL(sandbox.url),
      clock,
      onStop: () => world.till.kill(),
      onHeld: (held) => world.till.tellHeld(held),
    });
    const url = await proxy.listen();
    const folder = mkdtempSync(join(tmpdir(), 'tillside-faults-'));
    const counts = chosen.countRunningRefunds ?? true;
    const world: World = new World({ sandbox, proxy, clock, folder, url, counts }, lane);
    return world;
  }

  get till(): TillHandle {
    return this.#till;
  }

  get journalFile(): string {
    return join(this.#folder, 'journal.sqlite');
  }

  /** Kills the till at a write of its journal, counted from its opening. */
  dieAt(point: WritePoint): void {
    this.#dieAt = point;
  }

  async open(): Promise<Glance> {
    const dieAt = this.#dieAt;
    this.#dieAt = undefined;
    return await this.order({
      do: 'open',
      journalFile: this.journalFile,
      accountId: this.sandbox.accountId,
      url: this.#url,
      now: this.clock.now(),
      ...(dieAt && { dieAt }),
    });
  }

  async order(order: Exclude<Order, { do: 'report' }>): Promise<Glance> {
    return await this.#till.order(order);
  }

  /** Kills the till, if it still lives. What was on its way arrives or is lost; another process is at its place. */
  async replaceTill(): Promise<void> {
    await this.#till.kill();
    await this.proxy.drained();
    this.#till = this.#lane.fresh();
  }

  /** The customer does what the terminal asks for. */
  tap(): void {
    if (this.sandbox.display(terminalId)?.prompt) this.sandbox.press(terminalId, 'tap');
  }

  /** Lets time pass, in ms, for the till and the sandbox alike. */
  async pass(ms: number): Promise<Glance> {
    await this.clock.pass(ms);
    return await this.order({ do: 'pass', ms });
  }

  /** Follows everything until only people can move it, and for this long at least, in ms. */
  async follow(leastMs = 0): Promise<void> {
    const begun = this.clock.now();
    let glance = await this.pass(0);
    for (;;) {
      const asks = this.sandbox.promptsOn(terminalId) > 0;
      const passed = this.clock.now() - begun;
      if (asks && this.customerTaps) this.tap();
      else if (passed >= leastMs && glance.moving === 0 && !asks) return;
      if (passed >= longestFollowMs) return;
      const steps = [glance.nextMs, this.clock.waiting[0], longestFollowMs - passed];
      glance = await this.pass(Math.min(...steps.filter((step) => step !== undefined)));
    }
  }

  async report(): Promise<Report> {
    return await this.#till.report();
  }

  /** Closes the till, whose process is used again, and takes everything away. */
  async end(): Promise<void> {
    await this.order({ do: 'close' });
    this.#lane.giveBack(this.#till);
    await this.#clear();
  }

  /** The same when something went wrong: the process is not used again. */
  async abandon(): Promise<void> {
    await this.#till.kill();
    await this.#clear();
  }

  async #clear(): Promise<void> {
    await this.proxy.close();
    await this.sandbox.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The refund's deadline, the terminal's time-out and a margin. */
const longestFollowMs = 330_000;
