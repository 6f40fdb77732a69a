import { type Fault } from '../../shared/fault.ts';
import { type OperationKind, type OperationView } from '../../shared/views/operations.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';

export interface OperationsUse {
  /** The one of a kind that runs, or was the last. */
  readonly of: (kind: OperationKind) => OperationView | undefined;
  readonly start: (kind: OperationKind) => void;
  /** Why the last press started nothing. */
  readonly fault: Fault | undefined;
}

/** What a terminal can be asked to do, and how it goes. */
export function useOperations(terminalId: string): OperationsUse {
  const operations = useSlice('operations');
  const { run, fault } = useCall(useBridge().operations.start);
  return {
    of: (kind) => operations.findLast((one) => one.terminalId === terminalId && one.kind === kind),
    start: (kind) => void run({ terminalId, kind }),
    fault,
  };
}
