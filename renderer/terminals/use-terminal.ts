import { type Fault } from '../../shared/fault.ts';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { type TerminalView, type TillTerminalsView } from '../../shared/views/terminal.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';

export interface TillTerminalsUse {
  readonly terminals: readonly TerminalView[];
  readonly otherTills: TillTerminalsView['otherTills'];
  readonly check: () => void;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
}

/** All terminals of this till. */
export function useTillTerminals(): TillTerminalsUse {
  const { terminals = [], otherTills = [] } = useSlice('tillTerminals') ?? {};
  const { run, busy, fault } = useCall(useBridge().terminal.refresh);
  return { terminals, otherTills, check: () => void run(), busy, fault };
}

/** The terminal that the open sale goes to. */
export function usePresentTerminal(): TerminalView | undefined {
  const till = useSlice('tillTerminals');
  return till?.terminals.find(({ terminalId }) => terminalId === till.presentId);
}

/** What is known of a terminal by its id: nothing more than that when it is no longer one of this till's. */
export function useTerminal(wantedId: string | undefined): PairedTerminal | undefined {
  const till = useSlice('tillTerminals');
  if (wantedId === undefined) return undefined;
  return till?.terminals.find(({ terminalId }) => terminalId === wantedId) ?? { terminalId: wantedId };
}

export interface TerminalPick {
  readonly presentId: string;
  readonly terminals: readonly TerminalView[];
  readonly pick: (terminalId: string) => void;
  readonly fault: Fault | undefined;
}

/** Another terminal for the open sale, where a person may pick one. */
export function useTerminalPick(): TerminalPick | undefined {
  const till = useSlice('tillTerminals');
  const { run, fault } = useCall(useBridge().terminal.pick);
  if (!till?.canPick) return undefined;
  return { ...till, pick: (terminalId) => void run({ terminalId }), fault };
}
