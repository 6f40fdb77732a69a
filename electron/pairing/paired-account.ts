import { type Fault, fault } from '../../shared/fault.ts';
import type { Actor } from '../../shared/person.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Pairing } from '../../shared/views/pairing.ts';
import type { DinteroClient } from '../dintero/client.ts';
import type { CredentialStore } from '../keychain/credentials.ts';
import type { Settings } from '../settings/settings.ts';
import { type ClientFor, type TypedClient, credentialsOf, readsPayments, tryClient } from './api-client.ts';
import { ManagementClient } from './management-client.ts';

export interface PairedAccountOptions {
  readonly settings: Settings;
  /** The client for payments. */
  readonly paired: CredentialStore;
  readonly management: CredentialStore;
  /** What a wizard that was left may still hold. */
  readonly drafts: { readonly paired: CredentialStore; readonly management: CredentialStore };
  readonly clientFor: ClientFor;
  /** Why this till may not leave its account now. */
  readonly leaveBarred: () => Fault | undefined;
  /** The client for payments is another one, or has another secret. */
  readonly onReplaced: () => void;
  /** Ends the till that is paired, with this manager's yes. Nothing can be charged from the moment of the call. */
  readonly closePaired: (approver: Actor) => Promise<void>;
  readonly openPaired: () => Promise<void>;
  readonly onUnpaired: (pairing: Pairing) => void;
}

/** The account that this till is paired with, and the API clients by which it does. */
export class PairedAccount {
  readonly #options: PairedAccountOptions;
  readonly #management: ManagementClient;

  constructor(options: PairedAccountOptions) {
    this.#options = options;
    const { clientFor, management: store } = options;
    this.#management = new ManagementClient({
      clientFor,
      store,
      credentials: (accountId) => store.read(accountId),
    });
  }

  /** The second API client, where there is one. */
  management(): DinteroClient | undefined {
    const { accountId, clients } = this.#options.settings.get('pairing') ?? {};
    return this.#management.of(accountId, clients?.management);
  }

  /** A till that was paired before they were kept has its client's id in the keychain alone. */
  async learnClients(): Promise<void> {
    const pairing = this.#options.settings.get('pairing');
    if (!pairing || pairing.clients) return;
    const kept = await this.#options.paired.find(pairing.accountId);
    if (kept.ok && kept.value) this.#keep(pairing, { checkout: kept.value.clientId });
  }

  /**
   * Another secret, or another client, for payments. It is tried before it takes the place of the old one, of which nothing
   * is left then. Payments that are open go on.
   */
  async replaceClient(typed: TypedClient): Promise<Result<null>> {
    const { settings, paired, drafts, clientFor, onReplaced } = this.#options;
    const pairing = settings.get('pairing');
    if (!pairing) return err(fault('setup.not-paired'));
    const credentials = credentialsOf(pairing.accountId, typed);
    if (!credentials.ok) return credentials;
    const tried = await tryClient(clientFor, credentials.value, readsPayments);
    if (!tried.ok) return tried;
    const saved = await paired.save(credentials.value);
    if (!saved.ok) return saved;
    await this.#forgetDraft(pairing, drafts.paired);
    this.#keep(pairing, { checkout: credentials.value.clientId });
    onReplaced();
    return ok(null);
  }

  /** A second client, for management alone. It is tried before it is kept. */
  async useManagement(typed: TypedClient): Promise<Result<null>> {
    const pairing = this.#options.settings.get('pairing');
    if (!pairing) return err(fault('setup.not-paired'));
    const credentials = credentialsOf(pairing.accountId, typed);
    if (!credentials.ok) return credentials;
    const used = await this.#management.use(credentials.value);
    if (!used.ok) return used;
    await this.#forgetDraft(pairing, this.#options.drafts.management);
    this.#keep(pairing, { management: credentials.value.clientId });
    return ok(null);
  }

  async removeManagement(): Promise<Result<null>> {
    const gone = await this.#management.forget();
    if (!gone.ok) return gone;
    const pairing = this.#options.settings.get('pairing');
    if (pairing) {
      await this.#forgetDraft(pairing, this.#options.drafts.management);
      this.#keep(pairing, { management: undefined });
    }
    return ok(null);
  }

  /**
   * Leaves the account, with the yes of a named manager: the secrets of every client are deleted, and looked for, before
   * the pairing is. The journal stays where it is.
   */
  async unpair(approver: Actor): Promise<Result<null>> {
    const { settings, paired, drafts, leaveBarred } = this.#options;
    const { closePaired, openPaired, onUnpaired } = this.#options;
    const pairing = settings.get('pairing');
    if (!pairing) return err(fault('setup.not-paired'));
    const barred = leaveBarred();
    if (barred) return err(barred);
    // What no payment needs goes first: a keychain that lets nothing go is met while the till can still sell.
    for (const draft of [drafts.paired, drafts.management]) {
      const gone = await draft.forget();
      if (!gone.ok) return gone;
    }
    settings.set('pairingDraft', undefined);
    const second = await this.removeManagement();
    if (!second.ok) return second;
    const barredSince = leaveBarred();
    if (barredSince) return err(barredSince);
    await closePaired(approver);
    const first = await paired.forget();
    if (!first.ok) {
      await openPaired();
      return first;
    }
    settings.set('pairing', undefined);
    onUnpaired(pairing);
    return ok(null);
  }

  async close(): Promise<void> {
    await this.#management.close();
  }

  /** A wizard that was left may hold the old client, which would come back when it is gone on with. */
  async #forgetDraft({ accountId }: Pairing, draft: CredentialStore): Promise<void> {
    if (this.#options.settings.get('pairingDraft')?.accountId === accountId) await draft.forget();
  }

  /**
   * Writes down which clients there are, also for a wizard that was left. The pairing may have changed while Dintero was
   * asked: only what is of the same account is written.
   */
  #keep({ accountId }: Pairing, clients: Partial<NonNullable<Pairing['clients']>>): void {
    const { settings } = this.#options;
    const pairing = settings.get('pairing');
    if (pairing?.accountId === accountId) {
      settings.set('pairing', { ...pairing, clients: { ...pairing.clients, ...clients } });
    }
    const draft = settings.get('pairingDraft');
    if (draft?.accountId === accountId) {
      settings.set('pairingDraft', { ...draft, clients: { ...draft.clients, ...clients } });
    }
  }
}
