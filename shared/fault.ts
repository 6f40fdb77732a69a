import { z } from 'zod';

/**
 * What became of the money when a fault was reported. Every fault shows one of these as a sentence (rule E1).
 */
export type MoneyEffect = 'not-moved' | 'may-have-moved' | 'none';

/**
 * Every fault that a person can meet, by its code. The part before the dot is the family (rule E1), or `input` for
 * something typed that can't be used. The texts live in the renderer's dictionaries under the same codes; the code is
 * what support asks for.
 */
export const faults = {
  'declined.generic': 'not-moved',
  'declined.insufficient-funds': 'not-moved',
  'declined.expired-card': 'not-moved',
  'declined.pin': 'not-moved',
  'declined.limit': 'not-moved',
  'declined.restricted-card': 'not-moved',
  'declined.verification': 'not-moved',

  'cancelled.at-till': 'not-moved',
  'cancelled.at-terminal': 'not-moved',
  'cancelled.voided': 'not-moved',

  'terminal.busy': 'not-moved',
  'terminal.reserved': 'not-moved',
  'terminal.not-active': 'not-moved',
  'terminal.gone': 'not-moved',
  'terminal.refused': 'not-moved',
  'terminal.failed': 'not-moved',
  'terminal.refund-running': 'not-moved',
  'terminal.refund-refused': 'not-moved',
  'terminal.refund-failed': 'not-moved',
  'terminal.refund-declined': 'not-moved',
  'terminal.refund-card': 'not-moved',
  'terminal.operation-running': 'none',
  'terminal.operation-reserved': 'none',
  'terminal.operation-busy': 'none',
  'terminal.operation-refused': 'none',

  'setup.login': 'not-moved',
  'setup.rights': 'not-moved',
  'setup.account': 'not-moved',
  'setup.not-paired': 'not-moved',
  'setup.payout-destination': 'not-moved',
  'setup.seller-refused': 'not-moved',
  'setup.seller-unsure': 'not-moved',
  'setup.link-unsafe': 'not-moved',
  'setup.link-gone': 'not-moved',
  'setup.browser': 'not-moved',
  'setup.keychain-missing': 'not-moved',
  'setup.keychain-locked': 'not-moved',
  'setup.keychain-empty': 'not-moved',
  'setup.secret-kept': 'none',
  'setup.unpaired': 'none',
  'setup.journal': 'not-moved',
  'setup.journal-broken': 'not-moved',
  'setup.journal-newer': 'not-moved',
  'setup.journal-restored': 'may-have-moved',
  'setup.journal-begun-anew': 'may-have-moved',
  'setup.journal-backup': 'none',
  'setup.export': 'none',
  'setup.network': 'not-moved',
  'setup.network-name': 'not-moved',
  'setup.network-tls': 'not-moved',
  'setup.network-proxy': 'not-moved',
  'setup.network-timeout': 'not-moved',
  'setup.not-ready': 'not-moved',
  'setup.rate-limited': 'not-moved',
  'setup.dintero-down': 'not-moved',
  'setup.rejected': 'not-moved',
  'setup.not-found': 'not-moved',
  'setup.answer': 'not-moved',
  'setup.reply-lost': 'none',
  'setup.store-refused': 'none',
  'setup.terminal-refused': 'none',
  'setup.locked': 'not-moved',
  'setup.denied': 'not-moved',
  'setup.needs-approval': 'not-moved',
  'setup.limit-amount': 'not-moved',
  'setup.limit-age': 'not-moved',
  'setup.limit-discount': 'not-moved',
  'setup.open-matters': 'may-have-moved',
  'setup.live-account': 'not-moved',
  'setup.training-only': 'not-moved',
  'setup.settings-broken': 'none',
  'setup.clock': 'none',
  'setup.bug': 'may-have-moved',

  'unknown.reply-lost': 'may-have-moved',
  'unknown.deadline': 'may-have-moved',
  'unknown.contradiction': 'may-have-moved',
  'unknown.earlier-attempt': 'may-have-moved',

  'input.required': 'none',
  'input.too-long': 'none',
  'input.account-id': 'none',
  'input.organisation-number': 'none',
  'input.organisation-check-digit': 'none',
  'input.account-number': 'none',
  'input.account-check-digit': 'none',
  'input.iban': 'none',
  'input.iban-check-digits': 'none',
  'input.seller-id': 'none',
  'input.seller-id-taken': 'none',
  'input.email': 'none',
  'input.phone-number': 'none',
  'input.birth-date': 'none',
  'input.store-id': 'none',
  'input.store-id-taken': 'none',
  'input.store-unknown': 'none',
  'input.store-no-seller': 'none',
  'input.organisation-of-seller': 'none',
  'input.serial-letters': 'none',
  'input.serial-length': 'none',
  'input.serial-simulated': 'none',
  'input.serial-simulated-live': 'none',
  'input.serial-taken': 'none',
  'input.amount': 'none',
  'input.amount-zero': 'none',
  'input.amount-negative': 'none',
  'input.amount-decimals': 'none',
  'input.amount-too-large': 'none',
  'input.quantity': 'none',
  'input.vat-rate': 'none',
  'input.percent': 'none',
  'input.discount-too-large': 'none',
  'input.basket-empty': 'none',
  'input.nothing-to-charge': 'none',
  'input.sale-paid': 'none',
  'input.basket-too-large': 'none',
  'input.basket-lines': 'none',
  'input.pin-digits': 'none',
  'input.pin-repeat': 'none',
  'input.pin-wrong': 'none',
  'input.pin-locked': 'none',
  'input.not-a-manager': 'none',
  'input.name-taken': 'none',
  'input.last-manager': 'none',
  'input.days': 'none',
  'input.limit-order': 'none',
  'input.idle-minutes': 'none',
  'input.approver-denied': 'none',
  'input.approver-self': 'none',
  'input.address': 'none',
  'input.deadline': 'none',
  'input.choose': 'none',
  'input.changed-meanwhile': 'none',
  'input.refund-over-remainder': 'none',
  'input.refund-line-over-remainder': 'none',
  'input.refund-nothing-left': 'none',
  'input.refund-not-captured': 'none',
  'input.refund-currency': 'none',
  'input.refund-other-seller': 'none',
  'input.payment-unknown': 'none',
} as const satisfies Record<string, MoneyEffect>;

