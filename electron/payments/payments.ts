import { randomUUID } from 'node:crypto';
import type { AttemptEvent } from '../../shared/attempt-events.ts';
import {
  type Attempt,
  type AttemptMark,
  canMark,
  canVoid,
  countsAsPaid,
  isOpen,
  isSettled,
} from '../../shared/attempt.ts';
import { priced, totalOf } from '../../shared/basket.ts';
import { type Fault, fault, inputFault } from '../../shared/fault.ts';
import type { MinorUnits } from '../../shared/money.ts';
import type { Evidence } from '../../shared/payment-facts.ts';
import type { Actor, Approval } from '../../shared/person.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { AlarmView } from '../../shared/views/desk.ts';
import type { Pairing } from '../../shared/views/pairing.ts';
import type { PaymentView } from '../../shared/views/payment.ts';
import type { Baskets } from '../baskets/baskets.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { hadNoEffect } from '../dintero/failure.ts';
import type { FoundDraft } from '../journal/attempts.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import type { TillTerminals } from '../terminals/till-terminals.ts';
import {
  type LastLook,
  alarmView,
  canCancel,
  canFreeTerminal,
  canSetAside,
  paymentView,
} from './payment-view.ts';
import { AttemptWatch } from './watch.ts';

/** Settings that a payment reads at the moment it starts. */
export interface PaymentSettings {
  readonly returnUrl: string;
  /** Empty when there is none. */
  readonly callbackUrl: string;
  /** Rule P10, in ms. */
  readonly deadlineMs: number;
  /** Rule P16: how long after the deadline "not found" frees the terminal, in ms. */
  readonly notFoundMarginMs: number;
}

/** What the person saw who pressed the button. `total` in minor units. */
export interface SeenBasket {
  readonly basketId: string;
  readonly total: MinorUnits;
  readonly terminalId: string;
}

export interface PaymentsOptions {
  readonly journal: Journal;
  readonly baskets: Baskets;
  readonly dintero: Pick<DinteroClient, 'sessions' | 'transactions' | 'token' | 'openAhead'>;
  readonly pairing: Pairing;
  readonly terminals: Pick<TillTerminals, 'forSale' | 'pick'>;
  readonly settings: () => PaymentSettings;
  readonly actor: () => Actor;
  /** Why no request about money may leave now, for this terminal where one takes part: setup, terminal, journal. */
  readonly blocked: (terminalId: string | undefined) => Fault | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/**
 * Charges baskets and follows every attempt to its end. All evidence goes through the journal's one reconciler; what
 * this class adds is order: journal, then act; act, then journal.
 */
export class Payments {
  readonly #options: PaymentsOptions;
  readonly #watch: AttemptWatch;
  readonly #sending = new Set<string>();
  #closed = false;

