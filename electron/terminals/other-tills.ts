import { isFromJournal, readReference } from '../../shared/reference.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { OtherTill } from '../../shared/views/terminal.ts';
import type { DinteroClient } from '../dintero/client.ts';
import type { Transaction, TransactionFilter } from '../dintero/transactions.ts';
import type { Clock } from '../support/clock.ts';

/** A till that has not used a terminal for this long is not told of. In ms. */
const memoryMs = 24 * 60 * 60_000;

const pageSize = 100;
/** So many of a terminal's newest payments name whoever uses it often; it is a warning, and no proof. */
const mostPages = 5;

/**
 * Other tills that use the same terminals, told by the references of their payments. What two tills do to one terminal can
 * only be detected (rule P2): this warns, and bars nothing.
 */
export class OtherTills {
  readonly #clock: Clock;
  readonly #ownParts: () => readonly string[];
  readonly #seen = new Map<string, OtherTill & { readonly journal: string }>();

  /** `ownParts` are those that references of this till's journal may bear. */
  constructor(clock: Clock, ownParts: () => readonly string[]) {
    this.#clock = clock;
    this.#ownParts = ownParts;
  }

  /** Takes a payment into account. `filteredBy` is the terminal that was asked for, in case it is not named. */
  note(transaction: Transaction, filteredBy: string | undefined): void {
    const { merchant_reference: reference = '', created_at: createdAt = '', store } = transaction;
    const terminalId = store?.terminal_id ?? filteredBy;
    const parts = readReference(reference);
    const at = Date.parse(createdAt);
    if (!parts || terminalId === undefined || Number.isNaN(at)) return;
    if (this.#ownParts().some((part) => isFromJournal(reference, part))) return;
    const key = `${terminalId} ${parts.till} ${parts.journal}`;
    const before = this.#seen.get(key);
    if (before && before.lastSeenAt >= at) return;
    this.#seen.set(key, { terminalId, till: parts.till, journal: parts.journal, lastSeenAt: at });
  }

  /** Those of the last hours, the newest first. */
  view(): OtherTill[] {
    const since = this.#clock.now() - memoryMs;
    for (const [key, { lastSeenAt }] of this.#seen) if (lastSeenAt < since) this.#seen.delete(key);
    return [...this.#seen.values()]
      .toSorted((one, other) => other.lastSeenAt - one.lastSeenAt)
      .map(({ journal: _, ...till }) => till);
  }
}

/** Reads who has used these terminals, or any of a store, in the last hours. */
export async function readOtherTills(
  dintero: Pick<DinteroClient, 'transactions'>,
  places: readonly Omit<TransactionFilter, 'since' | 'by'>[],
  clock: Clock,
  ownParts: readonly string[],
): Promise<Result<OtherTill[]>> {
  const tills = new OtherTills(clock, () => ownParts);
  for (const place of places) {
    let after: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const read = await dintero.transactions.list({
        ...place,
        by: 'created_at',
        since: clock.now() - memoryMs,
        limit: pageSize,
        ...(after !== undefined && { after }),
      });
      if (!read.ok) return err(read.error.fault);
      for (const transaction of read.value) tills.note(transaction, place.terminalId);
      after = read.value.at(-1)?.id;
      if (read.value.length < pageSize || after === undefined) break;
    }
  }
  return ok(tills.view());
}
