import type { CallName, Handlers, Snapshot } from '../shared/contract.ts';
import { type Fault, fault } from '../shared/fault.ts';
import { type Result, err, ok } from '../shared/result.ts';
import type { AppView, SettingsView } from '../shared/views/app.ts';
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
  'sellers.leave',
  'training.press',
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

  /** Why a call may not be made now: a locked till takes nothing but its unlocking, whoever asks. */
  refusal(name: CallName): Fault | undefined {
    return this.#till().staff.isLocked && !takenWhileLocked.has(name) ? fault('setup.locked') : undefined;
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
