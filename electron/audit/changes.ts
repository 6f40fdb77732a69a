import type { Change } from '../../shared/audit.ts';
import { roleSchema } from '../../shared/person.ts';
import { type Rules, allRights, limitsSchema } from '../../shared/rights.ts';
import type { LockRules } from '../../shared/views/app.ts';
import type { Pairing } from '../../shared/views/pairing.ts';

/** Values by their names, each as a person would write it; empty for none. */
export type Named = Readonly<Record<string, string>>;

/** What is another than it was, in the order of the names. */
export function changesBetween(before: Named, after: Named): readonly Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((name) => ({ name, before: before[name] ?? '', after: after[name] ?? '' }))
    .filter((change) => change.before !== change.after);
}

/** The members of a view that are one value each, or a list of words. */
export const named = (values: Readonly<Record<string, unknown>>): Named =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (Array.isArray(value)) return [[name, value.map(String).join(', ')]];
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, value.toString()]]
        : [];
    }),
  );

/** What a till is paired with; nothing for one that is not. */
export const pairingValues = (pairing: Pairing | undefined): Named =>
  pairing
    ? {
        accountId: pairing.accountId,
        storeId: pairing.store.storeId,
        payoutDestinationId: pairing.store.payoutDestinationId,
        profileId: pairing.profile.profileId,
        terminals: pairing.terminals.map(({ terminalId }) => terminalId).join(', '),
        defaultTerminalId: pairing.defaultTerminalId,
        lockedToDefault: pairing.lockedToDefault.toString(),
        tillName: pairing.tillName,
        paymentClientId: pairing.clients?.checkout ?? '',
        managementClientId: pairing.clients?.management ?? '',
      }
    : {};

/** Who may do what, and up to which limits: amounts in minor units, ages in days, discounts in percent. */
export const rulesValues = ({ table, limits }: Rules): Named => ({
  ...Object.fromEntries(
    roleSchema.options.flatMap((role) =>
      allRights.map((right) => [`rights.${role}.${right}`, table[role][right]]),
    ),
  ),
  ...Object.fromEntries(
    limitsSchema
      .unwrap()
      .keyof()
      .options.flatMap((measure) => [
        [`limits.${measure}.managerAbove`, limits[measure].managerAbove?.toString() ?? ''],
        [`limits.${measure}.deniedAbove`, limits[measure].deniedAbove?.toString() ?? ''],
      ]),
  ),
});

/** When the till locks by itself. */
export const lockValues = ({ atStart, afterMinutes }: LockRules): Named => ({
  'lock.atStart': atStart.toString(),
  'lock.afterMinutes': afterMinutes?.toString() ?? '',
});
