import type { Handlers } from '../../shared/contract.ts';
import type { Fault } from '../../shared/fault.ts';
import type { Actor } from '../../shared/person.ts';
import type { Pairing as Paired } from '../../shared/views/pairing.ts';
import { createCredentialStore } from '../keychain/credentials.ts';
import type { SecretStore } from '../keychain/secret-store.ts';
import type { Settings } from '../settings/settings.ts';
import type { Staff } from '../staff/staff.ts';
import type { Clock } from '../support/clock.ts';
import type { ClientFor } from './api-client.ts';
import { pairingHandlers } from './handlers.ts';
import { PairedAccount } from './paired-account.ts';
import { TillsBeside } from './tills-beside.ts';
import { PairingWizard } from './wizard.ts';

export interface PairingOptions {
  readonly settings: Settings;
  readonly secrets: SecretStore;
  readonly staff: Staff;
  readonly clientFor: ClientFor;
  readonly liveAllowed: boolean;
  readonly practice: boolean;
  /** Why the till may not leave the account that it is paired with. */
  readonly leaveBarred: () => Fault | undefined;
  /** The parts of this till's own references in an account. */
  readonly ownParts: (accountId: string) => readonly string[];
  readonly openPaired: () => Promise<void>;
  readonly closePaired: (approver: Actor) => Promise<void>;
  readonly onReplaced: () => void;
  readonly onUnpaired: (paired: Paired) => void;
  readonly onSecret: (secret: string) => void;
  readonly clock: Clock;
  readonly onChange: () => void;
}

/** How this till comes to an account, what it may change about that, and how it leaves. */
export class Pairing {
  readonly wizard: PairingWizard;
  readonly account: PairedAccount;
  readonly #options: PairingOptions;

  constructor(options: PairingOptions) {
    this.#options = options;
    const { secrets, settings, staff, clientFor, leaveBarred, clock } = options;
    const stores = {
      paired: createCredentialStore(secrets, 'paired'),
      management: createCredentialStore(secrets, 'management'),
      drafts: {
        paired: createCredentialStore(secrets, 'draft'),
        management: createCredentialStore(secrets, 'management-draft'),
      },
    };
    this.wizard = new PairingWizard({
      ...stores,
      settings,
      staff,
      clientFor,
      leaveBarred,
      liveAllowed: options.liveAllowed,
      practice: options.practice,
      clock,
      onChange: options.onChange,
      onPaired: options.openPaired,
    });
    this.account = new PairedAccount({
      ...stores,
      settings,
      clientFor,
      leaveBarred,
      openPaired: options.openPaired,
      closePaired: options.closePaired,
      onReplaced: options.onReplaced,
      onUnpaired: options.onUnpaired,
    });
  }

  handlers(): Handlers['pairing'] {
    const { settings, ownParts, clock, onSecret } = this.#options;
    const beside = new TillsBeside({ settings, wizard: this.wizard, ownParts, clock });
    return pairingHandlers(this.wizard, this.account, beside, onSecret);
  }

  async close(): Promise<void> {
    await this.wizard.close();
    await this.account.close();
  }
}
