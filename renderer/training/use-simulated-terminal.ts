import { useCallback } from 'react';
import { type SimulatedTerminal } from '../../shared/views/terminal.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';

export type TerminalButton = 'tap' | 'decline' | 'cancel' | 'unplug' | 'plug-in';

export interface SimulatedTerminalUse {
  readonly terminal: SimulatedTerminal | null;
  readonly press: (button: TerminalButton) => void;
}

export function useSimulatedTerminal(): SimulatedTerminalUse {
  const { training } = useBridge();
  const terminal = useSlice('simulatedTerminal');
  return {
    terminal,
    press: useCallback((button: TerminalButton) => void training.press({ button }), [training]),
  };
}
