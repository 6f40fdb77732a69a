import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { minorUnits } from '../../../shared/money.ts';
import type { Person } from '../../../shared/person.ts';
import type { ApprovalRequest } from '../../../shared/contract.ts';
import type { Permit, Right } from '../../../shared/rights.ts';
import type { Result } from '../../../shared/result.ts';
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
  kari = await room.add('Kari', 'manager', '1234');
  nils = await room.add('Nils', 'cashier', '5678');
});

const yes = (approver: Person, pin: string, reason = 'Returned'): ApprovalRequest => ({
  reason,
  approverId: approver.id,
  pin,
});

const signed = (right: Right, request?: ApprovalRequest): Promise<Result<Permit>> =>
  room.rights.permit({ right, signed: true }, request);
const asked = (right: Right, request?: ApprovalRequest): Promise<Result<Permit>> =>
  room.rights.permit({ right, signed: false }, request);

const refusedWith = (code: string, field?: string) => ({
  ok: false,
  error: { code, ...(field !== undefined && { field }) },
});

describe.runIf(here)('An approval (R5)', () => {
  it('is of a named manager with their own PIN, while a cashier is at the till', async () => {
    expect(await signed('refund', yes(kari, '1234'))).toMatchObject({
      ok: true,
      value: {
        by: { id: nils.id, name: 'Nils' },
        approval: { by: { id: nils.id }, approver: { id: kari.id, name: 'Kari' }, reason: 'Returned' },
      },
    });
  });

  it('is not a cashier’s', async () => {
    expect(await signed('refund', yes(nils, '5678'))).toMatchObject(
      refusedWith('input.not-a-manager', 'approver'),
    );
  });

  it('is not a manager’s name with the PIN of another', async () => {
    const liv = await room.add('Liv', 'manager', '2468');
    expect(await signed('refund', yes(liv, '1234'))).toMatchObject(refusedWith('input.pin-wrong', 'pin'));
  });

  it('is not of a manager who is locked out, also not with the right PIN', async () => {
    await room.tryPins(kari, '0000', '0000', '0000', '0000', '0000');
    expect(await signed('refund', yes(kari, '1234'))).toMatchObject(refusedWith('input.pin-locked', 'pin'));
  });

  it('says why', async () => {
    expect(await signed('refund', yes(kari, '1234', '  '))).toMatchObject(
      refusedWith('input.required', 'reason'),
    );
  });

  it('is asked for where somebody always answers for it, also when a manager is at the till', async () => {
    room.staff.signIn(kari);
    expect(await signed('refund')).toMatchObject(refusedWith('setup.needs-approval'));
    expect(await signed('refund', yes(kari, '1234'))).toMatchObject({ ok: true });
  });

  it('is asked for where a role needs one, and nowhere else', async () => {
    expect(await asked('change-settings')).toEqual({
      ok: false,
      error: { code: 'setup.needs-approval', detail: { right: 'change-settings' } },
    });
    expect(await asked('change-settings', yes(kari, '1234'))).toMatchObject({ ok: true });
    expect(await asked('sell')).toMatchObject({ ok: true });
    room.staff.signIn(kari);
    expect(await asked('change-settings')).toMatchObject({ ok: true });
  });
});

