import { z } from 'zod';
import { type Fault } from './fault.ts';
import { largestAmount } from './money.ts';
import { type Actor, type Approval, type Person, type Role } from './person.ts';

/**
 * Who may do what. A right is allowed, denied, or needs the approval of a named person with their own PIN; what is
 * measured on the act itself (its amount, the age of its sale) can take it further, never back.
 */
export const rightSchema = z.enum([
  'sell',
  'cancel-payment',
  'discount',
  'look-up-sales',
  'refund',
  'void',
  'mark-outcome',
  'take-over',
  'terminal-operations',
  'onboarding',
  'change-settings',
  'change-pairing',
  'manage-people',
  'read-audit',
]);
export type Right = z.infer<typeof rightSchema>;
export const allRights: readonly Right[] = rightSchema.options;

export const decisionSchema = z.enum(['allowed', 'needs-approval', 'denied']);
export type Decision = z.infer<typeof decisionSchema>;

const columnSchema = z.record(rightSchema, decisionSchema).readonly();
export const rightsTableSchema = z.object({ cashier: columnSchema, manager: columnSchema }).readonly();
export type RightsTable = z.infer<typeof rightsTableSchema>;

/** Above the first, a manager answers for it also where the role may; above the second, nobody may. `null` is no limit. */
const limitOf = <Value extends z.ZodType>(value: Value) =>
  z.object({ managerAbove: value.nullable(), deniedAbove: value.nullable() }).readonly();

/** Amounts in minor units of the till's currency, ages in whole days, discounts in percent. */
export const limitsSchema = z
  .object({
    refundAmount: limitOf(z.int().min(0).max(largestAmount)),
    refundAgeDays: limitOf(z.int().min(0).max(36_500)),
    discountPercent: limitOf(z.number().min(0).max(100)),
  })
  .readonly();
export type Limits = z.infer<typeof limitsSchema>;
export type Measure = keyof Limits;

/** What is known of an act; what is not given is not limited. */
export type Measured = Readonly<Partial<Record<Measure, number>>>;

export const rulesSchema = z.object({ table: rightsTableSchema, limits: limitsSchema }).readonly();
export type Rules = z.infer<typeof rulesSchema>;

/** What a till begins with: "Who uses it" in the design. */
export const usualRules: Rules = {
  table: {
    cashier: {
      sell: 'allowed',
      'cancel-payment': 'allowed',
      discount: 'allowed',
      'look-up-sales': 'allowed',
      refund: 'needs-approval',
      void: 'needs-approval',
      'mark-outcome': 'needs-approval',
      'take-over': 'needs-approval',
      'terminal-operations': 'needs-approval',
      onboarding: 'needs-approval',
      'change-settings': 'needs-approval',
      'change-pairing': 'needs-approval',
      'manage-people': 'needs-approval',
      'read-audit': 'denied',
    },
    manager: {
      sell: 'allowed',
      'cancel-payment': 'allowed',
      discount: 'allowed',
      'look-up-sales': 'allowed',
      refund: 'allowed',
      void: 'allowed',
      'mark-outcome': 'allowed',
      'take-over': 'allowed',
      'terminal-operations': 'allowed',
      onboarding: 'allowed',
      'change-settings': 'allowed',
      'change-pairing': 'allowed',
      'manage-people': 'allowed',
      'read-audit': 'allowed',
    },
  },
  limits: {
    refundAmount: { managerAbove: null, deniedAbove: null },
    refundAgeDays: { managerAbove: null, deniedAbove: null },
    discountPercent: { managerAbove: null, deniedAbove: null },
  },
};

const anyDecision = decisionSchema.options;
const onlyAllowed: readonly Decision[] = ['allowed'];

/** Rights that a manager can lose. Without the others the till could not be mended, or an outcome never be settled. */
const managersCanLose: ReadonlySet<Right> = new Set<Right>([
  'discount',
  'refund',
  'void',
  'terminal-operations',
  'onboarding',
]);

/** Rights that only a manager uses alone: a cashier who has them would be one (rules P20, R5). */
const managersOwn: ReadonlySet<Right> = new Set<Right>([
  'mark-outcome',
  'take-over',
  'change-pairing',
  'manage-people',
]);

/** Rights to look: nobody approves each look. */
const toLook: ReadonlySet<Right> = new Set<Right>(['look-up-sales', 'read-audit']);

