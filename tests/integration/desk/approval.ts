import type { ApprovalRequest } from '../../../shared/contract.ts';
import { cashier, cashierPin, manager, managerPin } from '../payments/people.ts';

/** A manager's yes. */
export const approved: ApprovalRequest = {
  reason: 'Looked it up in Backoffice',
  approverId: manager.id,
  pin: managerPin,
};

/** Requests that no manager has approved, and what each is refused with. */
export const notApproved: readonly (readonly [what: string, ApprovalRequest, code: string, field: string])[] =
  [
    [
      'a cashier',
      { ...approved, approverId: cashier.id, pin: cashierPin },
      'input.not-a-manager',
      'approver',
    ],
    ['a wrong PIN', { ...approved, pin: '0000' }, 'input.pin-wrong', 'pin'],
    ['no reason', { ...approved, reason: '  ' }, 'input.required', 'reason'],
    ['a reason of 201 letters', { ...approved, reason: 'x'.repeat(201) }, 'input.too-long', 'reason'],
  ];
