import { accountIdSchema, isLiveAccount } from '../../shared/account.ts';
import { type Fault, fault, inputFault } from '../../shared/fault.ts';
import { currency } from '../../shared/money.ts';
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
import type { Credentials } from '../dintero/token.ts';
import type { CredentialStore } from '../keychain/credentials.ts';
import type { Settings } from '../settings/settings.ts';
import type { Staff } from '../staff/staff.ts';
import type { Clock } from '../support/clock.ts';
import { type Choices, listed, profileChoice, storeChoice, terminalChoice } from './choices.ts';

export interface WizardOptions {
  readonly settings: Settings;
  readonly staff: Staff;
  /** What the till works with. */
  readonly paired: CredentialStore;
  /** What the wizard was given and the till does not use yet. */
  readonly draft: CredentialStore;
  /** A client for the account of the draft. */
  readonly clientFor: (accountId: string, credentials: () => Promise<Result<Credentials>>) => DinteroClient;
  /** Whether this window may work on a live account: not on the stand-in. */
  readonly liveAllowed: boolean;
  /** Whether this is training, where anybody may practise as a new manager. */
  readonly practice: boolean;
  /** Payments and refunds of the paired account whose outcome is not known. */
  readonly openMatters: () => number;
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
  #client: { readonly accountId: string; readonly dintero: DinteroClient } | undefined;

  #open: boolean;

  constructor(options: WizardOptions) {
    this.#options = options;
    const { settings } = options;
    this.#open = settings.get('pairingDraft') !== undefined && settings.get('pairing') === undefined;
  }

  /** Whether it is in front of the person. One that was interrupted before the till was paired is, after a restart. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** Starts the wizard, or goes on where it was left. */
  begin(): Result<null> {
    this.#open = true;
    this.#keep(this.#draft());
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
    const { draft, liveAllowed } = this.#options;
    const credentials: Credentials = {
      accountId: input.accountId.trim().toUpperCase(),
      clientId: input.clientId.trim(),
      clientSecret: input.clientSecret.trim(),
    };
    const { accountId } = credentials;
    if (!accountIdSchema.safeParse(accountId).success)
      return err(inputFault('input.account-id', 'accountId'));
    if (credentials.clientId === '') return err(inputFault('input.required', 'clientId'));
    if (credentials.clientSecret === '') return err(inputFault('input.required', 'clientSecret'));
    if (isLiveAccount(accountId) && !liveAllowed) return err(fault('setup.live-account'));

    const left = this.#leavesMattersOpen(accountId);
    if (left) return err(left);

    await this.close();
    const dintero = this.#options.clientFor(accountId, () => Promise.resolve(ok(credentials)));
    const token = await dintero.token.renew();
    await dintero.close();
    if (!token.ok) return err(token.error.fault);
    const saved = await draft.save(credentials);
    if (!saved.ok) return saved;
    this.#keep({ step: 'store', accountId });
    return ok(null);
  }

