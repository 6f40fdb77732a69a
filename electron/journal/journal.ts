import { fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import { AttemptRecords } from './attempts.ts';
import { AuditRecords } from './audit.ts';
import { type Backup, loadNewestBackup } from './backups.ts';
import { BasketRecords } from './baskets.ts';
import type { JournalDatabase } from './database.ts';
import { type JournalOptions, type OpenedFile, type OpeningNote, openFile } from './open-file.ts';
import { type JournalPart, partsIn } from './part.ts';
import { Projections } from './projections.ts';
import { ReadBack } from './read-back.ts';
import { openReadOnly } from './read-only.ts';
import { Statements } from './reads.ts';
import { rebuildProjections } from './rebuild.ts';
import { forgetReplacement, replacementIn } from './replacement.ts';
import { RefundReader, RefundRecords } from './refunds.ts';
import { SaleRecords } from './sales.ts';
import { markedBroken, setAside, setAsidesOf } from './set-aside.ts';
import { diskFault, fileFault } from './sqlite-error.ts';
import { TerminalHolds } from './terminal-holds.ts';

export type { JournalOptions, OpeningNote } from './open-file.ts';

/** A broken file that had to give way, and what took its place. */
export interface Replacement {
  /** What is wrong with it, in a few words for support. */
  readonly why: string;
  /** The newest backup that passed its checks; without one the journal was begun anew. */
  readonly backup: Backup | undefined;
}

export interface OpenedJournal {
  readonly journal: Journal;
  /** Where a broken file went, when there was one. */
  readonly setAside?: string;
  readonly replaced?: Replacement;
  readonly notes: readonly OpeningNote[];
}

/** The till's durable record of everything that touched money, and of who used which right, one file per account. */
export class Journal {
  readonly part: JournalPart;
  readonly attempts: AttemptRecords;
  readonly refunds: RefundRecords;
  readonly sales: SaleRecords;
  readonly baskets: BasketRecords;
  readonly audit: AuditRecords;
  readonly holds: TerminalHolds;
  readonly readBack: ReadBack;
  readonly #database: JournalDatabase;
  readonly #projections: Projections;

  constructor(database: JournalDatabase, part: JournalPart) {
    this.#database = database;
    this.part = part;
    this.sales = new SaleRecords(database);
    this.baskets = new BasketRecords(database);
    this.audit = new AuditRecords(database);
    this.holds = new TerminalHolds(database);
    this.readBack = new ReadBack(database);
    this.#projections = new Projections(database, this.sales, this.holds);
    const reader = new RefundReader(database);
    this.attempts = new AttemptRecords(database, part, this.sales, this.holds, reader, this.#projections);
    this.refunds = new RefundRecords(database, part, this.holds, this.#projections);
  }

  get file(): string {
    return this.#database.file;
  }

  /** How many events it holds. */
  get length(): number {
    return this.#database.head().count;
  }

  /** Makes every projection anew from the events, in one transaction: for when one is found to disagree with them. */
  rebuild(): Result<null> {
    return this.#database.write(() => {
      rebuildProjections(this.#database, this.#projections);
      return ok(null);
    });
  }

  /**
   * After a backup has taken the place of a lost journal, or nothing has: references can't meet those that were given out
   * since, what happened since is to be read back, and the basket is older than what was sold.
   */
  takeOver(lostParts: readonly string[]): Result<null> {
    return this.#database.write(() => {
      this.part.renew(lostParts);
      this.readBack.owe();
      this.baskets.drop();
      forgetReplacement((sql, ...values) => this.#database.run(sql, ...values));
      return ok(null);
    });
  }

  close(): void {
    this.#database.close();
  }
}

/**
 * Opens the journal of an account, or begins it. A broken file – SQLite can't read it, its chain does not end as it
 * should, or a full check has failed – is set aside under a dated name and never overwritten, and the newest backup that
 * passes its checks takes its place. A file of a newer version and a disk that can't be written are faults, and nothing
 * is changed.
 */
export function openJournal(options: JournalOptions): Result<OpenedJournal> {
  try {
    const marked = markedBroken(options.file);
    const first = marked === undefined ? openFile(options) : err({ broken: marked });
    if (first.ok) return takenOver(first.value);
    return 'fault' in first.error ? err(first.error.fault) : replace(options, first.error.broken);
  } catch (error) {
    const problem = fileFault(error) ?? diskFault(error);
    if (problem) return err(problem);
    throw error;
  }
}

function replace(options: JournalOptions, why: string): Result<OpenedJournal> {
  const { file, clock } = options;
  const readable = partsLeftIn(file);
  // A till that was ended after the broken file had given way finds only what was set aside.
  const lostParts = readable.length > 0 ? readable : setAsidesOf(file).flatMap(partsLeftIn);
  const replaced = { why, setAside: setAside(file, why, clock.now()), lostParts };
  loadNewestBackup(file, replaced);
  const opened = openFile(options, replaced);
  if (opened.ok) return takenOver(opened.value);
  return err('fault' in opened.error ? opened.error.fault : fault('setup.journal-broken'));
}

/** The journal of an open file, once it has taken over what it takes the place of, if anything. */
function takenOver({ database, part, notes }: OpenedFile): Result<OpenedJournal> {
  const replaced = replacementIn(database);
  const journal = new Journal(database, part);
  if (!replaced) return ok({ journal, notes });
  const taken = journal.takeOver(replaced.lostParts);
  if (!taken.ok) {
    journal.close();
    return taken;
  }
  const { why, backup } = replaced;
  return ok({ journal, setAside: replaced.setAside, replaced: { why, backup }, notes });
}

/** The parts of the references that a file gave out, as far as it is there and can be read. */
export function partsLeftIn(file: string): readonly string[] {
  try {
    const connection = openReadOnly(file);
    try {
      return partsIn(new Statements(connection));
    } finally {
      connection.close();
    }
  } catch {
    return [];
  }
}
