import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IdleLock } from '../../../electron/staff/idle-lock.ts';
import type { Person } from '../../../shared/person.ts';
import { Desktop, freshService } from '../keychain/desktop.ts';
import { StaffRoom } from './staff-room.ts';

const here = process.platform === 'linux';
const minute = 60_000;

let desktop: Desktop;
let room: StaffRoom;
let idle: IdleLock;
let kari: Person;

beforeAll(async () => {
  desktop = await Desktop.start();
});
afterAll(() => desktop.close());
beforeEach(async () => {
  room = new StaffRoom(desktop.keychain(freshService()));
  kari = await room.add('Kari', 'manager', '1234');
  idle = new IdleLock({ staff: room.staff, clock: room.clock, minuteMs: minute });
  idle.restart();
});

describe.runIf(here)('A till with one person', () => {
  it('locks neither when nobody is there nor at start', async () => {
    await room.clock.pass(600 * minute);
    expect(room.staff.isLocked).toBe(false);
    room.restart();
    room.staff.start();
    expect(room.staff.isLocked).toBe(false);
  });

  it('locks both ways once a manager has switched that on', async () => {
    room.staff.setLockRules({ atStart: true, afterMinutes: 2 });
    idle.check();
    await room.clock.pass(2 * minute);
    expect(room.staff.isLocked).toBe(true);
    room.restart();
    room.staff.start();
    expect(room.staff.isLocked).toBe(true);
  });
});

describe.runIf(here)('A till with a second person', () => {
  beforeEach(async () => {
    await room.add('Nils', 'cashier', '5678');
    idle.check();
  });

  it('locks when nobody has touched it for ten minutes, from when on there are two', async () => {
    await room.clock.pass(10 * minute - 1);
    expect(room.staff.isLocked).toBe(false);
    await room.clock.pass(1);
    expect(room.staff.isLocked).toBe(true);
  });

  it('waits anew with each touch', async () => {
    await room.clock.pass(9 * minute);
    idle.touch();
    await room.clock.pass(9 * minute);
    expect(room.staff.isLocked).toBe(false);
    await room.clock.pass(minute);
    expect(room.staff.isLocked).toBe(true);
  });

  it('is not kept open by a touch that comes too late', async () => {
    await room.clock.pass(10 * minute);
    idle.touch();
    expect(room.staff.isLocked).toBe(true);
  });

  it('is locked when the machine wakes, though no timer ran while it slept', () => {
    room.clock.sleep(11 * minute);
    idle.check();
    expect(room.staff.isLocked).toBe(true);
  });

  it.each([-86_400_000, 86_400_000])('does not care for a clock that is set by %i ms', async (byMs) => {
    await room.clock.pass(5 * minute);
    room.clock.jump(byMs);
    idle.check();
    expect(room.staff.isLocked).toBe(false);
    await room.clock.pass(5 * minute);
    expect(room.staff.isLocked).toBe(true);
  });

  it('is locked at start, and opens for whoever has the PIN', async () => {
    room.restart();
    room.staff.start();
    expect(room.staff.isLocked).toBe(true);
    await room.staff.unlock(kari.id, '1234');
    expect(room.staff.view()).toMatchObject({ locked: false, signedIn: { name: 'Kari' } });
  });

  it('locks in neither way where a manager has switched that off', async () => {
    room.staff.setLockRules({ atStart: false, afterMinutes: null });
    idle.check();
    await room.clock.pass(600 * minute);
    room.restart();
    room.staff.start();
    expect(room.staff.isLocked).toBe(false);
  });
});

describe.runIf(here)('A till at which nobody is any more', () => {
  it('starts locked, whatever the rule', () => {
    room.settings.set('lastPersonId', 'person-who-left');
    room.restart();
    room.staff.start();
    expect(room.staff.isLocked).toBe(true);
  });
});
