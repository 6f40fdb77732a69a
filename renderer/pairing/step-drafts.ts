import { type PairingDraft } from '../../shared/views/pairing.ts';
import { type Draft, useDraft } from '../app/drafts.tsx';

/**
 * What was typed or picked in a step and not gone on with yet: it is still there when a person goes back and forth. What
 * belongs to an account or a store begins anew with another one.
 */

export interface StoreEntry {
  readonly storeId: string;
  readonly name: string;
  readonly payoutId: string;
}

export const useStoreEntry = (draft: PairingDraft | undefined): Draft<StoreEntry> =>
  useDraft(`pairing-store ${draft?.accountId ?? ''}`, {
    storeId: draft?.store?.storeId ?? '',
    name: draft?.store?.name ?? '',
    payoutId: draft?.store?.payoutDestinationId ?? '',
  });

export interface TerminalEntry {
  readonly terminalId: string;
  readonly others: readonly string[];
  readonly locked: boolean;
}

export const useTerminalEntry = (draft: PairingDraft | undefined): Draft<TerminalEntry> =>
  useDraft(`pairing-terminal ${draft?.accountId ?? ''} ${draft?.store?.storeId ?? ''}`, {
    terminalId: draft?.defaultTerminalId ?? '',
    others: othersIn(draft),
    locked: draft?.lockedToDefault ?? false,
  });

/** What was chosen beside the default. */
function othersIn(draft: PairingDraft | undefined): readonly string[] {
  const ids = draft?.terminals?.map(({ terminalId }) => terminalId) ?? [];
  return ids.filter((id) => id !== draft?.defaultTerminalId);
}
