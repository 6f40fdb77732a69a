import type { Fault } from '../shared/fault.ts';
import { inputFault } from '../shared/fault.ts';
import type { Actor } from '../shared/person.ts';
import { isRefundOpen } from '../shared/refund.ts';
import { type Result, err } from '../shared/result.ts';
import { type SaleSearch, soughtIn } from '../shared/sale-search.ts';
import type { BasketView, Product } from '../shared/views/basket.ts';
import type { Pairing } from '../shared/views/pairing.ts';
import type { TerminalHealth } from '../shared/views/health.ts';
import type { SaleTerminal } from '../shared/views/store-sale.ts';
import type { OperationView } from '../shared/views/operations.ts';
import type { SaleDetail, SaleSummary } from '../shared/views/sale.ts';
import type { TillTerminalsView } from '../shared/views/terminal.ts';
import { Baskets } from './baskets/baskets.ts';
import { Desk } from './desk/desk.ts';
import { MoneyScan } from './desk/money-scan.ts';
import type { DinteroClient } from './dintero/client.ts';
import type { Journal } from './journal/journal.ts';
import { type PaymentSettings, Payments } from './payments/payments.ts';
import { promptTimes } from './payments/prompt-times.ts';
import { RefundTerminals } from './refunds/refund-terminals.ts';
import { Refunds } from './refunds/refunds.ts';
import { saleDetail } from './sales/sale-detail.ts';
import { StoreSales } from './sales/store-sales.ts';
import { storeTerminals } from './sales/store-terminals.ts';
import type { Clock } from './support/clock.ts';
import type { Log } from './support/log.ts';
import { healthHistory, healthOf } from './terminals/health.ts';
import { OtherTills } from './terminals/other-tills.ts';
import { TillTerminals } from './terminals/till-terminals.ts';

export interface PairedTillOptions {
  readonly pairing: Pairing;
  readonly journal: Journal;
  readonly dintero: DinteroClient;
  /** The client for what is no payment; the same one, unless the account has a second. */
  readonly managing: () => DinteroClient;
  /** Why the journal can't take a sale or a refund, while it can't. */
  readonly journalFault?: () => Fault | undefined;
  /** Why Dintero's checkout can't be reached, while it can't. */
  readonly offline: () => Fault | undefined;
  readonly actor: () => Actor;
  readonly settings: () => PaymentSettings;
  readonly refundsOnTerminal: () => boolean;
  readonly refundDeadlineMs: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** A till that has an account, terminals and a journal: everything that sells and refunds, wired together. */
export class PairedTill {
  readonly baskets: Baskets;
  readonly payments: Payments;
  readonly refunds: Refunds;
  readonly desk: Desk;
  readonly storeSales: StoreSales;
  readonly #options: PairedTillOptions;
  readonly #terminals: TillTerminals;
  readonly #otherTills: OtherTills;
  readonly #scan: MoneyScan;

