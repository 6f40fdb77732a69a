import { fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Credentials } from '../dintero/token.ts';
import type { SecretStore } from './secret-store.ts';

/** The API client's credentials in the keychain, an item each. */
export interface CredentialStore {
  readonly save: (credentials: Credentials) => Promise<Result<null>>;
  /** The credentials of this account. Those of another account are none. */
  readonly read: (accountId: string) => Promise<Result<Credentials>>;
  readonly forget: () => Promise<void>;
}

/** `slot` keeps what a wizard has just been given apart from what the till works with. */
export function createCredentialStore(secrets: SecretStore, slot: 'paired' | 'draft'): CredentialStore {
  // Windows holds 2,560 bytes an item: one item per secret.
  const items = {
    accountId: `${slot}/account-id`,
    clientId: `${slot}/client-id`,
    clientSecret: `${slot}/client-secret`,
  } as const;
  return {
    save: async ({ accountId, clientId, clientSecret }) => {
      for (const [name, secret] of [
        [items.clientSecret, clientSecret],
        [items.clientId, clientId],
        [items.accountId, accountId],
      ] as const) {
        const written = await secrets.write(name, secret);
        if (!written.ok) return written;
      }
      return ok(null);
    },
    read: async (accountId) => {
      const account = await secrets.read(items.accountId);
      if (!account.ok) return account;
      const clientId = await secrets.read(items.clientId);
      if (!clientId.ok) return clientId;
      const clientSecret = await secrets.read(items.clientSecret);
      if (!clientSecret.ok) return clientSecret;
      if (account.value !== accountId) return err(fault('setup.keychain-empty'));
      return ok({ accountId, clientId: clientId.value, clientSecret: clientSecret.value });
    },
    forget: async () => {
      for (const name of Object.values(items)) await secrets.remove(name);
    },
  };
}
