import { z } from 'zod';
import { pairedTerminalSchema, pairingDraftSchema, pairingSchema } from '../../shared/views/pairing.ts';

/** What a till kept that had exactly one terminal, whatever else was kept with it. */
const oneTerminalSchema = z.looseObject({
  terminal: pairedTerminalSchema,
  terminals: z.undefined().optional(),
});

/** Takes over the one terminal of an older version: a till must not lose its pairing because it was updated. */
function withTerminals(stored: unknown): unknown {
  const old = oneTerminalSchema.safeParse(stored);
  if (!old.success) return stored;
  const { terminal, ...rest } = old.data;
  return { ...rest, terminals: [terminal], defaultTerminalId: terminal.terminalId, lockedToDefault: false };
}

/** A pairing as it stands in the settings, of this version or of an older one. */
export const storedPairingSchema = z.preprocess(withTerminals, pairingSchema);

/** A draft as it stands in the settings, of this version or of an older one. */
export const storedDraftSchema = z.preprocess(withTerminals, pairingDraftSchema);
