import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../shared/person.ts';
import { Desktop, freshService, startDesktop } from '../keychain/desktop.ts';
import { StaffRoom } from './staff-room.ts';

const here = process.platform === 'linux';

const pin = '48291537';
const wrong = '48291538';

const wrongPin = (left: number) => ({
  ok: false,
  error: { code: 'input.pin-wrong', field: 'pin', detail: { left } },
});
const lockedOut = (seconds: number) => ({
  ok: false,
  error: { code: 'input.pin-locked', field: 'pin', detail: { seconds } },
});

let desktop: Desktop;
let room: StaffRoom;
beforeAll(async () => {
  desktop = await Desktop.start();
});
beforeEach(() => {
  room = new StaffRoom(desktop.keychain(freshService()));
});
afterAll(() => desktop.close());

describe.runIf(here)('A PIN', () => {
  it.each(['abcd', '12a4', '123', '1234567890123', '12 34', '-1234', '١٢٣٤', ''])(
    'is of 4 to 12 digits, which "%s" is not',
    async (text) => {
      expect(await room.begin('Kari', 'manager', text, text)).toMatchObject({
        ok: false,
        error: { code: 'input.pin-digits', field: 'newPin' },
      });
      expect(room.staff.view().people).toEqual([]);
    },
  );

  it('is to be given twice alike', async () => {
    expect(await room.begin('Kari', 'manager', pin, wrong)).toMatchObject({
      ok: false,
      error: { code: 'input.pin-repeat', field: 'repeatPin' },
    });
  });

  it('is known again after a restart', async () => {
    const added = await room.begin('Kari', 'manager', pin, pin);
    const [kari] = room.staff.people.managers();
    room.restart();
    expect(await room.staff.verify(kari?.id ?? '', pin)).toEqual(added);
  });

  it('is kept in the keychain as a salted hash, never as it is', async () => {
    await room.begin('Kari', 'manager', pin, pin);
    const stored = await room.secrets.read(`pin/${room.staff.people.managers()[0]?.id}`);
    const text = stored.ok ? stored.value : '';
    expect(JSON.parse(text)).toMatchObject({ N: 131_072, r: 8, p: 1 });
    expect(text).not.toContain(pin);
  });

  it('leaves nothing in the settings, neither itself nor its hash (E2)', async () => {
    await room.begin('Kari', 'manager', pin, pin);
    await room.staff.verify(room.staff.people.managers()[0]?.id ?? '', wrong);
    expect(room.settingsText()).toContain('"failed": 1');
    expect(room.settingsText()).not.toMatch(/48291537|48291538|hash|salt/);
  });

  it('belongs to one person', async () => {
    const kari = await room.add('Kari', 'manager', pin);
    await room.add('Nils', 'manager', wrong);
    expect(await room.tryPins(kari, wrong)).toEqual(wrongPin(4));
  });

  it('of somebody who is not there is no PIN', async () => {
    expect(await room.staff.verify('nobody', pin)).toMatchObject({
      ok: false,
      error: { code: 'input.choose' },
    });
  });
});

describe.runIf(here)('A wrong PIN', () => {
  let kari: Person;
  beforeEach(async () => {
    kari = await room.add('Kari', 'manager', pin);
  });

  it('says how many tries are left', async () => {
    expect(await room.tryPins(kari, wrong, wrong)).toEqual(wrongPin(3));
  });

  it('counts over a restart', async () => {
    await room.tryPins(kari, wrong);
    room.restart();
    expect(await room.tryPins(kari, wrong)).toEqual(wrongPin(3));
  });

  it('counts no more once the right one was given', async () => {
    await room.tryPins(kari, wrong, wrong, pin);
    expect(await room.tryPins(kari, wrong)).toEqual(wrongPin(4));
  });

  it('is no try when it could not be a PIN', async () => {
    expect(await room.tryPins(kari, 'abcd', '12', wrong)).toEqual(wrongPin(4));
  });

  it('locks its person out for 30 s at the fifth try, also from the right one', async () => {
    await room.tryPins(kari, wrong, wrong, wrong, wrong, wrong);
    expect(await room.tryPins(kari, pin)).toEqual(lockedOut(30));
  });

  it('is let go when the time is over', async () => {
    await room.tryPins(kari, wrong, wrong, wrong, wrong, wrong);
    await room.clock.pass(30_000);
    expect(await room.tryPins(kari, pin)).toEqual({ ok: true, value: kari });
  });
});

