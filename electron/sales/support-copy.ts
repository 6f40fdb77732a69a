/**
 * What Dintero told of a transaction, fit to be sent to support: no customer data, and no more of a card than its first
 * six and last four digits. What is not known to be harmless is left out, and named, so that it can be asked for.
 */

/** Members that are kept as they are, wherever they stand. What is an object or a list is looked through. */
const harmless = new Set([
  'amount',
  'brand',
  'capture_reference',
  'captured_at',
  'channel',
  'code',
  'correction',
  'correlation_request_id',
  'created_at',
  'currency',
  'description',
  'discount_id',
  'discount_lines',
  'discount_type',
  'entry_method',
  'error',
  'event',
  'event_reference',
  'events',
  'id',
  'items',
  'line_id',
  'masked_pan',
  'merchant_reference',
  'merchant_reference_2',
  'message',
  'metadata',
  'payment_product',
  'payment_product_type',
  'payout_correlation_id',
  'payout_destination_id',
  'percentage',
  'quantity',
  'request_id',
  'result_code',
  'session_id',
  'settlement_status',
  'status',
  'store',
  'success',
  'terminal_id',
  'transaction_status',
  'type',
  'updated_at',
  'vat',
  'vat_amount',
  'card',
  'seitatech:applicationIdentifier',
  'seitatech:outcome',
  'seitatech:outcomeReason',
  'seitatech:receiptNumber',
  'seitatech:saleAmount',
  'seitatech:terminalSerialNumber',
]);

const leftOut = '[left out]';

/** Digits that may be a card's whole number: in one run, or in groups of four. */
const longNumber = /\b(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7})\b/g;

const masked = (number: string): string => {
  const digits = number.replaceAll(/\D/g, '');
  return `${digits.slice(0, 6)}${'*'.repeat(digits.length - 10)}${digits.slice(-4)}`;
};

function fit(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(longNumber, (number) => masked(number));
  if (Array.isArray(value)) return value.map(fit);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]): [string, unknown] => [
      name,
      harmless.has(name) ? fit(member) : leftOut,
    ]),
  );
}

/** The copy as JSON text, two spaces deep. */
export const supportCopy = (raw: unknown): string => JSON.stringify(fit(raw), null, 2);
