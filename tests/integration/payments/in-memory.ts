import type { SecretStore } from '../../../electron/keychain/secret-store.ts';
import { Settings } from '../../../electron/settings/settings.ts';
import { fault } from '../../../shared/fault.ts';
import { err, ok } from '../../../shared/result.ts';

/** A keychain that is always open, and gone with the test: the real ones have tests of their own. */
export function memorySecrets(initial: Readonly<Record<string, string>> = {}): SecretStore {
  const secrets = new Map(Object.entries(initial));
  return {
    find: (name) => Promise.resolve(ok(secrets.get(name))),
    read: (name) => {
      const secret = secrets.get(name);
      return Promise.resolve(secret === undefined ? err(fault('setup.keychain-empty')) : ok(secret));
    },
    write: (name, secret) => {
      secrets.set(name, secret);
      return Promise.resolve(ok(null));
    },
    remove: (name) => {
      secrets.delete(name);
      return Promise.resolve(ok(null));
    },
  };
}

/** The settings of a profile, without their file. */
export const memorySettings = (content: Readonly<Record<string, unknown>> = {}): Settings =>
  new Settings({ content, set: () => undefined, delete: () => undefined }, () => undefined);
