import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../../../shared/person.ts';
import {
  type Decision,
  type Limits,
  type Measured,
  type Right,
  type Rules,
  allRights,
  changedRulesSchema,
  decide,
  decisionsFor,
  mayApprove,
  usualRules,
  withChanges,
} from '../../../shared/rights.ts';

const kari: Person = { id: 'kari', name: 'Kari', role: 'manager' };
const liv: Person = { id: 'liv', name: 'Liv', role: 'manager' };
const ola: Person = { id: 'ola', name: 'Ola', role: 'cashier' };
const eva: Person = { id: 'eva', name: 'Eva', role: 'cashier' };

const limits: Limits = {
  refundAmount: { managerAbove: 200_000, deniedAbove: 500_000 },
  refundAgeDays: { managerAbove: 30, deniedAbove: null },
  discountPercent: { managerAbove: null, deniedAbove: 50 },
};

/** The usual rules, but for one right of a role. */
const rules = (role: Role, right: Right, decision: Decision): Rules => ({
  table: { ...usualRules.table, [role]: { ...usualRules.table[role], [right]: decision } },
  limits,
});

describe('who may do what', () => {
  it.each<[Right, Decision]>([
    ['sell', 'allowed'],
    ['cancel-payment', 'allowed'],
    ['look-up-sales', 'allowed'],
    ['refund', 'needs-approval'],
    ['mark-outcome', 'needs-approval'],
    ['take-over', 'needs-approval'],
    ['change-settings', 'needs-approval'],
    ['change-pairing', 'needs-approval'],
    ['manage-people', 'needs-approval'],
    ['read-audit', 'denied'],
  ])('begins for a cashier with "%s": %s', (right, decision) => {
    expect(decide(usualRules, 'cashier', right)).toBe(decision);
  });

  it.each(allRights)('begins for a manager with "%s": allowed', (right) => {
    expect(decide(usualRules, 'manager', right)).toBe('allowed');
  });

  it.each(['cashier', 'manager'] as const)('begins with what can be chosen for a %s', (role) => {
    for (const right of allRights) {
      expect(decisionsFor(role, right)).toContain(usualRules.table[role][right]);
    }
  });

  it.each<Right>(['sell', 'mark-outcome', 'take-over', 'change-settings', 'change-pairing', 'manage-people'])(
    'can’t take "%s" from a manager',
    (right) => {
      expect(decisionsFor('manager', right)).toEqual(['allowed']);
    },
  );

  it.each<Right>(['mark-outcome', 'take-over', 'change-pairing', 'manage-people'])(
    'can’t give "%s" to a cashier alone (P20)',
    (right) => {
      expect(decisionsFor('cashier', right)).not.toContain('allowed');
    },
  );
});

describe('limits', () => {
  it.each<[string, Decision, Role, Measured, Decision]>([
    ['at the first', 'allowed', 'cashier', { refundAmount: 200_000 }, 'allowed'],
    ['one øre above the first', 'allowed', 'cashier', { refundAmount: 200_001 }, 'needs-approval'],
    ['above the first, for a manager', 'allowed', 'manager', { refundAmount: 200_001 }, 'allowed'],
    ['at the last', 'needs-approval', 'cashier', { refundAmount: 500_000 }, 'needs-approval'],
    ['above the last', 'needs-approval', 'cashier', { refundAmount: 500_001 }, 'denied'],
    ['above the last, for a manager', 'allowed', 'manager', { refundAmount: 500_001 }, 'denied'],
    ['of an old sale', 'allowed', 'cashier', { refundAmount: 100, refundAgeDays: 31 }, 'needs-approval'],
    ['of age without a last', 'allowed', 'manager', { refundAgeDays: 10_000 }, 'allowed'],
    ['of what is not known', 'allowed', 'cashier', {}, 'allowed'],
    ['where all is denied', 'denied', 'cashier', { refundAmount: 1 }, 'denied'],
  ])('%s', (_, base, role, measured, decision) => {
    expect(decide(rules(role, 'refund', base), role, 'refund', measured)).toBe(decision);
  });
});

describe('whose PIN approves', () => {
  it.each<[string, Person, Person, Decision, boolean]>([
    ['a manager for a cashier', kari, ola, 'allowed', true],
    ['a manager for themselves', kari, kari, 'allowed', true],
    ['a manager for themselves where two are needed', kari, kari, 'needs-approval', false],
    ['a manager for another where two are needed', liv, kari, 'needs-approval', true],
    ['a manager who is denied it', kari, ola, 'denied', false],
  ])('%s', (_, approver, actor, manager, may) => {
    expect(mayApprove(rules('manager', 'refund', manager), approver, actor, 'refund')).toBe(may);
  });

  it.each<[string, Person, Decision, boolean]>([
    ['a cashier for themselves, where they need nobody', ola, 'allowed', true],
    ['a cashier for themselves, where they need somebody', ola, 'needs-approval', false],
    ['a cashier for another', eva, 'allowed', false],
  ])('%s', (_, approver, cashier, may) => {
    expect(mayApprove(rules('cashier', 'refund', cashier), approver, ola, 'refund')).toBe(may);
  });

  it('is not a cashier’s above the limit', () => {
    const own = rules('cashier', 'refund', 'allowed');
    expect(mayApprove(own, ola, ola, 'refund', { refundAmount: 200_001 })).toBe(false);
    expect(mayApprove(own, kari, ola, 'refund', { refundAmount: 200_001 })).toBe(true);
    expect(mayApprove(own, kari, ola, 'refund', { refundAmount: 500_001 })).toBe(false);
  });
});

describe('what a manager changed', () => {
  it('is nothing on a till of an older version', () => {
    expect(withChanges(changedRulesSchema.parse({}))).toEqual(usualRules);
  });

  it('is kept, and what was not changed is as usual', () => {
    const changed = withChanges(changedRulesSchema.parse({ cashier: { refund: 'denied' }, limits }));
    expect(changed.table.cashier).toEqual({ ...usualRules.table.cashier, refund: 'denied' });
    expect(changed.limits).toEqual(limits);
  });

  it('counts for nothing where there is no choice', () => {
    const changed = changedRulesSchema.parse({
      manager: { 'manage-people': 'denied' },
      cashier: { 'manage-people': 'allowed' },
    });
    expect(withChanges(changed)).toEqual(usualRules);
  });
});
