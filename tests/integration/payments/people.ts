import { randomBytes, scryptSync } from 'node:crypto';
import type { Settings } from '../../../electron/settings/settings.ts';
import { Rights } from '../../../electron/staff/rights.ts';
import { Staff } from '../../../electron/staff/staff.ts';
import type { Clock } from '../../../electron/support/clock.ts';
import type { ApprovalRequest } from '../../../shared/contract.ts';
import type { Person } from '../../../shared/person.ts';
import type { Result } from '../../../shared/result.ts';
import type { Right, SignedPermit } from '../../../shared/rights.ts';
import { memorySecrets, memorySettings } from './in-memory.ts';

export const manager: Person = { id: 'person-kari', name: 'Kari', role: 'manager' };
export const managerPin = '1234';

export const cashier: Person = { id: 'person-ola', name: 'Ola', role: 'cashier' };
export const cashierPin = '5678';

/** A stored PIN says what it cost, so that tests need not pay the price of a real one each time. */
export function cheapHash(pin: string): string {
  const cost = { N: 16, r: 8, p: 1 };
  const salt = randomBytes(16);
  const hash = scryptSync(pin, salt, 32, cost);
  return JSON.stringify({ ...cost, salt: salt.toString('base64'), hash: hash.toString('base64') });
}

const { id, name } = manager;

/** Leave for a handler that is called without the router: of the manager, who approved it themselves. */
export const managersLeave: SignedPermit = {
  by: { id, name },
  approval: { by: { id, name }, approver: { id, name }, reason: 'We close' },
  within: () => undefined,
};

export interface People {
  readonly settings: Settings;
  readonly staff: Staff;
  readonly rights: Rights;
}

/** A manager and a cashier, of whom the cashier is at the till. */
export function peopleOf(clock: Clock, onChange: () => void): People {
  const settings = memorySettings({ people: [manager, cashier], lastPersonId: cashier.id });
  const staff = new Staff({
    settings,
    secrets: memorySecrets({
      [`pin/${manager.id}`]: cheapHash(managerPin),
      [`pin/${cashier.id}`]: cheapHash(cashierPin),
    }),
    clock,
    locksByItself: true,
    onChange,
    onAudit: () => undefined,
  });
  return { settings, staff, rights: new Rights({ settings, staff, onAudit: () => undefined }) };
}

/** Does what somebody answers for, as the router has it done: first the yes, then the act. */
export async function withApproval(
  { rights }: People,
  right: Right,
  request: ApprovalRequest,
  act: (permit: SignedPermit) => Result<null> | Promise<Result<null>>,
): Promise<Result<null>> {
  const permit = await rights.permit({ right, signed: true }, request);
  if (!permit.ok) return permit;
  const { approval } = permit.value;
  if (!approval) throw new Error('A permit without the approval that it was given for');
  return await act({ ...permit.value, approval });
}
