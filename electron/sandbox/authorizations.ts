import type { SandboxOptions } from './options.ts';
import type { Transaction, TransactionEvent } from './records.ts';
import type { SaleOutcome } from './scenarios.ts';
import { addEvent, authorizationMetadata, cardOf } from './transactions.ts';
import { type World, enter } from './world.ts';

/** What a payment that took no money may end with. */
export type RefusedStatus = SandboxOptions['declinedStatus'] | SandboxOptions['promptTimeoutStatus'];

/** What the bank does to a transaction: approves, refuses, captures, takes back. */
export class Authorizations {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Authorizes the whole amount, a part of it or more with a tip, and plans the capture. */
  approve(transaction: Transaction, outcome: Extract<SaleOutcome, { kind: 'approved' }>): void {
    const { tipRaisesAmount, captureDelayMs, lingeringCaptureMs } = this.#world.options();
    const asked = transaction.amount;
    const approved = Math.round((asked * (outcome.approvedPercent ?? 100)) / 100);
    const amount = approved + Math.round((asked * (outcome.tipPercent ?? 0)) / 100);
    if (tipRaisesAmount) transaction.amount = Math.max(asked, amount);
    transaction.card = cardOf(outcome.card);
    addEvent(this.#world, transaction, {
      event: 'AUTHORIZE',
      transaction_status: 'AUTHORIZED',
      success: true,
      amount,
      metadata: authorizationMetadata(
        transaction,
        outcome.card,
        this.#receiptNumber(transaction),
        this.#serialNumber(transaction),
      ),
    });
    this.#enter('authorized', transaction, amount);
    const delay = outcome.capture === 'soon' ? captureDelayMs : lingeringCaptureMs;
    if (delay !== null) this.#world.agenda.after(delay, 'capture', transaction.id);
  }

  /** Ends it without money; the error is what its AUTHORIZE event tells. */
  refuse(
    transaction: Transaction,
    status: RefusedStatus,
    error: NonNullable<TransactionEvent['error']>,
  ): void {
    addEvent(this.#world, transaction, {
      event: 'AUTHORIZE',
      transaction_status: status,
      success: false,
      error,
      metadata: { 'seitatech:outcomeReason': error.message },
    });
  }

  /** Takes back what is not captured. */
  void(transaction: Transaction): void {
    this.#world.agenda.drop(transaction.id, 'capture');
    addEvent(this.#world, transaction, {
      event: 'VOID',
      transaction_status: 'AUTHORIZATION_VOIDED',
      success: true,
      amount: transaction.amount,
    });
    this.#enter('voided', transaction, transaction.amount);
  }

  /** Captures what is authorized; anything else stays as it is. */
  capture(transactionId: string): void {
    const transaction = this.#byId(transactionId);
    if (transaction?.status !== 'AUTHORIZED') return;
    this.#capture(transaction);
  }

  /** A transaction that looked undecided or failed turns out to be paid. */
  approveLate(transactionId: string): void {
    const transaction = this.#byId(transactionId);
    if (!transaction) return;
    this.approve(transaction, { kind: 'approved', card: 'visa', capture: 'soon' });
    this.#world.agenda.drop(transaction.id, 'capture');
    this.capture(transaction.id);
  }

  /** Captures what was authorized. */
  #capture(transaction: Transaction): void {
    const amount =
      transaction.events.findLast(({ event, success }) => event === 'AUTHORIZE' && success)?.amount ??
      transaction.amount;
    addEvent(this.#world, transaction, {
      event: 'CAPTURE',
      transaction_status:
        amount < transaction.amount ? this.#world.options().partialApprovalStatus : 'CAPTURED',
      success: true,
      amount,
    });
    this.#enter('captured', transaction, amount);
  }

  #enter(what: 'authorized' | 'captured' | 'voided', transaction: Transaction, amount: number): void {
    enter(this.#world, {
      what,
      reference: transaction.merchant_reference,
      terminalId: transaction.store.terminal_id,
      amount,
      currency: transaction.currency,
    });
  }

  #byId(transactionId: string): Transaction | undefined {
    return this.#world.state.transactions.find((transaction) => transaction.id === transactionId);
  }

  #receiptNumber({ store }: Transaction): number {
    return (
      this.#world.state.ledger.filter(
        ({ what, terminalId }) => what === 'authorized' && terminalId === store.terminal_id,
      ).length + 1
    );
  }

  #serialNumber({ store }: Transaction): string {
    const terminal = this.#world.state.terminals.find(({ terminal_id: id }) => id === store.terminal_id);
    return terminal?.device_serial_number ?? '';
  }
}