/** What can be decided about a right of a role. One choice is no choice: it is fixed. */
export function decisionsFor(role: Role, right: Right): readonly Decision[] {
  if (role === 'manager') return managersCanLose.has(right) ? anyDecision : onlyAllowed;
  if (managersOwn.has(right)) return ['needs-approval', 'denied'];
  return toLook.has(right) ? ['allowed', 'denied'] : anyDecision;
}

/** What a manager changed of the usual rules. A right that is not named is as usual, so that a new one has its place. */
export const changedRulesSchema = z
  .object({
    cashier: z.partialRecord(rightSchema, decisionSchema).default({}),
    manager: z.partialRecord(rightSchema, decisionSchema).default({}),
    limits: limitsSchema.unwrap().partial().default({}),
  })
  .readonly();
export type ChangedRules = z.infer<typeof changedRulesSchema>;

/** The usual rules with the changes that can be made to them. */
export function withChanges({ cashier, manager, limits }: ChangedRules): Rules {
  const column = (role: Role, changes: Readonly<Partial<Record<Right, Decision>>>): RightsTable[Role] => {
    const decided = { ...usualRules.table[role] };
    for (const right of allRights) {
      const change = changes[right];
      if (change && decisionsFor(role, right).includes(change)) decided[right] = change;
    }
    return decided;
  };
  return {
    table: { cashier: column('cashier', cashier), manager: column('manager', manager) },
    limits: {
      refundAmount: limits.refundAmount ?? usualRules.limits.refundAmount,
      refundAgeDays: limits.refundAgeDays ?? usualRules.limits.refundAgeDays,
      discountPercent: limits.discountPercent ?? usualRules.limits.discountPercent,
    },
  };
}

/** What a table changes of the usual one, of what can be changed. */
export function changesIn(table: RightsTable): Pick<ChangedRules, Role> {
  const changes = (role: Role): Partial<Record<Right, Decision>> => {
    const changed: Partial<Record<Right, Decision>> = {};
    for (const right of allRights) {
      const decision = table[role][right];
      const may = decisionsFor(role, right).includes(decision);
      if (may && decision !== usualRules.table[role][right]) changed[right] = decision;
    }
    return changed;
  };
  return { cashier: changes('cashier'), manager: changes('manager') };
}

/** Whether a role may do something of which so much is known. */
export function decide(
  { table, limits }: Rules,
  role: Role,
  right: Right,
  measured: Measured = {},
): Decision {
  const decision = table[role][right];
  if (decision === 'denied' || passed(limits, measured, 'deniedAbove')) return 'denied';
  const tooMuch = role !== 'manager' && passed(limits, measured, 'managerAbove') !== undefined;
  return decision === 'allowed' && tooMuch ? 'needs-approval' : decision;
}

/** The first limit of a kind that an act passes, with where it lies. */
export function passed(
  limits: Limits,
  measured: Measured,
  kind: 'managerAbove' | 'deniedAbove',
): { readonly measure: Measure; readonly limit: number } | undefined {
  for (const measure of limitsSchema.unwrap().keyof().options) {
    const limit = limits[measure][kind];
    const value = measured[measure];
    if (limit !== null && value !== undefined && value > limit) return { measure, limit };
  }
  return undefined;
}

/**
 * Whether a person's PIN can approve what another one does: a manager's whose role is not denied it. Anybody's own can
 * where they need nobody else's.
 */
export function mayApprove(
  rules: Rules,
  approver: Person,
  actor: Pick<Actor, 'id'> | undefined,
  right: Right,
  measured: Measured = {},
): boolean {
  const decision = decide(rules, approver.role, right, measured);
  if (approver.id === actor?.id) return decision === 'allowed';
  return approver.role === 'manager' && decision !== 'denied';
}

/** Leave to do one thing, given by main to the feature that does it. */
export interface Permit {
  /** Who does it. */
  readonly by: Actor;
  /** The yes that came with it, when one was asked for. */
  readonly approval?: Approval;
  /** Why it does not reach as far as this, now that more is known of the act. */
  readonly within: (measured: Measured) => Fault | undefined;
}

/** Leave for an act that somebody always answers for with their PIN (rules R5, P20). */
export interface SignedPermit extends Permit {
  readonly approval: Approval;
}
