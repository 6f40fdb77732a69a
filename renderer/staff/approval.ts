import { type Fault, inputFault } from '../../shared/fault.ts';
import { type Person } from '../../shared/person.ts';

/** A manager's yes as it stands in its fields: why, who answers for it, and their own PIN (rules R5, P20). */
export interface Approval {
  readonly reason: string;
  readonly approverId: string | undefined;
  readonly pin: string;
}

/** A manager's yes as main wants it, beside what it is a yes to. */
export interface SignedApproval {
  readonly reason: string;
  readonly approverId: string;
  readonly pin: string;
}

/** The fields by the names that a fault calls them. */
export const approvalFields = ['reason', 'approver', 'pin'] as const;
export type ApprovalField = (typeof approvalFields)[number];

/** With one manager there is nothing to choose. */
export const emptyApproval = (approvers: readonly Person[]): Approval => ({
  reason: '',
  approverId: approvers.length === 1 ? approvers[0]?.id : undefined,
  pin: '',
});

/** The first thing that has not been filled in. */
export function missingIn({ reason, approverId, pin }: Approval): Fault | undefined {
  if (reason.trim() === '') return inputFault('input.required', 'reason');
  if (approverId === undefined) return inputFault('input.choose', 'approver');
  return pin === '' ? inputFault('input.required', 'pin') : undefined;
}
