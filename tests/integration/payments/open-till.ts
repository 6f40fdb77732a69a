import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Journal } from '../../../electron/journal/journal.ts';
import type { PairedTill } from '../../../electron/paired-till.ts';
import type { Disturbance, Trouble } from '../../../electron/sandbox/disturbances.ts';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import { type Sandbox, startSandbox } from '../../../electron/sandbox/sandbox.ts';
import type { RequestRecord } from '../../../electron/sandbox/server.ts';
import type { Button } from '../../../electron/sandbox/terminals.ts';
import type { RefundOrder } from '../../../electron/refunds/refunds.ts';
import type { Attempt, AttemptMark } from '../../../shared/attempt.ts';
import type { ApprovalRequest } from '../../../shared/contract.ts';
import { minorUnits } from '../../../shared/money.ts';
import type { RefundMark } from '../../../shared/refund.ts';
import type { Result } from '../../../shared/result.ts';
import { vatRate } from '../../../shared/vat.ts';
import type { PaymentView } from '../../../shared/views/payment.ts';
import type { TerminalView } from '../../../shared/views/terminal.ts';
import { HandClock } from '../hand-clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { quiet } from './network.ts';
import { type People, withApproval } from './people.ts';
import { type Parts, type TillSetUp, openParts, terminalId, unwrap } from './till-parts.ts';

/** What differs from a till of the training account, with a terminal that captures as soon as a card is tapped. */
export interface SetUp extends TillSetUp {
  readonly sandbox?: OptionsChange;
  /** Another till, whose sandbox and time this one shares. */
  readonly beside?: OpenTill;
  /** Whether it also works in the other till's journal, as a second window would. */
  readonly sameJournal?: boolean;
  /** Where its journal lies, instead of a folder of its own. */
  readonly folder?: string;
  /** Planned before the till starts. */
  readonly trouble?: Disturbance;
}

/** What goes back, and the yes to it. */
export type ApprovedRefund = RefundOrder & ApprovalRequest;

/** How long a test waits in real time for what must come, in ms. */
const patienceMs = 8_000;

/**
 * A till with everything real below the window: client, journal file, sandbox over HTTP. Time stands still until `pass`
 * moves it.
 */
export class OpenTill {
  readonly sandbox: Sandbox;
  readonly clock: HandClock;
  readonly journalFile: string;
  readonly #setUp: SetUp;
  #parts: Parts;
  #wakes: (() => void)[] = [];