describe.runIf(here)('A lock-out', () => {
  let kari: Person;
  /** Somebody who has had so many wrong tries, and has waited since. */
  const afterWrongTries = (failed: number): void => {
    room.settings.set('lockouts', { [kari.id]: { failed, sinceMs: room.clock.uptime(), forMs: 0 } });
  };
  beforeEach(async () => {
    kari = await room.add('Kari', 'manager', pin);
  });

  it('holds over a restart', async () => {
    afterWrongTries(4);
    await room.tryPins(kari, wrong);
    room.restart();
    expect(await room.tryPins(kari, pin)).toEqual(lockedOut(30));
  });

  it('grows with each further try', async () => {
    const seconds: unknown[] = [];
    for (const failed of [4, 5, 6]) {
      afterWrongTries(failed);
      await room.tryPins(kari, wrong);
      seconds.push(await room.tryPins(kari, pin));
    }
    expect(seconds).toEqual([30, 60, 120].map(lockedOut));
  });

  it('is an hour at the longest', async () => {
    afterWrongTries(1_000);
    expect(await room.tryPins(kari, wrong, pin)).toEqual(lockedOut(3_600));
  });

  it('is not made longer by trying while it lasts', async () => {
    afterWrongTries(4);
    await room.tryPins(kari, wrong, wrong, wrong, wrong);
    expect(await room.tryPins(kari, pin)).toEqual(lockedOut(30));
  });

  it.each([
    ['back', -86_400_000],
    ['forward', 86_400_000],
  ])('is as long when the clock is set %s meanwhile', async (_, byMs) => {
    afterWrongTries(4);
    await room.tryPins(kari, wrong);
    await room.clock.pass(10_000);
    room.clock.jump(byMs);
    expect(await room.tryPins(kari, pin)).toEqual(lockedOut(20));
    room.restart();
    expect(await room.tryPins(kari, pin)).toEqual(lockedOut(20));
    await room.clock.pass(20_000);
    expect(await room.tryPins(kari, pin)).toEqual({ ok: true, value: kari });
  });

  it('counts what the machine has run since, when it was switched off and on again', async () => {
    afterWrongTries(4);
    await room.tryPins(kari, wrong);
    room.clock.reboot(12_000);
    room.clock.jump(86_400_000);
    room.restart();
    expect(await room.tryPins(kari, pin)).toEqual(lockedOut(18));
  });

  it('of an older version is waited for to its end, and no longer than it can be', async () => {
    const now = room.clock.now();
    const nils = await room.add('Nils', 'manager', '4321');
    room.settings.set('lockouts', {
      [kari.id]: { failed: 6, lockedUntil: now + 45_000 },
      [nils.id]: { failed: 5, lockedUntil: now + 86_400_000 },
    });
    room.restart();
    expect(await room.tryPins(kari, pin)).toEqual(lockedOut(45));
    expect(await room.tryPins(nils, '4321')).toEqual(lockedOut(30));
  });

  it('is of that person alone', async () => {
    const nils = await room.add('Nils', 'manager', '4321');
    afterWrongTries(4);
    await room.tryPins(kari, wrong);
    expect(await room.tryPins(nils, '4321')).toEqual({ ok: true, value: nils });
  });

  it('comes as soon when the tries are made at the same time', async () => {
    afterWrongTries(3);
    const answers = await Promise.all([wrong, wrong, wrong].map((text) => room.staff.verify(kari.id, text)));
    // The keychain answers them in any order.
    expect(answers).toEqual(expect.arrayContaining([wrongPin(1), wrongPin(0), lockedOut(30)]));
  });
});

describe.runIf(here)('The till', () => {
  let kari: Person;
  let nils: Person;
  beforeEach(async () => {
    kari = await room.add('Kari', 'manager', pin);
    nils = await room.add('Nils', 'cashier', '4321');
  });

  it('has the person at it who was added last', async () => {
    await room.begin('Liv', 'manager', pin, pin);
    expect(room.staff.view()).toMatchObject({ signedIn: { name: 'Liv' }, locked: false });
  });

  it('has the same person at it after a restart', () => {
    room.restart();
    expect(room.staff.actor()).toEqual({ id: nils.id, name: 'Nils' });
  });

  it('is locked, and unlocked by a PIN', async () => {
    room.staff.lock('person');
    expect(room.staff.view().locked).toBe(true);
    await room.staff.unlock(nils.id, '4321');
    expect(room.staff.view().locked).toBe(false);
  });

  it('stays locked at a wrong PIN', async () => {
    room.staff.lock('person');
    expect(await room.staff.unlock(nils.id, wrong)).toEqual(wrongPin(4));
    expect(room.staff.view().locked).toBe(true);
  });

  it('works for whoever unlocked it', async () => {
    room.staff.lock('person');
    await room.staff.unlock(kari.id, pin);
    expect(room.staff.actor()).toEqual({ id: kari.id, name: 'Kari' });
  });

  it('stays with the person at it when another one’s PIN is asked for', async () => {
    await room.staff.verify(kari.id, pin);
    expect(room.staff.view().signedIn).toEqual(nils);
  });
});

describe.runIf(here)('People at a till whose keychain is locked', () => {
  it('are told so, and lose no try', async () => {
    const locked = await startDesktop();
    const { staff, settings } = (room = new StaffRoom(locked.keychain('live')));
    const kari = await room.add('Kari', 'manager', pin);
    await locked.lock();
    expect(await staff.verify(kari.id, pin)).toMatchObject({
      ok: false,
      error: { code: 'setup.keychain-locked' },
    });
    expect(settings.get('lockouts')).toEqual({});
  });

  it('are not added, for there is no place for their PIN', async () => {
    const locked = await startDesktop();
    room = new StaffRoom(locked.keychain('live'));
    await room.add('Kari', 'manager', pin);
    await locked.lock();
    expect(await room.begin('Nils', 'manager', '4321')).toMatchObject({
      ok: false,
      error: { code: 'setup.keychain-locked' },
    });
    expect(room.staff.view().people.map(({ name }) => name)).toEqual(['Kari']);
  });
});