  constructor(options: PairedTillOptions) {
    this.#options = options;
    const { pairing, journal, dintero, actor, clock, log, onChange } = options;
    this.#terminals = new TillTerminals({
      pairing,
      dintero: options.managing,
      openBasketId: () => this.baskets.open.id,
      clock,
      log,
      onChange,
    });
    const terminals = this.#terminals;
    this.baskets = new Baskets({
      records: journal.baskets,
      currency: pairing.currency,
      frozenFor: (saleId) => this.payments.openReference(saleId),
      onChange: () => this.#onBasket(),
    });
    this.payments = new Payments({
      journal,
      baskets: this.baskets,
      dintero,
      pairing,
      terminals,
      settings: options.settings,
      actor,
      blocked: (terminalId) => this.#blocked(terminalId),
      clock,
      log,
      onChange,
    });
    this.refunds = new Refunds({
      journal,
      dintero,
      pairing,
      terminals: new RefundTerminals({ pairing, terminals, managing: options.managing }),
      onTerminal: options.refundsOnTerminal,
      actor,
      blocked: (terminalId) => this.#blocked(terminalId),
      deadlineMs: options.refundDeadlineMs,
      clock,
      log,
      onChange,
    });
    const { payments, refunds } = this;
    this.desk = new Desk({ journal, payments, refunds });
    this.#otherTills = new OtherTills(clock, () => this.journalParts);
    this.storeSales = new StoreSales({ journal, dintero, pairing, clock });
    this.#scan = new MoneyScan({
      journal,
      payments,
      dintero,
      onRead: (transaction, terminalId) => this.#otherTills.note(transaction, terminalId),
      pairing,
      clock,
      log,
    });
  }

  /** Every part that references of this till may bear. */
  get journalParts(): readonly string[] {
    return this.#options.journal.part.all;
  }

  /** Goes up whenever a list of sales may have changed. */
  get salesRevision(): number {
    return this.#options.journal.length;
  }

  /** Open attempts first, then everything else (rule P19). */
  start(): void {
    this.payments.recover();
    this.refunds.recover();
    this.#terminals.start();
    this.#scan.start();
    void this.#options.dintero.token.renew();
    this.#onBasket();
  }

  /** The journal's projections were made anew: something may be open that was not seen as such. */
  followOpen(): void {
    this.payments.recover();
    this.refunds.recover();
    this.#onBasket();
  }

  lookAtAll(): void {
    this.payments.lookAtAll();
    this.refunds.lookAtAll();
    void this.#terminals.refresh();
    void this.#scan.scanNow();
    if (!this.#options.dintero.token.ready().ok) void this.#options.dintero.token.renew();
  }

  async refreshTerminals(): Promise<null> {
    await this.#terminals.refresh();
    return null;
  }

  /** Sends the open sale to another terminal of this till. */
  pickTerminal(terminalId: string): Result<null> {
    return this.#terminals.pick(terminalId);
  }

  addProduct(product: Product | undefined, quantity: number): Result<null> {
    if (!product) return err(inputFault('input.changed-meanwhile'));
    const { productId, name, unitPrice, vatRate } = product;
    return this.baskets.add({ productId, description: name, unitPrice, vatRate, quantity });
  }

  leaveRefund(): null {
    this.refunds.leave();
    return null;
  }

  /** The terminals that the store sells on, as far as they are known. */
  async storeTerminals(): Promise<readonly SaleTerminal[]> {
    return await storeTerminals(this.#options);
  }

  /** This till's sales that fit, newest first. `beforeNumber` is the last sale's number of the page before. */
  sales(
    { text, from, until }: SaleSearch,
    limit: number,
    beforeNumber?: number,
  ): { sales: SaleSummary[]; more: boolean } {
    const { journal, pairing } = this.#options;
    const sought = soughtIn(text, pairing.currency);
    const sales = journal.sales.search({ sought, from, until }, limit + 1, beforeNumber);
    return { sales: sales.slice(0, limit), more: sales.length > limit };
  }

  sale(saleId: string): Result<SaleDetail> {
    return saleDetail(this.#options.journal, saleId);
  }

  openMatters(): number {
    const { attempts, refunds } = this.#options.journal;
    // What a manager has marked is followed still, but nobody waits for it.
    const payments = attempts.unsettled().filter(({ mark }) => mark === undefined);
    return payments.length + refunds.unsettled().filter(isRefundOpen).length;
  }

  basketView(): BasketView {
    return this.baskets.view(this.#blocked(this.#terminals.presentId));
  }

  terminalsView(): TillTerminalsView {
    const { presentId, canPick } = this.#terminals;
    return {
      presentId,
      canPick,
      terminals: this.#terminals.views((terminalId) => ({
        usualOpenMs: this.payments.usualOpenMs(terminalId),
        heldBy: this.#options.journal.holds.holderOf(terminalId),
      })),
      otherTills: this.#otherTills
        .view()
        .filter(({ terminalId }) => this.#terminals.ids.includes(terminalId)),
    };
  }

  /** The reference of the payment or refund that holds a terminal. */
  heldBy(terminalId: string): string | undefined {
    return this.#options.journal.holds.holderOf(terminalId);
  }

  /** How a terminal does, by what this till has seen of it and by what it was asked to do. */
  health(terminalId: string, operations: readonly OperationView[]): TerminalHealth {
    const { attempts } = this.#options.journal;
    const openTimes = attempts.openTimes(terminalId, healthHistory.newest);
    return healthOf({
      terminalId,
      attempts: attempts.newestOn(terminalId, healthHistory.newest),
      openTimes,
      longAfterMs: promptTimes(openTimes).longAfterMs,
      operations: operations.filter((operation) => operation.terminalId === terminalId),
      now: this.#options.clock.now(),
    });
  }

  /** Ends what runs: from here on no request about money leaves. */
  stop(): void {
    this.payments.close();
    this.refunds.close();
    this.#terminals.close();
    this.#scan.close();
  }

  close(): void {
    this.stop();
    this.#options.journal.close();
  }

  /** Why no request about money may start now: no sound journal, no line (rule R7), no login (rule P6), or a terminal that can't. */
  #blocked(terminalId: string | undefined): Fault | undefined {
    const { journalFault, offline, dintero } = this.#options;
    const token = dintero.token.ready();
    const setUp = journalFault?.() ?? offline() ?? (token.ok ? undefined : token.error);
    return setUp ?? (terminalId === undefined ? undefined : this.#terminals.blocked(terminalId));
  }

  #onBasket(): void {
    // With the first line in the basket the customer is here, and Charge is near.
    if (this.baskets.open.lines.length > 0) void this.#options.dintero.openAhead();
    this.#options.onChange();
  }
}
