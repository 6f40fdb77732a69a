import { accountIdSchema, isLiveAccount } from '../../shared/account.ts';
import { type Fault, fault, inputFault } from '../../shared/fault.ts';
import { currency } from '../../shared/money.ts';
import type { Person } from '../../shared/person.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type {
  PairedTerminal,
  Pairing,
  PairingDraft,
  PairingStep,
  ProfileChoice,
  StoreChoice,
  TerminalChoice,
} from '../../shared/views/pairing.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { isNotAllowed, isNotFound } from '../dintero/failure.ts';
import { scopes } from '../dintero/scopes.ts';
import type { Credentials } from '../dintero/token.ts';
import type { CredentialStore } from '../keychain/credentials.ts';
import type { Settings } from '../settings/settings.ts';
import type { Staff } from '../staff/staff.ts';
import type { Clock } from '../support/clock.ts';
import { type ClientFor, type TypedClient, credentialsOf, tryClient } from './api-client.ts';
import { type Choices, listed, profileChoice, storeChoice, terminalChoice } from './choices.ts';
import { ManagementClient } from './management-client.ts';

export interface WizardOptions {
  readonly settings: Settings;
  readonly staff: Staff;
  /** What the till works with. */
  readonly paired: CredentialStore;
  readonly management: CredentialStore;
  /** What the wizard was given and the till does not use yet. */
  readonly drafts: { readonly paired: CredentialStore; readonly management: CredentialStore };
  readonly clientFor: ClientFor;
  /** Whether this window may work on a live account: not on the stand-in. */
  readonly liveAllowed: boolean;
  /** Whether this is training, where anybody may practise as a new manager. */
  readonly practice: boolean;
  /** Why the till may not leave the account that it is paired with. */
  readonly leaveBarred: () => Fault | undefined;
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly onPaired: () => Promise<void>;
}

const longestTillName = 40;

/**
 * Connects an account and pairs the till with a store, a payout destination, a profile and terminals. Each step is kept
 * in the settings (never a secret), so that the wizard can be left and resumed.
 */
export class PairingWizard {
  readonly #options: WizardOptions;
  readonly #management: ManagementClient;
  #client: { readonly accountId: string; readonly dintero: DinteroClient } | undefined;
  #open: boolean;

