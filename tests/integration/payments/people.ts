import { randomBytes, scryptSync } from 'node:crypto';
import { Staff } from '../../../electron/staff/staff.ts';
import type { Clock } from '../../../electron/support/clock.ts';
import type { Person } from '../../../shared/person.ts';
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

/** A manager and a cashier, of whom the cashier is at the till. */
export const staffOf = (clock: Clock, onChange: () => void): Staff =>
  new Staff({
    settings: memorySettings({ people: [manager, cashier], lastPersonId: cashier.id }),
    secrets: memorySecrets({
      [`pin/${manager.id}`]: cheapHash(managerPin),
      [`pin/${cashier.id}`]: cheapHash(cashierPin),
    }),
    clock,
    onChange,
    onAudit: () => undefined,
  });
