import { useCallback } from 'react';
import { type ApprovalRequest } from '../../shared/contract.ts';
import { type Person } from '../../shared/person.ts';
import { type Result } from '../../shared/result.ts';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { type SaleSummary } from '../../shared/views/sale.ts';
import { useBridge } from '../bridge/till-context.tsx';
import { type Reading, useReading } from '../bridge/use-reading.ts';
import { type ApprovalUse, useApproval } from '../staff/use-approval.ts';

type Signed<Order> = Order & { readonly approval: ApprovalRequest };

/** What a manager can say of a matter: the first two of a payment, the others of a refund. */
export type Verdict = NonNullable<DeskMatter['mark']>;

/** A manager's word on what became of a matter (rule P20). */
export function useMark({ id }: DeskMatter, approvers: readonly Person[]): ApprovalUse<{ verdict: Verdict }> {
  const { desk } = useBridge();
  return useApproval<{ verdict: Verdict }>(
    approvers,
    useCallback(
      ({ verdict, approval }: Signed<{ verdict: Verdict }>): Promise<Result<null>> =>
        verdict === 'done' || verdict === 'not-done'
          ? desk.markRefund({ refundId: id, verdict, approval })
          : desk.markPayment({ attemptId: id, verdict, approval }),
      [desk, id],
    ),
  );
}

/** Takes a found payment over: for a sale, or as one of its own (rule P14). */
export function useTakeOver(
  { id }: DeskMatter,
  approvers: readonly Person[],
): ApprovalUse<{ saleId: string | null }> {
  const { desk } = useBridge();
  return useApproval<{ saleId: string | null }>(
    approvers,
    useCallback(
      (order: Signed<{ saleId: string | null }>) => desk.adopt({ attemptId: id, ...order }),
      [desk, id],
    ),
  );
}

/** The sales that a found payment may belong to. */
export function useAdoptableSales({ id }: DeskMatter): Reading<readonly SaleSummary[]> {
  const { desk } = useBridge();
  return useReading(useCallback(() => desk.adoptableSales({ attemptId: id }), [desk, id]));
}
