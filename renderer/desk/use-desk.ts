import { useCallback } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { type Result } from '../../shared/result.ts';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';

export type MatterAct = 'checkNow' | 'freeTerminal' | 'overlapSeen';

export interface DeskUse {
  readonly matters: readonly DeskMatter[];
  readonly terminal: PairedTerminal | undefined;
  readonly act: (matter: DeskMatter, act: MatterAct) => void;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
}

/** Everything whose money is not certain, the oldest first. */
export function useDesk(): DeskUse {
  const { payments, refunds } = useBridge();
  const { matters } = useSlice('desk');
  const { paired } = useSlice('pairing');
  const call = useCall(
    useCallback(
      ({ kind, id }: DeskMatter, act: MatterAct): Promise<Result<null>> => {
        if (kind === 'refund') return refunds[act]({ refundId: id });
        return act === 'freeTerminal'
          ? payments.freeTerminal({ attemptId: id })
          : payments.checkNow({ attemptId: id });
      },
      [payments, refunds],
    ),
  );
  return {
    matters: matters.toSorted((a, b) => a.startedAt - b.startedAt),
    terminal: paired?.terminal,
    act: (matter, act) => void call.run(matter, act),
    busy: call.busy,
    fault: call.fault,
  };
}
