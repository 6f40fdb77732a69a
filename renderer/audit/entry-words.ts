import { type TFunction } from 'i18next';
import { type AuditEntry, type Change } from '../../shared/audit.ts';
import { type Currency, type Money } from '../../shared/money.ts';
import { assertNever } from '../../shared/result.ts';
import { rightSchema } from '../../shared/rights.ts';
import { type Format } from '../i18n/format.ts';
import { changeName, changedValue } from './change-words.ts';

/** Something of an entry, with what it is. */
export interface Detail {
  readonly label: string;
  readonly value: string;
}

/** Everything that an entry says beyond who did it: one line each. */
export function detailsOf(
  t: TFunction,
  format: Format,
  currency: Currency,
  entry: AuditEntry,
): readonly Detail[] {
  const detail = (name: Parameters<typeof label>[1], value: string): Detail => ({
    label: label(t, name),
    value,
  });
  const money = ({ reference, amount }: { readonly reference: string; readonly amount: Money }): Detail[] => [
    detail('reference', reference),
    detail('amount', format.money(amount)),
  ];
  const changes = (all: readonly Change[]): readonly Detail[] =>
    all.map(({ name, before, after }) => ({
      label: changeName(t, name),
      value: t('audit.change', {
        before: changedValue(t, format, currency, name, before),
        after: changedValue(t, format, currency, name, after),
      }),
    }));
  const unsure = 'unsure' in entry && entry.unsure ? [detail('unsure', t('audit.unsure'))] : [];
  switch (entry.kind) {
    case 'signed-in':
      return [];
    case 'locked':
      return [detail('how', t(`audit.how.${entry.how}`))];
    case 'wrong-pin':
    case 'locked-out':
    case 'pin-changed':
    case 'pin-reset':
      return [detail('whom', entry.whom.name)];
    case 'person-added':
    case 'person-removed':
      return [detail('whom', entry.whom.name), detail('role', t(`common.person.${entry.role}`))];
    case 'person-renamed':
      return [detail('name', t('audit.change', { before: entry.before, after: entry.whom.name }))];
    case 'role-changed':
      return [
        detail('whom', entry.whom.name),
        detail(
          'role',
          t('audit.change', {
            before: t(`common.person.${entry.before}`),
            after: t(`common.person.${entry.after}`),
          }),
        ),
      ];
    case 'right-used':
    case 'approval-given':
    case 'approval-refused':
      return [
        detail('right', rightText(t, entry.right)),
        ...(entry.kind === 'approval-refused' ? [detail('whom', entry.whom.name)] : []),
        ...(entry.about === undefined ? [] : [detail('about', entry.about)]),
        ...(entry.amount ? [detail('amount', format.money(entry.amount))] : []),
        ...(entry.kind === 'approval-refused' ? [detail('why', t(`faults.${entry.why}.what`))] : []),
      ];
    case 'settings-changed':
      return changes(entry.changes);
    case 'pairing-changed':
      return changes(entry.changes);
    case 'unpaired':
      return [
        detail('account', entry.accountId),
        ...(entry.forAccount === undefined ? [] : [detail('forAccount', entry.forAccount)]),
      ];
    case 'still-paired':
      return [detail('account', entry.accountId), detail('why', t(`faults.${entry.why}.what`))];
    case 'api-client-entered':
      return [detail('account', entry.accountId), detail('use', t(`audit.use.${entry.use}`))];
    case 'seller-applied':
      return [detail('seller', entry.sellerId), detail('name', entry.name), ...unsure];
    case 'store-created':
      return [detail('store', entry.storeId), detail('name', entry.name), ...unsure];
    case 'terminal-registered':
      return [
        ...(entry.terminalId === '' ? [] : [detail('terminal', entry.terminalId)]),
        detail('serialNumber', entry.serialNumber),
        detail('store', entry.storeId),
        ...unsure,
      ];
    case 'terminal-changed':
      return [
        detail('terminal', entry.terminalId),
        detail('model', entry.model === '' ? t('audit.nothing') : entry.model),
        detail('store', entry.storeId),
        ...unsure,
      ];
    case 'terminal-operation':
      return [
        detail('terminal', entry.terminalId),
        detail('operation', t(`operations.name.${entry.operation}`)),
      ];
    case 'audit-exported':
      return [
        detail('file', entry.file),
        detail('format', t(`audit.formats.${entry.format}`)),
        detail('entries', format.quantity(entry.entries)),
        detail('events', format.quantity(entry.events)),
      ];
    case 'payment-set-aside':
    case 'void-requested':
    case 'payment-taken-over':
    case 'refund-started':
      return money(entry);
    case 'terminal-freed':
      return [...money(entry), detail('terminal', entry.terminalId)];
    case 'outcome-marked':
      return [detail('verdict', verdictText(t, entry.verdict)), ...money(entry)];
    case 'warning-seen':
      return [detail('warning', t(`audit.warnings.${entry.what}`)), ...money(entry)];
    default:
      return assertNever(entry);
  }
}

type LabelName =
  | 'reference'
  | 'amount'
  | 'how'
  | 'whom'
  | 'role'
  | 'name'
  | 'right'
  | 'about'
  | 'why'
  | 'account'
  | 'forAccount'
  | 'use'
  | 'seller'
  | 'store'
  | 'terminal'
  | 'serialNumber'
  | 'model'
  | 'operation'
  | 'file'
  | 'format'
  | 'entries'
  | 'events'
  | 'verdict'
  | 'warning'
  | 'unsure';

const label = (t: TFunction, name: LabelName): string => t(`audit.details.${name}`);

const rightText = (t: TFunction, right: string): string => {
  const known = rightSchema.safeParse(right).data;
  return known ? t(`staff.rights.${known}`) : right;
};

const verdicts = ['paid', 'not-paid', 'done', 'not-done'] as const;

const verdictText = (t: TFunction, verdict: string): string => {
  const known = verdicts.find((one) => one === verdict);
  return known ? t(`sales.timelineDetail.${known}`) : verdict;
};
