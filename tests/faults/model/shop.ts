import { mkdtempSync, rmSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disturbance } from '../../../electron/sandbox/disturbances.ts';
import { type Sandbox, startSandbox } from '../../../electron/sandbox/sandbox.ts';
import type { RequestRecord } from '../../../electron/sandbox/server.ts';
import { trainingAccountId } from '../../../electron/sandbox/training-account.ts';
import { isSettled } from '../../../shared/attempt.ts';
import { minorUnits } from '../../../shared/money.ts';
import { HandClock } from '../../integration/hand-clock.ts';
import { approved } from '../../integration/desk/approval.ts';
import { allQuiet } from '../../integration/payments/network.ts';
import { OpenTill } from '../../integration/payments/open-till.ts';
import { call, logIn } from '../../integration/sandbox/account.ts';
import { refundCall } from '../../integration/payments/calls.ts';
import { type Day, type Step, calls } from './steps.ts';

const terminalIds = [`${trainingAccountId}-T0001`, `${trainingAccountId}-T0002`] as const;

/** How long after the last step everything must have come to its end: watches, the desk's scan, lagging lists. In ms. */
const settlingMs = 40 * 60_000;

/** Two tills, their terminals, and the one Dintero behind them, on one day. */
export class Shop {
  readonly sandbox: Sandbox;
  readonly clock: HandClock;
  readonly tills: readonly OpenTill[];
  /** What must never be, as it was seen. */
  readonly violations: string[] = [];
  /** Every POST that reached Dintero, oldest first. */
  readonly posts: RequestRecord[] = [];
  readonly #folder: string;
  readonly #elsewhere: Promise<unknown>[] = [];
  readonly #seen = new WeakSet<RequestRecord>();

  private constructor(sandbox: Sandbox, clock: HandClock, folder: string, tills: readonly OpenTill[]) {
    this.sandbox = sandbox;
    this.clock = clock;
    this.tills = tills;
    this.#folder = folder;
  }

  static async open(day: Day): Promise<Shop> {
    const clock = new HandClock();
    const sandbox = await startSandbox({ clock, options: day.sandbox });
    const folder = mkdtempSync(join(tmpdir(), 'tillside-shop-'));
    const tills = [0, 1].map(
      (index) =>
        new OpenTill(
          {
            tillName: `Counter ${index + 1}`,
            terminalId: terminalIds[day.sharedTerminal ? 0 : index] ?? terminalIds[0],
          },
          sandbox,
          clock,
          join(folder, `journal-${index}.sqlite`),
        ),
    );
    for (const till of tills) await till.loggedIn();
    return new Shop(sandbox, clock, folder, tills);
  }

  /** Does one step, and waits until nobody has anything more to do at this moment. */
  async do(step: Step): Promise<void> {
    await this.#perform(step);
    await allQuiet();
    this.#collect();
  }

  /** Nothing goes wrong any more, and time passes until everything has come to its end. */
  async settle(): Promise<void> {
    this.sandbox.clearDisturbances();
    for (const terminalId of terminalIds) this.sandbox.press(terminalId, 'plug-in');
    const [first] = this.tills;
    for (let passed = 0; passed < settlingMs; passed += settlingMs / 20) {
      await first?.pass(settlingMs / 20);
      this.#collect();
    }
    await allQuiet();
  }

