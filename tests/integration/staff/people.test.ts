import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Approval, Person } from '../../../shared/person.ts';
import { Desktop, freshService } from '../keychain/desktop.ts';
import { StaffRoom } from './staff-room.ts';

const here = process.platform === 'linux';

let desktop: Desktop;
let room: StaffRoom;
let kari: Person;
let nils: Person;

beforeAll(async () => {
  desktop = await Desktop.start();
});
afterAll(() => desktop.close());
beforeEach(async () => {
  room = new StaffRoom(desktop.keychain(freshService()));
  nils = await room.add('Nils', 'cashier', '5678');
  kari = await room.add('Kari', 'manager', '1234');
});

const by = { id: 'person-Kari', name: 'Kari' };
const pinOf = (newPin: string) => ({ newPin, repeatPin: newPin });
const approvedBy = (approver: Person): Approval => ({
  by,
  approver: { id: approver.id, name: approver.name },
  reason: 'Forgotten',
});
const refused = (code: string, field?: string) => ({
  ok: false,
  error: { code, ...(field !== undefined && { field }) },
});
const names = (): readonly string[] => room.staff.people.all().map(({ name }) => name);

describe.runIf(here)('A person', () => {
  it('is added with a PIN of their own, and leaves who is at the till there', async () => {
    const added = await room.staff.people.add(' Ola ', 'cashier', pinOf('4711'), by);
    expect(added).toMatchObject({ ok: true, value: { name: 'Ola', role: 'cashier' } });
    expect(room.staff.signedIn()).toEqual(kari);
    const id = added.ok ? added.value.id : '';
    expect(await room.staff.verify(id, '4711')).toEqual(added);
  });

  it.each([
    ['no name', '  ', '4711', '4711', 'input.required', 'name'],
    ['a name of 61 letters', 'x'.repeat(61), '4711', '4711', 'input.too-long', 'name'],
    ['the name of another, whatever the capitals', 'kari', '4711', '4711', 'input.name-taken', 'name'],
    ['a PIN of three digits', 'Ola', '471', '471', 'input.pin-digits', 'newPin'],
    ['a PIN of thirteen digits', 'Ola', '4711081566234', '4711081566234', 'input.pin-digits', 'newPin'],
    ['a PIN of letters', 'Ola', 'abcd', 'abcd', 'input.pin-digits', 'newPin'],
    ['two PINs', 'Ola', '4711', '4712', 'input.pin-repeat', 'repeatPin'],
  ])('is not added with %s', async (_, name, newPin, repeatPin, code, field) => {
    expect(await room.staff.people.add(name, 'cashier', { newPin, repeatPin }, by)).toMatchObject(
      refused(code, field),
    );
    expect(names()).toEqual(['Nils', 'Kari']);
  });

  it('gets another name and another role, and is the same person after a restart', async () => {
    expect(room.staff.people.change(nils.id, 'Nils Berg', 'manager')).toMatchObject({ ok: true });
    room.restart();
    expect(room.staff.people.find(nils.id)).toEqual({ id: nils.id, name: 'Nils Berg', role: 'manager' });
    expect(await room.staff.verify(nils.id, '5678')).toMatchObject({ ok: true });
  });

  it('keeps their name when only the role is changed', () => {
    expect(room.staff.people.change(nils.id, 'Nils', 'manager')).toMatchObject({ ok: true });
  });

  it('can’t take the name of another', () => {
    expect(room.staff.people.change(nils.id, 'KARI', 'cashier')).toMatchObject(
      refused('input.name-taken', 'name'),
    );
  });

  it('who is removed can do nothing any more, and leaves no PIN behind', async () => {
    expect(await room.staff.remove(nils.id)).toMatchObject({ ok: true });
    expect(names()).toEqual(['Kari']);
    expect(await room.staff.verify(nils.id, '5678')).toMatchObject(refused('input.choose', 'approver'));
    expect(await room.secrets.find(`pin/${nils.id}`)).toEqual({ ok: true, value: undefined });
    expect(room.staff.isLocked).toBe(false);
  });

  it('who removes themselves leaves the till locked', async () => {
    await room.add('Liv', 'manager', '2468');
    room.staff.signIn(kari);
    await room.staff.remove(kari.id);
    expect(room.staff.view()).toMatchObject({ locked: true });
    expect(room.staff.signedIn()).toBeUndefined();
  });

  it('who was removed while their PIN was looked at is nobody', async () => {
    const verified = room.staff.verify(nils.id, '5678');
    await room.staff.remove(nils.id);
    expect(await verified).toMatchObject({ ok: false });
  });
});

