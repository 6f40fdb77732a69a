import { randomUUID } from 'node:crypto';
import { newPaymentId } from './ids.ts';
import { timestamp } from './clock.ts';
import type { SandboxOptions } from './options.ts';
import type { DisplayResult, Order, Session, Terminal, Transaction } from './records.ts';
import { type Reply, refuse, reply } from './reply.ts';
import { type SaleOutcome, promptsSlowly, saleOutcome } from './scenarios.ts';
import type { Answer, Prompter, Terminals } from './terminals.ts';
import { addEvent, authorizationMetadata, cardOf, openTransaction } from './transactions.ts';
import { type World, enter, timeOf } from './world.ts';

/** A session as it was asked for and checked. */
export interface NewSession {
  readonly order: Order;
  readonly url: Record<string, unknown>;
  readonly expiresAt: string | undefined;
  readonly metadata: Record<string, unknown>;
  readonly profileId: string;
  readonly systemHeaders: Record<string, string>;
  /** Whether in-person is the only method, so that the terminal is to hear of it. */
  readonly prompts: boolean;
}

const declinedByTheButton: SaleOutcome = {
  kind: 'declined',
  decline: { message: 'Do not honor', types: ['DECLINED'], resultCode: '05' },
};

/** Sessions and the payments that come of them. */
export class Sales implements Prompter {
  readonly #world: World;
  readonly #terminals: () => Terminals;

  constructor(world: World, terminals: () => Terminals) {
    this.#world = world;
    this.#terminals = terminals;
  }

