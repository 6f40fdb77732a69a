import type { CallName, Handlers, Snapshot } from '../shared/contract.ts';
import { type Fault, fault, inputFault } from '../shared/fault.ts';
import { type Result, err, ok } from '../shared/result.ts';
import type { AppView, SettingsView } from '../shared/views/app.ts';
import type { Gate } from './ipc/router.ts';
import type { Notices } from './notices.ts';
import type { Settings } from './settings/settings.ts';
import type { Log } from './support/log.ts';
import type { Till } from './till.ts';
import type { Training } from './training/training.ts';

export interface AppOptions {
  readonly version: string;
  readonly host: AppView['host'];
  readonly live: Till;
  /** The live profile's settings, where it is kept that training is open. */
  readonly liveSettings: Settings;
  readonly notices: Notices;
  /** Opens the training profile with its sandbox. `locale` is the language that the live profile speaks. */
  readonly openTraining: (locale: SettingsView['locale']) => Promise<Result<Training>>;
  readonly onChange: () => void;
  readonly log: Log;
}

/** What the lock screen itself needs, and the simulated terminal, which is the customer's. */
const takenWhileLocked: ReadonlySet<CallName> = new Set<CallName>([
  'app.snapshot',
  'app.leaveTraining',
  'app.dismissNotice',
  'staff.lock',
  'staff.unlock',
  'staff.touch',
  'sellers.leave',
  'training.press',
]);

/** The steps of pairing belong to a wizard that somebody has opened who may. */
const pairingSteps: ReadonlySet<CallName> = new Set<CallName>([
  'pairing.goTo',
  'pairing.connect',
  'pairing.stores',
  'pairing.chooseStore',
  'pairing.profiles',
  'pairing.chooseProfile',
  'pairing.terminals',
  'pairing.chooseTerminal',
  'pairing.nameTill',
  'pairing.finish',
]);

/** The whole app below the window: the live till, and the training till beside it when it is open. */
export class App {
  readonly #options: AppOptions;
  #training: Training | undefined;
  #entering: Promise<Result<null>> | undefined;

  constructor(options: AppOptions) {
    this.#options = options;
  }

  /** Opens the live till, and training if it was open when the app was closed. */
  async open(): Promise<void> {
    const { live, liveSettings, notices } = this.#options;
    await live.open();
    if (!liveSettings.get('trainingOpen')) return;
    const entered = await this.#enterTraining();
    // The live till opens all the same; what keeps training away is told there.
    if (!entered.ok) notices.set('training', entered.error);
  }

  snapshot(): Snapshot {
    return {
      ...this.#till().slices(),
      app: this.#view(),
      trainingScenarios: this.#training?.scenarios() ?? null,
      simulatedTerminal: this.#training?.simulatedTerminal() ?? null,
    };
  }

  handlers(): Handlers {
    const { notices } = this.#options;
    return {
      ...this.#till().handlers(),
      app: {
        snapshot: () => ok(this.snapshot()),
        enterTraining: () => this.#enterTraining(),
        leaveTraining: async () => {
          await this.#leaveTraining();
          return ok(null);
        },
        dismissNotice: ({ id }) => {
          notices.dismiss(id);
          return ok(null);
        },
      },
      training: {
        setScenario: ({ scenario, on }) => {
          if (!this.#training) return err(fault('setup.training-only'));
          this.#training.setScenario(scenario, on);
          return ok(null);
        },
        press: ({ button }) => {
          if (!this.#training) return err(fault('setup.training-only'));
          this.#training.press(button);
          return ok(null);
        },
      },
    };
  }

  /** What stands before every call of the window. */
  gate(): Gate {
    return {
      refusal: (name) => this.#refusal(name),
      permit: (guard, approval) => this.#till().rights.permit(guard, approval),
    };
  }

  /** The machine woke up: every follow looks at once. */
  lookAtAll(): void {
    this.#options.live.lookAtAll();
    this.#training?.till.lookAtAll();
  }

  async close(): Promise<void> {
    await this.#training?.close();
    await this.#options.live.close();
  }

  #till(): Till {
    return this.#training?.till ?? this.#options.live;
  }

  /** A locked till takes nothing but its unlocking, whoever asks. */
  #refusal(name: CallName): Fault | undefined {
    const till = this.#till();
    if (till.isLocked() && !takenWhileLocked.has(name)) return fault('setup.locked');
    return till.isPairing || !pairingSteps.has(name) ? undefined : inputFault('input.changed-meanwhile');
  }

  #view(): AppView {
    const { version, host, live, notices } = this.#options;
    return {
      version,
      host,
      mode: this.#training ? 'training' : 'live',
      stage: this.#till().stage,
      notices: notices.list(),
      liveMatters: this.#training ? live.openMatters() : 0,
    };
  }

  /** A second click while training opens waits for the first. */
  async #enterTraining(): Promise<Result<null>> {
    this.#entering ??= this.#openTraining().finally(() => {
      this.#entering = undefined;
    });
    return await this.#entering;
  }

  async #openTraining(): Promise<Result<null>> {
    if (this.#training) return ok(null);
    const { live, liveSettings, openTraining, onChange, log } = this.#options;
    const opened = await openTraining(live.slices().settings.locale).catch((error: unknown) => {
      // Whatever is wrong with training, the live till goes on (rule P19).
      log.error('training.not-opened', { error });
      return err(fault('setup.bug'));
    });
    if (!opened.ok) return opened;
    this.#training = opened.value;
    liveSettings.set('trainingOpen', true);
    onChange();
    return ok(null);
  }

  async #leaveTraining(): Promise<void> {
    const training = this.#training;
    this.#training = undefined;
    this.#options.liveSettings.set('trainingOpen', false);
    this.#options.onChange();
    await training?.close();
  }
}
