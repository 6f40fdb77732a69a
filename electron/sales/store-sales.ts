import { isReference } from '../../shared/reference.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import { type Sought, fitsSought, soughtIn } from '../../shared/sale-search.ts';
import type { Pairing } from '../../shared/views/pairing.ts';
import type { SaleSummary } from '../../shared/views/sale.ts';
import type {
  FoundSale,
  StoreCursor,
  StorePage,
  StoreQuery,
  StoreSale,
  TransactionView,
} from '../../shared/views/store-sale.ts';
import type { DinteroClient } from '../dintero/client.ts';
import type { Transaction, TransactionSearch } from '../dintero/transactions.ts';
import type { Journal } from '../journal/journal.ts';
import { leadingAttempt, searchedSale } from '../journal/sale-summary.ts';
import { attemptOf } from '../payments/attempt-of.ts';
import type { Clock } from '../support/clock.ts';
import { createdAt, foreignSale, outcomeOf, ownSale, searchedOf, statusesOf } from './store-sale.ts';
import { transactionView } from './transaction-view.ts';

export interface StoreSalesOptions {
  readonly journal: Journal;
  readonly dintero: Pick<DinteroClient, 'transactions'>;
  readonly pairing: Pick<Pairing, 'store' | 'currency'>;
  readonly clock: Clock;
}

const rowsOnPage = 50;
/** What Dintero can't look for is looked for here, in as much as one request gives. */
const largestPage = 100;
/** How many requests one search may take before the person is asked whether to look further back. */
const mostRequests = 5;

/** The part of time that a page of Dintero's list covers, in ms since 1970. */
interface Span {
  readonly from: number | undefined;
  readonly until: number | undefined;
}

/**
 * The sales of the whole store: Dintero's list, page by page, joined with what this till's journal knows of the same time,
 * also of attempts that never became a transaction or that Dintero has not listed yet.
 */
export class StoreSales {
  readonly #options: StoreSalesOptions;

  constructor(options: StoreSalesOptions) {
    this.#options = options;
  }

  async page(query: StoreQuery): Promise<Result<StorePage>> {
    const sought = soughtIn(query.search.text, this.#options.pairing.currency);
    const sales: StoreSale[] = [];
    let cursor: StoreCursor = query.after ?? {};
    const limit = sought ? largestPage : rowsOnPage;
    for (let request = 0; request < mostRequests && sales.length < rowsOnPage; request += 1) {
      const read = await this.#read(query, sought, limit, cursor.after);
      if (!read.ok) return read;
      const span = spanOf(read.value, cursor.edge, limit);
      sales.push(...this.#joined(query, sought, read.value, span));
      const last = read.value.at(-1);
      if (!last || read.value.length < limit) return ok({ sales });
      cursor = { after: last.id, edge: createdAt(last) ?? cursor.edge };
    }
    return ok({ sales, next: cursor, ...(cursor.edge !== undefined && { lookedBackTo: cursor.edge }) });
  }

  /** A payment as Dintero has it. */
  async transaction(transactionId: string): Promise<Result<TransactionView>> {
    const { dintero, journal, clock } = this.#options;
    const read = await dintero.transactions.whole(transactionId);
    if (!read.ok) return err(read.error.fault);
    const { transaction, raw } = read.value;
    const attempt = attemptOf(journal, transaction);
    const summary = attempt && journal.sales.get(attempt.saleId);
    const sale =
      attempt && summary
        ? ownSale(summary, attempt.terminalId, transaction)
        : foreignSale(transaction, journal.part.all, clock.now());
    return ok(transactionView(transaction, raw, sale));
  }

  /** What a reference is of, this till's own without asking Dintero. */
  async find(reference: string): Promise<Result<FoundSale | null>> {
    const { dintero, journal } = this.#options;
    const wanted = reference.trim().toLowerCase();
    const own = journal.attempts.byReference(wanted).at(-1) ?? journal.refunds.byReference(wanted);
    if (own?.saleId !== undefined) return ok({ kind: 'sale', saleId: own.saleId });
    // A refund of this till for a payment that another one took.
    if (own?.transactionId !== undefined)
      return ok({ kind: 'transaction', transactionId: own.transactionId });
    const read = await dintero.transactions.byReference(wanted);
    if (!read.ok) return err(read.error.fault);
    const [first] = read.value;
    return ok(first ? { kind: 'transaction', transactionId: first.id } : null);
  }

  async #read(
    { search: { from, until }, outcome, terminalId }: StoreQuery,
    sought: Sought | undefined,
    limit: number,
    after: string | undefined,
  ): Promise<Result<readonly Transaction[]>> {
    const { dintero, pairing } = this.#options;
    const asked: TransactionSearch = {
      storeId: pairing.store.storeId,
      statuses: statusesOf[outcome],
      ...(terminalId !== undefined && { terminalId }),
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      ...narrowed(sought),
    };
    const read = await dintero.transactions.search({
      ...asked,
      limit,
      ...(after !== undefined && { after }),
    });
    return read.ok ? read : err(read.error.fault);
  }

  /** A page of transactions with the sales of this till that belong among them, newest first. */
  #joined(
    query: StoreQuery,
    sought: Sought | undefined,
    transactions: readonly Transaction[],
    span: Span,
  ): readonly StoreSale[] {
    const listed = transactions.flatMap((transaction) => this.#listed(transaction, sought));
    const keys = new Set(listed.map(({ key }) => key));
    const others = this.#unlisted(query, sought, span).filter(({ key }) => !keys.has(key));
    return [...listed, ...others]
      .filter(({ state }) => query.outcome === 'any' || outcomeOf(state) === query.outcome)
      .toSorted((a, b) => b.startedAt - a.startedAt);
  }

  /** A sale of this till is listed once, by the payment that speaks for it. */
  #listed(transaction: Transaction, sought: Sought | undefined): readonly StoreSale[] {
    const { journal, clock } = this.#options;
    const attempt = attemptOf(journal, transaction);
    const summary = attempt && journal.sales.get(attempt.saleId);
    if (!attempt || !summary) {
      const sale = foreignSale(transaction, journal.part.all, clock.now());
      return !sought || fitsSought(searchedOf(sale), sought) ? [sale] : [];
    }
    const attempts = journal.attempts.ofSale(summary.saleId);
    if (leadingAttempt(attempts)?.attemptId !== attempt.attemptId) return [];
    if (sought && !fitsSought(searchedSale(attempts, summary), sought)) return [];
    return [ownSale(summary, attempt.terminalId, transaction)];
  }

