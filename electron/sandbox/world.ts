import type { Agenda } from './agenda.ts';
import { type Clock, timestamp } from './clock.ts';
import type { SandboxOptions } from './options.ts';
import type { LedgerEntry, State } from './records.ts';

/** What every part of the sandbox works on. */
export interface World {
  readonly state: State;
  readonly clock: Clock;
  readonly agenda: Agenda;
  /** As they are at this moment: a test may change them in between. */
  readonly options: () => SandboxOptions;
}

/** The present, as it is written into events. */
export const timeOf = ({ clock }: World): string => timestamp(clock.now());

/** Writes down what has truly happened. */
export function enter(world: World, entry: Omit<LedgerEntry, 'at'>): void {
  world.state.ledger.push({ at: timeOf(world), ...entry });
}
