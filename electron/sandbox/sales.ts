import { randomUUID } from 'node:crypto';
import type { Authorizations, RefusedStatus } from './authorizations.ts';
import { timestamp } from './clock.ts';
import { newPaymentId } from './ids.ts';
import type { DisplayResult, Order, Session, Terminal, Transaction, TransactionEvent } from './records.ts';
import { type Reply, refuse, reply } from './reply.ts';
import { type SaleOutcome, promptsSlowly, saleOutcome } from './scenarios.ts';
import type { Answer, Prompter, Terminals } from './terminals.ts';
import { openTransaction } from './transactions.ts';
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

/** Sessions, and how their prompts are answered. */
export class Sales implements Prompter {
  readonly #world: World;
  readonly #authorizations: Authorizations;
  readonly #terminals: () => Terminals;

  constructor(world: World, authorizations: Authorizations, terminals: () => Terminals) {
    this.#world = world;
    this.#authorizations = authorizations;
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
    if (transaction) this.#authorizations.void(transaction);
    this.#world.agenda.after(cancelStopsPromptAfterMs, 'stop-prompt', session.id);
    return reply(session);
  }

  /** The terminal has heard of the cancel. */
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

  /** By its id, whatever has become of it. */
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
        this.#authorizations.approve(transaction, outcome);
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

  #fail(
    session: Session,
    transaction: Transaction,
    status: RefusedStatus,
    error: NonNullable<TransactionEvent['error']>,
  ): void {
    this.#authorizations.refuse(transaction, status, error);
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

  #transactionOf(session: Session): Transaction | undefined {
    return this.#world.state.transactions.find(({ id }) => id === session.transaction_id);
  }

  #amountOf(sessionId: string): number {
    return this.session(sessionId)?.order.amount ?? 0;
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
