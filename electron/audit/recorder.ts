import type { AuditNote, RecordedEntry } from '../../shared/audit.ts';
import type { Actor } from '../../shared/person.ts';
import { type Result, err } from '../../shared/result.ts';
import { fault } from '../../shared/fault.ts';
import type { AuditRecords } from '../journal/audit.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';

export interface RecorderOptions {
  /** Who is at the till. */
  readonly actor: () => Actor;
  readonly clock: Clock;
  readonly log: Log;
}

/** Far more than happens at a till that is not paired yet. */
const mostWaiting = 1_000;

/**
 * Takes down what belongs in the audit log. The log lies in the journal, and there is none before a till is paired, nor
 * while its disk can't be written: what happens then waits in memory, and goes into the journal that opens next, with the
 * moment at which it happened. A till that is ended before loses it, which is allowed: without a journal no money moves,
 * and what stands against a person – wrong PINs – is kept in the settings besides.
 */
export class AuditRecorder {
  readonly #options: RecorderOptions;
  #records: AuditRecords | undefined;
  #waiting: readonly { readonly entry: RecordedEntry; readonly at: number }[] = [];

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /**
   * Takes down what has happened. It never stands in its way: a change that could not be written yet is written with the
   * next. What must not happen without its trace asks for `recordFirst`.
   */
  record(note: AuditNote): void {
    this.#waiting = [...this.#waiting, this.#kept(note)].slice(-mostWaiting);
    this.#write();
  }

  /** Puts on disk what is about to happen; when that fails, it must not (the rule of order). */
  recordFirst(note: AuditNote): Result<null> {
    if (!this.#records) return err(fault('setup.not-paired'));
    this.#write();
    const { entry, at } = this.#kept(note);
    return this.#records.record(entry, at);
  }

  /** The log that can be read now. */
  get records(): AuditRecords | undefined {
    return this.#records;
  }

  /** The journal is open, or closed for now. */
  setRecords(records: AuditRecords | undefined): void {
    this.#records = records;
    this.#write();
  }

  #kept({ person, ...note }: AuditNote): { readonly entry: RecordedEntry; readonly at: number } {
    const { actor, clock } = this.#options;
    return { entry: { ...note, person: person ?? actor() }, at: clock.now() };
  }

  #write(): void {
    for (const one of this.#waiting) {
      const written = this.#records?.record(one.entry, one.at);
      if (!written?.ok) {
        if (written) this.#options.log.error('audit.not-written', { code: written.error.code });
        return;
      }
      this.#waiting = this.#waiting.slice(1);
    }
  }
}
