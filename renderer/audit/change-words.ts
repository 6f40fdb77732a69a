import { type TFunction } from 'i18next';
import { type Currency, minorUnitsSchema } from '../../shared/money.ts';
import { roleSchema } from '../../shared/person.ts';
import { type Measure, decisionSchema, limitsSchema, rightSchema } from '../../shared/rights.ts';
import { localeSchema, themeSchema } from '../../shared/views/app.ts';
import { type Format } from '../i18n/format.ts';

/** The names of settings and of what a pairing consists of. */
const names = {
  locale: 'settings.language',
  theme: 'settings.theme',
  returnUrl: 'settings.returnUrl',
  callbackUrl: 'settings.callbackUrl',
  deadlineSeconds: 'settings.deadline',
  refundsOnTerminal: 'settings.refundsOnTerminal',
  refundReasons: 'settings.refundReasons.title',
  accountId: 'settings.account',
  storeId: 'settings.store',
  payoutDestinationId: 'settings.payout',
  profileId: 'settings.profile',
  terminals: 'audit.names.terminals',
  defaultTerminalId: 'audit.names.defaultTerminalId',
  lockedToDefault: 'audit.names.lockedToDefault',
  tillName: 'settings.till',
  paymentClientId: 'settings.clients.payments',
  managementClientId: 'settings.clients.management',
  'lock.atStart': 'staff.lockAtStart',
  'lock.afterMinutes': 'staff.idleMinutes',
} as const;

const isKnown = (name: string): name is keyof typeof names => Object.hasOwn(names, name);

/** What was changed. A name that another version wrote is told as it is. */
export function changeName(t: TFunction, name: string): string {
  if (isKnown(name)) return t(names[name]);
  const right = rightIn(name);
  if (right) {
    return t('staff.decisionOf', {
      right: t(`staff.rights.${right.right}`),
      role: t(`common.person.${right.role}`),
    });
  }
  const limit = limitIn(name);
  return limit ? t(`staff.measures.${limit.measure}.${limit.kind}`) : name;
}

/** What it was, or became. */
export function changedValue(
  t: TFunction,
  format: Format,
  currency: Currency,
  name: string,
  value: string,
): string {
  if (value === '') return t('audit.nothing');
  if (value === 'true') return t('audit.on');
  if (value === 'false') return t('audit.off');
  const limit = limitIn(name);
  if (limit) return limitText(format, currency, limit.measure, value);
  const decision = rightIn(name) && decisionSchema.safeParse(value).data;
  if (decision) return t(`staff.decisions.${decision}`);
  const locale = name === 'locale' ? localeSchema.safeParse(value).data : undefined;
  if (locale) return t(`settings.languages.${locale}`);
  const theme = name === 'theme' ? themeSchema.safeParse(value).data : undefined;
  return theme ? t(`settings.themes.${theme}`) : value;
}

/** `rights.cashier.refund` */
function rightIn(name: string) {
  const [first, ...rest] = name.split('.');
  const role = roleSchema.safeParse(rest[0]).data;
  const right = rightSchema.safeParse(rest[1]).data;
  return first === 'rights' && role && right ? { role, right } : undefined;
}

/** `limits.refundAmount.managerAbove` */
function limitIn(name: string) {
  const [first, ...rest] = name.split('.');
  const measure = limitsSchema.unwrap().keyof().safeParse(rest[0]).data;
  const kind = (['managerAbove', 'deniedAbove'] as const).find((one) => one === rest[1]);
  return first === 'limits' && measure && kind ? { measure, kind } : undefined;
}

function limitText(format: Format, currency: Currency, measure: Measure, value: string): string {
  const number = Number(value);
  if (measure !== 'refundAmount') return Number.isNaN(number) ? value : format.quantity(number);
  const amount = minorUnitsSchema.safeParse(number).data;
  return amount === undefined ? value : format.money({ amount, currency });
}
