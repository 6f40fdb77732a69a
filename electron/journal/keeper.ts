import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Fault, fault } from '../../shared/fault.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import { Background } from './background.ts';
import { backupFile, dayOf } from './backups.ts';
import type { Journal } from './journal.ts';
import { markBroken } from './set-aside.ts';
import { storageFault } from './storage.ts';

export interface KeeperOptions {
  readonly journal: Journal;
  /** The program of the thread that checks and copies. */
  readonly worker: URL;
  readonly clock: Clock;
  readonly log: Log;
  /** A full check has failed: nothing new may start, and the next start sets the file aside. */
  readonly onBroken: (notice: Fault) => void;
  /** The projections were made anew: what is open now may not have been followed. */
  readonly onRebuilt: () => void;
  /** Today's backup could not be made; `undefined` once one is. */
  readonly onBackup: (notice: Fault | undefined) => void;
  readonly onChange: () => void;
}

/** How often it is seen whether a day has begun, and whether the disk has filled up. In ms. */
const roundPauseMs = 60_000;
/** After a check or a backup that failed for a reason which may pass. In ms. */
const retryPauseMs = 60 * 60_000;

/** Looks after an open journal: the full check and the backup, at the start and each day after, and room on the disk. */
export class JournalKeeper {
  readonly #options: KeeperOptions;
  readonly #background: Background;
  #stopTimer: (() => void) | undefined;
  #closed = false;
  #broken: Fault | undefined;
  #checkedOn: string | undefined;
  #backedUpOn: string | undefined;
  #notBefore = 0;
  #lastStorage: Fault['code'] | undefined;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#background = new Background(options.worker);
  }

  /** Resolves when the first round is over. */
  async start(): Promise<void> {
    await this.#round();
  }

  /** Why no sale and no refund may start now. What is open is followed all the same. */
  blocked(): Fault | undefined {
    return this.#broken ?? this.#storage();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopTimer?.();
    await this.#background.stop();
  }

  async #round(): Promise<void> {
    this.#lookAtStorage();
    const { clock } = this.#options;
    if (clock.now() >= this.#notBefore) {
      const today = dayOf(clock.now());
      if (this.#checkedOn !== today) await this.#check(today);
      // A copy of a broken journal would only push a good one out.
      if (this.#checkedOn === today && !this.#broken && this.#backedUpOn !== today) await this.#backUp(today);
    }
    if (!this.#closed) this.#stopTimer = clock.after(roundPauseMs, () => void this.#round());
  }

  async #check(today: string): Promise<void> {
    const { journal, log } = this.#options;
    try {
      const { problems, disagreement } = await this.#background.do({ do: 'check', file: journal.file });
      if (this.#closed) return;
      this.#checkedOn = today;
      if (problems.length > 0) this.#foundBroken(problems);
      else if (disagreement !== undefined) this.#rebuild(disagreement);
      else log.info('journal.checked', { events: journal.length });
    } catch (error) {
      if (this.#closed) return;
      this.#notBefore = this.#options.clock.now() + retryPauseMs;
      log.error('journal.not-checked', { error });
    }
  }

  #foundBroken(problems: readonly string[]): void {
    const { journal, log, onBroken, onChange } = this.#options;
    this.#broken = fault('setup.journal-broken');
    log.error('journal.broken', { problems });
    try {
      markBroken(journal.file, problems.join('; '));
    } catch (error) {
      // The next start checks again.
      log.error('journal.not-marked', { error });
    }
    onBroken(this.#broken);
    onChange();
  }

  #rebuild(disagreement: string): void {
    const { journal, log, onRebuilt, onChange } = this.#options;
    log.warn('journal.disagrees', { row: disagreement });
    const rebuilt = journal.rebuild();
    if (!rebuilt.ok) {
      this.#checkedOn = undefined;
      this.#notBefore = this.#options.clock.now() + retryPauseMs;
      log.error('journal.not-rebuilt', { code: rebuilt.error.code });
      return;
    }
    onRebuilt();
    onChange();
  }

  async #backUp(today: string): Promise<void> {
    const { journal, log, onBackup } = this.#options;
    const target = backupFile(journal.file, today);
    try {
      if (!existsSync(target)) {
        await this.#background.do({ do: 'back-up', file: journal.file, target });
        if (this.#closed) return;
        log.info('journal.backed-up', { file: target });
      }
      this.#backedUpOn = today;
      onBackup(undefined);
    } catch (error) {
      if (this.#closed) return;
      this.#notBefore = this.#options.clock.now() + retryPauseMs;
      log.warn('journal.backup-failed', { error });
      onBackup(fault('setup.journal-backup'));
    }
  }

  #storage(): Fault | undefined {
    const { journal } = this.#options;
    return storageFault(dirname(journal.file), journal.file);
  }

  /** A screen shows what stands in the way before anybody tries to charge. */
  #lookAtStorage(): void {
    const code = this.#storage()?.detail?.['why'];
    const now = code === undefined ? undefined : ('setup.journal' as const);
    if (now !== this.#lastStorage) this.#options.onChange();
    this.#lastStorage = now;
  }
}
