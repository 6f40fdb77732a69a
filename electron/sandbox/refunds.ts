import { randomUUID } from 'node:crypto';
import type { RunningRefund, Terminal, Transaction } from './records.ts';
import { type Reply, refuse, reply } from './reply.ts';
import type { RefundBody } from './request-bodies.ts';
import { type RefundOutcome, refundOutcome } from './scenarios.ts';
import type { Answer, Prompter, Terminals } from './terminals.ts';
import { addEvent, capturedAmount, refundedAmount, refundedOfLine } from './transactions.ts';
import { type World, enter } from './world.ts';

const refundable = new Set([
  'CAPTURED',
  'PARTIALLY_CAPTURED',
  'PARTIALLY_REFUNDED',
  'PARTIALLY_CAPTURED_REFUNDED',
]);

/** Refunds: checked, run on the terminal or by themselves, and told by events. */
export class Refunds implements Prompter {
  readonly #world: World;
  readonly #terminals: () => Terminals;
  /** Calls that are answered when their refund has ended (`refundReply` 200), by request id. */
  readonly #held = new Map<string, (reply: Reply) => void>();

  constructor(world: World, terminals: () => Terminals) {
    this.#world = world;
    this.#terminals = terminals;
  }

  /** https://docs.dintero.com/checkout-api/transactions/transactions_id_refund_post */
  start(
    transaction: Transaction,
    asked: RefundBody,
    systemHeaders: Record<string, string>,
  ): Reply | Promise<Reply> {
    const terminal = asked.terminal_id === undefined ? undefined : this.#terminals().get(asked.terminal_id);
    const refusal = this.#check(transaction, asked, terminal);
    if (refusal) return refusal;
    const outcome = refundOutcome(asked.amount);
    if (outcome === 'unavailable') return refuse(503, 'The processor is temporarily unavailable');

    const refund: RunningRefund = {
      requestId: randomUUID(),
      transactionId: transaction.id,
      ...(asked.terminal_id !== undefined && { terminalId: asked.terminal_id }),
      amount: asked.amount,
      ...(asked.items && { items: asked.items }),
      ...(asked.refund_reference !== undefined && { reference: asked.refund_reference }),
    };
    this.#world.state.runningRefunds.push(refund);
    addEvent(this.#world, transaction, {
      event: 'INITIATE_REFUND',
      transaction_status: transaction.status,
      success: true,
      amount: refund.amount,
      ...(refund.items && { items: refund.items }),
      request_id: refund.requestId,
      ...(refund.reference !== undefined && { event_reference: refund.reference }),
      ...(asked.metadata && { metadata: asked.metadata }),
      request_headers: systemHeaders,
    });
    const { refundReply, refundConfirmed } = this.#world.options();
    const held = refundReply === 200 ? this.#hold(refund.requestId) : undefined;
    if (refundConfirmed === 'by-customer' && terminal) {
      this.#terminals().ask(terminal, 'refund', refund.requestId);
    } else {
      this.#run(refund, outcome);
    }
    return held ?? reply(transaction, 202, { 'event-request-id': refund.requestId });
  }

  /** The refund has run its course. */
  end(requestId: string): void {
    const refund = this.#running(requestId);
    if (refund) this.#finish(refund, refundOutcome(refund.amount) !== 'fails-later');
  }

  delayMs(): number {
    return this.#world.options().promptDelayMs;
  }

  onShown(requestId: string): void {
    const refund = this.#running(requestId);
    const transaction = refund && this.#transactionOf(refund);
    if (!refund || !transaction) return;
    enter(this.#world, {
      what: 'prompt',
      reference: refund.reference ?? '',
      amount: refund.amount,
      currency: transaction.currency,
    });
  }

  onAnswer(requestId: string, answer: Answer): void {
    const refund = this.#running(requestId);
    if (!refund) return;
    this.#terminals().end(requestId, answer === 'tap' ? 'refunded' : 'cancelled');
    if (answer === 'tap') {
      this.#run(refund, refundOutcome(refund.amount));
    } else {
      this.#finish(refund, false);
    }
  }

  onGivenUp(requestId: string): void {
    const refund = this.#running(requestId);
    this.#terminals().end(requestId, 'timed-out');
    if (refund) this.#finish(refund, false);
  }

  /** A refund that is not known any more reads as 0. In minor units. */
  amountOf(requestId: string): { readonly amount: number; readonly currency: string } | undefined {
    const refund = this.#running(requestId);
    const transaction = refund && this.#transactionOf(refund);
    return refund && transaction && { amount: refund.amount, currency: transaction.currency };
  }

  #run(refund: RunningRefund, outcome: RefundOutcome): void {
    const { refundDelayMs, laterMs } = this.#world.options();
    if (outcome === 'never-ends') return;
    this.#world.agenda.after(
      outcome === 'succeeds' ? refundDelayMs : laterMs,
      'end-refund',
      refund.requestId,
    );
  }

  #finish(refund: RunningRefund, succeeded: boolean): void {
    const { state, options } = this.#world;
    state.runningRefunds = state.runningRefunds.filter((one) => one !== refund);
    const transaction = this.#transactionOf(refund);
    if (!transaction) return;
    addEvent(this.#world, transaction, {
      event: 'REFUND',
      transaction_status: succeeded ? statusAfter(transaction, refund.amount) : transaction.status,
      success: succeeded,
      amount: refund.amount,
      ...(refund.items && { items: refund.items }),
      correlation_request_id: refund.requestId,
      ...(refund.reference !== undefined && { event_reference: refund.reference }),
      ...(!succeeded && { error: { code: 'declined', message: 'Refund declined', type: ['DECLINED'] } }),
    });
    if (succeeded) {
      enter(this.#world, {
        what: 'refunded',
        reference: refund.reference ?? '',
        ...(refund.terminalId !== undefined && { terminalId: refund.terminalId }),
        amount: refund.amount,
        currency: transaction.currency,
      });
    }
    const answer = this.#held.get(refund.requestId);
    this.#held.delete(refund.requestId);
    const { refundFailedStatus } = options();
    answer?.(
      succeeded || refundFailedStatus === 200
        ? reply(transaction)
        : refuse(refundFailedStatus, 'The refund was declined'),
    );
  }

  #hold(requestId: string): Promise<Reply> {
    return new Promise((resolve) => this.#held.set(requestId, resolve));
  }

  #check(transaction: Transaction, asked: RefundBody, terminal: Terminal | undefined): Reply | undefined {
    const { operationRefusedStatus, refundNeedsTerminal, refundConfirmed, countRunningRefunds } =
      this.#world.options();
    if (!refundable.has(transaction.status)) {
      return refuse(operationRefusedStatus, `The transaction is ${transaction.status}`);
    }
    if (asked.terminal_id === undefined && refundNeedsTerminal) {
      return refuse(400, 'terminal_id is required for seitatech.in_person');
    }
    if (asked.terminal_id !== undefined && !this.#mayRefund(terminal, transaction)) {
      return refuse(400, 'terminal_id is not an active terminal on the same payout destination');
    }
    if (refundConfirmed === 'by-customer' && terminal && terminal.prompts.length > 0) {
      return refuse(409, 'The terminal is busy', { code: 'terminal_busy' });
    }
    const running = this.#runningOf(transaction);
    const left =
      capturedAmount(transaction) -
      refundedAmount(transaction) -
      (countRunningRefunds ? running.reduce((sum, { amount }) => sum + amount, 0) : 0);
    if (asked.amount > left) {
      return refuse(operationRefusedStatus, `${asked.amount} is more than the ${left} that are left`);
    }
    return this.#checkItems(transaction, asked, running);
  }

  #checkItems(
    transaction: Transaction,
    { amount, items }: RefundBody,
    running: readonly RunningRefund[],
  ): Reply | undefined {
    if (!items) return undefined;
    const { refundLineCeiling, countRunningRefunds } = this.#world.options();
    const sum = items.reduce((total, item) => total + item.amount, 0);
    if (sum !== amount) return refuse(400, `amount is ${amount}, and its items are ${sum}`);
    for (const item of items) {
      const line = transaction.items?.find(({ line_id: id }) => id === item.line_id);
      if (!line) return refuse(400, `There is no line ${item.line_id}`);
      const onTheWay = countRunningRefunds
        ? running
            .flatMap((refund) => refund.items ?? [])
            .filter(({ line_id: id }) => id === item.line_id)
            .reduce((total, one) => total + one.amount, 0)
        : 0;
      const left = line.amount - refundedOfLine(transaction, item.line_id) - onTheWay;
      if (refundLineCeiling && item.amount > left) {
        return refuse(400, `${item.amount} is more than the ${left} that are left of line ${item.line_id}`);
      }
    }
    return undefined;
  }

  #mayRefund(terminal: Terminal | undefined, transaction: Transaction): boolean {
    if (terminal?.status !== 'ACTIVE') return false;
    const store = this.#world.state.stores.find(({ store_id: id }) => id === terminal.store_id);
    return store?.payout_destination_id === transaction.payout_destination_id;
  }

  #running(requestId: string): RunningRefund | undefined {
    return this.#world.state.runningRefunds.find((refund) => refund.requestId === requestId);
  }

  #runningOf(transaction: Transaction): readonly RunningRefund[] {
    return this.#world.state.runningRefunds.filter(({ transactionId }) => transactionId === transaction.id);
  }

  #transactionOf({ transactionId }: RunningRefund): Transaction | undefined {
    return this.#world.state.transactions.find(({ id }) => id === transactionId);
  }
}

function statusAfter(transaction: Transaction, amount: number): string {
  const captured = capturedAmount(transaction);
  if (refundedAmount(transaction) + amount >= captured) return 'REFUNDED';
  return captured < transaction.amount ? 'PARTIALLY_CAPTURED_REFUNDED' : 'PARTIALLY_REFUNDED';
}
