import { randomUUID } from 'node:crypto';
import { isSettled } from '../../shared/attempt.ts';
import { tookMoney } from '../../shared/decide.ts';
import type { Evidence } from '../../shared/payment-facts.ts';
import { isFromJournal } from '../../shared/reference.ts';
import type { Pairing } from '../../shared/views/pairing.ts';
import type { DinteroClient } from '../dintero/client.ts';
import type { ApiFailure } from '../dintero/failure.ts';
import type { Transaction, TransactionFilter } from '../dintero/transactions.ts';
import type { FoundDraft } from '../journal/attempts.ts';
import type { Journal } from '../journal/journal.ts';
import { attemptOf } from '../payments/attempt-of.ts';
import type { Payments } from '../payments/payments.ts';
import { transactionFacts } from '../payments/transaction-facts.ts';
import type { Clock } from '../support/clock.ts';
import { Follower } from '../support/follower.ts';
import type { Log } from '../support/log.ts';
import { transactionLines } from '../payments/transaction-lines.ts';

export interface MoneyScanOptions {
  readonly journal: Journal;
  readonly payments: Pick<Payments, 'found' | 'learn'>;
  readonly dintero: Pick<DinteroClient, 'transactions'>;
  /** Told each transaction that is read, and the terminal that was asked for. */
  readonly onRead: (transaction: Transaction, terminalId: string | undefined) => void;
  readonly pairing: Pick<Pairing, 'store' | 'terminals' | 'defaultTerminalId'>;
  readonly clock: Clock;
  readonly log: Log;
}

const minute = 60_000;
const hour = 60 * minute;

/** How far the first scan looks back at least, and how far later ones overlap what is read already: lists may lag. In ms. */
const firstReachMs = 24 * hour;
const overlapMs = hour;

const usualPauseMs = 10 * minute;
const pauseAfterFailureMs = minute;

const pageSize = 100;
/** More than this is an answer that never ends. */
const mostPages = 1_000;

const scanId = 'scan';

/**
 * Looks through Dintero's transactions for money under this journal's references that the journal does not tell of: at
 * the start, after an outage, and every ten minutes. Either its attempt ended otherwise and is watched no more (rule
 * P13), or the journal does not know it at all, having been put back from an older copy (rule P14).
 */
export class MoneyScan {
  readonly #options: MoneyScanOptions;
  readonly #follower: Follower;
  /** Whether all of the first reach was read. */
  #begun = false;
  /** When the newest transaction that was read was made, by Dintero's clock: the till's own may be wrong. */
  #newest: number | undefined;

  constructor(options: MoneyScanOptions) {
    this.#options = options;
    this.#follower = new Follower({
      clock: options.clock,
      look: () => this.#look(),
      onBug: (error) => options.log.error('scan.bug', { error }),
    });
  }

  start(): void {
    this.#follower.follow(scanId);
  }

  /** Resolves when a scan that was begun now is over. */
  async scanNow(): Promise<void> {
    await this.#follower.lookNow(scanId);
  }

  close(): void {
    this.#follower.close();
  }

  async #look(): Promise<number> {
    const { clock, log, journal, pairing } = this.#options;
    const { storeId } = pairing.store;
    const since =
      this.#begun && this.#newest !== undefined ? this.#newest - overlapMs : this.#firstReach(clock.now());
    // A terminal may have been moved to another store since it was paired.
    const places = [{ storeId }, ...pairing.terminals.map(({ terminalId }) => ({ terminalId }))];
    // What was made long ago, and refused, may be captured only now.
    const lists = places.flatMap((where) =>
      (['created_at', 'captured_at'] as const).map((by) => ({ ...where, by })),
    );
    for (const list of lists) {
      const failure = await this.#read({ ...list, since });
      if (failure) {
        log.warn('scan.not-read', { ...failure });
        return pauseAfterFailureMs;
      }
    }
    if (!this.#begun) journal.readBack.done();
    this.#begun = true;
    return usualPauseMs;
  }

  /** At least a day; and back to what the journal knew, which may be a backup that is older. */
  #firstReach(now: number): number {
    const knownUntil = this.#options.journal.readBack.since ?? now;
    return Math.min(now - firstReachMs, knownUntil - overlapMs);
  }

  async #read(filter: TransactionFilter): Promise<ApiFailure | undefined> {
    const { dintero, log } = this.#options;
    let after: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const read = await dintero.transactions.list({
        ...filter,
        limit: pageSize,
        ...(after !== undefined && { after }),
      });
      if (!read.ok) return read.error;
      for (const transaction of read.value) {
        this.#newest = later(this.#newest, transaction.created_at);
        this.#options.onRead(transaction, filter.terminalId);
        const failure = this.#isNews(transaction) ? await this.#take(transaction.id) : undefined;
        if (failure) return failure;
      }
      after = read.value.at(-1)?.id;
      if (read.value.length < pageSize || after === undefined) return undefined;
    }
    log.error('scan.too-many', { pages: mostPages });
    return undefined;
  }

  /** Money under a reference of this journal that its attempt does not tell of, or that has no attempt at all. */
  #isNews(transaction: Transaction): boolean {
    const { journal } = this.#options;
    const { merchant_reference: reference = '', status = '' } = transaction;
    if (!tookMoney(status) || !journal.part.all.some((part) => isFromJournal(reference, part))) return false;
    const attempt = attemptOf(journal, transaction);
    // One that is not settled is followed by itself (rule P8).
    return !attempt || (isSettled(attempt) && attempt.state !== 'approved');
  }

  /** Reads it whole, for a list may say less: evidence for its attempt (rule P13), or an orphan on the desk. */
  async #take(transactionId: string): Promise<ApiFailure | undefined> {
    const { journal, dintero, payments, clock, pairing } = this.#options;
    const read = await dintero.transactions.get(transactionId);
    if (!read.ok) return read.error;
    const transaction = read.value;
    if (!this.#isNews(transaction)) return undefined;
    const facts = transactionFacts(transaction);
    const evidence: Evidence = { kind: 'transaction', transaction: facts };
    const attempt = attemptOf(journal, transaction);
    if (attempt) {
      payments.learn(attempt.attemptId, evidence);
      return undefined;
    }
    const startedAt = transaction.created_at === undefined ? clock.now() : Date.parse(transaction.created_at);
    const draft: FoundDraft = {
      attemptId: randomUUID(),
      reference: transaction.merchant_reference ?? '',
      terminalId: facts.terminalId ?? pairing.defaultTerminalId,
      storeId: facts.storeId ?? pairing.store.storeId,
      amount: { amount: facts.amount, currency: facts.currency },
      lines: transactionLines(transaction),
      person: { id: 'nobody', name: '' },
      startedAt: Number.isNaN(startedAt) ? clock.now() : startedAt,
      deadlineAt: clock.now(),
    };
    payments.found(draft, evidence);
    return undefined;
  }
}

function later(time: number | undefined, text: string | undefined): number | undefined {
  const read = Date.parse(text ?? '');
  return Number.isNaN(read) ? time : Math.max(time ?? read, read);
}