  constructor(options: WizardOptions) {
    this.#options = options;
    const { settings, clientFor, drafts, management } = options;
    this.#management = new ManagementClient({
      clientFor,
      store: drafts.management,
      credentials: (accountId) => this.#credentials(accountId, drafts.management, management),
    });
    this.#open = settings.get('pairingDraft') !== undefined && settings.get('pairing') === undefined;
  }

  /** Whether it is in front of the person. One that was interrupted before the till was paired is, after a restart. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** Starts the wizard with what is paired, or goes on where it was left. */
  begin(): Result<null> {
    const { settings } = this.#options;
    const paired = settings.get('pairing');
    this.#open = true;
    this.#keep(settings.get('pairingDraft') ?? (paired ? draftOf(paired) : { step: 'account' }));
    return ok(null);
  }

  /** Closes the wizard and keeps what was done. */
  async leave(): Promise<Result<null>> {
    this.#open = false;
    await this.close();
    this.#options.onChange();
    return ok(null);
  }

  /** Back to a step that was done before, or on to the first that is not. */
  goTo(step: PairingStep): Result<null> {
    const draft = this.#draft();
    if (steps.indexOf(step) <= steps.indexOf(firstOpenStep(draft))) this.#keep({ ...draft, step });
    return ok(null);
  }

  /** Logs in once to see whether the API client is right, then puts it in the keychain. */
  async connect(input: {
    readonly accountId: string;
    readonly clientId: string;
    readonly clientSecret: string;
  }): Promise<Result<null>> {
    const { drafts, liveAllowed, clientFor } = this.#options;
    const accountId = input.accountId.trim().toUpperCase();
    if (!accountIdSchema.safeParse(accountId).success)
      return err(inputFault('input.account-id', 'accountId'));
    const credentials = credentialsOf(accountId, input);
    if (!credentials.ok) return credentials;
    if (isLiveAccount(accountId) && !liveAllowed) return err(fault('setup.live-account'));

    const left = this.#mayNotLeaveFor(accountId);
    if (left) return err(left);

    await this.close();
    const tried = await tryClient(clientFor, credentials.value);
    if (!tried.ok) return tried;
    const saved = await drafts.paired.save(credentials.value);
    if (!saved.ok) return saved;
    const before = this.#draft();
    // Another account has other stores and terminals, and another second client.
    const kept: Partial<PairingDraft> = before.accountId === accountId ? before : {};
    this.#keep({
      ...kept,
      step: 'store',
      accountId,
      clients: { ...kept.clients, checkout: credentials.value.clientId },
    });
    return ok(null);
  }

  /** A second API client for stores, terminals and payout destinations, where the first may not manage them. */
  async useManagement(typed: TypedClient): Promise<Result<null>> {
    const { accountId } = this.#draft();
    if (accountId === undefined) return err(fault('setup.not-paired'));
    const credentials = credentialsOf(accountId, typed);
    if (!credentials.ok) return credentials;
    const used = await this.#management.use(credentials.value);
    if (!used.ok) return used;
    const draft = this.#draft();
    if (draft.accountId !== accountId) return err(inputFault('input.changed-meanwhile'));
    this.#keep({ ...draft, clients: { ...draft.clients, management: credentials.value.clientId } });
    return ok(null);
  }

  /** Dintero for managing the account that is being paired, while the wizard is open and knows it. */
  account(): DinteroClient | undefined {
    const client = this.#open ? this.#managing() : undefined;
    return client?.ok ? client.value : undefined;
  }

  /** Dintero for the payments of the account that is being paired. */
  payments(): Result<DinteroClient> {
    return this.#dintero();
  }

  async stores(): Promise<Result<Choices<StoreChoice>>> {
    const client = this.#managing();
    if (!client.ok) return client;
    return listed(await client.value.stores.all(), storeChoice, scopes.readAccounts);
  }

  /** The store with its payout destination, which must be ready when that can be read. */
  async chooseStore(input: {
    readonly storeId: string;
    readonly name: string;
    readonly payoutDestinationId: string;
  }): Promise<Result<null>> {
    const storeId = input.storeId.trim();
    const payoutDestinationId = input.payoutDestinationId.trim();
    if (storeId === '') return err(inputFault('input.required', 'storeId'));
    if (payoutDestinationId === '') return err(inputFault('input.required', 'payoutDestinationId'));
    const client = this.#managing();
    if (!client.ok) return client;
    const { accountId } = this.#draft();
    const destination = await client.value.payoutDestinations.get(payoutDestinationId);
    if (!destination.ok && !isNotAllowed(destination.error)) {
      return err(
        isNotFound(destination.error)
          ? { ...destination.error.fault, field: 'payoutDestinationId' }
          : destination.error.fault,
      );
    }
    const status = destination.ok ? destination.value.case_status : undefined;
    if (status !== undefined && status !== 'ACTIVE') {
      return err(fault('setup.payout-destination', { status, payoutDestinationId }));
    }
    const name = input.name.trim();
    const draft = this.#draft();
    // A store of one account must not come to stand beside another account.
    if (draft.accountId !== accountId) return err(inputFault('input.changed-meanwhile'));
    this.#keep({
      ...draft,
      step: 'profile',
      store: { storeId, name: name === '' ? storeId : name, payoutDestinationId },
      // Terminals belong to a store.
      ...(storeId !== draft.store?.storeId && noTerminals),
    });
    return ok(null);
  }

  async profiles(): Promise<Result<Choices<ProfileChoice>>> {
    const client = this.#dintero();
    if (!client.ok) return client;
    return listed(await client.value.profiles.all(), profileChoice, scopes.readCheckout);
  }

  chooseProfile(input: { readonly profileId: string; readonly enablesInPerson: boolean }): Result<null> {
    const profileId = input.profileId.trim();
    if (profileId === '') return err(inputFault('input.required', 'profileId'));
    this.#keep({
      ...this.#draft(),
      step: 'terminal',
      profile: { profileId, enablesInPerson: input.enablesInPerson },
    });
    return ok(null);
  }

  async terminals(): Promise<Result<Choices<TerminalChoice>>> {
    const client = this.#managing();
    if (!client.ok) return client;
    const { store } = this.#draft();
    if (!store) return err(inputFault('input.choose', 'storeId'));
    return listed(await client.value.terminals.ofStore(store.storeId), terminalChoice, scopes.readAccounts);
  }

  /**
   * The terminal that sales go to, and others that they may be sent to instead. Only ACTIVE ones can be chosen; one whose
   * status may not be read is taken as it is.
   */
  async chooseTerminal(input: {
    readonly terminalId: string;
    readonly others?: readonly string[];
    readonly locked?: boolean;
  }): Promise<Result<null>> {
    const defaultTerminalId = input.terminalId.trim();
    if (defaultTerminalId === '') return err(inputFault('input.required', 'terminalId'));
    const others = (input.others ?? []).map((terminalId) => terminalId.trim());
    const chosen = new Set([defaultTerminalId, ...others.filter((terminalId) => terminalId !== '')]);
    const terminals: PairedTerminal[] = [];
    const before = this.#draft();
    for (const terminalId of chosen) {
      const field = terminalId === defaultTerminalId ? 'terminalId' : 'others';
      const terminal = await this.#readTerminal(terminalId, field);
      if (!terminal.ok) return terminal;
      terminals.push(terminal.value);
    }
    const draft = this.#draft();
    if (draft.accountId !== before.accountId || draft.store?.storeId !== before.store?.storeId) {
      return err(inputFault('input.changed-meanwhile'));
    }
    this.#keep({
      ...draft,
      step: 'till',
      terminals,
      defaultTerminalId,
      lockedToDefault: terminals.length > 1 && (input.locked ?? false),
    });
    return ok(null);
  }

  nameTill(input: { readonly tillName: string }): Result<null> {
    const tillName = input.tillName.trim();
    if (tillName === '') return err(inputFault('input.required', 'tillName'));
    if (tillName.length > longestTillName) {
      return err(inputFault('input.too-long', 'tillName', { most: longestTillName }));
    }
    this.#keep({ ...this.#draft(), step: 'manager', tillName });
    return ok(null);
  }

  /** The last step: a manager, and the till is paired. On a till with people, an existing manager's PIN does it. */
  async finish(input: {
    readonly managerName: string;
    readonly pin: string;
    readonly repeatPin: string;
  }): Promise<Result<null>> {
    const { settings, staff, paired, drafts, clock } = this.#options;
    const draft = this.#draft();
    const { accountId, store, profile, terminals, defaultTerminalId, lockedToDefault, tillName } = draft;
    if (!accountId || !store || !profile || !terminals || !defaultTerminalId || !tillName) {
      this.#keep({ ...draft, step: firstOpenStep(draft) });
      return err(inputFault('input.required'));
    }
    const left = this.#mayNotLeaveFor(accountId);
    if (left) return err(left);
    const credentials = await this.#credentials(accountId, drafts.paired, paired);
    if (!credentials.ok) return credentials;
    const managers = staff.people.managers();
    const known = managers.find((person) => person.name === input.managerName.trim());
    // Pairing again must not be a way to become a manager (rule R5).
    if (!known && managers.length > 0 && !this.#options.practice) {
      return err(inputFault('input.not-a-manager', 'managerName'));
    }
    const manager = known ? await staff.verify(known.id, input.pin) : await this.#beginWith(input);
    if (!manager.ok) return manager;
    const second = await this.#keepManagement(accountId, draft.clients?.management);
    if (!second.ok) return second;
    const saved = await paired.save(credentials.value);
    if (!saved.ok) return saved;
    const pairing: Pairing = {
      accountId,
      clients: { checkout: credentials.value.clientId, management: draft.clients?.management },
      store,
      profile,
      terminals,
      defaultTerminalId,
      lockedToDefault: lockedToDefault ?? false,
      tillName,
      currency: currency('NOK'),
      pairedAt: clock.now(),
    };
    settings.set('pairing', pairing);
    settings.set('pairingDraft', undefined);
    await drafts.paired.forget();
    await drafts.management.forget();
    await this.leave();
    staff.signIn(manager.value);
    await this.#options.onPaired();
    return ok(null);
  }

  /** Somebody who becomes a manager by pairing, with what is wrong at the fields of the last step. */
  async #beginWith(input: {
    readonly managerName: string;
    readonly pin: string;
    readonly repeatPin: string;
  }): Promise<Result<Person>> {
    const { managerName, pin: newPin, repeatPin } = input;
    const begun = await this.#options.staff.begin(managerName, 'manager', { newPin, repeatPin });
    if (begun.ok) return begun;
    const { field } = begun.error;
    if (field === 'name') return err({ ...begun.error, field: 'managerName' });
    return field === 'newPin' ? err({ ...begun.error, field: 'pin' }) : begun;
  }

  /** A terminal as it will be kept, if it can be used. `field` is where it was chosen. */
  async #readTerminal(terminalId: string, field: 'terminalId' | 'others'): Promise<Result<PairedTerminal>> {
    if (isOfOtherAccount(terminalId, this.#draft().accountId)) {
      return err(fault('setup.account', { terminalId }));
    }
    const client = this.#managing();
    if (!client.ok) return client;
    const read = await client.value.terminals.get(terminalId);
    if (!read.ok) {
      if (isNotAllowed(read.error)) return ok({ terminalId });
      return err(isNotFound(read.error) ? { ...read.error.fault, field } : read.error.fault);
    }
    const { status, device_serial_number: serialNumber, device_model: model } = read.value;
    return status === undefined || status === 'ACTIVE'
      ? ok({ terminalId, serialNumber, model })
      : err(fault('terminal.not-active', { status, terminalId }));
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dintero.close();
    await this.#management.close();
  }

  /** Puts the second client where the till looks for it; none is left of another account. */
  async #keepManagement(accountId: string, clientId: string | undefined): Promise<Result<null>> {
    const { management, drafts } = this.#options;
    if (clientId === undefined) return await management.forget();
    const credentials = await this.#credentials(accountId, drafts.management, management);
    return credentials.ok ? await management.save(credentials.value) : credentials;
  }

  /** What this wizard was given, else what the till works with in the same account. */
  async #credentials(
    accountId: string,
    given: CredentialStore,
    kept: CredentialStore,
  ): Promise<Result<Credentials>> {
    const found = await given.find(accountId);
    if (!found.ok) return found;
    if (found.value) return ok(found.value);
    return await (this.#options.settings.get('pairing')?.accountId === accountId ? kept : given).read(
      accountId,
    );
  }

  /** Each account has its own journal: another one would leave nobody to follow what is open in the present one. */
  #mayNotLeaveFor(accountId: string): Fault | undefined {
    const paired = this.#options.settings.get('pairing');
    return paired && paired.accountId !== accountId ? this.#options.leaveBarred() : undefined;
  }

  #draft(): PairingDraft {
    return this.#options.settings.get('pairingDraft') ?? { step: 'account' };
  }

  #keep(draft: PairingDraft): void {
    this.#options.settings.set('pairingDraft', draft);
    this.#options.onChange();
  }

  /** The client for stores, terminals and payout destinations. */
  #managing(): Result<DinteroClient> {
    const { accountId, clients } = this.#draft();
    const dintero = this.#management.of(accountId, clients?.management);
    return dintero ? ok(dintero) : this.#dintero();
  }

  #dintero(): Result<DinteroClient> {
    const { accountId } = this.#draft();
    if (accountId === undefined) return err(fault('setup.not-paired'));
    if (this.#client?.accountId === accountId) return ok(this.#client.dintero);
    const { clientFor, drafts, paired } = this.#options;
    const dintero = clientFor(accountId, () => this.#credentials(accountId, drafts.paired, paired));
    this.#client = { accountId, dintero };
    return ok(dintero);
  }
}

/** The wizard of a till that is paired begins with all that it has, so that one thing can be changed. */
const draftOf = ({ currency: _, pairedAt: __, ...pairing }: Pairing): PairingDraft => ({
  ...pairing,
  step: 'account',
});

const noTerminals = {
  terminals: undefined,
  defaultTerminalId: undefined,
  lockedToDefault: undefined,
} as const;

const steps: readonly PairingStep[] = ['account', 'store', 'profile', 'terminal', 'till', 'manager'];

function firstOpenStep(draft: PairingDraft): PairingStep {
  if (draft.accountId === undefined) return 'account';
  if (draft.store === undefined) return 'store';
  if (draft.profile === undefined) return 'profile';
  if (draft.terminals === undefined) return 'terminal';
  return draft.tillName === undefined ? 'till' : 'manager';
}

/** Terminal ids carry their account: `T12345678-T0001`. Bare ones say nothing. */
const isOfOtherAccount = (terminalId: string, accountId: string | undefined): boolean => {
  const [, prefix] = /^([PT]\d{8})-/.exec(terminalId) ?? [];
  return prefix !== undefined && prefix !== accountId;
};
