import { useState } from 'react';
import { type ApprovalRequest } from '../../shared/contract.ts';
import { type Fault } from '../../shared/fault.ts';
import { type Person } from '../../shared/person.ts';
import { type Result } from '../../shared/result.ts';
import { useCall } from '../bridge/use-call.ts';
import { type Approval, emptyApproval, missingIn } from './approval.ts';

export interface ApprovalUse<Order> {
  readonly approval: Approval;
  readonly setApproval: (approval: Approval) => void;
  /** Something else of the form has changed: what was wrong may be mended. */
  readonly touched: () => void;
  /** Sends what is ordered, or says what is wrong with it. True when main has taken it. */
  readonly send: (order: Result<Order>) => Promise<boolean>;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
}

/**
 * A form that a named person approves. The PIN is typed for one try: a refusal clears it, and nothing else. `call` must stay
 * the same from one render to the next.
 */
export function useApproval<Order extends object>(
  approvers: readonly Person[],
  call: (order: Order & { readonly approval: ApprovalRequest }) => Promise<Result<unknown>>,
): ApprovalUse<Order> {
  const [approval, setApproval] = useState(() => emptyApproval(approvers));
  const [mistake, setMistake] = useState<Fault>();
  const { run, busy, fault, clear } = useCall(call);

  const touched = (): void => {
    setMistake(undefined);
    clear();
  };
  const send = async (order: Result<Order>): Promise<boolean> => {
    const problem = order.ok ? missingIn(approval) : order.error;
    setMistake(problem);
    if (problem || !order.ok || approval.approverId === undefined) return false;
    const { approverId, pin, reason } = approval;
    const answer = await run({ ...order.value, approval: { reason: reason.trim(), approverId, pin } });
    if (answer && !answer.ok) setApproval((before) => ({ ...before, pin: '' }));
    return answer?.ok === true;
  };

  return {
    approval,
    setApproval: (next) => {
      setApproval(next);
      touched();
    },
    touched,
    send,
    busy,
    fault: mistake ?? fault,
  };
}
