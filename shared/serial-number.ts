import { isLiveAccount } from './account.ts';
import { inputFault } from './fault.ts';
import { type Result, err, ok } from './result.ts';

/** How many digits stand on the label of a terminal. */
const deviceDigits = 12;

const mostSimulated = 999;

const simulatedPrefix = (accountId: string): string => `SIMULATED-${accountId}-`;

/**
 * Reads a terminal's serial number as a person types it from the label: twelve digits, spaces and hyphens between them
 * do no harm. On a test account also that of a simulated terminal, `SIMULATED-T12345678-001`. Gives it as Dintero takes
 * it, or what is wrong with it.
 * https://docs.dintero.com/docs/checkout/in-person/simulated-terminals
 */
export function readSerialNumber(text: string, accountId: string, field?: string): Result<string> {
  const compact = text.replaceAll(/[\s\u00a0\u202f]/gu, '').toUpperCase();
  if (compact === '') return err(inputFault('input.required', field));
  if (compact.startsWith('SIMULATED')) {
    if (isLiveAccount(accountId)) return err(inputFault('input.serial-simulated-live', field));
    const prefix = simulatedPrefix(accountId);
    const right = compact.startsWith(prefix) && /^\d{3}$/.test(compact.slice(prefix.length));
    return right
      ? ok(compact)
      : err(inputFault('input.serial-simulated', field, { example: `${prefix}001` }));
  }
  const digits = compact.replaceAll('-', '');
  if (!/^\d+$/.test(digits)) return err(inputFault('input.serial-letters', field));
  return digits.length === deviceDigits
    ? ok(digits)
    : err(inputFault('input.serial-length', field, { count: digits.length }));
}

/** The first simulated serial number that no terminal of a test account has yet; none on a live account. */
export function nextSimulatedSerial(accountId: string, taken: readonly string[]): string | undefined {
  if (isLiveAccount(accountId)) return undefined;
  const used = new Set(taken);
  for (let number = 1; number <= mostSimulated; number += 1) {
    const serial = `${simulatedPrefix(accountId)}${String(number).padStart(3, '0')}`;
    if (!used.has(serial)) return serial;
  }
  return undefined;
}