describe.runIf(here)('The last manager', () => {
  it('can’t be removed', async () => {
    expect(await room.staff.remove(kari.id)).toMatchObject(refused('input.last-manager'));
    expect(await room.staff.verify(kari.id, '1234')).toMatchObject({ ok: true });
  });

  it('can’t become a cashier, but gets another name', () => {
    expect(room.staff.people.change(kari.id, 'Kari', 'cashier')).toMatchObject(
      refused('input.last-manager', 'role'),
    );
    expect(room.staff.people.change(kari.id, 'Kari Moe', 'manager')).toMatchObject({ ok: true });
  });

  it('can’t be removed by two at once', async () => {
    const liv = await room.add('Liv', 'manager', '2468');
    const answers = await Promise.all([room.staff.remove(kari.id), room.staff.remove(liv.id)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect(room.staff.people.managers()).toHaveLength(1);
  });
});

describe.runIf(here)('A PIN is changed', () => {
  it('by who is at the till, with the old one', async () => {
    expect(await room.staff.changePin('1234', pinOf('999999'))).toMatchObject({ ok: true });
    room.restart();
    expect(await room.staff.verify(kari.id, '1234')).toMatchObject(refused('input.pin-wrong', 'pin'));
    expect(await room.staff.verify(kari.id, '999999')).toMatchObject({ ok: true });
  });

  it('not with a wrong old one, which counts as a try', async () => {
    expect(await room.staff.changePin('0000', pinOf('999999'))).toMatchObject({
      ok: false,
      error: { code: 'input.pin-wrong', field: 'oldPin', detail: { left: 4 } },
    });
    expect(await room.staff.verify(kari.id, '1234')).toMatchObject({ ok: true });
  });

  it('not to what is no PIN', async () => {
    expect(await room.staff.changePin('1234', pinOf('12'))).toMatchObject(
      refused('input.pin-digits', 'newPin'),
    );
  });
});

describe.runIf(here)('A PIN is reset', () => {
  it('by another manager, which also ends a lock-out', async () => {
    await room.tryPins(nils, '0000', '0000', '0000', '0000', '0000');
    expect(await room.staff.verify(nils.id, '5678')).toMatchObject(refused('input.pin-locked', 'pin'));
    expect(await room.staff.resetPin(nils.id, pinOf('8642'), approvedBy(kari))).toMatchObject({ ok: true });
    expect(await room.staff.verify(nils.id, '8642')).toMatchObject({ ok: true });
  });

  it('by nobody for themselves', async () => {
    expect(await room.staff.resetPin(kari.id, pinOf('8642'), approvedBy(kari))).toMatchObject(
      refused('input.approver-self', 'approver'),
    );
    expect(await room.staff.verify(kari.id, '1234')).toMatchObject({ ok: true });
  });
});

describe.runIf(here)('The audit log is told', () => {
  it('of every change to people and PINs, and never a PIN', async () => {
    const { told, staff } = room;
    told.length = 0;
    const added = await staff.people.add('Ola', 'cashier', pinOf('4711'), by);
    const ola = added.ok ? added.value : nils;
    staff.people.change(ola.id, 'Ola Moe', 'manager');
    await staff.changePin('1234', pinOf('13579'));
    await staff.resetPin(ola.id, pinOf('86420'), approvedBy(kari));
    await staff.remove(ola.id);
    expect(told.map(({ kind }) => kind)).toEqual([
      'person-added',
      'person-renamed',
      'role-changed',
      'pin-changed',
      'pin-reset',
      'person-removed',
    ]);
    expect(JSON.stringify(told)).not.toMatch(/4711|1234|13579|86420/);
  });

  it('of approvals that were given, and of those that were refused', async () => {
    const { told } = room;
    room.staff.signIn(nils);
    told.length = 0;
    const request = { reason: 'Returned', approverId: kari.id, pin: '1234' };
    await room.rights.permit({ right: 'refund', signed: true }, request);
    await room.rights.permit({ right: 'refund', signed: true }, { ...request, pin: '0000' });
    expect(told).toMatchObject([
      { kind: 'approval-given', right: 'refund', person: { name: 'Nils' }, approver: { name: 'Kari' } },
      { kind: 'wrong-pin', whom: { name: 'Kari' } },
      { kind: 'approval-refused', right: 'refund', whom: { name: 'Kari' }, why: 'input.pin-wrong' },
    ]);
  });
});
