import { ValidationErrorsIBAN, isValidBBAN, validateIBAN } from 'ibantools';
import { inputFault } from './fault.ts';
import { type Result, err, ok } from './result.ts';

/** What a payout goes to. `country` is where the bank is, ISO 3166-1 alpha-2. */
export interface BankAccountNumber {
  readonly type: 'IBAN' | 'BBAN';
  readonly number: string;
  readonly country: string;
}

const compact = (text: string): string => text.replaceAll(/[\s\u00a0\u202f.-]/gu, '').toUpperCase();

/**
 * Reads a bank account number as a person types or pastes it, with spaces or full stops. `BBAN` is a Norwegian one of
 * eleven digits with its check digit (mod 11); an `IBAN` must have its country's form and its check digits (mod 97,
 * ISO 13616). Gives it without spaces, or the fault to show at `field`.
 */
export function readBankAccount(
  text: string,
  type: BankAccountNumber['type'],
  field?: string,
): Result<BankAccountNumber> {
  const number = compact(text);
  if (number === '') return err(inputFault('input.required', field));
  return type === 'IBAN' ? readIban(number, field) : readNorwegian(number, field);
}

function readNorwegian(number: string, field: string | undefined): Result<BankAccountNumber> {
  if (!/^\d{11}$/.test(number)) return err(inputFault('input.account-number', field));
  return isValidBBAN(number, 'NO')
    ? ok({ type: 'BBAN', number, country: 'NO' })
    : err(inputFault('input.account-check-digit', field));
}

function readIban(number: string, field: string | undefined): Result<BankAccountNumber> {
  const { valid, errorCodes } = validateIBAN(number);
  if (valid) return ok({ type: 'IBAN', number, country: number.slice(0, 2) });
  // Digits of the form that are wrong make the check digits wrong too: the form is told first.
  const inForm = errorCodes.every(
    (code) =>
      code === ValidationErrorsIBAN.WrongIBANChecksum ||
      code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
  );
  return err(inputFault(inForm ? 'input.iban-check-digits' : 'input.iban', field));
}
