import { type TFunction } from 'i18next';
import { type TerminalView } from '../../shared/views/terminal.ts';
import { waitsFor } from './terminal-status.ts';

/** Why a sale can't go to a terminal of this till now, as far as is known. */
export function whyNot(t: TFunction, { heldBy, status, fault }: TerminalView): string | undefined {
  if (heldBy !== undefined) return t('terminals.keptFor', { reference: heldBy });
  if (fault?.code === 'terminal.gone') return t('terminals.waitsFor.gone');
  return status === undefined || status === 'ACTIVE' ? undefined : waitsFor(t, status);
}