export type FaultCode = keyof typeof faults;

/** The five families of rule E1, and `input` for what a person typed. */
export type FaultFamily = 'declined' | 'cancelled' | 'terminal' | 'setup' | 'unknown' | 'input';

const isFaultCode = (value: unknown): value is FaultCode =>
  typeof value === 'string' && Object.hasOwn(faults, value);

export const faultCodeSchema = z.custom<FaultCode>(isFaultCode);

export const faultSchema = z
  .object({
    code: faultCodeSchema,
    /** The form field that it belongs to, when it is about one. */
    field: z.string().optional(),
    /** Values for the text: numbers and names that are safe to show. Never a secret, never provider prose (rule E2). */
    detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .readonly();

/** An expected failure, as a value. Its text, its sentence about money and its next step follow from the code. */
export type Fault = z.infer<typeof faultSchema>;

/** Makes a fault. `detail` must be safe to show to a cashier. */
export function fault(
  code: FaultCode,
  detail?: Readonly<Record<string, string | number>>,
  field?: string,
): Fault {
  return { code, ...(detail && { detail: { ...detail } }), ...(field !== undefined && { field }) };
}

/** A fault about one field of a form. */
export const inputFault = (
  code: Extract<FaultCode, `input.${string}`>,
  field?: string,
  detail?: Readonly<Record<string, string | number>>,
): Fault => fault(code, detail, field);

export const familyOf = (code: FaultCode): FaultFamily => code.slice(0, code.indexOf('.')) as FaultFamily;