  constructor(options: PaymentsOptions) {
    this.#options = options;
    this.#watch = new AttemptWatch({
      journal: options.journal,
      dintero: options.dintero,
      notFoundMarginMs: () => options.settings().notFoundMarginMs,
      record: (attemptId, event) => this.#record(attemptId, event),
      clock: options.clock,
      log: options.log,
      onChange: options.onChange,
    });
  }

  /** Takes up every attempt whose outcome is not known, before the first sale (rule P19). */
  recover(): void {
    const { journal, clock } = this.#options;
    for (const attempt of [...journal.attempts.unsettled(), ...journal.attempts.stillWatched(clock.now())]) {
      // Its reply is still waited for, when the journal's rows were made anew meanwhile.
      const onItsWay = this.#sending.has(attempt.attemptId);
      if (attempt.state === 'sending' && attempt.replyLostAt === undefined && !onItsWay) {
        // Whether the request left before the till stopped is not known: it may have been taken (rule P1).
        this.#record(attempt.attemptId, {
          kind: 'evidence',
          evidence: { kind: 'reply-lost', code: 'restart' },
        });
      }
      if (isCancelUnanswered(attempt)) {
        // Nobody hears its answer any more; the person may ask again, and only evidence decides (rule P21).
        this.#record(attempt.attemptId, { kind: 'cancel-refused', code: 'restart' });
      }
      if (isVoidOpen(attempt)) {
        // One that had not left does not leave now: whoever wanted it is gone (rule R7).
        const refused = attempt.void?.sentAt === undefined;
        this.#record(attempt.attemptId, { kind: 'void-ended', refused, code: 'restart' });
      }
      this.#watch.keepTimes(attempt);
      if (!onItsWay) this.#watch.follow(attempt.attemptId);
    }
    const basketSale = this.#options.baskets.open.saleId;
    if (basketSale !== undefined && this.#isPaid(basketSale)) this.#options.baskets.paid(basketSale);
  }

  /**
   * Starts an attempt for the open basket. `acceptRisk`: a person said yes to the risk of rule P16. `seen` is the basket
   * that they looked at, and the terminal: a basket that has changed since is not charged, and no other till's terminal.
   */
  charge(acceptRisk: boolean, seen?: SeenBasket): Result<null> {
    const { baskets, journal, pairing, terminals, clock } = this.#options;
    const terminal = terminals.forSale(seen?.terminalId);
    if (!terminal.ok) return terminal;
    const blocked = this.#options.blocked(terminal.value);
    if (blocked) return err(blocked);
    const { lines, saleId = randomUUID() } = priced(baskets.open);
    const amount = totalOf(lines);
    if (lines.length === 0) return err(inputFault('input.basket-empty'));
    if (amount <= 0) return err(inputFault('input.nothing-to-charge'));
    if (seen && (seen.basketId !== baskets.open.id || seen.total !== amount)) {
      return err(inputFault('input.changed-meanwhile'));
    }
    const now = clock.now();
    // Together: a basket that does not know its sale could be charged again once the sale is paid.
    const started = baskets.becomesSale(saleId, () =>
      journal.attempts.start(
        {
          attemptId: randomUUID(),
          saleId,
          tillName: pairing.tillName,
          terminalId: terminal.value,
          storeId: pairing.store.storeId,
          amount: { amount, currency: pairing.currency },
          lines: [...lines],
          person: this.#options.actor(),
          startedAt: now,
          deadlineAt: now + this.#options.settings().deadlineMs,
        },
        acceptRisk,
      ),
    );
    if (!started.ok) {
      if (started.error.code === 'input.sale-paid') baskets.paid(saleId);
      return started;
    }
    const attempt = started.value;
    this.#sending.add(attempt.attemptId);
    this.#watch.keepTimes(attempt);
    this.#options.onChange();
    void this.#send(attempt);
    return ok(null);
  }

  /**
   * A new attempt of the same sale, with the basket as it is now, on the same terminal unless another is named. The old
   * outcome is left behind.
   */
  tryAgain(attemptId: string, otherTerminalId?: string): Result<null> {
    const { journal, baskets, terminals } = this.#options;
    const attempt = journal.attempts.get(attemptId);
    if (!attempt || attempt.saleId !== baskets.open.saleId) {
      return err(inputFault('input.changed-meanwhile'));
    }
    const seen = {
      basketId: baskets.open.id,
      total: attempt.amount.amount,
      terminalId: otherTerminalId ?? attempt.terminalId,
    };
    const charged = this.charge(false, seen);
    if (!charged.ok) return charged;
    // Whoever goes back to the basket finds the terminal that was tried last.
    terminals.pick(seen.terminalId);
    this.#record(attemptId, { kind: 'closed', by: this.#options.actor() });
    return charged;
  }

  /** Asks for a cancel (rule P21): read, cancel, and keep following. */
  async cancel(attemptId: string): Promise<Result<null>> {
    const attempt = this.#options.journal.attempts.get(attemptId);
    if (!attempt || !canCancel(attempt)) return ok(null);
    const requested = this.#record(attemptId, { kind: 'cancel-requested', by: this.#options.actor() });
    if (!requested.ok) return requested;
    if (!this.#sending.has(attemptId)) await this.#watch.lookNow(attemptId);
    return ok(null);
  }

  /**
   * A manager has the reservation released, while nothing is captured (rule R6): read, void, and keep following. Whatever
   * the reply, only evidence decides. What can't be read now is not released later (rule R7).
   */
  async void(attemptId: string, approval: Approval): Promise<Result<null>> {
    const blocked = this.#options.blocked(undefined);
    if (blocked) return err(blocked);
    const requested = this.#recordIf(attemptId, canVoid, { kind: 'void-requested', ...approval });
    if (!requested.ok) return requested;
    await this.#watch.lookNow(attemptId);
    if (this.#closed) return err(fault('setup.not-paired'));
    const attempt = this.#options.journal.attempts.get(attemptId);
    if (!attempt || !isVoidOpen(attempt) || attempt.void?.sentAt !== undefined) return ok(null);
    const why = this.#watch.lastLook(attemptId)?.fault ?? fault('setup.network');
    this.#record(attemptId, { kind: 'void-ended', refused: true, code: why.code });
    return err(why);
  }

  async checkNow(attemptId: string): Promise<Result<null>> {
    if (!this.#sending.has(attemptId)) await this.#watch.lookNow(attemptId);
    return ok(null);
  }

  /** Lets the basket go on without this attempt, which stays on the desk (rule P18). */
  setAside(attemptId: string): Result<null> {
    const { actor, clock } = this.#options;
    return this.#recordIf(
      attemptId,
      (attempt) => canSetAside(attempt, this.#watch.promptTimes(attempt.terminalId), clock.now()),
      { kind: 'set-aside', by: actor() },
    );
  }

  /** A person at the counter saw that the terminal's display is idle (rule P16). */
  freeTerminal(attemptId: string): Result<null> {
    return this.#recordIf(attemptId, canFreeTerminal, {
      kind: 'terminal-freed',
      why: 'confirmed-idle',
      by: this.#options.actor(),
    });
  }

  /** A manager says what became of it (rule P20). It is still followed, and what Dintero says later decides. */
  mark(attemptId: string, verdict: AttemptMark['verdict'], approval: Approval): Result<null> {
    return this.#recordIf(attemptId, canMark, { kind: 'marked', verdict, ...approval });
  }

  /** A manager takes over a payment that was found at Dintero (rule P14); without a sale, as one of its own. */
  adopt(attemptId: string, saleId: string | undefined, approval: Approval): Result<null> {
    const { journal, clock, onChange } = this.#options;
    const adopted = journal.attempts.adopt(attemptId, saleId, approval, clock.now());
    if (!adopted.ok) return adopted;
    this.#afterRecord(adopted.value);
    onChange();
    return ok(null);
  }

  /** Evidence that came by another way than its own follow. */
  learn(attemptId: string, evidence: Evidence): void {
    this.#record(attemptId, { kind: 'evidence', evidence });
    this.#watch.follow(attemptId);
  }

  /** Keeps a payment of this journal that only Dintero knew, and follows it when it is not settled (rule P14). */
  found(draft: FoundDraft, evidence: Evidence): Result<null> {
    const { journal, clock, log, onChange } = this.#options;
    const found = journal.attempts.found(draft, evidence, clock.now());
    if (!found.ok) return found;
    log.warn('payments.orphan', { reference: found.value.reference });
    this.#watch.keepTimes(found.value);
    this.#watch.follow(found.value.attemptId);
    onChange();
    return ok(null);
  }

  /** Leaves a finished attempt for the next customer. One that may still be paid has to be set aside first (rule P22). */
  newSale(attemptId: string): Result<null> {
    const left = this.#leave(attemptId, (attempt) => isSettled(attempt) || attempt.state === 'authorized');
    if (!left.ok) return left;
    const { baskets } = this.#options;
    const { saleId, state } = left.value;
    // The lines stay frozen until the capture; the sale leaves the counter as a paid one does.
    if (state === 'authorized') return baskets.paid(saleId);
    return saleId === baskets.open.saleId ? baskets.startNew() : ok(null);
  }

  /** Back to the same basket after an attempt that took no money. */
  backToBasket(attemptId: string): Result<null> {
    const left = this.#leave(attemptId, isSettled);
    return left.ok ? ok(null) : left;
  }

  alarmSeen(attemptId: string): Result<null> {
    const recorded = this.#record(attemptId, { kind: 'alarm-seen', by: this.#options.actor() });
    return recorded.ok ? ok(null) : recorded;
  }

  /** The network is back, or the machine woke up. */
  lookAtAll(): void {
    this.#watch.lookAtAll();
  }

  /** The reference of the attempt that freezes a sale's basket. */
  openReference(saleId: string): string | undefined {
    return this.#options.journal.attempts.ofSale(saleId).find(isOpen)?.reference;
  }

  /** How long Dintero usually takes to open a transaction on a terminal, in ms, once there is some history. */
  usualOpenMs(terminalId: string): number | undefined {
    return this.#watch.promptTimes(terminalId).usualMs;
  }

  view(): PaymentView | null {
    const { journal, clock } = this.#options;
    const attempt = journal.attempts.current();
    if (!attempt) return null;
    return paymentView(
      attempt,
      this.#watch.promptTimes(attempt.terminalId),
      this.#watch.lastLook(attempt.attemptId),
      clock.now(),
    );
  }

  /** What the last look at Dintero brought, since the till was started. */
  lastLook(attemptId: string): LastLook | undefined {
    return this.#watch.lastLook(attemptId);
  }

  alarms(): readonly AlarmView[] {
    return this.#options.journal.attempts.alarmed().flatMap((attempt) => alarmView(attempt) ?? []);
  }

  close(): void {
    this.#closed = true;
    this.#watch.close();
  }

  async #send(attempt: Attempt): Promise<void> {
    const { attemptId } = attempt;
    const evidence = await this.#create(attempt).catch((error: unknown): Evidence => {
      this.#options.log.error('payments.bug', { reference: attempt.reference, error });
      // Whether the request left is not known.
      return { kind: 'reply-lost', code: 'setup.bug' };
    });
    this.#sending.delete(attemptId);
    if (this.#closed) return;
    this.#record(attemptId, { kind: 'evidence', evidence });
    this.#watch.follow(attemptId);
  }

  /** The one request that makes the terminal ask (rule P3), and what came back. */
  async #create(attempt: Attempt): Promise<Evidence> {
    const { dintero, pairing, log } = this.#options;
    const { returnUrl, callbackUrl } = this.#options.settings();
    const created = await dintero.sessions.create({
      profileId: pairing.profile.profileId,
      enableInPerson: !pairing.profile.enablesInPerson,
      returnUrl,
      ...(callbackUrl !== '' && { callbackUrl }),
      reference: attempt.reference,
      amount: attempt.amount,
      lines: attempt.lines,
      storeId: attempt.storeId,
      terminalId: attempt.terminalId,
      payoutDestinationId: pairing.store.payoutDestinationId,
    });
    if (created.ok) return { kind: 'created', sessionId: created.value.body.id };
    const { code } = created.error.fault;
    log.warn('payments.create-failed', { reference: attempt.reference, ...created.error });
    if (code === 'setup.login') void dintero.token.renew();
    return hadNoEffect(created.error)
      ? { kind: 'refused', code: refusalCode(code) }
      : { kind: 'reply-lost', code };
  }

  #record(attemptId: string, event: AttemptEvent): Result<Attempt> {
    const { journal, clock, log } = this.#options;
    const recorded = journal.attempts.record(attemptId, event, clock.now());
    if (!recorded.ok) {
      log.error('payments.not-recorded', { attemptId, kind: event.kind, code: recorded.error.code });
      return recorded;
    }
    this.#afterRecord(recorded.value);
    this.#options.onChange();
    return recorded;
  }

  /** Records what the person wants, if it may still be done; the screen that they saw may be old. */
  #recordIf(attemptId: string, may: (attempt: Attempt) => boolean, event: AttemptEvent): Result<null> {
    const attempt = this.#options.journal.attempts.get(attemptId);
    if (!attempt || !may(attempt)) return err(inputFault('input.changed-meanwhile'));
    const recorded = this.#record(attemptId, event);
    return recorded.ok ? ok(null) : recorded;
  }

  #afterRecord(attempt: Attempt): void {
    if (countsAsPaid(attempt)) this.#options.baskets.paid(attempt.saleId);
  }

  #leave(attemptId: string, may: (attempt: Attempt) => boolean): Result<Attempt> {
    const attempt = this.#options.journal.attempts.get(attemptId);
    if (!attempt) return err(inputFault('input.changed-meanwhile'));
    if (!may(attempt)) return err(fault('terminal.reserved', { reference: attempt.reference }));
    return this.#record(attemptId, { kind: 'closed', by: this.#options.actor() });
  }

  #isPaid(saleId: string): boolean {
    return this.#options.journal.attempts.ofSale(saleId).some(countsAsPaid);
  }
}

/** Asked for, and neither answered nor given up. */
const isVoidOpen = (attempt: Attempt): boolean =>
  !isSettled(attempt) && attempt.void !== undefined && attempt.void.endedAt === undefined;

const isCancelUnanswered = (attempt: Attempt): boolean =>
  !isSettled(attempt) && attempt.cancelSentAt !== undefined && attempt.cancelRefusedAt === undefined;

/** A create call that Dintero turned down for what it said: the payment, not the setup, is the matter. */
const refusalCode = (code: Fault['code']): Fault['code'] =>
  code === 'setup.rejected' || code === 'setup.not-found' ? 'terminal.refused' : code;
