import type { Handlers } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';
import type { IdleLock } from './idle-lock.ts';
import type { Rights } from './rights.ts';
import type { Staff } from './staff.ts';

/** The people of the till, as the window calls them. */
export const staffHandlers = (staff: Staff, rights: Rights, idle: IdleLock): Handlers['staff'] => ({
  lock: () => {
    staff.lock('person');
    return ok(null);
  },
  unlock: async ({ personId, pin }) => {
    const unlocked = await staff.unlock(personId, pin);
    if (unlocked.ok) idle.restart();
    return unlocked;
  },
  touch: () => {
    idle.touch();
    return ok(null);
  },
  add: async ({ name, role, ...typed }, { by }) => {
    const added = await staff.people.add(name, role, typed, by);
    // A second person may be what it locks for.
    idle.check();
    return added.ok ? ok(null) : added;
  },
  change: ({ personId, name, role }) => staff.people.change(personId, name, role),
  remove: ({ personId }) => staff.remove(personId),
  changePin: ({ oldPin, ...typed }) => staff.changePin(oldPin, typed),
  resetPin: ({ personId, ...typed }, { approval }) => staff.resetPin(personId, typed, approval),
  saveRules: (rules) => {
    rights.change(rules);
    return ok(null);
  },
  saveLock: (lock) => {
    staff.setLockRules(lock);
    idle.check();
    return ok(null);
  },
});