  /** Makes the session, and with it the prompt. What a busy terminal does is an option. */
  create(asked: NewSession, terminal: Terminal): Session | Reply {
    const { busyPolicy, unpluggedSession } = this.#world.options();
    if (asked.prompts && terminal.prompts.length > 0) {
      if (busyPolicy === 'reject-409') return refuse(409, 'The terminal is busy', { code: 'terminal_busy' });
      if (busyPolicy === 'reject-400') return refuse(400, 'The terminal is busy', { code: 'terminal_busy' });
      if (busyPolicy === 'replace') this.#replace(terminal);
    }
    const session = this.#newSession(asked);
    if (!asked.prompts) return session;
    if (!terminal.plugged && unpluggedSession === 'initiated') openTransaction(this.#world, session);
    this.#terminals().ask(terminal, 'sale', session.id);
    return session;
  }

  /**
   * Cancels what is not decided; "The session's transaction is voided if it is initialised or authorised".
   * https://docs.dintero.com/api-reference/session/cancel-session
   */
  cancel(session: Session): Reply {
    const { cancelRefusedStatus, cancelStopsPromptAfterMs } = this.#world.options();
    if (session.cancelled_at !== undefined) return refuse(cancelRefusedStatus, 'The session is cancelled');
    const transaction = this.#transactionOf(session);
    if (transaction && !['INITIATED', 'AUTHORIZED'].includes(transaction.status)) {
      return refuse(cancelRefusedStatus, `The transaction is ${transaction.status}`);
    }
    const at = timeOf(this.#world);
    session.cancelled_at = at;
    session.cancelled_by = 'api';
    session.updated_at = at;
    this.#tell(session, 'CANCELLED');
    if (transaction) this.void(transaction);
    this.#world.agenda.after(cancelStopsPromptAfterMs, 'stop-prompt', session.id);
    return reply(session);
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

  capture(transactionId: string): void {
    const transaction = this.#byId(transactionId);
    if (transaction?.status !== 'AUTHORIZED') return;
    this.#capture(transaction);
  }

  /** A transaction that looked undecided or failed turns out to be paid. */
  approveLate(transactionId: string): void {
    const transaction = this.#byId(transactionId);
    if (!transaction) return;
    this.#authorize(transaction, { kind: 'approved', card: 'visa', capture: 'soon' });
    this.#world.agenda.drop(transaction.id, 'capture');
    this.capture(transaction.id);
  }

  stopPrompt(sessionId: string): void {
    this.#terminals().end(sessionId, 'cancelled');
  }

  delayMs(sessionId: string): number {
    const { promptDelayMs, slowPromptMs } = this.#world.options();
    return promptsSlowly(this.#amountOf(sessionId)) ? slowPromptMs : promptDelayMs;
  }

  onShown(sessionId: string): void {
    const session = this.session(sessionId);
    if (!session) return;
    const { order } = session;
    enter(this.#world, {
      what: 'prompt',
      reference: order.merchant_reference,
      terminalId: order.store.terminal_id,
      amount: order.amount,
      currency: order.currency,
    });
    if (this.#world.options().transactionOpens === 'at-prompt') openTransaction(this.#world, session);
  }

  onAnswer(sessionId: string, answer: Answer): void {
    const session = this.session(sessionId);
    if (!session) return;
    if (session.cancelled_at !== undefined && (answer !== 'tap' || !this.#world.options().cardBeatsCancel)) {
      this.#terminals().end(sessionId, 'cancelled');
      return;
    }
    const outcome = outcomeOf(answer, session.order.amount);
    if (outcome.kind === 'silent') return;
    const transaction = openTransaction(this.#world, session);
    const result = this.#bringAbout(session, transaction, outcome);
    this.#terminals().end(sessionId, result);
  }

  onGivenUp(sessionId: string): void {
    const session = this.session(sessionId);
    if (session && saleOutcome(session.order.amount).kind !== 'silent') this.#giveUp(session);
  }

  session(sessionId: string): Session | undefined {
    return this.#world.state.sessions.find((session) => session.id === sessionId);
  }

  #bringAbout(
    session: Session,
    transaction: Transaction,
    outcome: Exclude<SaleOutcome, { kind: 'silent' }>,
  ): DisplayResult {
    const { declinedStatus, cancelledOnTerminalStatus, laterMs } = this.#world.options();
    switch (outcome.kind) {
      case 'approved':
        this.#authorize(transaction, outcome);
        this.#tell(session, 'AUTHORIZED');
        return 'approved';
      case 'declined': {
        const { message, types, resultCode } = outcome.decline;
        this.#fail(session, transaction, declinedStatus, {
          code: 'declined',
          message,
          type: [...types],
          ...(resultCode !== undefined && { result_code: resultCode }),
        });
        return 'declined';
      }
      case 'cancelled':
        this.#fail(session, transaction, cancelledOnTerminalStatus, {
          message: 'Cancelled on the terminal',
          type: ['ERROR'],
        });
        return 'cancelled';
      case 'failed':
        this.#fail(session, transaction, 'FAILED', { message: 'Technical failure', type: ['ERROR'] });
        if (outcome.approvedLater) this.#world.agenda.after(laterMs, 'approve-late', transaction.id);
        return 'declined';
      case 'undecided':
        transaction.status = outcome.status;
        this.#tell(session, 'UNKNOWN');
        if (outcome.approvedLater) this.#world.agenda.after(laterMs, 'approve-late', transaction.id);
        return 'approved';
    }
  }

  #authorize(transaction: Transaction, outcome: Extract<SaleOutcome, { kind: 'approved' }>): void {
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

  #fail(
    session: Session,
    transaction: Transaction,
    status: SandboxOptions['declinedStatus'] | SandboxOptions['promptTimeoutStatus'],
    error: { code?: string; message: string; type: string[]; result_code?: string },
  ): void {
    addEvent(this.#world, transaction, {
      event: 'AUTHORIZE',
      transaction_status: status,
      success: false,
      error,
      metadata: { 'seitatech:outcomeReason': error.message },
    });
    this.#tell(session, 'PAY_FAILED', { error: 'Rejected', payment_product_type: 'seitatech.in_person' });
    this.#tell(session, status === 'DECLINED' ? 'DECLINED' : 'FAILED');
  }

  #newSession({ order, url, expiresAt, metadata, profileId, systemHeaders }: NewSession): Session {
    const { state, clock, options } = this.#world;
    const at = timeOf(this.#world);
    const session: Session = {
      id: newPaymentId(state.accountId),
      created_at: at,
      updated_at: at,
      expires_at: expiresAt ?? timestamp(clock.now() + options().sessionLifeMs),
      url,
      order,
      metadata: { ...metadata, 'session:profile_id': profileId },
      initiating_system_request_headers: systemHeaders,
      events: [],
    };
    this.#tell(session, 'INITIATED');
    state.sessions.push(session);
    enter(this.#world, {
      what: 'session',
      reference: order.merchant_reference,
      terminalId: order.store.terminal_id,
      amount: order.amount,
      currency: order.currency,
    });
    return session;
  }

  #replace(terminal: Terminal): void {
    for (const { kind, subject } of [...terminal.prompts]) {
      const session = kind === 'sale' ? this.session(subject) : undefined;
      if (session) this.#giveUp(session);
    }
  }

  #giveUp(session: Session): void {
    const transaction = this.#transactionOf(session);
    if (transaction?.status === 'INITIATED') {
      this.#fail(session, transaction, this.#world.options().promptTimeoutStatus, {
        message: 'No card was presented in time',
        type: ['ERROR'],
      });
    }
    this.#terminals().end(session.id, 'timed-out');
  }

  #tell(session: Session, name: string, details?: Record<string, unknown>): void {
    const at = timeOf(this.#world);
    session.events.push({ id: randomUUID(), name, created_at: at, ...(details && { details }) });
    session.updated_at = at;
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

  #transactionOf(session: Session): Transaction | undefined {
    return session.transaction_id === undefined ? undefined : this.#byId(session.transaction_id);
  }

  #byId(transactionId: string): Transaction | undefined {
    return this.#world.state.transactions.find((transaction) => transaction.id === transactionId);
  }

  #amountOf(sessionId: string): number {
    return this.session(sessionId)?.order.amount ?? 0;
  }

  #receiptNumber({ store }: Transaction): number {
    return (
      this.#world.state.ledger.filter(
        ({ what, terminalId }) => what === 'authorized' && terminalId === store.terminal_id,
      ).length + 1
    );
  }

  #serialNumber({ store }: Transaction): string {
    return this.#terminals().get(store.terminal_id)?.device_serial_number ?? '';
  }
}

function outcomeOf(answer: Answer, amount: number): SaleOutcome {
  switch (answer) {
    case 'tap':
      return saleOutcome(amount);
    case 'decline':
      return declinedByTheButton;
    case 'cancel':
      return { kind: 'cancelled' };
  }
}
