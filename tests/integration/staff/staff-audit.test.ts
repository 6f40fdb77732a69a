import { expect, it } from 'vitest';
import { memorySecrets } from '../payments/in-memory.ts';
import { StaffRoom } from './staff-room.ts';

const pin = '48291537';
const wrong = '48291538';

const actorOf = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });

it('the audit log is told who signs in, and who locks the till', async () => {
  const room = new StaffRoom(memorySecrets());
  const kari = await room.add('Kari', 'manager', pin);
  room.told.length = 0;
  room.staff.lock('person');
  await room.staff.unlock(kari.id, pin);
  expect(room.told).toEqual([
    { kind: 'locked', how: 'person' },
    { kind: 'signed-in', person: actorOf(kari) },
  ]);
});

it('the audit log is told of each wrong PIN, and of the one that locks its person out', async () => {
  const room = new StaffRoom(memorySecrets());
  const kari = await room.add('Kari', 'manager', pin);
  const nils = await room.add('Nils', 'cashier', wrong);
  room.told.length = 0;
  await room.tryPins(kari, wrong, wrong, wrong, wrong, wrong);
  expect(room.told.map(({ kind }) => kind)).toEqual([
    'wrong-pin',
    'wrong-pin',
    'wrong-pin',
    'wrong-pin',
    'locked-out',
  ]);
  expect(room.told.at(-1)).toEqual({ kind: 'locked-out', whom: actorOf(kari) });
  expect(room.staff.actor()).toEqual(actorOf(nils));
});

it('the audit log is told of the first person as one who came by themselves', async () => {
  const room = new StaffRoom(memorySecrets());
  const added = await room.begin('Kari', 'manager', pin);
  const kari = actorOf(added.ok ? added.value : { id: '', name: '' });
  expect(room.told).toEqual([
    { kind: 'person-added', person: kari, whom: kari, role: 'manager' },
    { kind: 'signed-in', person: kari },
  ]);
});

it('E2: the audit log is told no PIN', async () => {
  const room = new StaffRoom(memorySecrets());
  const kari = await room.add('Kari', 'manager', pin);
  await room.tryPins(kari, wrong, pin);
  expect(JSON.stringify(room.told)).not.toMatch(/48291537|48291538/);
});
