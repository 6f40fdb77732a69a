import { type Result, err, ok } from '../../shared/result.ts';
import type { ProfileChoice, StoreChoice, TerminalChoice } from '../../shared/views/pairing.ts';
import { type ApiFailure, isNotAllowed } from '../dintero/failure.ts';
import type { Profile } from '../dintero/profiles.ts';
import type { Store } from '../dintero/stores.ts';
import type { Terminal } from '../dintero/terminals.ts';

/** A list to pick from, or word that this API client may not read it, and which scope it lacks. */
export type Choices<Choice> =
  | { readonly kind: 'listed'; readonly choices: readonly Choice[] }
  | { readonly kind: 'not-allowed'; readonly scope: string };

/** What a read of a list offers. A client that lacks the right is no failure: the ids are typed by hand then. */
export function listed<Entry, Choice>(
  read: Result<readonly Entry[], ApiFailure>,
  choiceOf: (entry: Entry) => Choice,
  scope: string,
): Result<Choices<Choice>> {
  if (read.ok) return ok({ kind: 'listed', choices: read.value.map(choiceOf) });
  return isNotAllowed(read.error) ? ok({ kind: 'not-allowed', scope }) : err(read.error.fault);
}

/** A store as the wizard lists it. */
export const storeChoice = (store: Store): StoreChoice => ({
  storeId: store.store_id,
  name: store.store_name ?? store.store_id,
  ...(store.payout_destination && {
    payoutDestinationId: store.payout_destination.payout_destination_id,
    payoutStatus: store.payout_destination.status,
  }),
});

/** A payment profile as the wizard lists it. */
export const profileChoice = (profile: Profile): ProfileChoice => ({
  profileId: profile.profile_id,
  description: profile.description,
  enablesInPerson: profile.configuration?.seitatech?.in_person?.enabled === true,
});

/** A terminal as lists show it. */
export const terminalChoice = (terminal: Terminal): TerminalChoice => ({
  terminalId: terminal.terminal_id,
  serialNumber: terminal.device_serial_number,
  model: terminal.device_model,
  status: terminal.status ?? 'UNKNOWN',
  statusReason: terminal.status_reason,
});
