import { join } from 'node:path';
import { currency, minorUnits } from '../../shared/money.ts';
import { type Result, ok } from '../../shared/result.ts';
import type { Pairing } from '../../shared/views/pairing.ts';
import type { SimulatedTerminal } from '../../shared/views/terminal.ts';
import type { TrainingScenario, TrainingScenarios } from '../../shared/views/training.ts';
import { createCredentialStore } from '../keychain/credentials.ts';
import type { Profile } from '../profile.ts';
import { type Display, type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import type { Button } from '../sandbox/terminals.ts';
import { trainingAccountId, trainingClients } from '../sandbox/training-account.ts';
import type { Settings } from '../settings/settings.ts';
import { Till, type TillOptions } from '../till.ts';
import { type ScenarioGround, scenariosOn, setScenario } from './scenarios.ts';
import { sampleProducts } from './sample-products.ts';

/** The training till, with the sandbox behind it. */
export interface Training {
  readonly till: Till;
  /** A terminal of the till, as it stands on the counter. */
  readonly simulatedTerminal: () => SimulatedTerminal | null;
  readonly press: (button: Button) => void;
  /** What is out of the ordinary now, to be practised. */
  readonly scenarios: () => TrainingScenarios;
  readonly setScenario: (scenario: TrainingScenario, on: boolean) => void;
  readonly close: () => Promise<void>;
}

export interface TrainingOptions {
  readonly profile: Profile;
  readonly settings: Settings;
  readonly till: Omit<
    TillOptions,
    'settings' | 'addresses' | 'products' | 'practice' | 'proxyFor' | 'openPage' | 'liveAllowed'
  >;
}

/** Shown on the screen: nothing in training is secret. */
const manager = { name: 'Training manager', pin: '1234' } as const;

const practice = {
  accountId: trainingAccountId,
  clientId: trainingClients.full.clientId,
  clientSecret: trainingClients.full.clientSecret,
} as const;

/**
 * Starts the sandbox in the training profile, with what it held when it was last closed, and a till that is paired with
 * it. Gives a fault when the keychain can't be used.
 */
export async function openTraining(options: TrainingOptions): Promise<Result<Training>> {
  const sandbox = await startSandbox({
    stateFile: join(options.profile.folder, 'sandbox.json'),
    // As on a real terminal, where the cardholder must be present.
    options: { refundConfirmed: 'by-customer' },
  });
  try {
    const opened = await openTill(options, sandbox);
    if (!opened.ok) await sandbox.close();
    return opened;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

async function openTill(options: TrainingOptions, sandbox: Sandbox): Promise<Result<Training>> {
  const { settings } = options;
  const till = new Till({
    ...options.till,
    settings,
    addresses: { checkout: new URL(sandbox.url), api: new URL(sandbox.url) },
    products: sampleProducts,
    practice,
    proxyFor: () => Promise.resolve(undefined),
    // The signer's pages are not there in training: to open one is to have done what it is for.
    openPage: (url) => {
      sandbox.visit(url.href);
      return Promise.resolve(ok(null));
    },
    liveAllowed: false,
  });
  const prepared = await pairOnce(options, till);
  if (!prepared.ok) {
    await till.close();
    return prepared;
  }
  await till.open();
  const ground = (): ScenarioGround => {
    const { store } = settings.get('pairing') ?? trainingPairing(0);
    return {
      sandbox,
      terminalId: till.terminals()?.presentId ?? trainingTerminalId,
      payoutDestinationId: store.payoutDestinationId,
    };
  };
  const stopWatching = sandbox.watch(options.till.onChange);
  return ok({
    till,
    simulatedTerminal: () => viewOf(displayOf(sandbox, till)),
    press: (button) => {
      const display = displayOf(sandbox, till);
      if (display) sandbox.press(display.terminalId, button);
    },
    scenarios: () => scenariosOn(ground()),
    setScenario: (scenario, on) => setScenario(ground(), scenario, on),
    close: async () => {
      stopWatching();
      await till.close();
      await sandbox.close();
    },
  });
}

/** Pairs the till when that was not done yet, and puts back what a new keychain would lack. */
async function pairOnce(
  { settings, till: { secrets, clock } }: TrainingOptions,
  till: Till,
): Promise<Result<null>> {
  const saved = await createCredentialStore(secrets, 'paired').save(practice);
  if (!saved.ok) return saved;
  const known = till.staff.people.managers().find(({ name }) => name === manager.name);
  const ready = known
    ? await till.staff.people.setPin(known.id, manager.pin)
    : await till.staff.begin(manager.name, 'manager', { newPin: manager.pin, repeatPin: manager.pin });
  if (!ready.ok) return ready;
  if (!settings.get('pairing')) settings.set('pairing', trainingPairing(clock.now()));
  return ok(null);
}

const trainingTerminalId = `${trainingAccountId}-T0001`;

const trainingPairing = (now: number): Pairing => ({
  accountId: trainingAccountId,
  store: { storeId: 'oslo-center', name: 'Oslo Center', payoutDestinationId: 'seller-1' },
  profile: { profileId: 'in-person', enablesInPerson: true },
  terminals: [
    {
      terminalId: trainingTerminalId,
      serialNumber: `SIMULATED-${trainingAccountId}-001`,
      model: 'SATURN1000',
    },
  ],
  defaultTerminalId: trainingTerminalId,
  lockedToDefault: false,
  tillName: 'Training till',
  currency: currency('NOK'),
  pairedAt: now,
});

/**
 * The terminal that stands at the hand: the one that the open sale goes to. While that one asks for nothing, another of
 * the till that does.
 */
const displayOf = (sandbox: Sandbox, till: Till): Display | undefined => {
  const { presentId, terminals = [] } = till.terminals() ?? {};
  const displays = [presentId, ...terminals.map(({ terminalId }) => terminalId)].flatMap((terminalId) =>
    terminalId === undefined ? [] : (sandbox.display(terminalId) ?? []),
  );
  return displays.find(({ prompt }) => prompt) ?? displays.find(({ menu }) => menu) ?? displays[0];
};

const viewOf = (display: Display | undefined): SimulatedTerminal | null => {
  if (!display) return null;
  const { prompt, ...rest } = display;
  return {
    ...rest,
    ...(prompt && {
      prompt: {
        kind: prompt.kind,
        amount: { amount: minorUnits(prompt.amount), currency: currency(prompt.currency) },
      },
    }),
  };
};
