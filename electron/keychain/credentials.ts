import { fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Credentials } from '../dintero/token.ts';
import type { SecretStore } from './secret-store.ts';

/** An API client's credentials in the keychain, an item each. */
export interface CredentialStore {
  /** Keeps these instead of any others: all of them, or what was there before. */
  readonly save: (credentials: Credentials) => Promise<Result<null>>;
  /** The credentials of this account. Those of another account are none. */
  readonly read: (accountId: string) => Promise<Result<Credentials>>;
  /** As `read`, where it is no fault that there are none. */
  readonly find: (accountId: string) => Promise<Result<Credentials | undefined>>;
  /** Takes them out, and looks whether they are gone. */
  readonly forget: () => Promise<Result<null>>;
}

/**
 * What an API client is for: `paired` for payments, `management` for what that one may not do. What a wizard has just
 * been given is kept apart from what the till works with.
 */
export type CredentialSlot = 'paired' | 'draft' | 'management' | 'management-draft';

export function createCredentialStore(secrets: SecretStore, slot: CredentialSlot): CredentialStore {
  // Windows holds 2,560 bytes an item: one item per secret.
  const items = {
    accountId: `${slot}/account-id`,
    clientId: `${slot}/client-id`,
    clientSecret: `${slot}/client-secret`,
  } as const;

  const find = async (): Promise<Result<Credentials | undefined>> => {
    const found: string[] = [];
    for (const name of [items.accountId, items.clientId, items.clientSecret]) {
      const item = await secrets.find(name);
      if (!item.ok) return item;
      if (item.value === undefined) return ok(undefined);
      found.push(item.value);
    }
    const [accountId = '', clientId = '', clientSecret = ''] = found;
    return ok({ accountId, clientId, clientSecret });
  };

  const write = async ({ accountId, clientId, clientSecret }: Credentials): Promise<Result<null>> => {
    for (const [name, secret] of [
      [items.clientSecret, clientSecret],
      [items.clientId, clientId],
      [items.accountId, accountId],
    ] as const) {
      const written = await secrets.write(name, secret);
      if (!written.ok) return written;
    }
    return ok(null);
  };

  return {
    save: async (credentials) => {
      const before = await find();
      const written = await write(credentials);
      // A secret of one client with the id of another would lock the till out.
      if (!written.ok && before.ok && before.value) await write(before.value);
      return written;
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
    find: async (accountId) => {
      const found = await find();
      return found.ok && found.value?.accountId !== accountId ? ok(undefined) : found;
    },
    forget: async () => {
      for (const name of Object.values(items)) {
        const removed = await secrets.remove(name);
        if (!removed.ok) return removed;
        const left = await secrets.find(name);
        if (!left.ok) return left;
        if (left.value !== undefined) return err(fault('setup.secret-kept'));
      }
      return ok(null);
    },
  };
}
