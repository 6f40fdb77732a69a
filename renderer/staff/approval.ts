import { type Fault, inputFault } from '../../shared/fault.ts';
import { type Person } from '../../shared/person.ts';

/** A person's yes as it stands in its fields: why, who answers for it, and their own PIN (rules R5, P20). */
export interface Approval {
  readonly reason: string;
  readonly approverId: string | undefined;
  readonly pin: string;
}

/** With one approver there is nothing to choose. */
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
