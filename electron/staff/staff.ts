import { randomUUID } from 'node:crypto';
import type { AuditNote } from '../../shared/audit.ts';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type Actor, type Approval, type Person, type Role, isPin } from '../../shared/person.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { StaffView } from '../../shared/views/app.ts';
import type { SecretStore } from '../keychain/secret-store.ts';
import type { Lockout, Settings } from '../settings/settings.ts';
import type { Clock } from '../support/clock.ts';
import { hashPin, isSamePin } from './pin.ts';

/** Wrong tries before the first lock-out, and how it grows: each further wrong try doubles it. In ms. */
const freeTries = 4;
const firstLockoutMs = 30_000;
const longestLockoutMs = 60 * 60_000;

const longestName = 60;
const longestReason = 200;

/** What a person filled in to approve something. */
export interface ApprovalRequest {
  readonly reason: string;
  readonly approverId: string;
  readonly pin: string;
}

export interface StaffOptions {
  readonly settings: Settings;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly onChange: () => void;
  /** What the audit log is told. */
  readonly onAudit: (note: AuditNote) => void;
}

/** Who works at this till, and who is at it now. PINs live in the keychain as salted scrypt hashes only. */
export class Staff {
  readonly #options: StaffOptions;
  #locked = false;

  constructor(options: StaffOptions) {
    this.#options = options;
  }

  view(): StaffView {
    const signedIn = this.#signedIn();
    return {
      people: this.#options.settings.get('people'),
      ...(signedIn && { signedIn }),
      locked: this.#locked,
    };
  }

  get isLocked(): boolean {
    return this.#locked;
  }

  managers(): readonly Person[] {
    return this.#options.settings.get('people').filter((person) => person.role === 'manager');
  }

  /** Who is recorded as doing what happens at this till. */
  actor(): Actor {
    const person = this.#signedIn();
    return person ? actorOf(person) : { id: 'nobody', name: '' };
  }

  /** Adds a person and signs them in. The PIN is hashed and forgotten. */
  async add(name: string, role: Role, pin: string, repeatPin: string): Promise<Result<Person>> {
    const { settings, onAudit } = this.#options;
    const trimmed = name.trim();
    if (trimmed === '') return err(inputFault('input.required', 'managerName'));
    if (trimmed.length > longestName) {
      return err(inputFault('input.too-long', 'managerName', { most: longestName }));
    }
    if (!isPin(pin)) return err(inputFault('input.pin-digits', 'pin'));
    if (pin !== repeatPin) return err(inputFault('input.pin-repeat', 'repeatPin'));
    const person: Person = { id: randomUUID(), name: trimmed, role };
    const stored = await this.setPin(person.id, pin);
    if (!stored.ok) return stored;
    settings.set('people', [...settings.get('people'), person]);
    const by = this.#signedIn() ?? person;
    onAudit({ kind: 'person-added', person: actorOf(by), whom: actorOf(person), role });
    this.signIn(person);
    return ok(person);
  }

  /** Gives a person a PIN, whatever they had before. It is hashed and forgotten. */
  async setPin(personId: string, pin: string): Promise<Result<null>> {
    return await this.#options.secrets.write(pinItem(personId), await hashPin(pin));
  }

  signIn(person: Person): void {
    this.#options.settings.set('lastPersonId', person.id);
    this.#locked = false;
    this.#options.onAudit({ kind: 'signed-in', person: actorOf(person) });
    this.#options.onChange();
  }

  lock(): void {
    this.#locked = true;
    this.#options.onAudit({ kind: 'locked', how: 'person' });
    this.#options.onChange();
  }

  async unlock(personId: string, pin: string): Promise<Result<null>> {
    const person = await this.verify(personId, pin);
    if (!person.ok) return person;
    this.signIn(person.value);
    return ok(null);
  }

  /**
   * The person, if this is their PIN. Each wrong try is on disk before the answer, so that neither a restart nor a
   * second window gives tries back.
   */
  async verify(personId: string, pin: string): Promise<Result<Person>> {
    const { settings, secrets, onAudit } = this.#options;
    const person = settings.get('people').find((candidate) => candidate.id === personId);
    if (!person) return err(inputFault('input.choose', 'approver'));
    const shut = this.#lockedOut(personId);
    if (shut) return err(shut);
    if (!isPin(pin)) return err(inputFault('input.pin-digits', 'pin'));
    const stored = await secrets.read(pinItem(personId));
    if (!stored.ok) return stored;
    // Another try may have come while the keychain was read: from here to the count nothing is waited for.
    const shutMeanwhile = this.#lockedOut(personId);
    if (shutMeanwhile) return err(shutMeanwhile);
    const before = this.#lockout(personId);
    this.#remember(personId, failedOnce(before, this.#options.clock.now()));
    if (!(await isSamePin(pin, stored.value))) {
      const left = Math.max(0, freeTries - before.failed);
      onAudit({ kind: left === 0 ? 'locked-out' : 'wrong-pin', whom: actorOf(person) });
      return err(inputFault('input.pin-wrong', 'pin', { left }));
    }
    this.#remember(personId, undefined);
    return ok(person);
  }

  /** The person, if this is their PIN and they are a manager. The fault is at `approver` or `pin`. */
  async verifyManager(personId: string, pin: string): Promise<Result<Person>> {
    const person = await this.verify(personId, pin);
    if (!person.ok) return person;
    return person.value.role === 'manager' ? person : err(inputFault('input.not-a-manager', 'approver'));
  }

  /**
   * A manager's yes to something that needs one: a reason, and their own PIN (rules R5, P20). The fault says which field
   * is wrong: `reason`, `approver` or `pin`.
   */
  async approve(request: ApprovalRequest): Promise<Result<Approval>> {
    const reason = request.reason.trim();
    if (reason === '') return err(inputFault('input.required', 'reason'));
    if (reason.length > longestReason) {
      return err(inputFault('input.too-long', 'reason', { most: longestReason }));
    }
    const manager = await this.verifyManager(request.approverId, request.pin);
    if (!manager.ok) return manager;
    const { id, name } = manager.value;
    return ok({ by: this.actor(), approver: { id, name }, reason });
  }

  #signedIn(): Person | undefined {
    const { settings } = this.#options;
    const id = settings.get('lastPersonId');
    return settings.get('people').find((person) => person.id === id);
  }

  #lockout(personId: string): Lockout {
    return this.#options.settings.get('lockouts')[personId] ?? { failed: 0, lockedUntil: 0 };
  }

  #lockedOut(personId: string): Fault | undefined {
    const { lockedUntil } = this.#lockout(personId);
    const seconds = Math.ceil((lockedUntil - this.#options.clock.now()) / 1_000);
    return seconds > 0 ? inputFault('input.pin-locked', 'pin', { seconds }) : undefined;
  }

  #remember(personId: string, lockout: Lockout | undefined): void {
    const { settings } = this.#options;
    const { [personId]: _, ...others } = settings.get('lockouts');
    settings.set('lockouts', lockout ? { ...others, [personId]: lockout } : others);
  }
}

const actorOf = ({ id, name }: Person): Actor => ({ id, name });

const pinItem = (personId: string): string => `pin/${personId}`;

/** The lock-out after one more wrong try. */
function failedOnce({ failed }: Lockout, now: number): Lockout {
  const beyond = failed - freeTries;
  const lockoutMs = beyond < 0 ? 0 : Math.min(longestLockoutMs, firstLockoutMs * 2 ** beyond);
  return { failed: failed + 1, lockedUntil: now + lockoutMs };
}
