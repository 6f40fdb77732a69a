import type { SimulatedTerminal } from '../../shared/views.ts';
import type { Profile } from '../profile.ts';
import type { Settings } from '../settings/settings.ts';
import type { Till, TillOptions } from '../till.ts';

export interface Training {
  readonly till: Till;
  readonly simulatedTerminal: () => SimulatedTerminal | null;
  readonly press: (button: 'tap' | 'decline' | 'cancel' | 'unplug' | 'plug-in') => void;
  readonly close: () => Promise<void>;
}

export interface TrainingOptions {
  readonly profile: Profile;
  readonly settings: Settings;
  readonly till: Omit<TillOptions, 'settings' | 'addresses' | 'products' | 'practice'>;
}

export function openTraining({ profile }: TrainingOptions): Promise<Training> {
  throw new Error(`No training in ${profile.folder} yet`);
}
