import { useCallback, useState } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { type Person } from '../../shared/person.ts';
import { type Result } from '../../shared/result.ts';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';
import { useApprovers } from '../staff/use-approvers.ts';

/** What is done with a matter at once; the rest asks first. */
export type MatterAct = 'checkNow' | 'cancel' | 'freeTerminal' | 'seen';

export interface DeskUse {
  readonly matters: readonly DeskMatter[];
  /** Who may say what became of a matter, and who may take one over. */
  readonly approvers: Readonly<Record<'mark' | 'takeOver', readonly Person[]>>;
  readonly training: boolean;
  readonly act: (matter: DeskMatter, act: MatterAct) => void;
  /** The act that is under way on a matter. */
  readonly busyWith: (matter: DeskMatter) => MatterAct | undefined;
  readonly fault: Fault | undefined;
}

/** Everything whose money is not certain, the oldest first. */
export function useDesk(): DeskUse {
  const { payments, refunds } = useBridge();
  const { matters } = useSlice('desk');
  const mark = useApprovers('mark-outcome');
  const takeOver = useApprovers('take-over');
  const { mode } = useSlice('app');
  const [last, setLast] = useState<{ readonly id: string; readonly act: MatterAct }>();
  const { run, busy, fault } = useCall(
    useCallback(
      ({ kind, id }: DeskMatter, act: MatterAct): Promise<Result<null>> => {
        // Nothing but a refund wants to be seen, and no refund can be cancelled (rule R6).
        if (act === 'seen') return refunds.seen({ refundId: id });
        if (act === 'cancel') return payments.cancel({ attemptId: id });
        return kind === 'refund' ? refunds[act]({ refundId: id }) : payments[act]({ attemptId: id });
      },
      [payments, refunds],
    ),
  );
  return {
    matters: matters.toSorted((a, b) => a.startedAt - b.startedAt),
    approvers: { mark, takeOver },
    training: mode === 'training',
    act: (matter, act) => {
      if (busy) return;
      setLast({ id: matter.id, act });
      void run(matter, act);
    },
    busyWith: ({ id }) => (busy && last?.id === id ? last.act : undefined),
    fault,
  };
}
