import type { AuditNote } from '../../shared/audit.ts';
import type { ApprovalRequest } from '../../shared/contract.ts';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type Actor, type Approval, type Person, type Role, isPin } from '../../shared/person.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import { type LockRules, type StaffView, idleLimits } from '../../shared/views/app.ts';
import type { SecretStore } from '../keychain/secret-store.ts';
import type { Settings } from '../settings/settings.ts';
import type { Clock } from '../support/clock.ts';
import { Lockouts, freeTries } from './lockouts.ts';
import { People, type TypedPin, actorOf } from './people.ts';
import { isSamePin } from './pin.ts';

const longestReason = 200;

export interface StaffOptions {
  readonly settings: Settings;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  /** Whether the till locks by itself once there is a second person, as long as nobody has decided about it. */
  readonly locksByItself: boolean;
  readonly onChange: () => void;
  /** What the audit log is told. */
  readonly onAudit: (note: AuditNote) => void;
}

/** Who is at this till now, whether it is locked, and whose PIN is whose. */
export class Staff {
  readonly people: People;
  readonly #options: StaffOptions;
  readonly #lockouts: Lockouts;
  #locked = false;

  constructor(options: StaffOptions) {
    this.#options = options;
    this.people = new People(options);
    this.#lockouts = new Lockouts(options.settings, options.clock);
  }

  view(): Omit<StaffView, 'rules'> {
    const signedIn = this.signedIn();
    return {
      people: this.people.all(),
      ...(signedIn && { signedIn }),
      locked: this.#locked,
      lock: this.lockRules(),
    };
  }

  get isLocked(): boolean {
    return this.#locked;
  }

  /** When the till locks by itself: as a manager decided, else once there is a second person. */
  lockRules(): LockRules {
    const { settings, locksByItself } = this.#options;
    const usual = locksByItself && this.people.all().length > 1;
    const { atStart = usual, afterMinutes = usual ? idleLimits.usual : null } = settings.get('lock');
    return { atStart, afterMinutes };
  }

  signedIn(): Person | undefined {
    const id = this.#options.settings.get('lastPersonId');
    return id === undefined ? undefined : this.people.find(id);
  }

  /** Who is recorded as doing what happens at this till. */
  actor(): Actor {
    const person = this.signedIn();
    return person ? actorOf(person) : { id: 'nobody', name: '' };
  }

  /** The till is started: it opens as the last person left it, or locked. */
  start(): void {
    if (this.people.all().length === 0) return;
    if (this.lockRules().atStart || !this.signedIn()) this.lock('start');
  }

  /** Adds a person and signs them in. The PIN is hashed and forgotten. */
  async begin(name: string, role: Role, typed: TypedPin): Promise<Result<Person>> {
    const by = this.signedIn();
    const added = await this.people.add(name, role, typed, by && actorOf(by));
    if (added.ok) this.signIn(added.value);
    return added;
  }

  signIn(person: Person): void {
    this.#options.settings.set('lastPersonId', person.id);
    this.#locked = false;
    this.#options.onAudit({ kind: 'signed-in', person: actorOf(person) });
    this.#options.onChange();
  }

  lock(how: 'person' | 'idle' | 'start'): void {
    this.#locked = true;
    this.#options.onAudit({ kind: 'locked', how });
    this.#options.onChange();
  }

  /** Somebody goes on with the till, which may be locked or another one's: all that is open on it stays. */
  async unlock(personId: string, pin: string): Promise<Result<null>> {
    const person = await this.verify(personId, pin);
    if (!person.ok) return person;
    this.signIn(person.value);
    return ok(null);
  }

  /** Takes a person from the till. Who takes themselves away leaves it locked. */
  async remove(personId: string): Promise<Result<null>> {
    const removed = await this.people.remove(personId);
    if (!removed.ok) return removed;
    this.#lockouts.forget(personId);
    if (!this.signedIn()) this.lock('person');
    return ok(null);
  }

  /** Another PIN for whoever is at the till, who gives the old one. */
  async changePin(oldPin: string, typed: TypedPin): Promise<Result<null>> {
    const signedIn = this.signedIn();
    if (!signedIn) return err(inputFault('input.changed-meanwhile'));
    const known = await this.verify(signedIn.id, oldPin);
    if (!known.ok) return err({ ...known.error, field: 'oldPin' });
    const given = await this.people.givePin(known.value, typed);
    if (given.ok) this.#options.onAudit({ kind: 'pin-changed', whom: actorOf(known.value) });
    return given;
  }

  /** A new PIN for somebody who has forgotten theirs, or is locked out. Somebody else answers for it with their own. */
  async resetPin(personId: string, typed: TypedPin, approval: Approval): Promise<Result<null>> {
    const person = this.people.find(personId);
    if (!person) return err(inputFault('input.changed-meanwhile'));
    if (approval.approver.id === personId) return err(inputFault('input.approver-self', 'approver'));
    const given = await this.people.givePin(person, typed);
    if (!given.ok) return given;
    this.#lockouts.forget(personId);
    const { approver, reason } = approval;
    this.#options.onAudit({ kind: 'pin-reset', whom: actorOf(person), approver, reason });
    return ok(null);
  }

  /** Decides when the till locks by itself. */
  setLockRules(rules: LockRules): void {
    this.#options.settings.set('lock', rules);
    this.#options.onChange();
  }

  /**
   * The person, if this is their PIN. Each wrong try is on disk before the answer, so that neither a restart nor a
   * second window gives tries back.
   */
  async verify(personId: string, pin: string): Promise<Result<Person>> {
    const { onAudit } = this.#options;
    const person = this.people.find(personId);
    if (!person) return err(inputFault('input.choose', 'approver'));
    const shut = this.#lockedOut(personId);
    if (shut) return err(shut);
    if (!isPin(pin)) return err(inputFault('input.pin-digits', 'pin'));
    const stored = await this.people.readPin(personId);
    if (!stored.ok) return stored;
    // Another try may have come while the keychain was read: from here to the count nothing is waited for.
    const shutMeanwhile = this.#lockedOut(personId);
    if (shutMeanwhile) return err(shutMeanwhile);
    const left = Math.max(0, freeTries - this.#lockouts.failed(personId));
    this.#lockouts.countFailure(personId);
    if (!(await isSamePin(pin, stored.value))) {
      onAudit({ kind: left === 0 ? 'locked-out' : 'wrong-pin', whom: actorOf(person) });
      return err(inputFault('input.pin-wrong', 'pin', { left }));
    }
    this.#lockouts.forget(personId);
    // They may have been taken from the till, or be no manager any more, since this began.
    const present = this.people.find(personId);
    return present ? ok(present) : err(inputFault('input.choose', 'approver'));
  }

  /**
   * A person's yes: a reason, and their own PIN (rules R5, P20). Whether theirs is enough is a matter of rights. The fault
   * says which field is wrong: `reason`, `approver` or `pin`.
   */
  async approve(request: ApprovalRequest): Promise<Result<Approval>> {
    const reason = request.reason.trim();
    if (reason === '') return err(inputFault('input.required', 'reason'));
    if (reason.length > longestReason) {
      return err(inputFault('input.too-long', 'reason', { most: longestReason }));
    }
    const person = await this.verify(request.approverId, request.pin);
    if (!person.ok) return person;
    return ok({ by: this.actor(), approver: actorOf(person.value), reason });
  }

  #lockedOut(personId: string): Fault | undefined {
    const seconds = Math.ceil(this.#lockouts.remainingMs(personId) / 1_000);
    return seconds > 0 ? inputFault('input.pin-locked', 'pin', { seconds }) : undefined;
  }
}
