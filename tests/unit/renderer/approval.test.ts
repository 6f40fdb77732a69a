import { describe, expect, it } from 'vitest';
import { emptyApproval, missingIn } from '../../../renderer/staff/approval.ts';
import { manager, otherManager } from '../../renderer/samples/basket-samples.ts';

describe('a manager’s yes', () => {
  it('begins with the only manager there is', () => {
    expect(emptyApproval([manager])).toEqual({ reason: '', approverId: manager.id, pin: '' });
  });

  it('asks which one where there are several', () => {
    expect(emptyApproval([manager, otherManager]).approverId).toBeUndefined();
  });

  it('lacks a reason, then a person, then a PIN (R5)', () => {
    const filled = { reason: 'The slip says so', approverId: manager.id, pin: '1234' };
    expect(missingIn({ ...filled, reason: '  ', pin: '' })).toEqual({
      code: 'input.required',
      field: 'reason',
    });
    expect(missingIn({ ...filled, approverId: undefined, pin: '' })).toEqual({
      code: 'input.choose',
      field: 'approver',
    });
    expect(missingIn({ ...filled, pin: '' })).toEqual({ code: 'input.required', field: 'pin' });
    expect(missingIn(filled)).toBeUndefined();
  });
});