  constructor(setUp: SetUp, sandbox: Sandbox, clock: HandClock, journalFile: string) {
    this.#setUp = setUp;
    this.sandbox = sandbox;
    this.clock = clock;
    this.journalFile = journalFile;
    sandbox.watch(() => this.#changed());
    this.#parts = this.#open();
  }

  get journal(): Journal {
    return this.#parts.journal;
  }

  get paired(): PairedTill {
    return this.#parts.paired;
  }

  get people(): People {
    return this.#parts.people;
  }

  get payments(): PairedTill['payments'] {
    return this.paired.payments;
  }

  get view(): PaymentView {
    const view = this.payments.view();
    if (!view) throw new Error('No payment is in front of the cashier');
    return view;
  }

  /** How a terminal of the till is; without an id, the one that the open sale goes to. */
  terminalView(terminalId?: string): TerminalView {
    const { presentId, terminals } = this.paired.terminalsView();
    const view = terminals.find((terminal) => terminal.terminalId === (terminalId ?? presentId));
    if (!view) throw new Error(`No terminal ${terminalId ?? presentId} at this till`);
    return view;
  }

  /** The attempt as the journal has it now; without an id, the one in front of the cashier. */
  attempt(attemptId: string = this.view.attempt.attemptId): Attempt {
    const attempt = this.journal.attempts.get(attemptId);
    if (!attempt) throw new Error(`No attempt ${attemptId}`);
    return attempt;
  }

  /** The requests that reached the sandbox, oldest first. */
  requests(method: 'GET' | 'POST', path: RegExp): readonly RequestRecord[] {
    return this.sandbox.requests().filter((request) => request.method === method && path.test(request.path));
  }

  disturb(path: RegExp, trouble: Trouble, times = 1, method?: string): void {
    this.sandbox.disturb({ path, trouble, times, method });
  }

  press(button: Button, pressedId: string = terminalId): void {
    this.sandbox.press(pressedId, button);
  }

  /** Enters a line of this amount, in minor units, at 25 %. */
  enter(amount: number, quantity = 1): void {
    const line = { description: 'Coffee', quantity, unitPrice: minorUnits(amount), vatRate: vatRate(25) };
    unwrap(this.paired.baskets.add(line));
  }

  /** Enters a line and charges. Resolves when the call's answer, or its loss, is in the journal. */
  async charge(amount: number, acceptRisk = false): Promise<Attempt> {
    this.enter(amount);
    return await this.chargeBasket(acceptRisk);
  }

  async chargeBasket(acceptRisk = false): Promise<Attempt> {
    unwrap(this.payments.charge(acceptRisk));
    const { attemptId } = this.view.attempt;
    await this.until(() => {
      const { state, replyLostAt } = this.attempt(attemptId);
      return state !== 'sending' || replyLostAt !== undefined;
    });
    await quiet();
    return this.attempt(attemptId);
  }

  /** Charges, taps a card, and follows the attempt to its approval. */
  async sell(amount: number): Promise<Attempt> {
    const { attemptId } = await this.charge(amount);
    this.press('tap');
    await this.payments.checkNow(attemptId);
    return this.attempt(attemptId);
  }

  /** Refunds with a manager's yes. */
  async refund({ reason, approverId, pin, ...order }: ApprovedRefund): Promise<Result<null>> {
    return await withApproval(this.people, 'refund', { reason, approverId, pin }, (permit) =>
      this.paired.refunds.start(order, permit),
    );
  }

  async markPayment(
    attemptId: string,
    verdict: AttemptMark['verdict'],
    request: ApprovalRequest,
  ): Promise<Result<null>> {
    return await withApproval(this.people, 'mark-outcome', request, ({ approval }) =>
      this.paired.desk.markPayment(attemptId, verdict, approval),
    );
  }

  async markRefund(
    refundId: string,
    verdict: RefundMark['verdict'],
    request: ApprovalRequest,
  ): Promise<Result<null>> {
    return await withApproval(this.people, 'mark-outcome', request, ({ approval }) =>
      this.paired.desk.markRefund(refundId, verdict, approval),
    );
  }

  async adopt(
    attemptId: string,
    saleId: string | undefined,
    request: ApprovalRequest,
  ): Promise<Result<null>> {
    return await withApproval(this.people, 'take-over', request, ({ approval }) =>
      this.paired.desk.adopt(attemptId, saleId, approval),
    );
  }

  /** Lets time pass, in ms. Every look on the way is over before time goes on. */
  async pass(ms: number): Promise<void> {
    await quiet();
    const end = this.clock.now() + ms;
    for (;;) {
      const [next] = this.clock.waiting;
      if (next === undefined || this.clock.now() + next > end) break;
      await this.clock.pass(next);
      await quiet();
    }
    await this.clock.pass(end - this.clock.now());
  }

  /** Resolves when something is so; looked at whenever the till or the sandbox says that it has changed. */
  async until(condition: () => boolean): Promise<void> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error(`Never came: ${condition.toString()}`)), patienceMs);
    while (!condition()) {
      await Promise.race([new Promise<void>((resolve) => this.#wakes.push(resolve)), late.promise]);
    }
    clearTimeout(timer);
  }

  /** Ends the till in the middle of whatever it does, and starts it again from its journal. */
  async restart(): Promise<void> {
    await this.close();
    await this.start();
  }

  async start(): Promise<void> {
    this.#parts = this.#open();
    await this.loggedIn();
  }

  async loggedIn(): Promise<void> {
    await this.until(() => this.#parts.dintero.token.ready().ok);
    await quiet();
  }

  async close(): Promise<void> {
    this.#parts.line.close();
    this.paired.close();
    await this.#parts.dintero.close();
  }

  #open(): Parts {
    return openParts({
      sandbox: this.sandbox,
      clock: this.clock,
      journalFile: this.journalFile,
      setUp: this.#setUp,
      onChange: () => this.#changed(),
    });
  }

  #changed(): void {
    for (const wake of this.#wakes.splice(0)) wake();
  }
}

/** Opens a till with the terminal T0001 of a sandbox of its own. Both end with the test. */
export async function openTill(setUp: SetUp = {}): Promise<OpenTill> {
  const { folder = temporaryFolder() } = setUp;
  const { beside } = setUp;
  const clock = beside?.clock ?? new HandClock();
  const sandbox =
    beside?.sandbox ?? (await startSandbox({ clock, options: { captureDelayMs: 0, ...setUp.sandbox } }));
  if (!beside) onTestFinished(() => sandbox.close());
  if (setUp.trouble) sandbox.disturb(setUp.trouble);
  const file = setUp.sameJournal && beside ? beside.journalFile : join(folder, 'journal.sqlite');
  const till = new OpenTill(setUp, sandbox, clock, file);
  onTestFinished(() => till.close());
  if (!setUp.trouble) await till.loggedIn();
  return till;
}
