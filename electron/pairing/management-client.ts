import { type Result, ok } from '../../shared/result.ts';
import type { DinteroClient } from '../dintero/client.ts';
import type { Credentials } from '../dintero/token.ts';
import type { CredentialStore } from '../keychain/credentials.ts';
import { type ClientFor, readsStores, tryClient } from './api-client.ts';

export interface ManagementClientOptions {
  readonly clientFor: ClientFor;
  /** Where it is kept. */
  readonly store: CredentialStore;
  /** How it logs in. */
  readonly credentials: (accountId: string) => Promise<Result<Credentials>>;
}

/**
 * A second API client of an account, for stores, terminals and sellers where the client for payments may not manage them.
 * Nothing about money goes with it.
 */
export class ManagementClient {
  readonly #options: ManagementClientOptions;
  #open: { readonly accountId: string; readonly dintero: DinteroClient } | undefined;

  constructor(options: ManagementClientOptions) {
    this.#options = options;
  }

  /** Dintero by this client, where the account has one: `clientId` says whether. */
  of(accountId: string | undefined, clientId: string | undefined): DinteroClient | undefined {
    if (accountId === undefined || clientId === undefined) return undefined;
    if (this.#open?.accountId === accountId) return this.#open.dintero;
    const dintero = this.#options.clientFor(accountId, () => this.#options.credentials(accountId));
    this.#open = { accountId, dintero };
    return dintero;
  }

  /** Keeps a client that logs in and may read the account; another stays as it was. */
  async use(credentials: Credentials): Promise<Result<null>> {
    const tried = await tryClient(this.#options.clientFor, credentials, readsStores);
    if (!tried.ok) return tried;
    const saved = await this.#options.store.save(credentials);
    if (!saved.ok) return saved;
    await this.close();
    return ok(null);
  }

  /** Takes it out of the keychain, and looks whether it is gone. */
  async forget(): Promise<Result<null>> {
    await this.close();
    return await this.#options.store.forget();
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.dintero.close();
  }
}