  /** This till's sales of that time: those that Dintero has no payment of, and those that it has not listed. */
  #unlisted(
    { search, outcome, terminalId }: StoreQuery,
    sought: Sought | undefined,
    span: Span,
  ): readonly StoreSale[] {
    const { journal, pairing } = this.#options;
    const from = Math.max(search.from ?? 0, span.from ?? 0);
    const until = Math.min(search.until ?? Number.MAX_SAFE_INTEGER, span.until ?? Number.MAX_SAFE_INTEGER);
    return journal.sales.search({ sought, from, until }, mostUnlisted).flatMap((summary: SaleSummary) => {
      const leading = leadingAttempt(journal.attempts.ofSale(summary.saleId));
      const here =
        leading?.storeId === pairing.store.storeId &&
        (terminalId === undefined || leading.terminalId === terminalId);
      // Dintero leaves out what is another outcome by now, as when another till has refunded it.
      const elsewhere = outcome !== 'any' && leading?.state === 'approved';
      return here && !elsewhere ? [ownSale(summary, leading.terminalId)] : [];
    });
  }
}

/** More than this till can have sold without Dintero listing a page of it. */
const mostUnlisted = 1_000;

/** What Dintero can look for itself: a text that can mean but one thing. */
const narrowed = (sought: Sought | undefined): Pick<TransactionSearch, 'reference' | 'amount'> => ({
  ...(sought && isReference(sought.reference) && { reference: sought.reference }),
  ...(sought?.amount !== undefined && /[.,]/.test(sought.reference) && { amount: sought.amount }),
});

/**
 * From where the page before ended to where this one ends; open where the list begins or ends. Which way the list goes is
 * not documented, and is taken from what it gives.
 */
function spanOf(transactions: readonly Transaction[], edge: number | undefined, limit: number): Span {
  const times = transactions.flatMap((transaction) => createdAt(transaction) ?? []);
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const end = transactions.length < limit ? undefined : last;
  const newestFirst = edge === undefined ? first >= last : edge >= last;
  return newestFirst ? { from: end, until: edge } : { from: edge, until: end };
}
