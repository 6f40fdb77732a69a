import { fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Log } from '../support/log.ts';

/** Secrets by name, in the operating system's keychain. Missing, locked and emptied are three different faults. */
export interface SecretStore {
  /** The secret, or `undefined` when there is none. On some systems a locked keychain looks like that too. */
  readonly find: (name: string) => Promise<Result<string | undefined>>;
  /** A secret that was stored before: when it is not there, says whether the keychain is locked or lost it. */
  readonly read: (name: string) => Promise<Result<string>>;
  readonly write: (name: string, secret: string) => Promise<Result<null>>;
  readonly remove: (name: string) => Promise<Result<null>>;
}

/** The part of keytar that is used. */
export interface Keytar {
  readonly getPassword: (service: string, account: string) => Promise<string | null>;
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>;
  readonly deletePassword: (service: string, account: string) => Promise<boolean>;
}

const probe = 'probe';

/**
 * The keychain through keytar. `service` carries the profile, so that training, live and a second till of one user
 * share nothing. keytar is loaded when it is first needed: a machine without it has no keychain, and that is a message,
 * not a crash. It is archived upstream, which is why nothing else knows its name.
 */
export function openKeychain(service: string, load: () => Promise<Keytar>, log: Log): SecretStore {
  const attempt = async <Value>(work: (keytar: Keytar) => Promise<Value>): Promise<Result<Value>> => {
    let loaded = false;
    try {
      const keytar = await load();
      loaded = true;
      return ok(await work(keytar));
    } catch (error) {
      log.warn('keychain.error', { error });
      // What is said of loading holds paths, and those may hold any word.
      return err(fault(loaded && isLocked(error) ? 'setup.keychain-locked' : 'setup.keychain-missing'));
    }
  };

  const find: SecretStore['find'] = async (name) => {
    const found = await attempt((keytar) => keytar.getPassword(service, name));
    return found.ok ? ok(found.value ?? undefined) : found;
  };

  const write: SecretStore['write'] = async (name, secret) => {
    const written = await attempt((keytar) => keytar.setPassword(service, name, secret));
    return written.ok ? ok(null) : written;
  };

  const remove: SecretStore['remove'] = async (name) => {
    const removed = await attempt((keytar) => keytar.deletePassword(service, name));
    return removed.ok ? ok(null) : removed;
  };

  const read: SecretStore['read'] = async (name) => {
    const found = await find(name);
    if (!found.ok) return found;
    if (found.value !== undefined) return ok(found.value);
    // libsecret answers "nothing" for a locked keyring, but refuses to write to one.
    const writable = await write(probe, probe);
    if (!writable.ok) return writable;
    await remove(probe);
    return err(fault('setup.keychain-empty'));
  };

  return { find, read, write, remove };
}

const isLocked = (error: unknown): boolean => error instanceof Error && /locked/i.test(error.message);