describe.runIf(here)('A right', () => {
  const decided = (
    role: 'cashier' | 'manager',
    right: Right,
    decision: 'allowed' | 'needs-approval' | 'denied',
  ) => {
    const rights = room.settings.get('rights');
    room.settings.set('rights', { ...rights, [role]: { ...rights[role], [right]: decision } });
  };

  it('that a cashier is denied no manager approves', async () => {
    decided('cashier', 'refund', 'denied');
    expect(await signed('refund', yes(kari, '1234'))).toEqual({
      ok: false,
      error: { code: 'setup.denied', detail: { right: 'refund' } },
    });
  });

  it('that a cashier is allowed they answer for with their own PIN', async () => {
    decided('cashier', 'refund', 'allowed');
    expect(await signed('refund', yes(nils, '5678'))).toMatchObject({ ok: true });
  });

  it('that managers need approval for takes two of them', async () => {
    decided('manager', 'refund', 'needs-approval');
    const liv = await room.add('Liv', 'manager', '2468');
    expect(await signed('refund', yes(liv, '2468'))).toMatchObject(
      refusedWith('input.approver-self', 'approver'),
    );
    expect(await signed('refund', yes(kari, '1234'))).toMatchObject({ ok: true });
  });

  it('that managers are denied they can’t approve either', async () => {
    decided('manager', 'refund', 'denied');
    expect(await signed('refund', yes(kari, '1234'))).toMatchObject(
      refusedWith('input.approver-denied', 'approver'),
    );
  });

  it('that can’t be taken from a manager stays theirs, whatever the file says', async () => {
    decided('manager', 'manage-people', 'denied');
    room.staff.signIn(kari);
    expect(await asked('manage-people')).toMatchObject({ ok: true });
  });

  it('is everybody’s at a till that has no people yet', async () => {
    room.settings.set('people', []);
    expect(await asked('change-pairing')).toMatchObject({ ok: true });
  });

  it('is nobody’s while nobody is at the till', async () => {
    room.settings.set('lastPersonId', undefined);
    expect(await asked('sell')).toMatchObject(refusedWith('setup.denied'));
  });
});

describe.runIf(here)('A limit', () => {
  beforeEach(() => {
    const rights = room.settings.get('rights');
    room.settings.set('rights', {
      ...rights,
      cashier: { refund: 'allowed' },
      limits: {
        refundAmount: { managerAbove: 200_000, deniedAbove: 1_000_000 },
        refundAgeDays: { managerAbove: 30, deniedAbove: 365 },
        discountPercent: { managerAbove: 10, deniedAbove: 50 },
      },
    });
  });

  const permitOf = async (right: Right, request?: ApprovalRequest): Promise<Permit> => {
    const permit = await (request ? signed(right, request) : asked(right));
    if (!permit.ok) throw new Error(permit.error.code);
    return permit.value;
  };

  it('lets a cashier refund up to it', async () => {
    const permit = await permitOf('refund', yes(nils, '5678'));
    expect(permit.within({ refundAmount: minorUnits(200_000), refundAgeDays: 30 })).toBeUndefined();
  });

  it.each([
    ['an amount above it', { refundAmount: 200_001, refundAgeDays: 0 }],
    ['an older sale', { refundAmount: 100, refundAgeDays: 31 }],
  ])('asks a manager for %s, also where the cashier may refund', async (_, measured) => {
    const own = await permitOf('refund', yes(nils, '5678'));
    expect(own.within(measured)).toMatchObject({ code: 'input.not-a-manager', field: 'approver' });
    const managers = await permitOf('refund', yes(kari, '1234'));
    expect(managers.within(measured)).toBeUndefined();
  });

  it.each([
    ['amount', { refundAmount: 1_000_001 }, { code: 'setup.limit-amount', detail: { limit: 1_000_000 } }],
    ['age', { refundAgeDays: 366 }, { code: 'setup.limit-age', detail: { limit: 365 } }],
    ['discount', { discountPercent: 51 }, { code: 'setup.limit-discount', detail: { limit: 50 } }],
  ])('of %s that is the last stops a manager too', async (_, measured, refusal) => {
    room.staff.signIn(kari);
    const permit = await permitOf('refund', yes(kari, '1234'));
    expect(permit.within(measured)).toEqual(refusal);
  });

  it('asks for the approval that an act did not need until its size was known', async () => {
    const permit = await permitOf('discount');
    expect(permit.within({ discountPercent: 10 })).toBeUndefined();
    expect(permit.within({ discountPercent: 11 })).toEqual({
      code: 'setup.needs-approval',
      detail: { right: 'discount' },
    });
    const approved = await asked('discount', yes(kari, '1234'));
    expect(approved.ok && approved.value.within({ discountPercent: 11 })).toBeUndefined();
  });
});
