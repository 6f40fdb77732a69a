import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { AuditFilter, AuditFormat, AuditNote } from '../../shared/audit.ts';
import { type Fault, fault } from '../../shared/fault.ts';
import type { Actor } from '../../shared/person.ts';
import { type Result, ok } from '../../shared/result.ts';
import type { AuditExportView } from '../../shared/views/audit.ts';
import { unfinished } from '../journal/audit-file.ts';
import { Background } from '../journal/background.ts';
import { dayOf } from '../journal/backups.ts';
import { fileFault } from '../journal/sqlite-error.ts';
import type { ChooseFile } from '../shell/save-file.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';

export interface AuditExportsOptions {
  /** The journal that is open. */
  readonly journalFile: () => Result<string>;
  /** The program of the thread that writes. */
  readonly worker: URL;
  readonly chooseFile: ChooseFile;
  readonly actor: () => Actor;
  readonly record: (note: AuditNote) => void;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** Hands out the audit log as a file, in a thread of its own: selling goes on. One at a time. */
export class AuditExports {
  readonly #options: AuditExportsOptions;
  readonly #background: Background;
  #view: AuditExportView | null = null;
  #calledOff = false;

  constructor(options: AuditExportsOptions) {
    this.#options = options;
    this.#background = new Background(options.worker);
  }

  view(): AuditExportView | null {
    return this.#view;
  }

  /** Asks where to, and begins. How it goes on is in the view; nothing begins when the person chose no file. */
  async start(format: AuditFormat, filter: AuditFilter): Promise<Result<null>> {
    if (this.#view?.state === 'running') return ok(null);
    const { journalFile, chooseFile, clock } = this.#options;
    const day = dayOf(clock.now());
    const target = await chooseFile({ name: `audit-log-${day}`, extension: format });
    // Another window may have begun one while this one was asked.
    if (target === undefined || this.#isRunning()) return ok(null);
    const file = journalFile();
    if (!file.ok) return file;
    this.#calledOff = false;
    this.#show({ state: 'running', done: 0, of: 0 });
    void this.#run(file.value, target, format, filter);
    return ok(null);
  }

  /** Calls off what runs; nothing of it stays. */
  async cancel(): Promise<void> {
    this.#calledOff = true;
    await this.#background.stop();
  }

  /** A person has seen how it ended. */
  dismiss(): void {
    if (!this.#isRunning()) this.#show(null);
  }

  async #run(file: string, target: string, format: AuditFormat, filter: AuditFilter): Promise<void> {
    const { actor, clock, log, record } = this.#options;
    const order = { file, target, format, filter, by: actor(), madeAt: clock.now() };
    try {
      const { exported } = await this.#background.do({ do: 'export-audit', ...order }, (progress) =>
        this.#show({ state: 'running', ...progress }),
      );
      const { entries, head } = exported ?? { entries: 0, head: { events: 0 } };
      const { events } = head;
      record({ kind: 'audit-exported', person: order.by, file: basename(target), format, entries, events });
      log.info('audit.exported', { format, entries });
      this.#show({ state: 'done', file: target, entries });
    } catch (error) {
      // A thread that was ended can't tidy up.
      rmSync(unfinished(target), { force: true });
      if (this.#calledOff) {
        this.#show(null);
        return;
      }
      log.warn('audit.not-exported', { error });
      this.#show({ state: 'failed', fault: exportFault(error) });
    }
  }

  #isRunning(): boolean {
    return this.#view?.state === 'running';
  }

  #show(view: AuditExportView | null): void {
    this.#view = view;
    this.#options.onChange();
  }
}

/** The disk is full, or may not be written; anything else is told as that it could not be done. */
function exportFault(error: unknown): Fault {
  const why = fileFault(error)?.detail?.['why'];
  return fault('setup.export', { why: why ?? 'unreadable' });
}
