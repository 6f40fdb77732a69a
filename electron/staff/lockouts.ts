import type { Lockout, Settings } from '../settings/settings.ts';
import type { Clock } from '../support/clock.ts';

/** Wrong tries before the first lock-out, and how it grows: each further wrong try doubles it. In ms. */
export const freeTries = 4;
const firstLockoutMs = 30_000;
const longestLockoutMs = 60 * 60_000;

const none: Lockout = { failed: 0, sinceMs: 0, forMs: 0 };

/**
 * Who has had how many wrong PINs, and how long they wait for it. It is in the settings before the answer, so that no
 * restart gives tries back. The wait is told by how long the machine has been running, which no clock on the wall
 * changes; after the machine was started anew, only what it has run since then is known to have passed.
 */
export class Lockouts {
  readonly #settings: Settings;
  readonly #clock: Clock;

  constructor(settings: Settings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
    this.#takeOver();
  }

  /** How many wrong PINs a person has had since the last right one. */
  failed(personId: string): number {
    return this.#of(personId).failed;
  }

  /** How long a person still waits, in ms; 0 when they don't. */
  remainingMs(personId: string): number {
    const { sinceMs, forMs } = this.#of(personId);
    const now = this.#clock.uptime();
    const passed = now >= sinceMs ? now - sinceMs : now;
    return Math.max(0, forMs - passed);
  }

  /** One more wrong try. */
  countFailure(personId: string): void {
    const failed = this.failed(personId) + 1;
    this.#keep(personId, { failed, sinceMs: this.#clock.uptime(), forMs: lockoutMs(failed) });
  }

  forget(personId: string): void {
    this.#keep(personId, undefined);
  }

  #of(personId: string): Lockout {
    const kept = this.#settings.get('lockouts')[personId];
    return kept && 'sinceMs' in kept ? kept : none;
  }

  #keep(personId: string, lockout: Lockout | undefined): void {
    const { [personId]: _, ...others } = this.#settings.get('lockouts');
    this.#settings.set('lockouts', lockout ? { ...others, [personId]: lockout } : others);
  }

  /** An older version kept a moment of the clock on the wall instead. What is left of it then is waited for in full. */
  #takeOver(): void {
    for (const [personId, kept] of Object.entries(this.#settings.get('lockouts'))) {
      if ('sinceMs' in kept) continue;
      const { failed, lockedUntil } = kept;
      const left = Math.min(lockoutMs(failed), Math.max(0, lockedUntil - this.#clock.now()));
      this.#keep(personId, { failed, sinceMs: this.#clock.uptime(), forMs: left });
    }
  }
}

/** How long so many wrong tries lock a person out, in ms. */
function lockoutMs(failed: number): number {
  const beyond = failed - 1 - freeTries;
  return beyond < 0 ? 0 : Math.min(longestLockoutMs, firstLockoutMs * 2 ** beyond);
}
