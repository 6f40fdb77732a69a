import { type Fault } from '../../shared/fault.ts';
import { type TerminalView } from '../../shared/views/terminal.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';

export interface TerminalUse {
  readonly terminal: TerminalView | null;
  readonly check: () => void;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
}

export function useTerminal(): TerminalUse {
  const terminal = useSlice('terminal');
  const { run, busy, fault } = useCall(useBridge().terminal.refresh);
  return { terminal, check: () => void run(), busy, fault };
}
