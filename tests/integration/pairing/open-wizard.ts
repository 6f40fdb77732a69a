import { onTestFinished } from 'vitest';
import { type DinteroClient, createDinteroClient } from '../../../electron/dintero/client.ts';
import type { Credentials } from '../../../electron/dintero/token.ts';
import { createCredentialStore } from '../../../electron/keychain/credentials.ts';
import type { SecretStore } from '../../../electron/keychain/secret-store.ts';
import { PairingWizard } from '../../../electron/pairing/wizard.ts';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import { type Sandbox, startSandbox } from '../../../electron/sandbox/sandbox.ts';
import { trainingAccountId, trainingClients } from '../../../electron/sandbox/training-account.ts';
import type { Settings } from '../../../electron/settings/settings.ts';
import { Staff } from '../../../electron/staff/staff.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { fault } from '../../../shared/fault.ts';
import type { Result } from '../../../shared/result.ts';
import { ok } from '../../../shared/result.ts';
import { unobserved } from '../dintero/client.ts';
import { HandClock } from '../hand-clock.ts';
import { memorySecrets, memorySettings } from '../payments/in-memory.ts';

/** What a person types at the first step. */
export const fullLogin = { accountId: trainingAccountId, ...trainingClients.full } as const;
export const checkoutLogin = { accountId: trainingAccountId, ...trainingClients.checkoutOnly } as const;

export const oslo = { storeId: 'oslo-center', name: 'Oslo Center', payoutDestinationId: 'seller-1' } as const;
export const inPerson = { profileId: 'in-person', enablesInPerson: true } as const;
export const terminalId = `${trainingAccountId}-T0001`;
export const kari = { managerName: 'Kari', pin: '1234', repeatPin: '1234' } as const;

/** A wizard against a sandbox, and all that it leaves behind. */
export interface Bench {
  readonly sandbox: Sandbox;
  readonly clock: HandClock;
  readonly settings: Settings;
  readonly secrets: SecretStore;
  readonly staff: Staff;
  readonly wizard: PairingWizard;
  /** How often the till was told that it is paired. */
  readonly paired: () => number;
  /** Leaves so many payments of the paired account open. */
  readonly leaveOpen: (matters: number) => void;
  /** The wizard as it is after the app was closed and opened again. */
  readonly openedAgain: () => PairingWizard;
}

export async function openWizard(options: OptionsChange = {}): Promise<Bench> {
  const clock = new HandClock();
  const sandbox = await startSandbox({ clock, options });
  onTestFinished(() => sandbox.close());
  const settings = memorySettings();
  const secrets = memorySecrets();
  const staff = new Staff({
    settings,
    secrets,
    clock,
    locksByItself: true,
    onChange: () => undefined,
    onAudit: () => undefined,
  });
  let paired = 0;
  let openMatters = 0;
  const open = (): PairingWizard => {
    const wizard = new PairingWizard({
      settings,
      staff,
      paired: createCredentialStore(secrets, 'paired'),
      management: createCredentialStore(secrets, 'management'),
      drafts: {
        paired: createCredentialStore(secrets, 'draft'),
        management: createCredentialStore(secrets, 'management-draft'),
      },
      clientFor: (accountId, credentials) => clientOf(sandbox, clock, accountId, credentials),
      liveAllowed: false,
      practice: false,
      leaveBarred: () => (openMatters > 0 ? fault('setup.open-matters', { count: openMatters }) : undefined),
      clock,
      onChange: () => undefined,
      onPaired: () => {
        paired += 1;
        return Promise.resolve();
      },
    });
    onTestFinished(() => wizard.close());
    return wizard;
  };
  return {
    sandbox,
    clock,
    settings,
    secrets,
    staff,
    wizard: open(),
    paired: () => paired,
    leaveOpen: (matters) => {
      openMatters = matters;
    },
    openedAgain: open,
  };
}

/** The real client of an account of the sandbox. */
export function clientOf(
  sandbox: Sandbox,
  clock: HandClock,
  accountId: string = trainingAccountId,
  credentials: () => Promise<Result<Credentials>> = () => Promise.resolve(ok(fullLogin)),
): DinteroClient {
  const address = new URL(sandbox.url);
  return createDinteroClient({
    addresses: { checkout: address, api: address },
    accountId,
    credentials,
    clock,
    log: silentLog,
    version: '1.2.3',
    observer: unobserved,
    proxyFor: () => Promise.resolve(undefined),
    onSecret: () => undefined,
    onLogin: () => undefined,
  });
}

/** Walks through every step but the last. */
export async function walk(
  { wizard }: Pick<Bench, 'wizard'>,
  login = fullLogin as Credentials,
): Promise<void> {
  wizard.begin();
  await wizard.connect(login);
  await wizard.chooseStore(oslo);
  wizard.chooseProfile(inPerson);
  await wizard.chooseTerminal({ terminalId });
  wizard.nameTill({ tillName: 'Counter 7' });
}
