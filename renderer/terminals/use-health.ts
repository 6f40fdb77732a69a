import { useCallback, useEffect, useState } from 'react';
import { type TerminalHealth } from '../../shared/views/health.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';

/** How a terminal does; read again when a payment or an operation may have changed it. `undefined` until it is read. */
export function useHealth(terminalId: string): TerminalHealth | undefined {
  const { health } = useBridge();
  const { revision } = useSlice('sales');
  const ended = useSlice('operations')
    .map(({ endedAt = 0 }) => endedAt)
    .reduce((newest, one) => Math.max(newest, one), 0);
  const [known, setKnown] = useState<TerminalHealth>();
  const read = useCallback(() => health.read({ terminalId }), [health, terminalId]);

  useEffect(() => {
    let current = true;
    void read().then((result) => {
      if (current && result.ok) setKnown(result.value);
    });
    return () => {
      current = false;
    };
  }, [read, revision, ended]);

  return known?.terminalId === terminalId ? known : undefined;
}
