import { randomUUID } from 'node:crypto';
import type { AuditNote } from '../../shared/audit.ts';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type Actor, type Person, type Role, isPin } from '../../shared/person.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { SecretStore } from '../keychain/secret-store.ts';
import type { Settings } from '../settings/settings.ts';
import { hashPin } from './pin.ts';

const longestName = 60;

export interface PeopleOptions {
  readonly settings: Settings;
  readonly secrets: SecretStore;
  readonly onChange: () => void;
  /** What the audit log is told. */
  readonly onAudit: (note: AuditNote) => void;
}

/** A PIN as it is typed: twice, so that nobody locks themselves out by a slip of the finger. */
export interface TypedPin {
  readonly newPin: string;
  readonly repeatPin: string;
}

/**
 * Who works at this till. What they have done bears their name in the journal, so that they can go without taking it with
 * them. PINs live in the keychain as salted scrypt hashes only.
 */
export class People {
  readonly #options: PeopleOptions;

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  all(): readonly Person[] {
    return this.#options.settings.get('people');
  }

  managers(): readonly Person[] {
    return this.all().filter(({ role }) => role === 'manager');
  }

  find(personId: string): Person | undefined {
    return this.all().find(({ id }) => id === personId);
  }

  /** Adds a person. The PIN is hashed and forgotten. `by` is who adds them; without one, they begin this till. */
  async add(name: string, role: Role, typed: TypedPin, by?: Actor): Promise<Result<Person>> {
    const free = this.#freeName(name);
    if (!free.ok) return free;
    const wrong = wrongPin(typed);
    if (wrong) return err(wrong);
    const person: Person = { id: randomUUID(), name: free.value, role };
    const stored = await this.setPin(person.id, typed.newPin);
    if (!stored.ok) return stored;
    this.#keep([...this.all(), person]);
    this.#options.onAudit({
      kind: 'person-added',
      person: by ?? actorOf(person),
      whom: actorOf(person),
      role,
    });
    return ok(person);
  }

  /** Another name, another role, or both. */
  change(personId: string, name: string, role: Role): Result<null> {
    const before = this.find(personId);
    if (!before) return err(inputFault('input.changed-meanwhile'));
    const free = this.#freeName(name, personId);
    if (!free.ok) return free;
    if (role !== before.role && this.#isLastManager(before)) {
      return err(inputFault('input.last-manager', 'role'));
    }
    const after: Person = { ...before, name: free.value, role };
    this.#keep(this.all().map((other) => (other.id === personId ? after : other)));
    const whom = actorOf(after);
    const { onAudit } = this.#options;
    if (after.name !== before.name) onAudit({ kind: 'person-renamed', whom, before: before.name });
    if (role !== before.role) onAudit({ kind: 'role-changed', whom, before: before.role, after: role });
    return ok(null);
  }

  /** Takes a person from the till, with their PIN. Somebody who can mend the till must stay. */
  async remove(personId: string): Promise<Result<null>> {
    const person = this.find(personId);
    if (!person) return err(inputFault('input.changed-meanwhile'));
    if (this.#isLastManager(person)) return err(inputFault('input.last-manager'));
    this.#keep(this.all().filter(({ id }) => id !== personId));
    this.#options.onAudit({ kind: 'person-removed', whom: actorOf(person), role: person.role });
    // A hash that a locked keychain holds on to belongs to nobody any more.
    await this.#options.secrets.remove(pinItem(personId));
    return ok(null);
  }

  /** Gives a person the PIN that was typed for them. */
  async givePin(person: Person, typed: TypedPin): Promise<Result<null>> {
    const wrong = wrongPin(typed);
    return wrong ? err(wrong) : await this.setPin(person.id, typed.newPin);
  }

  /** Gives a person a PIN, whatever they had before. It is hashed and forgotten. */
  async setPin(personId: string, pin: string): Promise<Result<null>> {
    return await this.#options.secrets.write(pinItem(personId), await hashPin(pin));
  }

  /** The hash of a person's PIN. */
  async readPin(personId: string): Promise<Result<string>> {
    return await this.#options.secrets.read(pinItem(personId));
  }

  #isLastManager(person: Person): boolean {
    const managers = this.managers();
    return managers.length === 1 && managers[0]?.id === person.id;
  }

  /** A name as it will be kept: two people of one name could not be told apart. */
  #freeName(name: string, exceptId?: string): Result<string> {
    const trimmed = name.trim();
    if (trimmed === '') return err(inputFault('input.required', 'name'));
    if (trimmed.length > longestName) return err(inputFault('input.too-long', 'name', { most: longestName }));
    const same = (other: Person): boolean =>
      other.id !== exceptId && other.name.toLocaleLowerCase() === trimmed.toLocaleLowerCase();
    return this.all().some(same) ? err(inputFault('input.name-taken', 'name')) : ok(trimmed);
  }

  #keep(people: readonly Person[]): void {
    this.#options.settings.set('people', people);
    this.#options.onChange();
  }
}

/** A person as the journal names them. */
export const actorOf = ({ id, name }: Person): Actor => ({ id, name });

const pinItem = (personId: string): string => `pin/${personId}`;

function wrongPin({ newPin, repeatPin }: TypedPin): Fault | undefined {
  if (!isPin(newPin)) return inputFault('input.pin-digits', 'newPin');
  return newPin === repeatPin ? undefined : inputFault('input.pin-repeat', 'repeatPin');
}
