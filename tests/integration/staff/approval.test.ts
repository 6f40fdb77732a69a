import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openJournal } from '../../../electron/journal/journal.ts';
import { type RefundOrder, Refunds } from '../../../electron/refunds/refunds.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import type { Person } from '../../../shared/person.ts';
import { ok } from '../../../shared/result.ts';
import { clientOf } from '../dintero/client.ts';
import { type RawServer, startRawServer } from '../dintero/raw-server.ts';
import { Desktop, freshService } from '../keychain/desktop.ts';
import { tillTerminals } from '../payments/till-parts.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { StaffRoom } from './staff-room.ts';

const here = process.platform === 'linux';

let desktop: Desktop;
let dintero: RawServer;
let room: StaffRoom;
let refunds: Refunds;
let kari: Person;
let nils: Person;

beforeAll(async () => {
  desktop = await Desktop.start();
});
afterAll(() => desktop.close());

beforeEach(async () => {
  dintero = await startRawServer(() => undefined);
  onTestFinished(() => dintero.close());
  room = new StaffRoom(desktop.keychain(freshService()));
  kari = await room.add('Kari', 'manager', '1234');
  nils = await room.add('Nils', 'cashier', '5678');
  refunds = openRefunds();
});

function openRefunds(): Refunds {
  const opened = openJournal({
    file: join(temporaryFolder(), 'journal.sqlite'),
    accountId: 'T12345678',
    clock: room.clock,
    onHeadFailure: (error) => {
      throw error;
    },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const { journal } = opened.value;
  const client = clientOf({ checkout: dintero.origin, api: dintero.origin });
  const made = new Refunds({
    journal,
    dintero: client,
    pairing: {
      accountId: 'T12345678',
      store: { storeId: 'oslo', name: 'Oslo', payoutDestinationId: 'seller' },
      profile: { profileId: 'profile', enablesInPerson: true },
      ...tillTerminals('T12345678-T0001'),
      tillName: 'Counter 7',
      currency: currency('NOK'),
      pairedAt: 0,
    },
    terminals: { presentId: 'T12345678-T0001', forSale: () => ok('T12345678-T0001') },
    staff: room.staff,
    onTerminal: () => false,
    actor: () => room.staff.actor(),
    blocked: () => undefined,
    deadlineMs: 300_000,
    clock: room.clock,
    log: silentLog,
    onChange: () => undefined,
  });
  onTestFinished(async () => {
    made.close();
    await client.close();
    journal.close();
  });
  return made;
}

/** A refund of a sale that this till does not have: whoever gets that far was approved. */
const order = (approver: Person, pin: string): RefundOrder => ({
  attemptId: 'none',
  choice: { by: 'amount', amount: minorUnits(100) },
  reason: 'Returned',
  approverId: approver.id,
  pin,
  seenRemaining: minorUnits(100),
});
const approved = { ok: false, error: { code: 'input.refund-not-captured' } };

describe.runIf(here)('A refund (R5)', () => {
  it('is approved by a named manager with their own PIN, while a cashier is at the till', async () => {
    expect(room.staff.view().signedIn).toEqual(nils);
    expect(await refunds.start(order(kari, '1234'))).toMatchObject(approved);
  });

  it('is not approved by a cashier', async () => {
    expect(await refunds.start(order(nils, '5678'))).toMatchObject({
      ok: false,
      error: { code: 'input.not-a-manager', field: 'approver' },
    });
  });

  it('is not approved by a manager’s name with the PIN of another', async () => {
    const liv = await room.add('Liv', 'manager', '2468');
    expect(await refunds.start(order(liv, '1234'))).toMatchObject({
      ok: false,
      error: { code: 'input.pin-wrong', field: 'pin' },
    });
  });

  it('is not approved by a manager who is locked out', async () => {
    room.settings.set('lockouts', { [kari.id]: { failed: 5, lockedUntil: room.clock.now() + 30_000 } });
    expect(await refunds.start(order(kari, '1234'))).toMatchObject({
      ok: false,
      error: { code: 'input.pin-locked' },
    });
  });

  it('is not approved without a reason', async () => {
    expect(await refunds.start({ ...order(kari, '1234'), reason: '  ' })).toMatchObject({
      ok: false,
      error: { code: 'input.required', field: 'reason' },
    });
  });

  it('that is not approved asks Dintero for nothing', async () => {
    await refunds.start(order(nils, '5678'));
    expect(dintero.connections()).toBe(0);
  });

  it('offers managers alone to approve it', () => {
    expect(room.staff.managers()).toEqual([kari]);
  });
});