  async close(): Promise<void> {
    for (const till of this.tills) await till.close();
    await this.sandbox.close();
    await Promise.all(this.#elsewhere);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A till's cashier does only what the screen offers; that main refuses the rest is proven elsewhere. */
  async #perform(step: Step): Promise<void> {
    switch (step.does) {
      case 'charge':
        await this.#charge(step);
        break;
      case 'cancel':
        await this.#onPayment(step.till, async (till, id) => await till.payments.cancel(id));
        break;
      case 'check':
        await this.#onPayment(step.till, async (till, id) => await till.payments.checkNow(id));
        break;
      case 'set aside':
        await this.#onPayment(step.till, (till, id) => till.payments.setAside(id));
        break;
      case 'new sale':
        await this.#onPayment(step.till, (till, id) => till.payments.newSale(id));
        break;
      case 'try again':
        await this.#onPayment(step.till, async (till, id) => {
          this.#beforeCharge(till);
          const { saleId } = till.attempt(id);
          if (till.payments.tryAgain(id).ok) this.#chargedUnasked(till, saleId);
          await allQuiet();
        });
        break;
      case 'back to basket':
        await this.#onPayment(step.till, (till, id) => till.payments.backToBasket(id));
        break;
      case 'free terminal':
        this.#freeTerminal(this.#till(step.till));
        break;
      case 'mark payment':
        await this.#markPayment(this.#till(step.till), step.verdict);
        break;
      case 'refund':
        await this.#refund(this.#till(step.till), step.sale, step.amount);
        break;
      case 'mark refund':
        await this.#markRefund(this.#till(step.till), step.verdict);
        break;
      case 'free refund':
        this.#freeRefund(this.#till(step.till));
        break;
      case 'refund elsewhere':
        await this.#refundElsewhere(step.sale, step.amount);
        break;
      case 'restart':
        await this.#restart(this.#till(step.till));
        break;
      case 'wake up':
        this.#till(step.till).paired.lookAtAll();
        break;
      case 'press':
        this.sandbox.press(terminalIds[step.terminal] ?? terminalIds[0], step.button);
        break;
      case 'pass':
        await this.#till(0).pass(step.ms);
        break;
      case 'trouble':
        this.sandbox.disturb(disturbanceOf(step));
        break;
    }
  }

  #till(index: number): OpenTill {
    const till = this.tills[index];
    if (!till) throw new Error(`There is no till ${index}`);
    return till;
  }

  async #charge({
    till: index,
    amount,
    acceptRisk,
    customer,
  }: Extract<Step, { does: 'charge' }>): Promise<void> {
    const till = this.#till(index);
    this.#leavePayment(till);
    if (till.payments.view()) return;
    if (till.paired.baskets.open.lines.length === 0) till.enter(amount);
    this.#beforeCharge(till);
    const { saleId } = till.paired.baskets.open;
    if (till.payments.charge(acceptRisk).ok && !acceptRisk) this.#chargedUnasked(till, saleId);
    await allQuiet();
    if (customer !== 'nothing') this.sandbox.press(till.terminalView().terminalId, customer);
    await allQuiet();
  }

  /** What a cashier with a queue does: the next customer, as soon as the screen lets them. */
  #leavePayment(till: OpenTill): void {
    const view = till.payments.view();
    if (view?.can.newSale === true) {
      till.payments.newSale(view.attempt.attemptId);
    } else if (view?.can.setAside === true) {
      till.payments.setAside(view.attempt.attemptId);
    }
  }

  /** Rule P16: a sale whose money may be taken is not charged again without a clear yes. */
  #chargedUnasked(till: OpenTill, saleId: string | undefined): void {
    if (saleId === undefined) return;
    const taken = (reference: string): boolean =>
      this.sandbox.ledger().some((entry) => entry.what === 'captured' && entry.reference === reference);
    const earlier = till.journal.attempts
      .ofSale(saleId)
      .slice(0, -1)
      .find((attempt) => taken(attempt.reference) && attempt.mark?.verdict !== 'not-paid');
    // One that Dintero itself called failed or declined was rightly charged again.
    if (earlier && !isSettled(earlier)) {
      this.violations.push(`P16: sale ${earlier.saleNumber} was charged again, and nobody was asked`);
    }
    if (earlier?.state === 'refused' && earlier.sessionId === undefined) {
      this.violations.push(`P7: ${earlier.reference} was called refused, and was taken`);
    }
  }

  /** Rule P2: this till may not send a second prompt to a terminal that still shows its first. */
  #beforeCharge(till: OpenTill): void {
    const { terminalId, heldBy } = till.terminalView();
    const prompt = this.sandbox.display(terminalId)?.prompt;
    const shown = this.sandbox
      .ledger()
      .findLast((entry) => entry.what === 'prompt' && entry.terminalId === terminalId);
    const attempt = shown && till.journal.attempts.byReference(shown.reference)[0];
    if (prompt?.kind !== 'sale' || !attempt || heldBy !== undefined) return;
    // Dintero may leave a prompt on the display for a moment after it took a cancel, and show one again on a terminal that
    // was off for longer than rule P16 waits: options of the sandbox that no till can know of.
    if (attempt.state !== 'cancelled' && attempt.terminalFreedAt === undefined) {
      this.violations.push(`P2: ${terminalId} still prompts for ${attempt.reference}, and is free`);
    }
  }

  async #onPayment(index: number, act: (till: OpenTill, attemptId: string) => unknown): Promise<void> {
    const till = this.#till(index);
    const view = till.payments.view();
    if (view) await act(till, view.attempt.attemptId);
  }

  /** The person looks at the display first: they free a terminal that is idle, and no other. */
  #freeTerminal(till: OpenTill): void {
    for (const { can, id, kind, terminalId } of till.paired.desk.view().matters) {
      const idle = terminalId !== undefined && this.sandbox.display(terminalId)?.prompt === undefined;
      if (kind === 'attempt' && can.freeTerminal && idle) till.payments.freeTerminal(id);
    }
  }

  #freeRefund(till: OpenTill): void {
    for (const { can, id, kind, terminalId } of till.paired.desk.view().matters) {
      const idle = terminalId !== undefined && this.sandbox.display(terminalId)?.prompt === undefined;
      if (kind === 'refund' && can.freeTerminal && idle) till.paired.refunds.freeTerminal(id);
    }
  }

  async #markPayment(till: OpenTill, verdict: 'paid' | 'not-paid'): Promise<void> {
    const matter = till.paired.desk.view().matters.find(({ kind, can }) => kind === 'attempt' && can.mark);
    if (matter) await till.markPayment(matter.id, verdict, approved);
  }

  async #markRefund(till: OpenTill, verdict: 'done' | 'not-done'): Promise<void> {
    const matter = till.paired.desk.view().matters.find(({ kind, can }) => kind === 'refund' && can.mark);
    if (matter) await till.markRefund(matter.id, verdict, approved);
  }

  async #refund(till: OpenTill, index: number, amount: number): Promise<void> {
    const paid = till.journal.sales
      .page(20)
      .flatMap(({ saleId }) => till.journal.attempts.ofSale(saleId))
      .filter(({ state }) => state === 'approved');
    const attempt = paid[index % Math.max(1, paid.length)];
    if (!attempt) return;
    const { refunds } = till.paired;
    const offered = refunds.offer({ attemptId: attempt.attemptId });
    // A read that fails in passing is asked again after a pause, which somebody has to let pass.
    await allQuiet();
    await till.pass(5_000);
    const offer = await offered;
    if (!offer.ok || offer.value.remaining === 0) return;
    const before = this.#refundPosts();
    const started = await till.refund({
      ...approved,
      payment: { attemptId: attempt.attemptId },
      choice: { by: 'amount', amount: minorUnits(Math.min(amount, offer.value.remaining)) },
      seenRemaining: offer.value.remaining,
    });
    refunds.leave();
    if (started.ok) await this.#until(() => this.#refundPosts() > before);
  }

  async #refundElsewhere(index: number, amount: number): Promise<void> {
    const paid = this.sandbox.transactions().filter(({ status }) => /CAPTURED|REFUNDED/.test(status));
    const transaction = paid[index % Math.max(1, paid.length)];
    if (!transaction) return;
    const before = this.#refundPosts();
    const asked = call(this.sandbox.url, 'POST', `/v1/transactions/${transaction.id}/refund`, {
      headers: { authorization: `Bearer ${await logIn(this.sandbox.url)}` },
      body: { terminal_id: transaction.store.terminal_id, amount, reason: 'elsewhere' },
    });
    // Its reply may be held until time passes, and nobody here wants it.
    this.#elsewhere.push(asked.catch(() => undefined));
    await this.#until(() => this.#refundPosts() > before);
  }

  #refundPosts(): number {
    this.#collect();
    return this.posts.filter(({ path }) => refundCall.test(path)).length;
  }

  /** What the sandbox is about to see: a request that has left arrives within a few turns of the event loop. */
  async #until(condition: () => boolean): Promise<void> {
    for (let turns = 0; !condition(); turns += 1) {
      if (turns > 20_000) throw new Error('It never arrived');
      await turn();
    }
  }

  async #restart(till: OpenTill): Promise<void> {
    await till.close();
    await till.start();
  }

  #collect(): void {
    for (const request of this.sandbox.requests()) {
      if (request.method !== 'POST' || this.#seen.has(request)) continue;
      this.#seen.add(request);
      this.posts.push(request);
    }
  }
}

function disturbanceOf({ call: name, kind, times }: Extract<Step, { does: 'trouble' }>): Disturbance {
  const path = calls[name];
  const method = name === 'list' || name === 'session' || name === 'transaction' ? 'GET' : 'POST';
  return {
    path,
    method,
    times,
    trouble: typeof kind === 'number' ? { kind: 'answer', status: kind } : { kind },
  };
}
