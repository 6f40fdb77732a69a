import { type AuditEntry, type KeptEntry } from '../../../shared/audit.ts';
import { minorUnits } from '../../../shared/money.ts';
import { cashier, manager, nok, now, otherManager } from './basket-samples.ts';

const actorOf = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
const ola = actorOf(cashier);
const ida = actorOf(manager);
const tor = actorOf(otherManager);
const nobody = { id: 'nobody', name: '' };

const terminalId = 'T12345678-T0001';
const payment = {
  reference: 'counter1-k3f9-20261120-000184-1',
  amount: { amount: minorUnits(39_900), currency: nok },
};

/** One of each kind, newest first. */
export const everyEntry: readonly AuditEntry[] = [
  {
    kind: 'refund-started',
    person: ola,
    approver: ida,
    reason: 'Customer return',
    attemptId: 'attempt-1',
    ...payment,
  },
  {
    kind: 'settings-changed',
    person: ida,
    changes: [
      { name: 'deadlineSeconds', before: '180', after: '240' },
      { name: 'refundsOnTerminal', before: 'true', after: 'false' },
      {
        name: 'callbackUrl',
        before: '',
        after: 'https://backend.example.no/a/very/long/path/to/the/callback/of/this/till',
      },
    ],
  },
  { kind: 'wrong-pin', person: ola, whom: ida },
  { kind: 'locked-out', person: nobody, whom: ida },
  { kind: 'signed-in', person: ola },
  { kind: 'locked', person: ola, how: 'idle' },
  {
    kind: 'outcome-marked',
    person: ola,
    approver: tor,
    reason: 'The terminal restarted, and the slip says declined',
    of: 'payment',
    verdict: 'not-paid',
    ...payment,
  },
  { kind: 'payment-taken-over', person: ola, approver: ida, reason: 'Ours', ...payment },
  { kind: 'payment-set-aside', person: ola, ...payment },
  { kind: 'void-requested', person: ola, approver: ida, reason: 'Wrong amount', ...payment },
  { kind: 'terminal-freed', person: ola, terminalId, ...payment },
  { kind: 'warning-seen', person: ola, what: 'late-approval', ...payment },
  { kind: 'person-added', person: ida, whom: ola, role: 'cashier' },
  { kind: 'person-renamed', person: ida, whom: ola, before: 'Ola D.' },
  { kind: 'role-changed', person: ida, whom: tor, before: 'cashier', after: 'manager' },
  { kind: 'person-removed', person: ida, whom: { id: 'per', name: 'Per Vik' }, role: 'cashier' },
  {
    kind: 'settings-changed',
    person: ida,
    changes: [
      { name: 'rights.cashier.refund', before: 'needs-approval', after: 'denied' },
      { name: 'limits.refundAmount.managerAbove', before: '', after: '50000' },
      { name: 'lock.afterMinutes', before: '5', after: '15' },
    ],
  },
  { kind: 'pin-changed', person: ola, whom: ola },
  { kind: 'pin-reset', person: ida, whom: ola },
  { kind: 'right-used', person: ida, right: 'void', about: payment.reference, amount: payment.amount },
  { kind: 'approval-given', person: ola, approver: ida, right: 'discount', reason: 'Damaged box' },
  { kind: 'approval-refused', person: ola, whom: ola, right: 'refund', why: 'input.not-a-manager' },
  { kind: 'api-client-entered', person: ida, accountId: 'T12345678', use: 'payments' },
  {
    kind: 'pairing-changed',
    person: ida,
    accountId: 'T12345678',
    changes: [
      { name: 'terminals', before: terminalId, after: `${terminalId}, T12345678-T0004` },
      { name: 'lockedToDefault', before: 'false', after: 'true' },
    ],
  },
  { kind: 'unpaired', person: ida, approver: tor, accountId: 'T12345678', forAccount: 'T87654321' },
  { kind: 'still-paired', person: ida, accountId: 'T12345678', why: 'setup.keychain-locked' },
  { kind: 'seller-applied', person: ida, sellerId: 'seller-2', name: 'Kaffebaren AS' },
  { kind: 'store-created', person: ida, storeId: 'bergen', name: 'Bergen', unsure: true },
  { kind: 'terminal-registered', person: ida, terminalId, serialNumber: '4711-0012-2607', storeId: 'bergen' },
  { kind: 'terminal-changed', person: ida, terminalId, model: '', storeId: 'bergen' },
  { kind: 'terminal-operation', person: ida, terminalId, operation: 'end_of_day' },
  {
    kind: 'audit-exported',
    person: ida,
    file: 'audit-log-2026-11-19.csv',
    format: 'csv',
    entries: 1_204,
    events: 61_337,
  },
];

/** A log of so many entries, newest first. */
export const logOf = (length: number, entries: readonly AuditEntry[] = everyEntry): readonly KeptEntry[] =>
  Array.from({ length }, (_, index) => ({
    seq: 2 * (length - index),
    at: now - index * 97_000,
    entry: entries[index % entries.length] ?? { kind: 'signed-in', person: ola },
  }));

export const auditPeople = [ida, ola, tor, nobody];