  async stores(): Promise<Result<Choices<StoreChoice>>> {
    const client = this.#dintero();
    if (!client.ok) return client;
    return listed(await client.value.stores.all(), storeChoice);
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
    const client = this.#dintero();
    if (!client.ok) return client;
    const destination = await client.value.payoutDestinations.get(payoutDestinationId);
    if (!destination.ok && !isNotAllowed(destination.error)) {
      return err(
        isNotFound(destination.error)
          ? inputFault('input.choose', 'payoutDestinationId')
          : destination.error.fault,
      );
    }
    const status = destination.ok ? destination.value.case_status : undefined;
    if (status !== undefined && status !== 'ACTIVE') {
      return err(fault('setup.payout-destination', { status, payoutDestinationId }));
    }
    const name = input.name.trim();
    const draft = this.#draft();
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
    return listed(await client.value.profiles.all(), profileChoice);
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
    const client = this.#dintero();
    if (!client.ok) return client;
    const { store } = this.#draft();
    if (!store) return err(inputFault('input.choose', 'storeId'));
    return listed(await client.value.terminals.ofStore(store.storeId), terminalChoice);
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
    for (const terminalId of chosen) {
      const field = terminalId === defaultTerminalId ? 'terminalId' : 'others';
      const terminal = await this.#readTerminal(terminalId, field);
      if (!terminal.ok) return terminal;
      terminals.push(terminal.value);
    }
    this.#keep({
      ...this.#draft(),
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
    const { settings, staff, paired, draft: draftStore, clock } = this.#options;
    const draft = this.#draft();
    const { accountId, store, profile, terminals, defaultTerminalId, lockedToDefault, tillName } = draft;
    if (!accountId || !store || !profile || !terminals || !defaultTerminalId || !tillName) {
      this.#keep({ ...draft, step: firstOpenStep(draft) });
      return err(inputFault('input.required'));
    }
    const left = this.#leavesMattersOpen(accountId);
    if (left) return err(left);
    const credentials = await draftStore.read(accountId);
    if (!credentials.ok) return credentials;
    const managers = staff.managers();
    const known = managers.find((person) => person.name === input.managerName.trim());
    // Pairing again must not be a way to become a manager (rule R5).
    if (!known && managers.length > 0 && !this.#options.practice) {
      return err(inputFault('input.not-a-manager', 'managerName'));
    }
    const manager = known
      ? await staff.verify(known.id, input.pin)
      : await staff.add(input.managerName, 'manager', input.pin, input.repeatPin);
    if (!manager.ok) return manager;
    const saved = await paired.save(credentials.value);
    if (!saved.ok) return saved;
    const pairing: Pairing = {
      accountId,
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
    await draftStore.forget();
    await this.leave();
    staff.signIn(manager.value);
    await this.#options.onPaired();
    return ok(null);
  }

  /** A terminal as it will be kept, if it can be used. `field` is where it was chosen. */
  async #readTerminal(terminalId: string, field: 'terminalId' | 'others'): Promise<Result<PairedTerminal>> {
    if (isOfOtherAccount(terminalId, this.#draft().accountId)) {
      return err(fault('setup.account', { terminalId }));
    }
    const client = this.#dintero();
    if (!client.ok) return client;
    const read = await client.value.terminals.get(terminalId);
    if (!read.ok) {
      if (isNotAllowed(read.error)) return ok({ terminalId });
      return err(isNotFound(read.error) ? inputFault('input.choose', field) : read.error.fault);
    }
    const { status, device_serial_number: serialNumber, device_model: model } = read.value;
    return status === undefined || status === 'ACTIVE'
      ? ok({ terminalId, serialNumber, model })
      : err(fault('terminal.not-active', { status, terminalId }));
  }

  /** The account that is being paired, while the wizard is open and knows it. */
  account(): DinteroClient | undefined {
    const client = this.#open ? this.#dintero() : undefined;
    return client?.ok ? client.value : undefined;
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dintero.close();
  }

  /** Each account has its own journal: another one would leave nobody to follow what is open in the present one. */
  #leavesMattersOpen(accountId: string): Fault | undefined {
    const paired = this.#options.settings.get('pairing');
    const count = this.#options.openMatters();
    return paired && paired.accountId !== accountId && count > 0
      ? fault('setup.open-matters', { count })
      : undefined;
  }

  #draft(): PairingDraft {
    return this.#options.settings.get('pairingDraft') ?? { step: 'account' };
  }

  #keep(draft: PairingDraft): void {
    this.#options.settings.set('pairingDraft', draft);
    this.#options.onChange();
  }

  #dintero(): Result<DinteroClient> {
    const { accountId } = this.#draft();
    if (accountId === undefined) return err(fault('setup.not-paired'));
    if (this.#client?.accountId === accountId) return ok(this.#client.dintero);
    const dintero = this.#options.clientFor(accountId, () => this.#options.draft.read(accountId));
    this.#client = { accountId, dintero };
    return ok(dintero);
  }
}

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
